"""Entries in whichever shape they are written: headings, list items with a lead, rows of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline.inline import Run, runs, words
from pipeline.model.document import Block, ItemList, ListItem, Phrase, Row, Section, Table
from pipeline.model.item import Prose, Statement
from pipeline.model.rules import CONTENT_HAS_A_PLACE, ROW_IS_COMPLETE, TABLE_HAS_COLUMNS
from pipeline.model.source import Span
from pipeline.spelling import spell
from pipeline.structures.base import Context
from pipeline.structures.fields import (
    Contents,
    Field,
    Labels,
    prose_of,
    read_contents,
    split_label,
    statement,
)


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
            found.extend(_from_item(item, labels, context) for item in block.items)
        elif isinstance(block, Table):
            found.extend(_from_table(block, labels, context))
        else:
            rest.append(block)
    return prose_of(rest, context), tuple(found)


def read_item_entries(items: Sequence[ListItem], labels: Labels, context: Context) -> tuple[Written, ...]:
    """The items of a list as entries."""
    return tuple(_from_item(item, labels, context) for item in items)


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
        items = tuple(item for block in inner.blocks if isinstance(block, ItemList) for item in block.items)
        contents.fields[name] = Field(None, items)
    return Written(title, contents, title.sources, tuple(rest))


def _from_item(item: ListItem, labels: Labels, context: Context) -> Written:
    title, gloss = split_lead(item.phrase)
    contents = read_contents(item.blocks, labels, context)
    if gloss is not None and gloss.plain:
        contents.prose.insert(0, statement(gloss))
        return Written(title, contents, ())
    return Written(title, contents, item.phrase.sources)


def split_lead(phrase: Phrase) -> tuple[Phrase, Phrase | None]:
    """An item cut into its lead and what is said of it: at the end of bold words, else at the first colon."""
    found = runs(phrase.markdown)
    bold = tuple(takewhile(lambda run: "strong" in run.marks, found))
    if bold:
        after = _without_separator(found[len(bold) :])
        lead = words(bold).rstrip(":. ")
        # A duration may stand between the bold words and the colon: "**Coding** (2 weeks): ...".
        bracket = after[0].text if after and after[0].text.startswith("(") and not after[0].marks else ""
        if bracket and ")" in bracket:
            end = bracket.index(")") + 1
            lead = f"{lead} {bracket[:end]}"
            after = _without_separator((Run(bracket[end:]), *after[1:]))
        return _titled(phrase, lead), replace(phrase, markdown=spell(after), plain=words(after))
    label = split_label(phrase)
    return (phrase, None) if label is None else (_titled(phrase, label[0]), label[1])


def _without_separator(found: tuple[Run, ...]) -> tuple[Run, ...]:
    if not found:
        return found
    first = Run(found[0].text.lstrip(" :.–—-"), found[0].marks, found[0].code)
    return (first, *found[1:]) if first.text else found[1:]


def _titled(phrase: Phrase, title: str) -> Phrase:
    return replace(phrase, markdown=spell((Run(title),)) if title else "", plain=title, sources=())


def _from_table(table: Table, labels: Labels, context: Context) -> list[Written]:
    names = [labels.get(cell.plain.casefold()) for cell in table.header.cells]
    key = names.index(None) if None in names else 0
    for cell, name in list(zip(table.header.cells, names, strict=True))[1:]:
        if name is None and cell is not table.header.cells[key]:
            known = ", ".join(dict.fromkeys(name.replace("_", " ") for name in labels.values()))
            message = f"no column is called '{cell.plain}' here"
            context.find(TABLE_HAS_COLUMNS, message, cell.span, f"the columns known here: {known}")
    return [_from_row(row, names, key) for row in whole_rows(table, context)]


def _from_row(row: Row, names: Sequence[str | None], key: int) -> Written:
    title = row.cells[key]
    sources = row_sources(row)
    fields: Mapping[str, Field] = {
        name: Field(replace(cell, sources=()))
        for cell, name in zip(row.cells, names, strict=True)
        if name is not None and cell.plain
    }
    return Written(replace(title, sources=()), Contents(dict(fields)), sources)


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
        message = f"the row has {len(row.cells)} cells, its header {wanted}"
        hint = "give the row a cell for each column; write '\\|' for a bar inside a cell"
        context.find(ROW_IS_COMPLETE, message, row.span, hint)
    return kept


Parts = Mapping[str, Section]


def read_parts(section: Section, vocabulary: Labels, context: Context) -> Parts:
    """The subsections by the part they are, known by their headings; a finding for any other."""
    parts: dict[str, Section] = {}
    for inner in section.sections:
        heading = inner.heading.phrase
        name = vocabulary.get(heading.plain.casefold())
        if name is None:
            known = ", ".join(f"'{label.capitalize()}'" for label in _first_labels(vocabulary))
            message = f"'{heading.plain}' is no part of this section"
            context.find(CONTENT_HAS_A_PLACE, message, heading.span, f"the parts known here: {known}")
        elif name in parts:
            message = f"'{heading.plain}' stands here a second time"
            context.find(CONTENT_HAS_A_PLACE, message, heading.span, "join the two under one heading")
        else:
            parts[name] = inner
    return parts


def _first_labels(vocabulary: Labels) -> list[str]:
    firsts: dict[str, str] = {}
    for label, name in vocabulary.items():
        firsts.setdefault(name, label)
    return list(firsts.values())


def listed(parts: Parts, name: str) -> tuple[Statement, ...]:
    """The statements of a part that is a list; its paragraphs count too."""
    section = parts.get(name)
    found: list[Statement] = []
    for block in section.blocks if section else ():
        if isinstance(block, ItemList):
            found.extend(statement(item.phrase) for item in block.items if item.phrase.plain)
        elif hasattr(block, "phrase"):
            found.append(statement(block.phrase))
    return tuple(found)
