"""What a structure left out: so that nothing an editor wrote is lost without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.model.document import Block, ItemList, ListItem, Paragraph, Quote, Section, Table
from pipeline.model.item import Item, Name, walk
from pipeline.model.source import Span
from pipeline.structures.base import Structure


def left_out(section: Section, structure: Structure) -> Iterator[Span]:
    """The spans of the blocks, below a section's heading, of which the structure holds nothing."""
    held = _held(structure)
    for inner in section.walk():
        yield from _in_blocks(inner.blocks, held)


def _held(structure: Structure) -> set[int]:
    """The lines that some item or name of the structure was written on."""
    spans = (value.span for value in walk(structure) if isinstance(value, Item | Name))
    return {line for span in spans if span for line in range(span.line, span.end_line + 1)}


def _in_blocks(blocks: Iterable[Block], held: set[int]) -> Iterator[Span]:
    pending: Paragraph | None = None
    for block in blocks:
        missing = list(_in_block(block, held))
        # A paragraph that ends in a colon leads in the list below it, and says nothing of its own.
        if pending and not (isinstance(block, ItemList | Table) and not missing):
            yield pending.span
        pending = None
        if isinstance(block, Paragraph) and missing and block.phrase.plain.endswith(":"):
            pending = block
        else:
            yield from missing
    if pending:
        yield pending.span


def _in_block(block: Block, held: set[int]) -> Iterator[Span]:
    if isinstance(block, ItemList):
        for item in block.items:
            yield from _in_item(item, held)
    elif isinstance(block, Quote):
        yield from _in_blocks(block.blocks, held)
    elif isinstance(block, Table):
        yield from (row.span for row in block.rows if row.span.line not in held)
    elif not held.intersection(range(block.span.line, block.span.end_line + 1)):
        yield block.span


def _in_item(item: ListItem, held: set[int]) -> Iterator[Span]:
    missing = [span for span in _in_blocks(item.blocks, held)]
    label = item.phrase.plain.endswith(":") and item.blocks and not missing
    if item.phrase.plain and item.phrase.span.line not in held and not label:
        yield item.phrase.span
    yield from missing
