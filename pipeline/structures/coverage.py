"""What a structure left out: so that nothing an editor wrote is lost without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.model.document import Block, ItemList, ListItem, Paragraph, Phrase, Quote, Section, Table
from pipeline.model.item import Item, Name, walk
from pipeline.model.source import Span
from pipeline.structures.base import Structure
from pipeline.structures.statements import Scattered


def left_out(section: Section, structure: Structure) -> Iterator[Span]:
    """The spans of what stands below a section's heading and of which the structure holds nothing."""
    held = _held(structure)
    yield from _in_blocks(section.blocks, held)
    for part in section.sections:
        yield from _in_blocks(part.blocks, held)
        for inner in part.sections:
            yield from _in_section(inner, held)


def _in_section(section: Section, held: set[int]) -> Iterator[Span]:
    """Below parts and entries a heading has words of its own: with nothing held, it goes with all below it."""
    if held.isdisjoint(_lines(section.span)):
        yield replace(section.heading.phrase.span, end_line=section.span.end_line)
        return
    yield from _in_blocks(section.blocks, held)
    for inner in section.sections:
        yield from _in_section(inner, held)


def _held(structure: Structure) -> set[int]:
    """The lines that some item or name of the structure was written on."""
    spans = (value.span for value in walk(structure) if isinstance(value, Item | Name))
    return {line for span in spans if span for place in _places(span) for line in _lines(place)}


def _places(span: Span) -> tuple[Span, ...]:
    return (span, *span.others) if isinstance(span, Scattered) else (span,)


def _in_blocks(blocks: Iterable[Block], held: set[int]) -> Iterator[Span]:
    pending: Paragraph | None = None
    for block in blocks:
        missing = list(_in_block(block, held))
        # A bare label leads in the list below it, and says nothing of its own.
        if pending and not (isinstance(block, ItemList | Table) and held.intersection(_lines(block.span))):
            yield pending.span
        pending = None
        if isinstance(block, Paragraph) and missing and _is_label(block.phrase):
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
    elif isinstance(block, Table) and held.intersection(_lines(block.span)):
        yield from (row.span for row in block.rows if row.span.line not in held)
    elif not held.intersection(_lines(block.span)):
        yield block.span


def _lines(span: Span) -> range:
    return range(span.line, span.end_line + 1)


def _in_item(item: ListItem, held: set[int]) -> Iterator[Span]:
    missing = [span for span in _in_blocks(item.blocks, held)]
    label = _is_label(item.phrase) and held.intersection(_lines(item.span))
    said = item.phrase.plain or item.phrase.sources
    if said and item.phrase.span.line not in held and not label:
        yield item.phrase.span
    yield from missing


def _is_label(phrase: Phrase) -> bool:
    return phrase.plain.find(":") == len(phrase.plain) - 1
