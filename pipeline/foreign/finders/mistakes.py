"""Mistakes: headings, items and rows, or sentences that announce them one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.foreign.enumerations import sentences
from pipeline.foreign.leads import entries, entry
from pipeline.foreign.parts import Part
from pipeline.foreign.places import Find, Place, View, below, is_label, lead_ins, once, paragraphs
from pipeline.foreign.topics import Topic, topic_of
from pipeline.model.document import Block, Paragraph, Phrase, Table

_CUES = re.compile(
    r"^(?:finally,? |also,? |lastly,? )?(?:(?:an?|one|another|the|yet another)\s+(?:\w+\s+){0,3}(?:mistake"
    r"|misstep|pitfall|error|trap|failing|blunder)s?"
    r"(?:\s+(?:here|people make|i see|candidates make|that \w+ make|many make|to avoid"
    r"|among \w+))*\s+(?:is|was|would be|:)\s+(?:to\s+)?"
    r"|(?:closely )?(?:related|just as common|equally common|as common|just as harmful) (?:is|are)\s+)(?P<told>.+)$",
    re.IGNORECASE,
)

_MAKE = re.compile(r"make (?:the|a) (?:\w+ )?mistake of (?P<told>.+)$", re.IGNORECASE)

_REMEDY = re.compile(
    r"^(?:do this )?instead\b|avoid (?:these|them|this)|remed|^(?:the )?(?:fix|solution)|^how to (?:avoid"
    r"|do|fix)|^what to do",
    re.IGNORECASE,
)


def find(view: View) -> Iterator[Find]:
    found = list(once(found for place in view.of(Topic.MISTAKES) for found in _in_place(view, place)))
    yield from found
    if not found:
        for place in view.places:
            if place.topic in (None, Topic.OTHER):
                yield from _announced(view, place.part.blocks, place.part.phrase)


_LABEL = re.compile(r"^(?:mistake|pitfall|myth|trap|error|anti-?pattern)\s*#?\d*\s*[:.–—-]\s*", re.IGNORECASE)


def _is_one(part: Part, above: Sequence[Part]) -> bool:
    """Whether a heading is a mistake, not a group of them: labelled as one, or below the heading of a group."""
    if _LABEL.match(part.title.text):
        return True
    if not above or topic_of(above[-1].title.whole) is not Topic.MISTAKES or _LABEL.match(above[-1].title.text):
        return False
    if topic_of(part.title.whole) is Topic.MISTAKES or is_label(part.title.text) or _REMEDY.search(part.title.text):
        return False
    return not any(_LABEL.match(sibling.title.text) for sibling in above[-1].parts)


def _in_place(view: View, place: Place) -> Iterator[Find]:
    part = place.part
    inside = any(_is_one(above, place.above[:at]) for at, above in enumerate(place.above))
    if inside or (place.own is not Topic.MISTAKES and _REMEDY.search(part.title.text)):
        return
    if _is_one(part, place.above):
        title = _LABEL.sub("", part.title.text)
        yield Find(Topic.MISTAKES, view.named(part.phrase, title), blocks=below(part), head=place.head)
        return
    yield from list(_announced(view, part.blocks, part.phrase)) or _listed(part)


def _listed(part: Part) -> Iterator[Find]:
    """The items, rows and bold leads of a part."""
    for before, listed, _ in lead_ins(part.blocks):
        if before and before.plain.endswith(":") and _REMEDY.search(before.plain):
            continue
        for item in entries(listed.items):
            if not is_label(item.lead.plain):
                yield Find(Topic.MISTAKES, item.lead, "", item.blocks, item.gloss, head=part.phrase)
    for table in (block for block in part.blocks if isinstance(block, Table)):
        for row in table.rows:
            rest = tuple(Paragraph(cell, cell.span) for cell in row.cells[1:] if cell.plain)
            yield Find(Topic.MISTAKES, row.cells[0], blocks=rest, head=part.phrase)
    labelled = [entry(block.phrase) for block in paragraphs(part.blocks)]
    bold = [item for item in labelled if item.gloss and item.bold and not is_label(item.lead.plain)]
    for item in bold if len(bold) >= 2 else ():
        yield Find(Topic.MISTAKES, item.lead, "", item.blocks, item.gloss, head=part.phrase)


def _announced(view: View, blocks: Sequence[Block], head: Phrase) -> Iterator[Find]:
    """Mistakes that running text announces one by one."""
    for block in paragraphs(blocks):
        for sentence in sentences(block.phrase.plain):
            found = _CUES.match(sentence) or _MAKE.search(sentence)
            if found:
                told = re.sub(r"^that\s+", "", found["told"]).rstrip(" .!:")
                yield Find(Topic.MISTAKES, view.named(block.phrase, told), partial=True, head=head)
