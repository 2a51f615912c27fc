"""Structures back into sections: the pieces from which every kind composes what a guide would show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.inline import plain, slug
from pipeline.model.document import (
    Attributes,
    Block,
    Code,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Phrase,
    Row,
    Section,
    Table,
)
from pipeline.model.item import Bullets, Listing, Prose, Statement
from pipeline.model.source import Span
from pipeline.spelling import escape
from pipeline.structures.base import Entry

NOWHERE = Span("", 1, 1)


def phrase(markdown: str, sources: Sequence[str] = (), id: str | None = None) -> Phrase:
    """Inline content; the id is written only where the words do not give it."""
    words = plain(markdown)
    attributes = Attributes(id if id is not None and id != slug(words) else None)
    return Phrase(markdown, words, NOWHERE, tuple(sources), attributes)


def own(words: str) -> Phrase:
    """Plain words as inline content."""
    return phrase(escape(words))


def title(entry: Entry, before: str = "", after: str = "") -> Phrase:
    """The heading of an entry: its title, sources and id; what stands around the title is no part of it."""
    made = phrase(escape(entry.title), entry.sources, entry.id)
    return replace(made, markdown=f"{before}{made.markdown}{after}", plain=f"{before}{made.plain}{after}")


def said(statement: Statement) -> Phrase:
    """A statement as inline content."""
    return phrase(statement.text, statement.sources)


def section(title: Phrase, level: int, blocks: Iterable[Block], inner: Iterable[Section] = ()) -> Section:
    """A section under a heading."""
    return Section(Heading(level, title), tuple(blocks), tuple(inner), NOWHERE)


def titled(words: str, level: int, blocks: Iterable[Block], inner: Iterable[Section] = ()) -> list[Section]:
    """A section under one of our own headings, if there is anything in it."""
    held, below = tuple(blocks), tuple(inner)
    return [section(phrase(escape(words)), level, held, below)] if held or below else []


def paragraph(content: Phrase) -> Paragraph:
    """A paragraph."""
    return Paragraph(content, NOWHERE)


def item(content: Phrase, blocks: Iterable[Block] = ()) -> ListItem:
    """A list item."""
    return ListItem(content, tuple(blocks), NOWHERE)


def item_list(items: Iterable[ListItem], ordered: bool = False) -> list[Block]:
    """A list, if it has items."""
    held = tuple(items)
    return [ItemList(ordered, held, NOWHERE)] if held else []


def bullets(statements: Iterable[Statement]) -> list[Block]:
    """Statements as a list."""
    return item_list(item(said(statement)) for statement in statements)


def prose(parts: Prose) -> list[Block]:
    """Running text as blocks."""
    blocks: list[Block] = []
    for part in parts:
        if isinstance(part, Bullets):
            blocks.extend(item_list((item(said(inner)) for inner in part.items), part.ordered))
        elif isinstance(part, Listing):
            blocks.append(Code(part.code, part.language, NOWHERE))
        else:
            blocks.append(paragraph(said(part)))
    return blocks


Labelled = tuple[str, Statement | Sequence[Statement] | str | None]


def fields(*pairs: Labelled) -> list[Block]:
    """Labelled lines as one list; a field of several statements lists them below its label."""
    items: list[ListItem] = []
    for label, content in pairs:
        if isinstance(content, str):
            items.extend([item(phrase(f"{label}: {content}"))] if content else [])
        elif isinstance(content, Statement):
            items.append(item(phrase(f"{label}: {content.text}", content.sources)))
        elif content:
            items.append(item(phrase(f"{label}:"), bullets(content)))
    return item_list(items)


def lead(name: str, text: Prose, below: list[Block]) -> tuple[Phrase, list[Block]]:
    """An item with a bold lead: what is said first stands beside the lead, the rest below it."""
    bold = f"**{escape(name)}**"
    if text and isinstance(text[0], Statement):
        return phrase(f"{bold}: {text[0].text}", text[0].sources), [*prose(text[1:]), *below]
    return phrase(bold), [*prose(text), *below]


def checkpoints(points: Iterable[tuple[str, Sequence[str], str]]) -> list[Block]:
    """Checkpoints, each its words, sources and id, below their label."""
    listed = item_list(item(phrase(*point)) for point in points)
    return [paragraph(phrase("Checkpoints:")), *listed] if listed else []


def names(found: Iterable[str]) -> str:
    """Names as an enumeration."""
    return ", ".join(escape(name) for name in found)


def table(header: Sequence[str], rows: Iterable[tuple[Sequence[str], Sequence[str]]]) -> list[Block]:
    """A table; each row has its cells as inline Markdown, and its sources, which its last cell bears."""
    drawn = tuple(
        Row((*(phrase(cell) for cell in cells[:-1]), phrase(cells[-1], sources)), NOWHERE) for cells, sources in rows
    )
    return [Table(Row(tuple(phrase(escape(name)) for name in header), NOWHERE), drawn, NOWHERE)] if drawn else []
