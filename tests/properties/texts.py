"""Texts to try: arbitrary words, inline Markdown, whole documents."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from pipeline.inline import runs, words
from pipeline.spelling import spell

# CommonMark itself replaces NUL; a surrogate is in no UTF-8 file.
characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
_NASTY = list("ab1 *_`[]()!<>&;#{}^\\|~=+-.:\"'$\n\t\r\x0b\x1f\x85\u2028\u00a0é—≈…’أב字😀")

arbitrary = st.text(characters, max_size=40)
nasty = st.text(st.sampled_from(_NASTY), max_size=40)

_PHRASES = """\
a|b |*|**|_|__|`|``|[|]|(x)|](y)|](b.md "t")|![|\\|<|>|http://a.b|<http://c.d>|<e@f.g>|&amp;|&|lt;|&nbsp;|&#35;|\
{#x}|{kind=a}|{a=b}|[^a]|[^1]| |é|!|1.|1)|-|+|#|***|[a](b)|![a](b)|'|"|.|,|(|)|<b c>|<script>|\\*|:|~~~|\
===|---|| |❤|字|[x]: y|Why|Tools|Skills: |Phase 1: |(2 weeks)|≈"""
_PIECES = [*_PHRASES.split("|"), "|", "\n", "  \n", "\t", "\u2003"]

pieces = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)
anything = arbitrary | nasty | pieces
"""Any text, more often than not one that looks like Markdown."""

long_or_odd = st.sampled_from(
    [
        "w" * 300,
        "1. x",
        "1986) y",
        "ends #",
        "# starts",
        "- x",
        "> x",
        ": x",
        "~~~",
        "===",
        "***",
        "&lt;",
        "&#35;",
        "a|b",
    ]
)
plain_words = (anything | long_or_odd).map(lambda text: " ".join(text.split()))
"""Words on one line, as titles and names are."""

inline_markdown = anything.map(lambda text: spell(runs(text))).filter(lambda text: words(runs(text)) != "")
"""Inline Markdown as the reader leaves it."""


def folded(text: str) -> str:
    """The text with its white space folded."""
    return " ".join(text.split())


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A Markdown text of every sort of block, well-made or not; each content word (`w1x`, `w2x`) stands once."""
    blocks = draw(st.lists(_BLOCK, max_size=9))
    text = draw(_FRONT) + draw(st.sampled_from(["\n\n", "\n", "\n \n"])).join(blocks)
    numbers = iter(range(len(text)))
    numbered = re.sub("@", lambda _: f"w{next(numbers)}x", text)
    ends = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return numbered.replace("\n", ends) + draw(st.sampled_from(["", ends]))


def _lines(line: st.SearchStrategy[str], most: int = 4) -> st.SearchStrategy[str]:
    return st.lists(line, min_size=1, max_size=most).map("\n".join)


_FRONT = st.sampled_from(
    ["", "---\ntitle: x\nupdated: 2026\n---\n", "---\n---\n", "---\na: [b\n---\n\n", "---\nopen\n"]
)
_INLINE = st.lists(
    st.sampled_from(
        [
            "@",
            "@ @",
            "**@**",
            "*@ @*",
            "`@`",
            "`@|@`",
            "[@](b)",
            "![@](c)",
            "[^a]",
            "{#id}",
            "{@}",
            "{kind=x}",
            "\\|",
            "<@>",
            "&amp;@",
            "@:",
            "1. @",
            "- @",
            "@\\",
            "[@][a]",
            "[^a]: @ @",
            "# @ #",
            "**@",
            "_@",
            "@ \u2028 @",
            "é@",
        ]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
_INDENT = st.sampled_from(["", " ", "  ", "   ", "    ", "\t", "      ", "        "])
_MARKER = st.sampled_from(["- ", "* ", "+ ", "1. ", "2) ", "10. ", "-   ", "-\t", "", "- - ", "- > ", "- # "])
_HEADING = st.builds("{} {}{}".format, st.integers(1, 7).map("#".__mul__), _INLINE, st.sampled_from(["", " ##", "#"]))
_SETEXT = st.builds("{}\n{}".format, _INLINE, st.sampled_from(["===", "---", "-"]))
_LIST = _lines(st.builds("{}{}{}".format, _INDENT, _MARKER, _INLINE), 7)
_ROW = (
    st.lists(_INLINE | st.just(""), min_size=1, max_size=5)
    .map(" | ".join)
    .flatmap(lambda row: st.sampled_from([row, f"| {row} |", f"|{row}|", f"| {row}", f"{row} |", f"||{row}||"]))
)
_TABLE = st.builds(
    "{}\n{}\n{}".format, _ROW, st.sampled_from(["|---|---|", "--|:-:", "| - | - | - |", "|---|"]), _lines(_ROW)
)
_FENCE = st.builds(
    "{}{}\n{}\n{}".format,
    st.sampled_from(["```", "~~~", "````", "  ```", "- ```"]),
    st.sampled_from(["", "python", " @ x=y"]),
    _lines(_INLINE | st.just("")),
    st.sampled_from(["```", "~~~", "", "````"]),
)
_PARAGRAPH = _lines(_INLINE, 3)
_PLAIN_BLOCK = _HEADING | _SETEXT | _LIST | _TABLE | _FENCE | _PARAGRAPH | st.sampled_from(["---", "***", "\t", ""])
_PREFIX = st.sampled_from(["> ", ">", "  ", "    ", "\t", "> > ", "   > ", "- "])
_BLOCK = _PLAIN_BLOCK | st.builds(
    lambda prefix, block: "\n".join(prefix + line for line in block.split("\n")), _PREFIX, _PLAIN_BLOCK
)
