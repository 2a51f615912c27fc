"""Skills: items, headings, rows, or enumerated in a sentence, in the bucket that the words around them say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.foreign.buckets import bucket_of
from pipeline.foreign.enumerations import LISTS, enumerations, sentences
from pipeline.foreign.leads import Entry, entries, entry
from pipeline.foreign.places import Find, Place, View, is_label, lead_ins, once, paragraphs
from pipeline.foreign.tables import column, is_form, roles_in
from pipeline.foreign.topics import Topic, topic_of
from pipeline.model.document import Block, ItemList, Paragraph, Phrase, Table
from pipeline.structures.buckets import Bucket

_UNSORTED: Bucket = "unspecified"
_LONGEST = 14
"""Words of a skill's name: what is longer tells something."""
_NOUN = re.compile(
    r"skills?\b|competenc|strengths?\b|abilit(?:y|ies)|expertise|capabilit|proficien|foundation|grounding"
    r"|areas? (?:of focus|that)|knowledge"
    r"|expand\w* into|rely on|comfortable with|build up|(?:need|have|want|learn)\w* to (?:learn|know"
    r"|master|pick up)|toolkit|familiar",
    re.IGNORECASE,
)
OPENING = re.compile(
    LISTS.pattern
    + r"|\b(?:expand\w* into|(?:foundation|competenc\w+|skills?|expertise|proficien\w+|grounding|strengths?"
    r"|fluen\w+) in"
    r"|knowledge of|(?:comfortable|familiar\w*|experience|fluent) (?:with|in)|rely on|build up|(?:to"
    r"|must) (?:learn|master|know|acquire|pick up))\s+",
    re.IGNORECASE,
)
_PILLARS = re.compile(
    r"^(?:these|those|all of these) (?:are|will be) (?:\w+ ){0,3}(?:strong |core )?(?:pillars|strengths|skills|assets)",
    re.I,
)
_STOP_TITLES = re.compile(r"tl;?dr|how to|why |what |when |overview|example|note|resources", re.IGNORECASE)


def find(view: View) -> Iterator[Find]:
    """All skills of a document, each once a bucket."""
    return once((found for found in _all(view) if re.search(r"\w", found.title.plain)), by_group=True)


def _all(view: View) -> Iterator[Find]:
    listed = False
    for place in view.of(Topic.SKILLS):
        for found in _in_place(view, place):
            listed = True
            yield found
    for place in view.places:
        for found in (*_pillars(place), *_led(place)):
            listed = True
            yield found
    if not listed:
        for found in _in_sentences(view, view.opening, None):
            yield found
    open_topics = (None, Topic.OTHER, Topic.COMPARISON)
    for place in view.places:
        if place.topic in open_topics and not listed and not re.match(r"conclusion|final|summary", place.words, re.I):
            yield from _in_sentences(view, place.part.blocks, None)


def _in_place(view: View, place: Place) -> Iterator[Find]:
    """What one part says: its own heading may be a skill, or lead in a list, a table, or parts that are skills."""
    part, bucket = place.part, place.bucket or _UNSORTED
    is_skill = place.parent is Topic.SKILLS and place.own is not Topic.SKILLS
    if is_skill and (_STOP_TITLES.match(part.title.text) or _is_detail(place)):
        return
    described = bool(paragraphs(part.blocks)) or not part.blocks
    if is_skill and described and len(part.title.text.split()) <= 10:
        title = view.named(part.phrase, part.title.text)
        rest = tuple(block for block in part.blocks if not isinstance(block, ItemList))
        yield Find(Topic.SKILLS, title, bucket, rest, head=_head(place))
        yield from _glossed(place, bucket)
        return
    found = [*_lists(place, bucket), *_tables(view, place, bucket)]
    yield from found or (_labelled(place, bucket) or _in_sentences(view, part.blocks, bucket))


def _is_detail(place: Place) -> bool:
    """Whether what a heading stands below is a skill already, not a group of skills."""
    above = place.above[-1]
    return topic_of(above.title.whole) is not Topic.SKILLS and bool(paragraphs(above.blocks))


def _head(place: Place) -> Phrase:
    return place.head if place.parent is Topic.SKILLS else place.part.phrase


def _glossed(place: Place, bucket: Bucket) -> Iterator[Find]:
    """Bullets below a skill are skills too where each has a name of its own and says something of it."""
    for _, listed, _ in lead_ins(place.part.blocks):
        found = entries(listed.items)
        if all(item.gloss and not is_label(item.lead.plain) for item in found):
            yield from (_entry(item, bucket, _head(place)) for item in found)


