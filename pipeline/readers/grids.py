"""Tables in plain text: rows between bars, and rows whose cells a tab divides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.inline import Run, cut
from pipeline.model.document import Phrase, Row, Table
from pipeline.model.source import Source
from pipeline.readers.lines import Line, phrase

_DIVIDER = re.compile(r"[|\s:+-]+")


def read_table(source: Source, rest: Sequence[Line | None]) -> tuple[int, Table] | None:
    """The table that the lines begin with, and how many lines it takes; its first row is the header."""
    for is_row, divider in ((_is_barred, "|"), (_is_tabbed, "\t")):
        taken = next((at for at, line in enumerate(rest) if line is None or not is_row(line)), len(rest))
        rows = [line for line in rest[:taken] if line and not _DIVIDER.fullmatch(line.raw)]
        if len(rows) >= 2:
            read = [_row(source, line, divider) for line in rows]
            span = source.span(rows[0].number, rows[-1].end)
            return taken, Table(read[0], tuple(read[1:]), span)
    return None


def _is_barred(line: Line) -> bool:
    text = line.raw
    return text.count("|") >= 2 and (text.startswith("|") or text.count(" | ") >= 2)


def _is_tabbed(line: Line) -> bool:
    return "\t" in line.raw.strip()


def _row(source: Source, line: Line, divider: str) -> Row:
    cells: list[Phrase] = []
    runs: tuple[Run, ...] = line.runs
    while True:
        at = "".join(run.text for run in runs).find(divider)
        before, after = (runs, ()) if at < 0 else (cut(runs, at)[0], cut(runs, at + 1)[1])
        cells.append(phrase(Line(before, line.number, line.indent, line.last), source))
        if at < 0:
            break
        runs = after
    if divider == "|":
        cells = cells[1:] if not cells[0].plain else cells
        cells = cells[:-1] if cells and not cells[-1].plain else cells
    return Row(tuple(cells), source.span(line.number, line.end))
