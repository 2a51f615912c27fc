"""The floor: what recognition reached on labelled documents, held so that nobody falls below it unawares.

The documents of `made` are ours and always there. The others stand beside the project; without them that part is
skipped, and says so.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.corpus.flat import extracted, flat, registry

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"
SUFFIXES = (".txt", ".md", ".html")
FLOOR = json.loads((HERE / "floor.json").read_text("utf-8"))

needs_shared = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason=f"the labelled documents are not beside the project, in {SHARED}"
)


def made() -> list[Path]:
    """Our own documents."""
    return sorted(path for path in (HERE / "made").iterdir() if path.suffix in SUFFIXES)


def shared() -> list[Path]:
    """The documents beside the project that have a label."""
    found = [path for name in ("sources", "corpus") for path in (SHARED / name).iterdir()]
    return sorted(path for path in found if (SHARED / "gold" / f"{path.stem}.json").is_file())


def label_of(path: Path) -> Path:
    """The label of a document."""
    beside = path.with_suffix(".json")
    return beside if beside.is_file() else SHARED / "gold" / f"{path.stem}.json"


def digest(paths: list[Path]) -> str:
    """What the floor was measured on: documents and labels."""
    told = hashlib.sha256()
    for path in paths:
        told.update(path.name.encode() + path.read_bytes() + label_of(path).read_bytes())
    return told.hexdigest()[:16]


def scorer() -> ModuleType:
    """The scorer that labels come with."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools/score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scores(paths: list[Path]) -> dict[str, Any]:
    """F1 by kind and overall, as text and in full, and how many roles are right."""
    score, known = scorer(), registry()
    counts: dict[str, Counter[str]] = {}
    roles = 0
    for path in paths:
        gold = json.loads(label_of(path).read_text("utf-8"))
        got = flat(extracted(path, known), known)
        roles += sum(gold.get(key) == got.get(key) for key in ("from_role", "to_role"))
        for kind, (main, _) in score.KINDS.items():
            ignored = [
                item if isinstance(item, str) else item[main] for item in (gold.get("ignore") or {}).get(kind, [])
            ]
            text, full, there, found = score.compare(kind, gold.get(kind) or [], got[kind], ignored)
            for name in (kind, "micro"):
                counts.setdefault(name, Counter()).update(text=text, full=full, there=there, found=found)
    reached = {name: [f1(count["text"], count), f1(count["full"], count)] for name, count in counts.items()}
    return {"digest": digest(paths), "roles": [roles, 2 * len(paths)], "f1": reached}


def f1(hit: int, count: Counter[str]) -> float:
    """F1 to three places."""
    total = count["there"] + count["found"]
    return round(2 * hit / total, 3) if total else 1.0


def fallen(reached: dict[str, Any], floor: dict[str, Any]) -> Iterator[str]:
    """What is below the floor."""
    if reached["digest"] != floor["digest"]:
        yield "the documents or labels are not those that the floor was measured on: measure it anew"
    if reached["roles"][0] < floor["roles"][0]:
        yield f"roles: {reached['roles']} below {floor['roles']}"
    for kind, least in floor["f1"].items():
        if reached["f1"][kind][0] < least[0] or reached["f1"][kind][1] < least[1]:
            yield f"{kind}: {reached['f1'][kind]} below {least}"


@needs_shared
def test_labelled_documents_are_recognised_as_well_as_before() -> None:
    assert list(fallen(scores(shared()), FLOOR["shared"])) == []


@needs_shared
def test_our_own_documents_are_recognised_as_well_as_before() -> None:
    assert list(fallen(scores(made()), FLOOR["made"])) == []


@pytest.mark.parametrize("path", made(), ids=lambda path: path.name)
def test_every_line_has_one_fate(path: Path) -> None:
    lines = path.read_text("utf-8").split("\n")
    ledger = extracted(path, registry()).ledger
    assert [entry.line for entry in ledger] == [number for number, line in enumerate(lines, 1) if line.strip()]


if __name__ == "__main__":
    # `python -m tests.corpus.test_floor` measures the floor anew.
    measured = {"made": scores(made()), "shared": scores(shared())}
    (HERE / "floor.json").write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
