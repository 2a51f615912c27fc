"""Projects: titles below a heading or label that says so, or enumerated in a sentence that recommends them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.foreign.enumerations import LISTS, enumerations, sentences
from pipeline.foreign.leads import Entry, entries, entry, named
from pipeline.foreign.parts import Part
from pipeline.foreign.places import Find, Place, View, below, is_label, lead_ins, once, paragraphs
from pipeline.foreign.tables import column, is_form
from pipeline.foreign.titles import read_title
from pipeline.foreign.topics import Topic, topic_of
from pipeline.model.document import Block, Paragraph, Phrase, Table

_LABELLED = re.compile(
    r"^(?:(?:reference|alternative|sample|example|starter|flagship|main|second|first|third|bonus|capstone"
    r"|portfolio|mini|beginner|intermediate|advanced)\s+)?"
    r"(?:project|build|idea)\s*#?\d*\s*[:–—-]\s*(?P<title>.+)$",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?:(?:beginner|intermediate|advanced|easy|medium|hard|starter|expert|entry|junior|senior|basic"
    r"|foundation\w*|capstone|mini)s?[\s,/&-]*(?:level|friendly|projects?|builds?|ideas?)?\s*)+"
    r"|(?:level|tier|project|build|week|month|phase|stage)\s*#?\d+|(?:projects?|ideas?|build)(?: \w+){0,3}",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:\w+[\s-]){0,3}(?:projects?|project ideas|build|builds|things to build|build (?:this|these"
    r"|one of these))\s*(?:\([^)]*\))?\s*:$",
    re.IGNORECASE,
)
_AVOID = re.compile(
    r"\bavoid|\bskip|\bnot (?:to )?build|don(?:'|’)t|\bnot worth|overdone|overused|clich|stay away|🚫|❌", re.IGNORECASE
)
_NOT_ONE = re.compile(
    r"^(?:problem statement|core components?|components|tech(?:nology)? stack|stack|architecture"
    r"|deliverables?|pitfalls?|what (?:these|this|they|it)\b.*|why\b.*|how\b.*"
    r"|goals?|overview|requirements|tips\b.*|conclusion|key takeaways|where to\b.*|resources|example|steps"
    r"|features?|outcomes?|skills (?:shown|demonstrated).*)$",
    re.IGNORECASE,
)
_GUIDES = re.compile(r"demonstrate|criteria|should|make sure|tips|tools|why", re.IGNORECASE)
_RECOMMENDS = re.compile(r"\bprojects?\b", re.IGNORECASE)
_MODIFIER = re.compile(
    r",\s|\s(?:that|which|who|only|show|shows|prove|proves|do|does|are|is|will|where|demonstrates?)\s"
)


def find(view: View) -> Iterator[Find]:
    """All projects of a document, each once among what to build and once among what to avoid."""
    return once((found for found in _all(view) if re.search(r"\w", found.title.plain)), by_group=True)


def _all(view: View) -> Iterator[Find]:
    listed = False
    for place in view.places:
        if place.topic is Topic.PROJECTS:
            for found in _in_place(view, place):
                listed = True
                yield found
        elif place.topic not in (Topic.QUESTIONS, Topic.FAQ, Topic.ROUNDS, Topic.MISTAKES):
            yield from _below_labels(place)
    if not listed:
        for blocks in (
            view.opening,
            *(p.part.blocks for p in view.places if p.topic not in (Topic.FAQ, Topic.QUESTIONS)),
        ):
            yield from _in_sentences(view, blocks)


def _group(place: Place) -> str:
    words = [place.part.phrase.plain, *(part.phrase.plain for part in place.above[1:])]
    return "avoid" if any(_AVOID.search(text) for text in words) else "build"


def _in_place(view: View, place: Place) -> Iterator[Find]:
    part, group = place.part, _group(place)
    labelled = _LABELLED.match(part.title.whole)
    siblings = place.above[-1].parts if place.above else ()
    if labelled and not _LEVEL.fullmatch(labelled["title"]):
        yield Find(Topic.PROJECTS, view.named(part.phrase, labelled["title"]), group, below(part), head=place.head)
        return
    if any(_is_one(above, place.above[:at]) for at, above in enumerate(place.above)):
        return
    if place.parent is Topic.PROJECTS and not _is_group(part):
        if not any(_LABELLED.match(sibling.title.whole) for sibling in siblings):
            yield Find(Topic.PROJECTS, view.named(part.phrase, part.title.text), group, below(part), head=place.head)
        return
    if _NOT_ONE.match(part.title.text):
        return
    yield from _lists(place, group)
    yield from _tables(view, place, group)
    yield from _told(place, group)


def _is_one(part: Part, above: Sequence[Part]) -> bool:
    """Whether a heading above is a project itself: what stands below it is part of it."""
    labelled = _LABELLED.match(part.title.whole)
    if labelled and not _LEVEL.fullmatch(labelled["title"]):
        return True
    return bool(above) and topic_of(above[-1].title.whole) is Topic.PROJECTS and not _is_group(part)


def _is_group(part: Part) -> bool:
    """Whether a heading below "Projects" holds projects, rather than being one."""
    text = part.title.text
    own = topic_of(part.title.whole)
    if _LEVEL.fullmatch(text) or _NOT_ONE.match(text) or own is Topic.PROJECTS or _AVOID.search(text):
        return True
    described = bool(paragraphs(part.blocks))
    found = [item for _, listed, _ in lead_ins(part.blocks) for item in entries(listed.items)]
    return (
        not described
        and bool(found)
        and all(not is_label(item.lead.plain) for item in found)
        and any(i.gloss for i in found)
    )


def _item(item: Entry, group: str, head: Phrase) -> Find:
    """An item: its lead, unless that says only which number or level it is."""
    lead, gloss = item.lead, item.gloss
    if gloss and (_LEVEL.fullmatch(lead.plain) or is_label(lead.plain)):
        inner = entry(gloss)
        lead, gloss = inner.lead, inner.gloss
    title = read_title(lead.plain).text
    if group == "avoid" or len(title.split()) > 14:
        title = _noun(title)
    return Find(Topic.PROJECTS, named(lead, title.rstrip(". ")), group, item.blocks, gloss, head=head)


def _lists(place: Place, group: str) -> Iterator[Find]:
    """The items of lists, but for those that tell how to build and those that are fields of one project."""
    for before, listed, _ in lead_ins(place.part.blocks):
        if before and before.plain.endswith(":") and _GUIDES.search(before.plain):
            continue
        found = entries(listed.items)
        if not all(is_label(item.lead.plain) for item in found):
            yield from (_item(item, group, place.part.phrase) for item in found)


def _noun(text: str) -> str:
    """The noun that a sentence begins with, without what is said of it."""
    found = _MODIFIER.search(text)
    return text[: found.start()] if found and len(text.split()) > 6 else text


def _tables(view: View, place: Place, group: str) -> Iterator[Find]:
    for table in (block for block in place.part.blocks if isinstance(block, Table)):
        name = column(table, "project|idea|name|title|build", 0)
        for row in table.rows if not is_form(table) else ():
            if name < len(row.cells) and row.cells[name].plain:
                rest = tuple(Paragraph(c, c.span) for i, c in enumerate(row.cells) if i != name and c.plain)
                title = entry(row.cells[name]).lead.plain
                yield Find(Topic.PROJECTS, view.named(row.cells[name], title), group, rest, head=place.part.phrase)


def _told(place: Place, group: str) -> Iterator[Find]:
    """Paragraphs that each begin with a project's name, bold or before a separator."""
    told = [entry(block.phrase) for block in paragraphs(place.part.blocks)]
    titled = [
        item
        for item in told
        if item.gloss and not is_label(item.lead.plain) and (item.bold or _LABELLED.match(item.lead.plain))
    ]
    if len(titled) >= 2:
        yield from (_item(item, group, place.part.phrase) for item in titled)


def _below_labels(place: Place) -> Iterator[Find]:
    """Lists in other parts whose lead-in calls them projects."""
    for before, listed, _ in lead_ins(place.part.blocks):
        if before and _LABEL.match(before.plain.strip("* ")):
            group = "avoid" if _AVOID.search(before.plain) else "build"
            yield from (_item(item, group, before) for item in entries(listed.items))


def _in_sentences(view: View, blocks: Sequence[Block]) -> Iterator[Find]:
    for block in paragraphs(blocks):
        before = ""
        for sentence in sentences(block.phrase.plain):
            for listed in enumerations(sentence, LISTS):
                goes_on = re.match(r"(?:these|they|those|examples?|suggestions?|ideas)\b", listed.cue, re.IGNORECASE)
                if _RECOMMENDS.search(listed.cue) or (goes_on and _RECOMMENDS.search(before)):
                    for item in listed.items:
                        yield Find(Topic.PROJECTS, view.named(block.phrase, item), "build", partial=True)
            before = sentence
