"""parse(write(guide)) == guide: for every kind, and for every guide there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.guide import Guide
from pipeline.manuscript import write_guide
from pipeline.model.diagnostic import Diagnostic
from pipeline.model.source import Source
from pipeline.readers.markdown import parse
from pipeline.stages.extract import extract
from pipeline.structures import KINDS
from pipeline.structures.base import Context
from pipeline.writers.markdown import write_markdown
from tests.conftest import GUIDE, PROJECT, REPO
from tests.properties.structures import STRUCTURES

_KINDS = {kind.name: kind for kind in KINDS}
GUIDES = [*sorted((REPO / "content/guides").glob("*.md")), PROJECT / GUIDE]


def read(text: str) -> tuple[Guide | None, list[Diagnostic]]:
    """The guide that a text is, and the findings."""
    findings: list[Diagnostic] = []
    guide = extract(parse(Source("content/guides/guide.md", text), findings.append), findings.append)
    return guide, findings


def test_every_kind_is_tried() -> None:
    assert STRUCTURES.keys() == _KINDS.keys()


@pytest.mark.parametrize("name", _KINDS)
@settings(max_examples=int(__import__("os").environ.get("CROSSTRACK_EXAMPLES", 100)))
@given(st.data())
def test_a_structure_survives_being_written(name: str, data: st.DataObject) -> None:
    kind, structure = _KINDS[name], data.draw(STRUCTURES[name])
    findings: list[Diagnostic] = []
    text = write_markdown({}, [kind.compose(structure)])
    source = Source("guide.md", text)
    sections = parse(source, findings.append).sections
    findings.clear()  # the guide has no front matter
    assert len(sections) == 1, text
    again = kind.extract(sections[0], Context(source, findings.append))
    assert again == structure, text
    assert findings == [], text
    assert write_markdown({}, [kind.compose(again)]) == text


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_a_guide_survives_being_written(path: Path) -> None:
    guide, findings = read(path.read_text("utf-8"))
    assert guide is not None
    written = write_guide(guide)
    again, found = read(written)
    assert again == guide
    assert {(f.rule, f.message) for f in found} <= {(f.rule, f.message) for f in findings}
    assert write_guide(again) == written
