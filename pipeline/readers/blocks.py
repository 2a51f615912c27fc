"""Blocks made from a stream of words and tags: what a page's elements open and close."""

from __future__ import annotations

from pipeline.inline import Run, tidy
from pipeline.model.document import Block, Heading, ItemList, ListItem, Paragraph, Phrase, Row, Table
from pipeline.model.source import Source, Span
from pipeline.readers import text as plain_text
from pipeline.readers.lines import Line, phrase
from pipeline.readers.marked import MarkedWords

_DEEPEST = 20
"""Levels of lists that are kept: what is deeper stands at this level."""

Flat = list[Heading | Block]


class _List:
    def __init__(self, ordered: bool, line: int) -> None:
        self.ordered, self.line = ordered, line
        self.items: list[ListItem] = []
        self.item: tuple[int, Flat] | None = None


class Blocks:
    """The headings and blocks of a page, as they come."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.flat: Flat = []
        self.words = MarkedWords()
        self._lines: list[Line] = []
        self._lists: list[_List] = []
        self._table: tuple[int, list[tuple[int, list[Phrase]]]] | None = None
        self._nested = 0
        self._heading: int | None = None
        self._level = 2
        self._ignored = 0

    def line_break(self) -> None:
        """A line ends inside a paragraph."""
        found = self.words.line()
        if found:
            self._lines.append(found)
        elif self._lines:
            # Two breaks in a row divide paragraphs.
            self._paragraphs()

    def flush(self) -> None:
        """The paragraph ends, if there is one."""
        if self._heading is not None:
            return
        found = self.words.line()
        if found:
            self._lines.append(found)
        self._paragraphs()

    def _paragraphs(self) -> None:
        lines, self._lines = self._lines, []
        if not lines:
            return
        if len(lines) == 1:
            self._add(Paragraph(phrase(lines[0], self.source), self.source.span(lines[0].number, lines[0].end)))
        else:
            for block in plain_text.flow(self.source, lines, titled=False):
                self._add(block)

    def _add(self, block: Heading | Block) -> None:
        if self._table is not None:
            return
        holder = self._lists[-1].item if self._lists else None
        if holder is not None:
            holder[1].append(block)
        else:
            self.flat.append(block)

    def begin_heading(self, level: int) -> None:
        """A heading begins; level 0 is one below the last."""
        self.flush()
        self._heading = level or min(self._level + 1, 6)
        self._level = level or self._level

    def end_heading(self) -> None:
        """The heading ends. Inside lists and tables it is a paragraph."""
        found, level = self.words.line(), self._heading
        self._heading = None
        if found is None or level is None:
            return
        said = phrase(found, self.source)
        inside = self._lists and self._lists[-1].item is not None
        self._add(Paragraph(said, said.span) if inside or self._table else Heading(level, said))

    def begin_list(self, ordered: bool, line: int) -> None:
        """A list begins."""
        self.flush()
        if len(self._lists) >= _DEEPEST:
            self._ignored += 1
        else:
            self._lists.append(_List(ordered, line))

    def end_list(self) -> None:
        """The list ends."""
        self.flush()
        if self._ignored:
            self._ignored -= 1
            return
        if not self._lists:
            return
        if self._lists[-1].item is not None:
            self.end_item()
        closed = self._lists.pop()
        if closed.items:
            span = self.source.span(closed.items[0].span.line, closed.items[-1].span.end_line)
            self._add(ItemList(closed.ordered, tuple(closed.items), span))

    def begin_item(self, line: int) -> None:
        """An item begins."""
        self.flush()
        if self._lists:
            if self._lists[-1].item is not None:
                self.end_item()
            self._lists[-1].item = (line, [])

    def end_item(self) -> None:
        """The item ends: its first paragraph is its own words."""
        self.flush()
        if not self._lists or self._lists[-1].item is None:
            return
        line, held = self._lists[-1].item
        self._lists[-1].item = None
        blocks = [block for block in held if not isinstance(block, Heading)]
        first = blocks[0] if blocks else None
        end = max([line, *(block.span.end_line for block in blocks)])
        span = self.source.span(first.span.line if first else line, end)
        if isinstance(first, Paragraph):
            self._lists[-1].items.append(ListItem(first.phrase, tuple(blocks[1:]), span))
        elif blocks:
            self._lists[-1].items.append(ListItem(Phrase("", "", span.at(span.line)), tuple(blocks), span))

    def begin_table(self, line: int) -> None:
        """A table begins; a table in a table is part of its cell."""
        self.flush()
        self._nested += self._table is not None
        self._table = self._table or (line, [])

    def begin_row(self, line: int) -> None:
        """A row begins."""
        if self._table:
            self.words.line()
            self._table[1].append((line, []))

    def begin_cell(self) -> None:
        """A cell begins."""
        if self._table:
            self.words.line()

    def end_cell(self) -> None:
        """A cell ends."""
        if self._table and self._table[1]:
            line, cells = self._table[1][-1]
            joined = [*self._lines, *filter(None, [self.words.line()])]
            self._lines = []
            runs = tidy(run for part in joined for run in (*part.runs, Run(" ")))
            found = Line(runs, joined[0].number, 0, joined[-1].end) if joined else None
            cells.append(phrase(found, self.source) if found else Phrase("", "", Span(self.source.path, line, line)))

    def end_table(self) -> None:
        """The table ends; its first row is the header."""
        if self._nested:
            self._nested -= 1
            return
        if self._table is None:
            return
        self.words.line()
        (line, read), self._table = self._table, None
        rows = [self._row(number, cells) for number, cells in read if any(cell.plain for cell in cells)]
        if len(rows) == 1:
            for cell in rows[0].cells:
                self._add(Paragraph(cell, cell.span))
        elif rows:
            span = self.source.span(line, rows[-1].span.end_line)
            self._add(Table(rows[0], tuple(rows[1:]), span))

    def _row(self, line: int, cells: list[Phrase]) -> Row:
        said = [cell.span for cell in cells if cell.plain]
        return Row(tuple(cells), self.source.span(said[0].line if said else line, said[-1].end_line if said else line))

    def finished(self) -> Flat:
        """Everything, with whatever was never closed."""
        self._heading, self._nested = None, 0
        if self._table:
            self.end_cell()
            self.end_table()
        while self._lists:
            self.end_list()
        self.flush()
        return self.flat
