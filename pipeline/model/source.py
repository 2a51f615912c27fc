"""Text with its path, and stretches of it, counted as an editor's screen counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

LINE_END = re.compile(r"\r\n|\r|\n")
"""What ends a line for an editor. `str.splitlines` also splits at form feeds and U+2028: it would miscount."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file: whole lines, or from one column to another.

    Lines and columns are 1-based; columns count characters (not bytes, not tab stops), and
    `end_column` is the column just after the last character.
    """

    path: str
    line: int
    end_line: int
    column: int | None = None
    end_column: int | None = None

    def at(self, line: int, end_line: int | None = None) -> Span:
        """The same file, at other lines."""
        return Span(self.path, line, line if end_line is None else end_line)

    def __str__(self) -> str:
        column = "" if self.column is None else f":{self.column}"
        return f"{self.path}:{self.line}{column}"


@dataclass(frozen=True, slots=True)
class Source:
    """A text and the path it was read from, relative to the project, with forward slashes."""

    path: str
    text: str
    lines: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", tuple(LINE_END.split(self.text)))

    def span(self, line: int, end_line: int | None = None) -> Span:
        """Whole lines of this source."""
        return Span(self.path, line, line if end_line is None else end_line)

    def locate(self, within: Span, words: str) -> Span:
        """The first place of `words` inside `within`, with columns; `within` itself if they do not stand there."""
        for line in range(within.line, min(within.end_line, len(self.lines)) + 1):
            start = within.column - 1 if within.column and line == within.line else 0
            found = self.lines[line - 1].find(words, start) if words else -1
            if found >= 0:
                return replace(within, line=line, end_line=line, column=found + 1, end_column=found + 1 + len(words))
        return within
