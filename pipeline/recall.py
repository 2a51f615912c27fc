"""What a run remembers of the last one: guides that did not change, and mentions in texts that did not.

The files are a cache of ours in `build/`: whatever cannot be read is made anew.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pipeline import freshness, mentions
from pipeline.guide import Guide
from pipeline.library import Mention
from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.registry import Registry
from pipeline.model.source import Source
from pipeline.stages.write import write_file

Found = dict[str, tuple[Mention, ...]]
Read = Callable[[Source, Report], Guide | None]
_CODE = Path(__file__).parent


def recall_guides(folder: Path, sources: Sequence[Source], read: Read, report: Report) -> list[Guide]:
    """The guides in the sources; `read` is called only for those that the folder does not know."""
    code = freshness.contents(_CODE, ["."])
    guides: list[Guide] = []
    used: set[str] = set()
    for source in sources:
        name = hashlib.sha256(f"{code}\0{source.path}\0{source.text}".encode()).hexdigest()
        used.add(name)
        guide, findings = _recalled(folder / name) or _read_anew(folder / name, source, read)
        for finding in findings:
            report(finding)
        if guide is not None:
            guides.append(guide)
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in used:
            path.unlink()
    return guides


def _recalled(path: Path) -> tuple[Guide | None, list[Diagnostic]] | None:
    try:
        found: tuple[Guide | None, list[Diagnostic]] = pickle.loads(path.read_bytes())
    except Exception:  # a cache may hold anything, and anything but a guide is no guide
        return None
    return found


def _read_anew(path: Path, source: Source, read: Read) -> tuple[Guide | None, list[Diagnostic]]:
    findings: list[Diagnostic] = []
    guide = read(source, findings.append)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps((guide, findings)))
    return guide, findings


def recall_mentions(path: Path, texts: frozenset[str], registry: Registry) -> Mapping[str, tuple[Mention, ...]]:
    """The mentions in the texts; only those that the file at `path` does not know are searched, then added to it."""
    version = _version(registry)
    known = _load(path, version)
    found = {text: known[text] for text in texts if text in known}
    fresh = mentions.find_all(sorted(texts - found.keys()), registry) if texts - found.keys() else {}
    found |= fresh
    if fresh or len(known) != len(found):
        _save(path, version, found)
    return found


def _version(registry: Registry) -> str:
    """Changes when the same text could mention something else."""
    code = Path(mentions.__file__).read_bytes()
    return hashlib.sha256(code + repr((registry.roles, registry.skills)).encode()).hexdigest()


def _load(path: Path, version: str) -> Found:
    try:
        saved = json.loads(path.read_text("utf-8"))
        if saved["version"] != version:
            return {}
        return {text: tuple(Mention(*mention) for mention in told) for text, told in saved["mentions"].items()}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _save(path: Path, version: str, found: Found) -> None:
    told = {text: [(m.start, m.end, m.path) for m in found[text]] for text in sorted(found)}
    write_file(path, json.dumps({"version": version, "mentions": told}, ensure_ascii=False))
