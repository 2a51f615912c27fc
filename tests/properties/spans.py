"""Every place that a document or a finding names, and what it must keep to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.model.document import Block, Code, Document, ItemList, Paragraph, Phrase, Quote, Section, Table
from pipeline.model.source import Source, Span


def fault(span: Span, source: Source) -> str:
    """What is wrong with a span of this source; nothing if it lies inside the file."""
    if not 1 <= span.line <= span.end_line <= len(source.lines):
        return f"lines {span.line} to {span.end_line} of {len(source.lines)}"
    first, last = source.lines[span.line - 1], source.lines[span.end_line - 1]
    if span.column is not None and not 1 <= span.column <= len(first) + 1:
        return f"column {span.column} of {first!r}"
    if span.end_column is not None and not 1 <= span.end_column <= len(last) + 1:
        return f"end column {span.end_column} of {last!r}"
    if span.end_line == span.line and span.column and span.end_column and span.end_column < span.column:
        return f"columns {span.column} to {span.end_column}"
    return ""


def faults(spans: Iterable[Span], source: Source) -> list[str]:
    """All that is wrong with these spans."""
    return [f"{span}: {found}" for span in spans if (found := fault(span, source))]


def spans_of(document: Document) -> Iterator[Span]:
    """Every span of a document."""
    if document.front_matter:
        yield document.front_matter.span
        yield from document.front_matter.spans.values()
    yield from (phrase.span for phrase in phrases_of(document))
    for block in blocks_of(document):
        yield block.span
        if isinstance(block, ItemList):
            yield from (item.span for item in block.items)
        if isinstance(block, Table):
            yield from (row.span for row in (block.header, *block.rows))
    yield from (section.span for section in document.walk())


def blocks_of(document: Document) -> Iterator[Block]:
    """Every block of a document, those in other blocks too."""
    for blocks in (document.blocks, *(section.blocks for section in document.walk())):
        yield from _within(blocks)


def _within(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Quote):
            yield from _within(block.blocks)
        if isinstance(block, ItemList):
            for item in block.items:
                yield from _within(item.blocks)


def phrases_of(document: Document) -> Iterator[Phrase]:
    """Every phrase of a document."""
    yield from (section.heading.phrase for section in document.walk())
    for block in blocks_of(document):
        if isinstance(block, Paragraph):
            yield block.phrase
        if isinstance(block, ItemList):
            yield from (item.phrase for item in block.items)
        if isinstance(block, Table):
            yield from (cell for row in (block.header, *block.rows) for cell in row.cells)


def words_of(document: Document) -> str:
    """All that a document says."""
    code = (f"{block.language} {block.text}" for block in blocks_of(document) if isinstance(block, Code))
    return " ".join([*(phrase.plain for phrase in phrases_of(document)), *code])


def disorder(outer: Section) -> list[str]:
    """Parts of a section that reach out of it, or stand before what precedes them."""
    found: list[str] = []
    last = outer.heading.phrase.span.line
    for part in (*outer.blocks, *outer.sections):
        if part.span.line < last or part.span.end_line > outer.span.end_line:
            found.append(f"{part.span} to {part.span.end_line} in {outer.span} to {outer.span.end_line}")
        last = part.span.line
    return found + [fault for inner in outer.sections for fault in disorder(inner)]
