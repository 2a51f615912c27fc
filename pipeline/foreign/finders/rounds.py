"""The rounds of the interview that companies have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.foreign.leads import Entry, entries, entry
from pipeline.foreign.parts import Part
from pipeline.foreign.places import Find, Place, View, below, is_label, lead_ins, paragraphs
from pipeline.foreign.tables import column, is_form, is_schedule
from pipeline.foreign.titles import read_title
from pipeline.foreign.topics import Topic
from pipeline.model.document import Block, Paragraph, Table

_COMPANY = re.compile(
    r"^(?:at|inside) [A-Z]|\b(?:google|meta|amazon|apple|netflix|microsoft|uber|openai|anthropic|nvidia)\b"
    r"|(?:'|’)s (?:loop|process)|"
    r"sample|a day\b|my (?:experience|interview)|schedule|by company|companies|checklist|timeline|tips|how to|prepar",
    re.IGNORECASE,
)


def find(view: View) -> Iterator[Find]:
    """The rounds of the generic interview: of the part that says most plainly that it lists them."""
    best: tuple[int, list[Find]] = (0, [])
    for place in view.of(Topic.ROUNDS):
        if _COMPANY.search(place.words) and not re.search(r"\brounds?\b|process|stages", place.words, re.IGNORECASE):
            continue
        for weight, found in _round_lists(view, place):
            if len(found) >= 2 and weight > best[0]:
                best = (weight, found)
    yield from best[1]


def _round_lists(view: View, place: Place) -> Iterator[tuple[int, list[Find]]]:
    part = place.part
    plain = bool(re.search(r"\brounds?\b|stages|process|loop|formats?", place.words, re.IGNORECASE))
    for table in (block for block in part.blocks if isinstance(block, Table)):
        name = column(table, r"round|stage|interview|step|type", None)
        if name is not None and not is_form(table) and not is_schedule(table):
            rank = 8 if re.search("round", table.header.cells[name].plain, re.IGNORECASE) else 5
            yield rank, [_row_round(view, table, index, name, place) for index in range(len(table.rows))]
    inner = [p for p in part.parts if not _COMPANY.search(p.title.whole) and not p.title.text.endswith("?")]
    named = [p for p in inner if p.title.number is not None or p.title.duration or p.title.label]
    if len(named or inner) >= 2 and place.own is Topic.ROUNDS and plain:
        yield 6, [_part_round(view, p, place) for p in (named if len(named) >= 2 else inner)]
    for before, listed, _ in lead_ins(part.blocks):
        if before and _COMPANY.search(before.plain) and before.plain.endswith(":"):
            continue
        found = [item for item in entries(listed.items) if not is_label(item.lead.plain)]
        glossed = sum(bool(item.gloss) for item in found)
        if found and (glossed * 2 >= len(found) or plain) and (place.own is Topic.ROUNDS or glossed * 2 >= len(found)):
            yield 4 + 3 * bool(glossed and plain) - 2 * (not glossed), [_round(item, place) for item in found]
    told = [entry(block.phrase) for block in paragraphs(part.blocks)]
    labelled = [
        item
        for item in told
        if item.gloss and (item.bold or len(item.lead.plain.split()) <= 6) and not is_label(item.lead.plain)
    ]
    if len(labelled) >= 2:
        yield 5, [_round(item, place) for item in labelled]


def _round(item: Entry, place: Place) -> Find:
    title = read_title(item.lead.plain)
    lead = replace(item.lead, plain=title.text, markdown=title.text) if title.text != item.lead.plain else item.lead
    return Find(Topic.ROUNDS, lead, blocks=item.blocks, gloss=item.gloss, head=place.part.phrase)


def _row_round(view: View, table: Table, index: int, name: int, place: Place) -> Find:
    row = table.rows[index]
    about = [i for i in range(len(table.header.cells)) if i != name]
    focus = column(table, r"(?:\w+ )?focus|what|covers?|evaluat|tests?|about|purpose|assess|content|topics?|goal", None)
    if focus == name or focus is None:
        focus = next(
            (i for i in about if not re.search("time|duration|length|min|format", table.header.cells[i].plain, re.I)),
            None,
        )
    cell = row.cells[min(name, len(row.cells) - 1)]
    gloss = row.cells[focus] if focus is not None and focus < len(row.cells) else None
    rest: tuple[Block, ...] = tuple(
        Paragraph(c, c.span) for i, c in enumerate(row.cells) if i not in (name, focus) and c.plain
    )
    return Find(Topic.ROUNDS, view.named(cell, cell.plain), "", rest, gloss, head=place.part.phrase)


def _part_round(view: View, part: Part, place: Place) -> Find:
    first = next(iter(paragraphs(part.blocks)), None)
    title = view.named(part.phrase, part.title.text)
    rest = tuple(block for block in below(part) if block is not first)
    return Find(Topic.ROUNDS, title, "", rest, first.phrase if first else None, head=place.part.phrase)
