"""Interview questions: items, headings and bold lines that ask, by domain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.foreign.finders.asked import QUOTES, cut_question, is_asked
from pipeline.foreign.leads import named
from pipeline.foreign.parts import Part
from pipeline.foreign.places import Find, Place, View, lead_ins, once, paragraphs
from pipeline.foreign.topics import Topic, topic_of
from pipeline.model.document import Block, Phrase, Table

_LISTENS = re.compile(
    r"(?:listen|look)(?:s|ing)? for|evaluat|whether you|assess|signals|expect to|strong answers?|follow-ups?|tips",
    re.IGNORECASE,
)


def find(view: View) -> Iterator[Find]:
    about = any(place.topic is Topic.QUESTIONS for place in view.places) or any(
        topic_of(block.phrase.plain) is Topic.QUESTIONS for block in paragraphs(view.opening[:2])
    )
    asking = (Topic.QUESTIONS, Topic.ROUNDS, None)
    places = (place for place in view.places if about and place.topic in asking)
    return once(found for place in places for found in _asked(view, place))


def _asked(view: View, place: Place) -> Iterator[Find]:
    part = place.part
    strict = place.topic is not Topic.QUESTIONS
    loosely = not strict and bool(part.title.number)
    if place.parent is Topic.QUESTIONS and place.above and is_asked(part.title.text, not loosely):
        title = view.named(part.phrase, part.title.text.strip(QUOTES))
        yield _question(title, _domain(place.above[-1]), part.blocks, place)
        return
    yield from _in_lists(place, strict)
    for table in (block for block in part.blocks if isinstance(block, Table)):
        for row in table.rows:
            cell = next((cell for cell in row.cells if cell.plain.endswith("?")), None)
            if cell:
                yield _question(cell, _domain(part), (), place)
    for block in paragraphs(part.blocks):
        found = cut_question(block.phrase, True)
        numbered = re.match(r"(?:Q\d*|\d+)[.:)]", block.phrase.plain)
        if found and (not strict or numbered) and len(found[0].plain.split()) < 40:
            yield _question(found[0], _domain(part), found[1], place)


def _in_lists(place: Place, strict: bool) -> Iterator[Find]:
    """The lists of a part of which most items ask."""
    for before, listed, _ in lead_ins(place.part.blocks):
        if before and before.plain.endswith(":") and _LISTENS.search(before.plain):
            continue
        loosely = not strict or any("?" in item.phrase.plain for item in listed.items)
        told = [(item, cut_question(item.phrase, not loosely)) for item in listed.items if item.phrase.plain]
        asked = [(item, found) for item, found in told if found]
        if len(asked) * 2 >= len(told):
            for item, (phrase, rest) in asked:
                yield _question(phrase, _domain(place.part), (*rest, *item.blocks), place)


def _question(phrase: Phrase, domain: Phrase | None, blocks: Sequence[Block], place: Place) -> Find:
    return Find(
        Topic.QUESTIONS, phrase, domain.plain if domain else "", tuple(blocks), head=domain or place.part.phrase
    )


def _domain(part: Part) -> Phrase:
    return named(part.phrase, part.title.text)
