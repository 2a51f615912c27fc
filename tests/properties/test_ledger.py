"""The ledger of any document holds every line that is not blank, exactly once, in order."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.foreign import recast
from pipeline.model.source import Source
from pipeline.stages.parse import parse_foreign
from tests.corpus.flat import registry

KNOWN = registry()
WORDS = st.text("abcDEF 0123.,:;?|\t-–→*#()<>/&`[]✅❌\"'", max_size=30)
LINES = st.sampled_from(
    [
        "",
        "",
        "# Data analyst to data engineer",
        "## Skills you already have",
        "## Projects",
        "Common mistakes",
        "Phase 1: Learn (2 weeks)",
        "Phase 2: Build",
        "- SQL: years of it",
        "  - nested",
        "1. What is a join? A pair.",
        "| Data analyst | Data engineer |",
        "|---|---|",
        "| charts | pipes |",
        "**Q: Is it hard?**",
        "A data engineer is responsible for loading, checking, and keeping data.",
        "Skill\tWhy",
        "SQL\tcore",
        "<p>Text<br>more</p>",
        "<ul><li>one",
        "</ul></div>",
        "<script>",
        "</script>",
        "```",
        "> quoted",
        "=====",
        "Share this article",
        "About Us",
    ]
)
TEXTS = st.lists(st.one_of(LINES, WORDS), max_size=40)


@given(TEXTS, st.sampled_from([".md", ".txt", ".html"]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_line_has_one_fate(lines: list[str], suffix: str, end: str) -> None:
    text = end.join(lines)
    ledger = recast(parse_foreign(Source(f"page{suffix}", text), lambda finding: None), KNOWN).ledger
    written = [number for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1) if line.strip()]
    assert [entry.line for entry in ledger] == written
    assert all(entry.reason for entry in ledger)
