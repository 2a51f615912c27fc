"""Our layout: what was found, as sections that a guide of our own would show, so that `extract` reads them as always.

Words and spans are those of the source; only the headings that our format needs are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.foreign.leads import first_sentence
from pipeline.foreign.places import Find
from pipeline.foreign.prose import plainly, said
from pipeline.foreign.topics import Topic
from pipeline.inline import slug
from pipeline.model.document import (
    Attributes,
    Block,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Phrase,
    Row,
    Section,
    Table,
)
from pipeline.model.duration import read_duration
from pipeline.model.source import Span
from pipeline.spelling import escape
from pipeline.structures.buckets import bucket_title

Blocks = tuple[Block, ...]


def ours(words: str, span: Span) -> Phrase:
    """A heading of our own, standing where the source has one of its own or its first item."""
    return Phrase(escape(words), words, span)


def section(title: Phrase, level: int, blocks: Iterable[Block], inner: Iterable[Section] = ()) -> Section:
    """A section."""
    return Section(Heading(level, title), tuple(blocks), tuple(inner), title.span)


def _entry(find: Find, level: int = 4) -> Section:
    return section(_titled(find.title), level, said(find))


def _titled(phrase: Phrase) -> Phrase:
    """A title without links and marks: it is a name now."""
    return Phrase(escape(phrase.plain), phrase.plain, phrase.span)


def _grouped(finds: Sequence[Find]) -> Iterator[tuple[str, list[Find]]]:
    groups: dict[str, list[Find]] = {}
    for found in finds:
        groups.setdefault(found.group, []).append(found)
    yield from groups.items()


def _span(finds: Sequence[Find]) -> Span:
    return (finds[0].head or finds[0].title).span


def skills(finds: Sequence[Find], intro: Blocks) -> Section:
    """One heading a bucket."""
    order = ("carries-over", "easier", "new", "unspecified")
    inner = [
        section(ours(bucket_title(name), _span(group)), 3, (), map(_entry, group))  # type: ignore[arg-type]
        for name, group in sorted(_grouped(finds), key=lambda part: order.index(part[0]))
    ]
    return section(ours("Skills", _span(finds)), 2, intro, inner)


def comparison(finds: Sequence[Find], intro: Blocks, columns: tuple[str, str]) -> Section:
    """One table."""
    span = _span(finds)
    header = Row((ours("Dimension", span), *(ours(name, span) for name in columns)), span)
    rows = tuple(Row((found.title, *found.sides), found.sides[0].span) for found in finds)
    return section(ours("Comparison", span), 2, (*intro, Table(header, rows, span)))


def duties(finds: Sequence[Find], intro: Blocks) -> Section:
    """One heading a role, its duties as a list."""
    inner = []
    for name, group in _grouped(finds):
        items = tuple(ListItem(found.title, (), found.title.span) for found in group)
        inner.append(section(ours(name, _span(group)), 3, [ItemList(False, items, _span(group))]))
    return section(ours("Responsibilities", _span(finds)), 2, intro, inner)


def roadmap(finds: Sequence[Find], intro: Blocks) -> Section:
    """One heading a phase, numbered as printed or else in order."""
    inner = []
    for order, found in enumerate(finds, start=1):
        number = order if found.number is None else found.number
        readable = found.duration if found.duration and read_duration(found.duration) else None
        tail = f" ({found.duration})" if readable else ""
        words = f"Phase {number}: {found.title.plain}{tail}"
        untold: Blocks = ()
        if found.duration and not readable and found.head:
            untold = (
                Paragraph(replace(found.head, markdown=escape(found.duration), plain=found.duration), found.head.span),
            )
        heading = Phrase(escape(words), words, found.title.span, (), Attributes(slug(found.title.plain)))
        inner.append(section(heading, 3, (*untold, *said(found))))
    return section(ours("Roadmap", _span(finds)), 2, intro, inner)


def projects(finds: Sequence[Find], intro: Blocks) -> Section:
    """What to build, and what to avoid."""
    inner = [
        section(ours("To build" if name == "build" else "To avoid", _span(group)), 3, (), map(_entry, group))
        for name, group in sorted(_grouped(finds), reverse=True)
    ]
    return section(ours("Projects", _span(finds)), 2, intro, inner)


def rounds(finds: Sequence[Find], intro: Blocks) -> Section:
    """One heading a round, its focus first."""
    inner = []
    for found in finds:
        focus: Blocks = ()
        rest: Blocks = found.blocks
        if found.gloss and first_sentence(found.gloss.plain).rstrip(": "):
            words = first_sentence(found.gloss.plain).rstrip(": ")
            line = Phrase(f"Focus: {escape(words)}", f"Focus: {words}", found.gloss.span)
            focus = (ItemList(False, (ListItem(line, (), line.span),), line.span),)
            left = found.gloss.plain[len(words) :].lstrip(" :")
            if left:
                rest = (Paragraph(Phrase(escape(left), left, found.gloss.span), found.gloss.span), *rest)
        inner.append(section(_titled(found.title), 4, (*focus, *plainly(rest))))
    group = section(ours("Rounds", _span(finds)), 3, (), inner)
    return section(ours("Interview", _span(finds)), 2, intro, [group])


def questions(finds: Sequence[Find], intro: Blocks) -> Section:
    """One heading a domain, its questions as a list, an answer as the outline of one."""
    inner = []
    for name, group in _grouped(finds):
        label = ours("Questions:", _span(group))
        items = tuple(_question(found) for found in group)
        blocks: list[Block] = [Paragraph(label, label.span), ItemList(False, items, _span(group))]
        inner.append(section(ours(name or "Questions", _span(group)), 3, blocks))
    return section(ours("Questions", _span(finds)), 2, intro, inner)


def _question(found: Find) -> ListItem:
    points: list[ListItem] = []
    for block in said(found):
        if isinstance(block, Paragraph):
            points.append(ListItem(block.phrase, (), block.span))
        elif isinstance(block, ItemList):
            points += block.items
    if not points:
        return ListItem(found.title, (), found.title.span)
    label = ours("Outline:", points[0].span)
    outline: Block = ItemList(
        False, (ListItem(label, (ItemList(False, tuple(points), label.span),), label.span),), label.span
    )
    return ListItem(found.title, (outline,), found.title.span)


def entries(heading: str, finds: Sequence[Find], intro: Blocks) -> Section:
    """One heading an entry: mistakes and questions of readers."""
    return section(ours(heading, _span(finds)), 2, intro, [_entry(found, 3) for found in finds])


def overview(blocks: Sequence[Block]) -> Section:
    """What stands before everything else."""
    span = blocks[0].span
    return section(ours("Overview", span), 2, plainly(blocks))


def laid_out(topic: Topic, finds: Sequence[Find], intro: Blocks, columns: tuple[str, str]) -> Section:
    """The section of a kind."""
    if topic is Topic.COMPARISON:
        return comparison(finds, intro, columns)
    if topic in (Topic.MISTAKES, Topic.FAQ):
        return entries("Mistakes" if topic is Topic.MISTAKES else "FAQ", finds, intro)
    drawn = {
        Topic.SKILLS: skills,
        Topic.DUTIES: duties,
        Topic.ROADMAP: roadmap,
        Topic.PROJECTS: projects,
        Topic.ROUNDS: rounds,
        Topic.QUESTIONS: questions,
    }
    return drawn[topic](finds, intro)
