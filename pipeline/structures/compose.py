"""Structures back into sections: the pieces from which every kind composes what a guide would show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.inline import Run, plain, slug
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
from pipeline.model.item import Bullets, Listing, Prose, Statement, Toolset
from pipeline.model.source import Span
from pipeline.spelling import escape, spell
from pipeline.structures.base import Entry
from pipeline.structures.statements import SEPARATORS, Labels, is_labelled, names_in

NOWHERE = Span("", 1, 1)
NO_LABELS: Labels = {}


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


def bullets(statements: Sequence[Statement], label: str = "", labels: Labels = NO_LABELS) -> list[Block]:
    """Statements as a list; below `label` where one of them would else be read as one of the fields `labels`."""
    listed = item_list(item(said(statement)) for statement in statements)
    unclear = any(is_labelled(statement, labels) for statement in statements)
    return [paragraph(phrase(f"{label}:")), *listed] if unclear else listed


def prose(parts: Prose, label: str = "", labels: Labels = NO_LABELS) -> list[Block]:
    """Running text as blocks; behind `label` from where it would else be read as one of the fields `labels`."""
    unclear = (n for n, part in enumerate(parts) if isinstance(part, Statement) and is_labelled(part, labels))
    last = max(unclear, default=-1)
    return [_block(part, label if number <= last else "") for number, part in enumerate(parts)]


def _block(part: Statement | Bullets | Listing, label: str) -> Block:
    if isinstance(part, Bullets):
        return ItemList(part.ordered, tuple(item(said(inner)) for inner in part.items), NOWHERE)
    if isinstance(part, Listing):
        return Code(part.code, part.language, NOWHERE)
    return paragraph(phrase(f"{label}: {part.text}" if label else part.text, part.sources))


Labelled = tuple[str, Statement | Sequence[Statement] | None]


def fields(*pairs: Labelled) -> list[Block]:
    """Labelled lines as one list; a field of several statements lists them below its label."""
    items: list[ListItem] = []
    for label, content in pairs:
        if isinstance(content, Statement):
            items.append(item(phrase(f"{label}: {content.text}", content.sources)))
        elif content:
            items.append(item(phrase(f"{label}:"), bullets(content)))
    return item_list(items)


def lead(name: str, text: Prose, below: list[Block]) -> tuple[Phrase, list[Block]]:
    """An item with a bold lead: what is said first stands beside the lead, the rest below it."""
    bold = f"**{escape(name)}**"
    first = text[0] if text else None
    words = plain(first.text) if isinstance(first, Statement) else ""
    # What begins like a separator would lose its beginning beside the lead.
    if isinstance(first, Statement) and words and words[0] not in SEPARATORS:
        return phrase(f"{bold}: {first.text}", first.sources), [*prose(text[1:]), *below]
    return phrase(bold), [*prose(text), *below]


def checkpoints(points: Iterable[tuple[str, Sequence[str], str]]) -> list[Block]:
    """Checkpoints, each its words, sources and id, below their label."""
    listed = item_list(item(phrase(*point)) for point in points)
    return [paragraph(phrase("Checkpoints:")), *listed] if listed else []


def names(found: Sequence[str], sources: Sequence[str] = ()) -> Statement | Sequence[Statement]:
    """Names as an enumeration; as a list where a bracket of one would close that of another."""
    if list(names_in(", ".join(found))) == list(found) != []:
        return Statement(text=", ".join(escape(name) for name in found), sources=tuple(sources))
    return [Statement(text=spell([Run(name)]), sources=tuple(sources)) for name in found]


def tools(found: Toolset | None) -> Statement | Sequence[Statement]:
    """A list of tools, with its provenance."""
    return names(found.names, found.sources) if found else ()


def table(header: Sequence[str], rows: Iterable[tuple[Sequence[str], Sequence[str]]]) -> list[Block]:
    """A table; each row has its cells as inline Markdown, and its sources, which its last cell bears."""
    drawn = tuple(
        Row((*(phrase(cell) for cell in cells[:-1]), phrase(cells[-1], sources)), NOWHERE) for cells, sources in rows
    )
    return [Table(Row(tuple(own(name) for name in header), NOWHERE), drawn, NOWHERE)]
