"""parse(write(guide)) == guide: for every kind, and for every guide there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.guide import Guide, SourceEntry
from pipeline.manuscript import write_guide
from pipeline.model.diagnostic import Diagnostic
from pipeline.model.item import RoleName
from pipeline.model.source import Source
from pipeline.readers.markdown import parse
from pipeline.readers.yaml import CONTROL
from pipeline.stages.extract import extract
from pipeline.structures import KINDS
from pipeline.structures.base import Context
from pipeline.writers.json import write_json
from pipeline.writers.markdown import write_markdown
from tests.conftest import GUIDE, PROJECT, REPO
from tests.properties import EXAMPLES
from tests.properties.structures import STRUCTURES
from tests.properties.texts import arbitrary, nasty

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
@settings(max_examples=EXAMPLES or 80)
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


_words = (
    arbitrary | nasty | st.sampled_from(["null", "~", "yes", "12:30", "0x1", "=", "<<", "- a", "a: b", "---"])
).map(str.strip)
_said = _words.filter(lambda words: words and not CONTROL.search(words))
_source = st.builds(
    SourceEntry,
    id=st.from_regex(r"[a-z0-9][a-z0-9.-]{0,5}", fullmatch=True),
    title=_said,
    publisher=_said,
    url=st.none() | st.just("https://a.example/?b=c#d"),
    published=st.sampled_from([None, "2026", "2026-03", "2026-03-18", "0026"]),
    authors=st.lists(_said, max_size=2).map(tuple),
)


@given(
    st.builds(
        lambda **told: Guide(**told),
        title=_said,
        origin=_said.map(RoleName),
        target=_said.map(RoleName),
        summary=_said,
        updated=st.dates(),
        hours_per_week=st.none() | st.integers(1, 60),
        authors=st.lists(_said, min_size=1, max_size=2).map(tuple),
        sources=st.lists(_source, max_size=2).map(tuple),
    )
)
def test_front_matter_survives_being_written(guide: Guide) -> None:
    written = write_guide(guide)
    again, findings = read(written)
    assert again == guide, (written, findings)
    assert write_guide(again) == written


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_a_guide_survives_being_written(path: Path) -> None:
    guide, findings = read(path.read_text("utf-8"))
    assert guide is not None
    written = write_guide(guide)
    again, found = read(written)
    assert again == guide
    assert {(f.rule, f.message) for f in found} <= {(f.rule, f.message) for f in findings}
    assert write_guide(again) == written


SMALL = (PROJECT / GUIDE).read_text("utf-8")
# What to write in place of what, and what the guide then says: each was read wrongly, or lost, at some time.
CASES = {
    "a bracket behind the colon is no part of the name": (
        "- **Starter**: kept alive",
        "- **Starter**: (a jar) kept alive",
        '"name": "Starter","text": [{"text": "(a jar) kept alive"',
    ),
    "a bracket before it is": ("- **Starter**: kept", "- **Starter** (a jar): kept", '"name": "Starter (a jar)"'),
    "a field beside a lead is a field": (
        "- **Oven control**: a stove is a small oven.",
        "- **Oven control**: Learn: a stove is a small oven.",
        '"learn": {"text": "a stove is a small oven."',
    ),
    "marks are divided with their words": (
        "simmering ≈ proofing",
        "**simmering ≈ proofing**",
        '"origin": {"text": "**simmering**","sources": []},"target": {"text": "**proofing**"',
    ),
    "a field may say several things": (
        "- Focus: one recipe",
        "- Focus:\n    - 1 flour\n    - 2\\. salt",
        '"1 flour; 2. salt"',
    ),
    "an enumeration may be a list": (
        "- Skills: Weighing, Fermentation",
        "- Skills:\n    - Weighing (rye\n    - Fermentation",
        '"Weighing (rye","Fermentation"',
    ),
    "a name that is a full stop is none": (
        "- Tools: scraper, knife",
        "- Tools: scraper, ., knife",
        '"scraper","knife"',
    ),
    "a bracket that is no duration is part of the title": ("(2–3 weeks)", "(few weeks)", '"First loaf (few weeks)"'),
    "the word of a nature may be followed by a colon": (
        "deterministic. The",
        "*Deterministic*: The",
        '"deterministic"',
    ),
    "a colon in code divides nothing": ("- Focus: one", "- Focus: `a:b` one", '"focus": {"text": "`a:b` one recipe"'),
    "a reference at a label is for its items": (
        "Interviewers listen for:",
        "Interviewers listen for: [^oven-book]",
        '"Reasons instead of recipes","sources": ["oven-book"]',
    ),
    "hashes at the end of a heading are words": ("### Dough\n", "### Dough \\#\n", '"title": "Dough #"'),
    "a bar in code in a table is one bar": ("| Minutes |", "| `a\\|b` and c \\| d |", '"`a|b` and c \\\\| d"'),
    "a remedy may look like another label": (
        "Remedy: cool it down.",
        "- Remedy: Remedy: cool it down.\n- Instead: bake.",
        '"Remedy: cool it down.","sources": []},{"text": "bake."',
    ),
    "two flows on a line are two": (
        "    - Shows: patience",
        "    - Passes on: a → Dough; `b;→` → The oven [^oven-book]",
        '"flows": [{"what": {"text": "a","sources": ["oven-book"]},"to": "Dough"},'
        '{"what": {"text": "`b;→`","sources": ["oven-book"]},"to": "The oven"}]',
    ),
    "a position of the editors may look like another's": (
        "- Editors: until it is ready.",
        "- Editors: Editors: until it is ready.",
        '"positions": [{"says": {"text": "One night, by the clock.","sources": ["oven-book"]},"editors": false},'
        '{"says": {"text": "Editors: until it is ready.","sources": []},"editors": true}]',
    ),
    "a position that looks like a label is a position": (
        "- Editors: until it is ready.",
        "\nPositions:\n\n- Depends on: nobody. [^oven-book]",
        '"positions": [{"says": {"text": "Depends on: nobody."',
    ),
    "a disagreement may depend on several things": (
        "Depends on: the flour.",
        "Depends on:\n\n- the flour\n- the oven [^oven-book]",
        '"depends_on": [{"text": "the flour","sources": []},{"text": "the oven","sources": ["oven-book"]}]',
    ),
    "a list without words is none": ("Bread is asked for every morning.", "Bread.\n-", '"market": [{"text": "Bread."'),
}


@pytest.mark.parametrize("case", CASES)
def test_small_things_are_read_and_written(case: str) -> None:
    old, new, said = CASES[case]
    assert SMALL.count(old) == 1
    guide, _ = read(SMALL.replace(old, new))
    assert guide is not None
    assert said in re.sub(r"\n *", "", write_json(guide))
    assert read(write_guide(guide))[0] == guide


def test_two_statements_of_one_field_are_both_kept() -> None:
    """What is joined from several lines is on all of them, and on no line between."""
    _, findings = read(SMALL.replace("- Focus: one recipe", "- Focus:\n    - one\n        - lost\n    - two"))
    assert [(f.rule.name, f.span.line) for f in findings if f.span] == [("content-has-a-place", 109)]
