"""Lines of text without mark-up: what their beginnings and endings say, and phrases made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.inline import Run, cut, runs, tidy, words
from pipeline.model.document import Phrase
from pipeline.model.source import Source, Span
from pipeline.spelling import spell


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, its marks kept, and the number of the line of the source it comes from."""

    runs: tuple[Run, ...]
    number: int
    indent: int = 0
    last: int = 0
    """The number of the last line where several were joined; 0 for one line."""

    @property
    def words(self) -> str:
        """The words alone."""
        return words(self.runs)

    @property
    def raw(self) -> str:
        """The words with the white space between them: a tab may divide cells."""
        return "".join(run.text for run in self.runs)

    @property
    def end(self) -> int:
        """The number of its last line."""
        return max(self.number, self.last)


def read_line(text: str, number: int) -> Line:
    """A line as written. Asterisks in pairs are marks, as people paste them; nothing else is."""
    stripped = text.replace("\u00a0", " ").replace("\ufeff", "").strip()
    marked = runs(stripped) if "**" in stripped else (Run(" ".join(stripped.split("  "))),)
    before = text[: len(text) - len(text.lstrip())].expandtabs(4)
    return Line(marked if stripped else (), number, len(before))


def joined(lines: Sequence[Line]) -> Line:
    """Lines that a line break only wraps, as one; a word that was broken at its hyphen is whole again."""
    found: list[Run] = list(lines[0].runs)
    for before, line in pairwise(lines):
        broken = re.search(r"[a-z]-$", before.words) and re.match(r"[a-z]", line.words)
        found += line.runs if broken else (Run(" "), *line.runs)
    return Line(tidy(found), lines[0].number, lines[0].indent, lines[-1].end)


def phrase(line: Line, source: Source) -> Phrase:
    """A line as inline content."""
    span = Span(source.path, line.number, line.end)
    start = source.locate(span, line.words) if line.number == line.end else span
    where = Span(span.path, start.line, span.end_line, start.column)
    return Phrase(spell(line.runs), line.words, where)


def without(line: Line, characters: int) -> Line:
    """The line without its first characters."""
    return Line(cut(line.runs, characters)[1], line.number, line.indent, line.last)


ICON = (
    r"[\U0001F000-\U0001FAFF\u2190-\u21FF\u2300-\u23FF\u25A0-\u27BF\u2B00-\u2BFF\u2460-\u24FF\uFE0F\u200D\u20E3\u2022]"
)
"""Pictures and arrows: what people put before a line to make it stand out."""

_TICKS = "✔✓☑✅❌✗✘✖🚫👉➡→▶►▸➤➜🔹🔸▪◾◽☐☒❎⛔"
_BULLET = re.compile(rf"(?:(?:[-*+•·‣●○◦–—▪»])\s+|(?:[{_TICKS}]\uFE0F?)\s*)(?:\[[ xX]\]\s*)?(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,3})(?:[.)]|\uFE0F?\u20E3)\s+(?=\S)")
_RULE = re.compile(r"\s*([-=_*~#⸻—–]\s?){3,}\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a list item begins with."""

    length: int
    number: int | None
    sign: str
    """The bullet; a tick or cross may mean something."""


def mark(line: Line) -> Mark | None:
    """The bullet or number that a line begins with."""
    text = line.raw
    numbered = _NUMBER.match(text)
    if numbered:
        return Mark(numbered.end(), int(numbered[1]), "")
    found = _BULLET.match(text)
    return Mark(found.end(), None, found[0].strip()) if found else None


def kept_mark(sign: str) -> bool:
    """Whether the sign of an item says something: yes or no."""
    return bool(sign) and sign[0] in "✅❌✗✘✖🚫⛔❎"


def is_rule(text: str) -> bool:
    """Whether a line is drawn, not written."""
    return bool(text.strip()) and bool(_RULE.fullmatch(text))


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence ends."""
    return bool(re.search(r"[.!?…][\"'”’)\]]*$", text))


def word_count(text: str) -> int:
    """How many words there are, pictures not counted."""
    return len(re.findall(r"[\w'’&+#/-]*\w[\w'’&+#/-]*", text))
