"""Entries in whichever shape they are written: headings, list items with a lead, rows of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.model.document import Block, ItemList, ListItem, Paragraph, Phrase, Row, Section, Table
from pipeline.model.item import Prose, Statement
from pipeline.model.rules import CONTENT_HAS_A_PLACE, ROW_IS_COMPLETE, TABLE_HAS_COLUMNS
from pipeline.model.source import Span
from pipeline.structures.base import Context
from pipeline.structures.fields import Contents, Field, field_of, prose_of, read_contents
from pipeline.structures.statements import Labels, first_labels, split_lead, statement


@dataclass(frozen=True, slots=True)
class Written:
    """One entry, whatever its shape."""

    title: Phrase
    contents: Contents
    sources: tuple[str, ...]
    sections: tuple[Section, ...] = ()
    """What stands below an entry's heading under headings of its own."""

    @property
    def prose(self) -> Prose:
        """The running text of the entry."""
        return tuple(self.contents.prose)

    @property
    def span(self) -> Span:
        """Where its title stands."""
        return self.title.span


def read_entries(section: Section, labels: Labels, context: Context) -> tuple[Prose, tuple[Written, ...]]:
    """The introduction of a section, and its entries.

    Under headings the text before them is introduction; without headings, lists and tables are entries.
    """
    if section.sections:
        found = tuple(_from_section(inner, labels, context) for inner in section.sections)
        return prose_of(section.blocks, context), found
    return entries_in(section.blocks, labels, context)


def entries_in(blocks: Sequence[Block], labels: Labels, context: Context) -> tuple[Prose, tuple[Written, ...]]:
    """The running text among blocks, and the entries in their lists and tables."""
    found: list[Written] = []
    rest: list[Block] = []
    for block in blocks:
        if isinstance(block, ItemList):
            found.extend(read_item_entries(block.items, labels, context))
        elif isinstance(block, Table):
            found.extend(_from_table(block, labels, context))
        else:
            rest.append(block)
    return prose_of(rest, context), tuple(found)


def read_item_entries(items: Sequence[ListItem], labels: Labels, context: Context) -> tuple[Written, ...]:
    """The items of a list as entries, but for those without words."""
    return tuple(_from_item(item, labels, context) for item in items if item.phrase.plain)


def _from_section(section: Section, labels: Labels, context: Context) -> Written:
    title = section.heading.phrase
    contents = read_contents(section.blocks, labels, context)
    rest: list[Section] = []
    for inner in section.sections:
        name = labels.get(inner.heading.phrase.plain.casefold())
        if name is None:
            rest.append(inner)
            continue
        # A field may be a heading of its own: "#### Checkpoints" with a list under it.
        items = [item for block in inner.blocks if isinstance(block, ItemList) for item in block.items]
        contents.add(name, field_of(inner.heading.phrase, items, context))
    return Written(title, contents, title.sources, tuple(rest))


def _from_item(item: ListItem, labels: Labels, context: Context) -> Written:
    title, gloss = split_lead(item.phrase)
    if gloss is None or not gloss.plain:
        return Written(title, read_contents(item.blocks, labels, context), item.phrase.sources)
    # What is said beside the lead counts as a paragraph below it: it may be a field.
    said = Paragraph(gloss, gloss.span)
    return Written(title, read_contents((said, *item.blocks), labels, context), ())


def _from_table(table: Table, labels: Labels, context: Context) -> list[Written]:
    context.drop_sources(row_sources(table.header), table.header.span)
    names = [labels.get(cell.plain.casefold()) for cell in table.header.cells]
    key = names.index(None) if None in names else 0
    for cell, name in list(zip(table.header.cells, names, strict=True))[1:]:
        if name is None and cell is not table.header.cells[key]:
            known = ", ".join(first_labels(labels))
            message = f"no column is called '{cell.plain}' here"
            context.find(TABLE_HAS_COLUMNS, message, cell.span, f"the columns known here: {known}")
    return [_from_row(row, names, key) for row in whole_rows(table, context)]


def _from_row(row: Row, names: Sequence[str | None], key: int) -> Written:
    title = row.cells[key]
    contents = Contents()
    for cell, name in zip(row.cells, names, strict=True):
        if name is not None and cell.plain:
            contents.add(name, Field(replace(cell, sources=())))
    return Written(replace(title, sources=()), contents, row_sources(row))


def row_sources(row: Row) -> tuple[str, ...]:
    """The provenance of a row: every reference in any of its cells."""
    return tuple(dict.fromkeys(source for cell in row.cells for source in cell.sources))


def whole_rows(table: Table, context: Context) -> list[Row]:
    """The rows that fit the header; a finding for each of the others."""
    kept: list[Row] = []
    wanted = len(table.header.cells)
    for row in table.rows:
        if len(row.cells) == wanted:
            kept.append(row)
            continue
        message = f"the number of cells differs: {wanted} in the header, {len(row.cells)} in this row"
        hint = "give the row a cell for each column; write '\\|' for a bar inside a cell"
        context.find(ROW_IS_COMPLETE, message, row.span, hint)
    return kept


Parts = Mapping[str, Section]


def read_parts(section: Section, vocabulary: Labels, context: Context) -> Parts:
    """The subsections by the part they are, known by their headings; a finding for any other."""
    parts: dict[str, Section] = {}
    for inner in section.sections:
        heading = inner.heading.phrase
        context.drop_sources(heading.sources, heading.span)
        name = vocabulary.get(heading.plain.casefold())
        if name is None:
            known = ", ".join(f"'{label.capitalize()}'" for label in first_labels(vocabulary))
            message = f"'{heading.plain}' is no part of this section"
            context.find(CONTENT_HAS_A_PLACE, message, heading.span, f"the parts known here: {known}")
        elif name in parts:
            message = f"'{heading.plain}' stands here a second time"
            context.find(CONTENT_HAS_A_PLACE, message, heading.span, "join the two under one heading")
        else:
            parts[name] = inner
    return parts


def listed(parts: Parts, name: str) -> tuple[Statement, ...]:
    """The statements of a part that is a list; its paragraphs count too."""
    section = parts.get(name)
    found: list[Statement] = []
    for block in section.blocks if section else ():
        if isinstance(block, ItemList):
            found.extend(statement(item.phrase) for item in block.items if item.phrase.plain)
        elif isinstance(block, Paragraph) and block.phrase.plain:
            found.append(statement(block.phrase))
    return tuple(found)
