"""What is said of a find, as running text of our format can hold it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.foreign.places import Find
from pipeline.model.document import Block, ItemList, ListItem, Paragraph, Phrase, Quote, Row, Table


def plainly(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks as running text can hold them: rows and what is nested become items, quotations paragraphs."""
    for block in blocks:
        if isinstance(block, Quote):
            yield from plainly(block.blocks)
        elif isinstance(block, Table):
            rows = [_joined(row) for row in (block.header, *block.rows)]
            yield ItemList(
                False, tuple(ListItem(phrase, (), phrase.span) for phrase in rows if phrase.plain), block.span
            )
        elif isinstance(block, ItemList):
            yield ItemList(block.ordered, tuple(_flat(block.items)), block.span)
        elif not isinstance(block, Paragraph) or block.phrase.plain:
            yield block


def _flat(items: Sequence[ListItem]) -> Iterator[ListItem]:
    for item in items:
        yield replace(item, blocks=())
        for block in plainly(item.blocks):
            if isinstance(block, ItemList):
                yield from block.items
            elif isinstance(block, Paragraph):
                yield ListItem(block.phrase, (), block.span)


def _joined(row: Row) -> Phrase:
    cells = [cell for cell in row.cells if cell.plain]
    return Phrase(" — ".join(c.markdown for c in cells), " — ".join(c.plain for c in cells), row.span)


def said(find: Find) -> tuple[Block, ...]:
    """What is said of a find, as paragraphs and lists."""
    gloss = (Paragraph(find.gloss, find.gloss.span),) if find.gloss else ()
    return tuple(plainly((*gloss, *find.blocks)))