def _entry(item: Entry, bucket: str, head: Phrase | None) -> Find:
    return Find(Topic.SKILLS, item.lead, bucket, item.blocks, item.gloss, head=head)


def _lists(place: Place, bucket: Bucket) -> Iterator[Find]:
    for before, listed, _ in lead_ins(place.part.blocks):
        told = before.plain if before and before.plain.endswith(":") else ""
        if told and (
            topic_of(told) in (Topic.PROJECTS, Topic.DUTIES, Topic.ROADMAP)
            or re.search(r"challenge|advantage|job", told, re.I)
        ):
            continue
        own = bucket if bucket != _UNSORTED else (bucket_of(told) or _UNSORTED)
        found = [item for item in entries(listed.items) if not is_label(item.lead.plain)]
        mixed = own == _UNSORTED and len({item.refused for item in found}) == 2
        for item in found:
            if item.lead.plain.endswith(("?", "!")) or len(item.lead.plain.split()) > _LONGEST:
                continue
            sided = ("new" if item.refused else "carries-over") if mixed else own
            yield _entry(item, sided, before if told and before else place.part.phrase)


def _tables(view: View, place: Place, bucket: Bucket) -> Iterator[Find]:
    for table in (block for block in place.part.blocks if isinstance(block, Table)):
        if is_form(table) or len(roles_in(view, table)) >= 2:
            continue
        name = column(table, r"skill|area|competenc|capabilit|topic|technolog|what you|strength|gap|category", 0)
        tells = column(table, r"bucket|status|transfer|carr|have it|level of|gap", None)
        for row in table.rows:
            if name >= len(row.cells) or not row.cells[name].plain:
                continue
            told = (
                bucket_of(row.cells[tells].plain)
                if tells is not None and tells != name and tells < len(row.cells)
                else None
            )
            rest: tuple[Block, ...] = tuple(
                Paragraph(cell, cell.span) for at, cell in enumerate(row.cells) if at != name and cell.plain
            )
            lead = entry(row.cells[name]).lead if "**" in row.cells[name].markdown else row.cells[name]
            yield Find(
                Topic.SKILLS, view.named(row.cells[name], lead.plain), told or bucket, rest, head=place.part.phrase
            )


def _labelled(place: Place, bucket: Bucket) -> list[Find]:
    """Paragraphs that each begin with a name and a separator."""
    found = [entry(block.phrase) for block in paragraphs(place.part.blocks)]
    named = [
        item for item in found if item.gloss and not is_label(item.lead.plain) and len(item.lead.plain.split()) <= 7
    ]
    return [_entry(item, bucket, place.part.phrase) for item in named] if len(named) >= 2 else []


def _pillars(place: Place) -> Iterator[Find]:
    """A list that the next sentence calls strengths."""
    for _, listed, after in lead_ins(place.part.blocks):
        if after and _PILLARS.match(after.plain) and place.topic is not Topic.SKILLS:
            for item in entries(listed.items):
                yield _entry(item, bucket_of(after.plain) or "carries-over", place.part.phrase)


def _led(place: Place) -> Iterator[Find]:
    """A list in another part whose lead-in says that these are skills, and which."""
    if place.topic not in (None, Topic.OTHER, Topic.COMPARISON):
        return
    for before, listed, _ in lead_ins(place.part.blocks):
        told = bucket_of(before.plain) if before and before.plain.endswith(":") else None
        if before and told and re.search(r"\b(?:skills?|strengths?|competenc\w+|gaps?)\b", before.plain, re.IGNORECASE):
            yield from (_entry(item, told, before) for item in entries(listed.items) if not is_label(item.lead.plain))


def _in_sentences(view: View, blocks: Sequence[Block], bucket: Bucket | None) -> Iterator[Find]:
    for block in paragraphs(blocks):
        for sentence in sentences(block.phrase.plain):
            for listed in enumerations(sentence, OPENING):
                told = last_bucket(listed.cue)
                if not (bucket or told or _NOUN.search(listed.cue)) or not _NOUN.search(listed.cue):
                    continue
                if (
                    bucket is None
                    and told is None
                    and not re.search(r"skills?|competenc|should be|comfortable", listed.cue, re.I)
                ):
                    continue
                for item in listed.items:
                    group = told or bucket or _UNSORTED
                    yield Find(Topic.SKILLS, view.named(block.phrase, item), group, partial=True)


def last_bucket(cue: str) -> Bucket | None:
    """The bucket that the clause nearest to a list names."""
    clauses = re.split(r"[,;:]\s|\s(?:while|but|whereas|however)\s", cue)
    return next((found for clause in reversed(clauses) if (found := bucket_of(clause))), None)
