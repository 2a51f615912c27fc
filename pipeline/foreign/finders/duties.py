"""What each role answers for: lists below a heading or lead-in that says so, or sentences about a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.foreign.enumerations import enumerations, sentences, shared_object
from pipeline.foreign.places import Find, Place, View, all_blocks, is_label, lead_ins, paragraphs
from pipeline.foreign.roles import Named
from pipeline.foreign.tables import column
from pipeline.foreign.topics import Topic, topic_of
from pipeline.model.document import Block, Table

_VERBS = frozenset(
    re.findall(
        r"\w+",
        """manage train evaluate deploy monitor build design write ensure maintain define respond automate own run ship
        create operate develop support review test handle lead plan analyse analyze optimise optimize improve
        collaborate communicate document integrate implement measure report debug investigate prepare present translate
        work keep make continuously set""",
    )
)
_DUTY = re.compile(
    r"\b(?:(?:is|are)\s+(?:\w+\s+)?(?:responsible for|tasked with|in charge of|accountable for|expected to)"
    r"|responsibilities,?\s+(?:including|such as|include|like)|duties\s+(?:include|are|such as)|must"
    r"|(?:focus|focuses|concentrate|concentrates) on)\s+",
    re.IGNORECASE,
)

_MANAGE = re.compile(
    r"^\W*(?:s\W+)?(?:already |typically |usually |often |mainly )?(?:manage|handle|own|oversee|run)s?\s+",
    re.IGNORECASE,
)


def find(view: View) -> Iterator[Find]:
    """Duties of lists, or where there are none, of sentences."""
    duties = list(_duties(view))
    yield from duties or [found for blocks, _ in all_blocks(view) for found in _duties_told(view, blocks)]


def _duties(view: View) -> Iterator[Find]:
    """Items below a heading or lead-in that speaks of duties, each with the role that it or what is above it names."""
    for place in view.places:
        if place.topic in (Topic.FAQ, Topic.QUESTIONS, Topic.ROADMAP, Topic.PROJECTS):
            continue
        for before, listed, _ in lead_ins(place.part.blocks):
            lead = before.plain if before else ""
            says = topic_of(lead) is Topic.DUTIES and lead.endswith(":")
            other = (
                lead.endswith(":")
                and not says
                and (topic_of(lead) is not None or re.search(r"advantage|challenge|tools", lead, re.IGNORECASE))
            )
            if not (says or (place.topic is Topic.DUTIES and not other)):
                continue
            role = _role_above(view, place, lead)
            for item in listed.items if role else ():
                if role and item.phrase.plain:
                    yield Find(Topic.DUTIES, item.phrase, role.name, item.blocks, head=place.part.phrase)
        yield from _duty_table(view, place)


def _role_above(view: View, place: Place, lead: str) -> Named | None:
    for text in (lead, place.words, *(part.title.whole for part in reversed(place.above))):
        named = view.roles.find(text)
        if len({role.slug for role in named}) == 1:
            return named[0]
    return view.target if view.target and not view.origin else None


def _duty_table(view: View, place: Place) -> Iterator[Find]:
    """A table with a role a row: `Role | What it does`."""
    for table in (block for block in place.part.blocks if isinstance(block, Table)):
        if place.topic is Topic.DUTIES and re.match("(?i)responsib|dut(?:y|ies)|task", table.header.cells[0].plain):
            above = _role_above(view, place, "")
            for row in table.rows if above else ():
                yield Find(Topic.DUTIES, row.cells[0], above.name if above else "", head=place.part.phrase)
            continue
        says = column(table, r"responsib|what|dut(?:y|ies)|does|focus|main", None)
        for row in table.rows if place.topic is Topic.DUTIES and says else ():
            role = view.roles.only(row.cells[0].plain) if row.cells else None
            if role and says and says < len(row.cells):
                yield Find(Topic.DUTIES, row.cells[says], role.name, head=place.part.phrase)


def _duties_told(view: View, blocks: Sequence[Block]) -> Iterator[Find]:
    """Duties enumerated in a sentence whose subject is a role, or a word for the role of the sentence before."""
    for block in paragraphs(blocks):
        last: Named | None = None
        for sentence in sentences(block.phrase.plain):
            named = view.roles.find(sentence)
            for role, items in _told(view, sentence, last):
                for item in items:
                    yield Find(Topic.DUTIES, view.named(block.phrase, item), role.name, partial=True)
            last = named[0] if named else last


def _told(view: View, sentence: str, last: Named | None) -> Iterator[tuple[Named, tuple[str, ...]]]:
    named = view.roles.find(sentence)
    for role in named:
        owns = _MANAGE.match(sentence[role.end :])
        if owns:
            opening = re.compile(re.escape(owns[0].strip()) + r"\s+")
            listed = next(enumerations(sentence[role.end :], opening), None)
            if listed and len(listed.items) > 2:
                yield role, listed.items
            return
    for listed in enumerations(sentence, _DUTY):
        subject = next((role for role in reversed(named) if role.end <= listed.start), None)
        before = subject or (last if re.search(r"\b(?:they|it|he|she)\b", listed.cue, re.IGNORECASE) else None)
        items = _as_duties(listed.items, listed.cue)
        if before and items:
            yield before, items


def _as_duties(items: tuple[str, ...], cue: str) -> tuple[str, ...]:
    if shared_object(items):
        return (f"{', '.join(items[:-1])}, and {items[-1]}",)
    nouns = bool(re.search(r"responsibilit|duties", cue, re.IGNORECASE))
    verbs = [item.split()[0].casefold() for item in items]
    alike = all(verb.endswith("ing") for verb in verbs) or sum(verb in _VERBS for verb in verbs) * 2 > len(verbs)
    return items if (nouns or alike) and len(items) > 1 and not is_label(items[0]) else ()
