"""The format-neutral tree: headings, paragraphs, lists, tables, no meaning yet, every block with its span.

Inline content is kept as inline Markdown (CommonMark), whatever the format it was read from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.model.source import Source, Span


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands in braces at the end of a heading or item: `{#release-bar kind=roadmap}`."""

    id: str | None = None
    kind: str | None = None


NO_ATTRIBUTES = Attributes()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Inline content: Markdown without references and attributes, which are kept beside it."""

    markdown: str
    plain: str
    """The words alone, without marks."""
    span: Span
    sources: tuple[str, ...] = ()
    """Source ids of the footnote references that stood in it, in order, each once."""
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text."""

    phrase: Phrase
    span: Span


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item: its own words, then what is nested in it."""

    phrase: Phrase
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ItemList:
    """A bulleted or numbered list."""

    ordered: bool
    items: tuple[ListItem, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with as many cells as were written."""

    cells: tuple[Phrase, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row."""

    header: Row
    rows: tuple[Row, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Code:
    """A block of code, as written."""

    text: str
    language: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation."""

    blocks: tuple[Block, ...]
    span: Span


Block = Paragraph | ItemList | Table | Code | Quote


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what stands right under it, and the sections below it."""

    heading: Heading
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    span: Span

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The leading metadata: plain values, and where each key and value stands."""

    values: Mapping[str, Any]
    spans: Mapping[tuple[str | int, ...], Span]
    """From the path to a key (`("sources", 0, "url")`) to its place."""
    span: Span


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Lines that a reader left out of the tree, and why: they hold no words of the text."""

    span: Span
    reason: str
    """As an editor would say it: `mark-up`, `navigation`, `code around the text`."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file as a tree. `blocks` stand before the first heading."""

    source: Source
    front_matter: FrontMatter | None
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = field(default=())
    left_out: tuple[LeftOut, ...] = ()
    """Only where the format has more than text: pages of the web, text inside a program."""

    def walk(self) -> Iterator[Section]:
        """All sections, in order."""
        for section in self.sections:
            yield from section.walk()
