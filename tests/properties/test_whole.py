"""The whole flow on broken guides: no exception, every finding in its file, what was read survives writing."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.build import build, check
from pipeline.manuscript import write_guide
from pipeline.model.diagnostic import Diagnostic
from pipeline.model.document import Table
from pipeline.model.source import Source
from pipeline.stages.extract import extract
from pipeline.stages.parse import parse
from tests.conftest import GUIDE, PROJECT
from tests.properties import EXAMPLES
from tests.properties.spans import blocks_of, faults
from tests.properties.texts import anything, documents, inline_markdown

TEXT = (PROJECT / GUIDE).read_text("utf-8")
_BODY = TEXT.index("## Overview")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One project for all examples: its guide is written anew for each."""
    made = tmp_path_factory.mktemp("whole") / "project"
    shutil.copytree(PROJECT, made)
    return made


def _sections(text: str) -> list[str]:
    return ["## " + part for part in text[_BODY:].split("\n## ")]


@st.composite
def broken(draw: st.DrawFn) -> str:
    """The guide of the small project after a few accidents."""
    kept = draw(st.sampled_from([TEXT[:_BODY], TEXT[:_BODY], ""]))
    lines = TEXT.removeprefix(kept).split("\n")
    for _ in range(draw(st.integers(2, 12))):
        accident = draw(st.sampled_from(["delete", "swap", "insert", "change", "join", "repeat", "indent"]))
        at = draw(st.integers(0, max(len(lines) - 2, 0)))
        if accident == "delete":
            del lines[at]
        elif accident == "swap":
            other = draw(st.integers(0, max(len(lines) - 1, 0)))
            lines[at], lines[other] = lines[other], lines[at]
        elif accident == "insert":
            lines.insert(at, draw(_INSERTED))
        elif accident == "change":
            lines[at] = draw(st.sampled_from(["{} {}", "{}: {}", "{}{}", "- {1}", "### {1}", "{0}|{1}"])).format(
                lines[at], draw(_INSERTED)
            )
        elif accident == "join":
            lines[at : at + 2] = [lines[at] + lines[at + 1]]
        elif accident == "repeat":
            lines[at:at] = lines[at : at + draw(st.integers(1, 12))]
        else:
            lines[at] = draw(st.sampled_from(["  ", "    ", "\t", "> ", "- ", "#"])) + lines[at]
    return kept + "\n".join(lines)


_LABELS = ["Tools: a, (b, c; d.", "Why: x", "- Remedy: a", "Questions:", "Skills: , .", "Duration: 2 weeks", "How: x"]
_LABELS += ["Nature: a: b. c", "- **a** (b): c", "- **a**: (b) c", "- **.**: x", "### (3 weeks)", "#### Checkpoints"]
_LABELS += [
    "### Phase 1:",
    "### Phase 99999999: x (2 moons)",
    "- Counterpart: **a ≈ b**",
    "| a | b |\n|---|---|\n| c |",
]
_INSERTED = anything | inline_markdown | documents() | st.sampled_from(_LABELS)


def run(root: Path, text: str) -> None:
    """Check the project with this guide, look at the findings, and write what was read."""
    (root / GUIDE).write_bytes(text.encode("utf-8", "surrogatepass"))
    project, _ = check(root)
    for finding in project.findings:
        source = project.sources.get(finding.span.path) if finding.span else None
        if finding.span and source:
            assert faults([finding.span], source) == [], finding


@given(broken())
def test_a_broken_guide_survives_being_written(text: str) -> None:
    """What is read of a guide, however broken, is read again from what is written."""
    guide = extract(parse(Source(GUIDE, text), lambda _: None), lambda _: None)
    if guide is None:
        return
    written = write_guide(guide)
    again = extract(parse(Source(GUIDE, written), lambda _: None), lambda _: None)
    assert again == guide, written
    assert write_guide(again) == written


_MARKS = ["Tools: ", "Skills: ", "Why: ", "Mission: ", "Nature: ", "Questions: ", "Checkpoints: "]
_MARKED = st.lists(
    st.sampled_from(
        ["@", "@ ", "**@**", "`@`", "[@](b)", "@, ", "(@) ", "@: ", "≈ ", "1. ", "- ", "[^~] ", "; ", "{#i} ", *_MARKS]
    ),
    min_size=1,
    max_size=5,
).map("".join)
_STARTS = ["", "", "- ", "1. ", "  - ", "    - ", "### ", "#### ", "##### ", "> ", "- **@**: ", "**@** (@) ", "\t"]
_LINE = st.builds("{}{}".format, st.sampled_from(_STARTS), _MARKED) | st.sampled_from(
    ["| @ | @ [^~] | @ |\n|---|---|---|\n| @ | @ | @ |", "| @ | @ |", "```\n@", "#### Checkpoints", "#### Skills [^~]"]
)


@st.composite
def marked(draw: st.DrawFn) -> str:
    """The guide with lines between its own, whose every word (`w1x`) and reference (`s2x`) stands once."""
    lines = TEXT[_BODY:].split("\n")
    for _ in range(draw(st.integers(1, 5))):
        lines.insert(draw(st.integers(1, len(lines))), draw(_LINE))
    numbers = iter(range(999))
    return TEXT[:_BODY] + re.sub(
        "[@~]", lambda found: f"{'w' if found[0] == '@' else 's'}{next(numbers)}x", "\n".join(lines)
    )


@given(marked())
@example(TEXT + "\n#### w1x\n")
@example(TEXT + "\n- [^s1x]\n")
def test_nothing_is_lost_without_a_finding(text: str) -> None:
    """Each word of a guide is in what is written of it, or on a line that a finding names."""
    findings: list[Diagnostic] = []
    document = parse(Source(GUIDE, text), findings.append)
    guide = extract(document, findings.append)
    assert guide is not None
    named = {line for f in findings if f.span for line in range(f.span.line, f.span.end_line + 1)}
    tables = [block for block in blocks_of(document) if isinstance(block, Table)]
    # A finding at a heading, or at the names of a table's columns, is about all that stands below.
    for whole in (*document.walk(), *tables):
        if whole.span.line in named:
            named.update(range(whole.span.line, whole.span.end_line + 1))
    # The heading of a section and the names of columns say what a part is; nobody shows them as they are written.
    labels = {section.span.line for section in document.sections} | {table.span.line for table in tables}
    written = write_guide(guide)
    for number, line in enumerate(document.source.lines, 1):
        if number not in named | labels:
            assert [mark for mark in re.findall(r"[ws]\d+x", line) if mark not in written] == [], (number, line)


@settings(max_examples=EXAMPLES or 50)
@given(broken())
def test_a_broken_guide_is_checked(root: Path, text: str) -> None:
    run(root, text)


@settings(max_examples=EXAMPLES or 30)
@given(anything | documents())
@example("\0")
@example("\ufeff\ufeff---\n")
def test_any_text_is_checked(root: Path, text: str) -> None:
    run(root, text)
    run(root, TEXT[:_BODY] + text)


@settings(max_examples=EXAMPLES or 30)
@given(st.randoms(use_true_random=False), documents())
def test_a_guide_in_any_order_is_built(root: Path, chance: random.Random, text: str) -> None:
    """Sections shuffled and a text between them: whatever is no error becomes pages."""
    sections = _sections(TEXT)
    chance.shuffle(sections)
    sections.insert(chance.randrange(len(sections)), text)
    (root / GUIDE).write_text(TEXT[:_BODY] + "\n".join(sections), "utf-8", newline="")
    project, _, pages = build(root)
    assert pages or project.has_errors
