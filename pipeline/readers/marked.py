"""Words of a page under the marks that are open, as they come, taken line by line."""

from __future__ import annotations

from pipeline.inline import Run, tidy
from pipeline.readers.lines import Line

_MOST = 8
"""Marks that are open at once; further ones are left out."""


class MarkedWords:
    """The words since the last line, and what they are marked with."""

    def __init__(self) -> None:
        self.written: set[int] = set()
        """Lines that hold words."""
        self._runs: list[tuple[Run, int]] = []
        self._marks: list[str] = []

    def text(self, data: str, line: int) -> None:
        """Words, which begin on a line."""
        for offset, part in enumerate(data.split("\n")):
            if part.strip():
                self.written.add(line + offset)
            if part or offset:
                self._runs.append((Run(f" {part}" if offset else part, tuple(self._marks)), line + offset))

    def mark(self, name: str) -> None:
        """What follows is marked."""
        if len(self._marks) < _MOST and name not in self._marks:
            self._marks.append(name)

    def unmark(self, name: str) -> None:
        """What follows is no longer marked."""
        if name in self._marks:
            self._marks.remove(name)

    def line(self) -> Line | None:
        """The words so far as a line, if there are any; the next begin another."""
        runs = tidy(Run(" ".join(f".{run.text}.".split())[1:-1], run.marks) for run, _ in self._runs)
        numbers = [number for run, number in self._runs if run.text.strip()]
        self._runs = []
        return Line(runs, numbers[0], 0, numbers[-1]) if runs and numbers else None
