"""The phases of a roadmap: the outermost series of headings, or else of a list or a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.foreign.leads import Entry, entries, entry
from pipeline.foreign.parts import Part
from pipeline.foreign.places import Find, Place, View, below, lead_ins, paragraphs
from pipeline.foreign.tables import column, is_form
from pipeline.foreign.titles import bare, is_duration, read_title
from pipeline.foreign.topics import Topic
from pipeline.model.document import Block, ItemList, Paragraph, Table

_TIME_LABEL = re.compile(
    r"(?:total |estimated |approx\w* )?(?:time(?: ?line| ?frame| needed)?|duration|length)", re.IGNORECASE
)

_CLEAR = ("phase", "month", "week", "day", "quarter", "sprint", "stage", "level", "milestone", "year")


def find(view: View) -> Iterator[Find]:
    """The outermost series: of headings if there is one, else of a list or table below a roadmap's heading."""
    groups = [*_heading_series(view)]
    if not groups:
        groups = [found for place in view.of(Topic.ROADMAP) if (found := _other_series(view, place))][:1]
    seen: set[str] = set()
    for group in groups:
        titles = {found.title.plain.casefold() for found in group}
        if seen and len(titles & seen) * 2 >= len(titles):
            continue
        seen |= titles
        yield from (found for found in group if re.search(r"[^\W\d_]{2}", found.title.plain))


_ORDER = ("phase", "stage", "step", "month", "quarter", "week", "sprint", "day", "milestone", "level", None)
"""Labels by how plainly they are phases; what is not here comes last."""


def _heading_series(view: View) -> list[list[Find]]:
    """The series of the label that is plainest: tiers of skills are none beside phases."""
    groups = _all_series(view)
    labels = [read_title(group[0].head.plain).label if group[0].head else None for group in groups]
    best = min((_rank(label) for label in labels), default=0)
    return [group for group, label in zip(groups, labels, strict=True) if _rank(label) == best]


def _rank(label: str | None) -> int:
    return _ORDER.index(label) if label in _ORDER else len(_ORDER)


def _all_series(view: View) -> list[list[Find]]:
    groups: list[list[Find]] = []
    inside: set[int] = set()
    for siblings, above, topic in _families(view):
        if above and id(above) in inside:
            inside.update(id(part) for part in siblings)
            continue
        members = _members(siblings, topic) if topic is Topic.ROADMAP or not _prepares(view) else []
        if len(members) >= 2:
            inside.update(id(part) for part in members)
            groups.append([_phase(view, part) for part in members])
    return groups


def _prepares(view: View) -> bool:
    """Whether the document prepares for interviews: what it sorts by phase is not what one does."""
    first = view.places[0] if view.places else None
    return bool(first and re.search(r"\binterview", first.words, re.IGNORECASE))


def _families(view: View) -> Iterator[tuple[tuple[Part, ...], Part | None, Topic | None]]:
    """Parts that share a parent, the parent, and what it speaks of."""
    tops = tuple(place.part for place in view.places if not place.above)
    yield tops, None, None
    for place in view.places:
        yield place.part.parts, place.part, place.topic


def _members(siblings: Sequence[Part], topic: Topic | None) -> list[Part]:
    """The siblings that are phases: they bear one label with numbers, or are numbered below a roadmap's heading."""
    if topic in (Topic.QUESTIONS, Topic.FAQ, Topic.MISTAKES, Topic.ROUNDS):
        return []
    for label in dict.fromkeys(part.title.label for part in siblings if part.title.label):
        members = [part for part in siblings if part.title.label == label and part.title.number is not None]
        clear = label in _CLEAR or topic in (Topic.ROADMAP, None)
        if len(members) >= 2 and clear:
            return members
    if topic is Topic.ROADMAP:
        timed = [part for part in siblings if part.title.duration]
        numbered = [part for part in siblings if part.title.number is not None]
        return timed if len(timed) >= 2 else numbered if len(numbered) >= 2 else []
    return []


def _phase(view: View, part: Part) -> Find:
    duration = part.title.duration or _told_duration(part.blocks)
    title = view.named(part.phrase, part.title.text)
    return Find(Topic.ROADMAP, title, blocks=below(part), number=part.title.number, duration=duration, head=part.phrase)


def _told_duration(blocks: Sequence[Block]) -> str | None:
    """The time that a line of the phase tells."""
    told = [entry(block.phrase) for block in paragraphs(blocks)]
    told += [item for block in blocks if isinstance(block, ItemList) for item in entries(block.items)]
    for item in told:
        if item.gloss and _TIME_LABEL.fullmatch(bare(item.lead.plain)) and len(item.gloss.plain) < 40:
            return item.gloss.plain.strip(" .~")
    first = blocks[0].phrase.plain.strip("*_() ") if blocks and isinstance(blocks[0], Paragraph) else ""
    return first if is_duration(first) else None


def _other_series(view: View, place: Place) -> list[Find]:
    """Items or rows that are phases."""
    if place.part.title.label or any(part.title.label for part in place.above):
        return []
    for _, listed, _ in lead_ins(place.part.blocks):
        found = [_item_phase(view, item, place) for item in entries(listed.items)]
        named = [phase for phase in found if phase.number is not None or phase.duration]
        if len(named) >= 2 and len(named) * 2 > len(found):
            return named
    for table in (block for block in place.part.blocks if isinstance(block, Table)):
        if not is_form(table) and column(table, "phase|stage|step|month|week|period|time", None) is not None:
            return [_row_phase(view, table, index, place) for index in range(len(table.rows))]
    labelled = [_item_phase(view, entry(block.phrase), place) for block in paragraphs(place.part.blocks)]
    named = [phase for phase in labelled if phase.number is not None]
    return named if len(named) >= 2 else []


def _item_phase(view: View, item: Entry, place: Place) -> Find:
    title = read_title(item.lead.plain)
    text, phrase, gloss = title.text, item.lead, item.gloss
    if title.label and gloss and text in ("", title.duration, title.whole):
        inner = entry(gloss)
        phrase, gloss = (inner.lead, inner.gloss) if inner.gloss else (gloss, None)
        text = read_title(phrase.plain).text
    return Find(
        Topic.ROADMAP,
        view.named(phrase, text.rstrip(".")),
        blocks=item.blocks,
        gloss=gloss,
        number=title.number if title.label else None,
        duration=title.duration or _told_duration(item.blocks),
        head=place.part.phrase,
    )


def _row_phase(view: View, table: Table, index: int, place: Place) -> Find:
    row = table.rows[index]
    first = column(table, "phase|stage|step", 0)
    time = column(table, "time|duration|weeks?|months?|length|period|when", None)
    says = column(table, "focus|title|what|goal|topic|theme|name", None)
    cell = row.cells[min(first, len(row.cells) - 1)]
    title = read_title(cell.plain)
    bare_label = (title.label and title.text == title.whole) or title.duration == title.text
    named = row.cells[says] if says is not None and says < len(row.cells) and bare_label else cell
    rest: tuple[Block, ...] = tuple(
        Paragraph(c, c.span) for c in row.cells if c is not named and c is not cell and c.plain
    )
    return Find(
        Topic.ROADMAP,
        view.named(named, read_title(named.plain).text),
        blocks=rest,
        number=title.number,
        duration=row.cells[time].plain if time is not None and time < len(row.cells) else title.duration,
        head=place.part.phrase,
    )
