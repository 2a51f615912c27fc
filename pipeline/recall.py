"""Mentions remembered from run to run, so that spaCy looks at no text twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from pipeline import mentions
from pipeline.guide import Mention
from pipeline.model.registry import Registry

Found = dict[str, tuple[Mention, ...]]


def recall(path: Path, texts: frozenset[str], registry: Registry) -> Mapping[str, tuple[Mention, ...]]:
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
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"version": version, "mentions": told}, ensure_ascii=False), "utf-8")
