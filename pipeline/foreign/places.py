"""Where things stand: each part with what it speaks of, by its own words or those above it; and what is found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.foreign.buckets import bucket_of
from pipeline.foreign.leads import named
from pipeline.foreign.parts import Part
from pipeline.foreign.roles import Named, Roles
from pipeline.foreign.topics import Topic, topic_of
from pipeline.model.document import Block, ItemList, Paragraph, Phrase
from pipeline.model.source import Source
from pipeline.spelling import escape
from pipeline.structures.buckets import Bucket


@dataclass(frozen=True, slots=True)
class Place:
    """A part and its surroundings."""

    part: Part
    above: tuple[Part, ...]
    topic: Topic | None
    own: Topic | None
    """What its own heading speaks of."""
    parent: Topic | None
    bucket: Bucket | None

    @property
    def words(self) -> str:
        """The words of its heading."""
        return self.part.title.whole

    @property
    def head(self) -> Phrase:
        """The heading of the group that it stands in: the one above it, or its own where there is none."""
        return self.above[-1].phrase if self.above else self.part.phrase


@dataclass(frozen=True, slots=True)
class Find:
    """Something recognised: what it is called, what group it belongs to, and what is said of it."""

    topic: Topic
    title: Phrase
    group: str = ""
    """The bucket, the role's name, `build` or `avoid`, or the domain."""
    blocks: tuple[Block, ...] = ()
    gloss: Phrase | None = None
    sides: tuple[Phrase, ...] = ()
    """The two sides of a comparison."""
    number: int | None = None
    duration: str | None = None
    partial: bool = False
    """Whether it is some words of a sentence that is kept whole elsewhere."""
    head: Phrase | None = None
    """The heading of its group."""


@dataclass(frozen=True)
class View:
    """A document as finders see it."""

    source: Source
    roles: Roles
    origin: Named | None
    target: Named | None
    opening: tuple[Block, ...]
    """What stands before the first heading."""
    places: tuple[Place, ...] = field(default=())

    def of(self, *topics: Topic) -> Iterator[Place]:
        """The places that speak of one of the topics."""
        return (place for place in self.places if place.topic in topics)

    def named(self, phrase: Phrase, words: str) -> Phrase:
        """Some words of a phrase as a title, with their own place."""
        made = named(phrase, words)
        where = self.source.locate(phrase.span, words)
        return Phrase(made.markdown, made.plain, where if where != phrase.span else phrase.span)


_STRONG = (Topic.FAQ, Topic.QUESTIONS, Topic.MISTAKES)
"""What all that stands below is about too, whatever its words: the domains of questions, the names of mistakes."""
_FROM_TITLE = (*_STRONG, Topic.ROUNDS, Topic.ROADMAP, Topic.PROJECTS)
"""What the title of a whole document may say of parts that say nothing."""


def places(parts: Sequence[Part]) -> tuple[Place, ...]:
    """All parts with what they speak of, in order."""
    title = parts[0] if len(parts) == 1 and parts[0].parts else None
    interviews = any("interview" in part.title.whole.casefold() for part in parts[:1])
    found: list[Place] = []
    pending: list[tuple[Part, tuple[Part, ...], Topic | None, Bucket | None]] = [
        (part, (), None, None) for part in reversed(parts)
    ]
    while pending:
        part, above, parent, bucket = pending.pop()
        own = topic_of(part.title.whole)
        if own is Topic.FAQ and interviews and not re.search("faq|frequently|reader", part.title.whole, re.IGNORECASE):
            own = Topic.QUESTIONS
        topic = _topic(part, own, parent, bool(above and above[-1] is title))
        held = (bucket_of(part.title.whole) or bucket) if topic is Topic.SKILLS else None
        found.append(Place(part, above, topic, own, parent, held))
        pending += [(inner, (*above, part), topic, held) for inner in reversed(part.parts)]
    return tuple(found)


def _topic(part: Part, own: Topic | None, parent: Topic | None, below_title: bool) -> Topic | None:
    if part.title.label in ("phase", "month", "week", "day", "sprint", "quarter") and parent not in _STRONG:
        return Topic.ROADMAP
    if below_title:
        return own or (parent if parent in _FROM_TITLE else None)
    if parent in _STRONG:
        return parent
    if parent is Topic.SKILLS and own in (Topic.DUTIES, Topic.OTHER, Topic.PROJECTS, Topic.ROADMAP, Topic.COMPARISON):
        return own if own is not Topic.OTHER or not part.title.number else parent
    return own or parent


def once(finds: Iterable[Find], by_group: bool = False) -> Iterator[Find]:
    """The first find of each title, however it is capitalised: in all of them, or in each group."""
    seen: set[tuple[str, str]] = set()
    for found in finds:
        key = (found.title.plain.casefold(), found.group if by_group else "")
        if key not in seen:
            seen.add(key)
            yield found


def paragraphs(blocks: Sequence[Block]) -> list[Paragraph]:
    """The paragraphs among blocks."""
    return [block for block in blocks if isinstance(block, Paragraph)]


def lead_ins(blocks: Sequence[Block]) -> Iterator[tuple[Phrase | None, ItemList, Phrase | None]]:
    """Each list among blocks, with the paragraph before it, if that leads in, and the one after it."""
    for index, block in enumerate(blocks):
        if isinstance(block, ItemList):
            before = blocks[index - 1] if index else None
            after = blocks[index + 1] if index + 1 < len(blocks) else None
            yield (
                before.phrase if isinstance(before, Paragraph) and len(before.phrase.plain) < 400 else None,
                block,
                after.phrase if isinstance(after, Paragraph) else None,
            )


def all_blocks(view: View) -> Iterator[tuple[Sequence[Block], Place | None]]:
    """The blocks of each part that does not answer questions, and its place; the opening has none."""
    yield view.opening, None
    for place in view.places:
        if place.topic not in (Topic.FAQ, Topic.QUESTIONS):
            yield place.part.blocks, place


def below(part: Part) -> tuple[Block, ...]:
    """Everything below a heading, the headings in it as bold paragraphs."""
    found: list[Block] = [*part.blocks]
    for inner in part.parts:
        bold = replace(inner.phrase, markdown=f"**{escape(inner.phrase.plain)}**")
        found += [Paragraph(bold, bold.span), *below(inner)]
    return tuple(found)


_LABEL_WORDS = re.compile(
    r"(?:(?:skills?|education|experience) gap|"
    r"goal|goals|focus|why|how|what|when|where|tools?|time|duration|resources?|books?|courses?|practice"
    r"|project|example|"
    r"examples|tips?|note|notes|priority|level|deliverables?|milestones?|outcome|output|key (?:concept"
    r"|tech|skills?)|format|"
    r"common topics|total|best for|difficulty|prerequisites?|what to \w+|remedy|fix|instead|answer|topics?"
    r"|q|a|concepts?|link)s?",
    re.IGNORECASE,
)


def is_label(words: str) -> bool:
    """Whether a lead names a field, not a thing: `Goal`, `Tools`, `Why`."""
    return bool(_LABEL_WORDS.fullmatch(words.strip(" :*")))
