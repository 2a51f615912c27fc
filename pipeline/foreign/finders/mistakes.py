"""Mistakes: headings, items and rows, or sentences that announce them one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.foreign.enumerations import sentences
from pipeline.foreign.leads import entries, entry
from pipeline.foreign.places import Find, Place, View, below, is_label, lead_ins, paragraphs
from pipeline.foreign.topics import Topic
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
    told = False
    for place in view.of(Topic.MISTAKES):
        for found in _in_place(view, place):
            told = True
            yield found
    if not told:
        for place in view.places:
            if place.topic in (None, Topic.OTHER):
                yield from _announced(view, place.part.blocks, place.part.phrase)


def _in_place(view: View, place: Place) -> Iterator[Find]:
    part = place.part
    inner = place.parent is Topic.MISTAKES and place.own is not Topic.MISTAKES
    if inner and not is_label(part.title.text) and not _REMEDY.search(part.title.text):
        title = re.sub(
            r"^(?:mistake|pitfall|myth|trap|error)\s*#?\d*\s*[:–—-]\s*", "", part.title.text, flags=re.IGNORECASE
        )
        yield Find(Topic.MISTAKES, view.named(part.phrase, title), blocks=below(part), head=place.above[-1].phrase)
        return
    announced = list(_announced(view, part.blocks, part.phrase))
    if announced:
        yield from announced
        return
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
