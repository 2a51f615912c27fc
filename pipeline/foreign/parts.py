"""The outline of a foreign document: its parts, found again from numbers, labels, bold lines and contents.

Readers give headings as they stand. Where all are of one level, numbers and labels say what belongs below what; bold
paragraphs are headings wherever they stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.foreign.titles import Title, read_title
from pipeline.foreign.topics import Topic, bucket_of, topic_of
from pipeline.inline import runs
from pipeline.model.document import Block, Document, Heading, ItemList, Paragraph, Phrase, Section, Table

_LONGEST_BOLD = 16
"""Words of a bold paragraph that is a heading."""
_DEEPEST = 12
_BOLD = 7
"""The level of headings that are only bold: below all others."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands under it."""

    title: Title
    phrase: Phrase
    level: int
    blocks: tuple[Block, ...]
    parts: tuple[Part, ...]

    def walk(self) -> Iterator[Part]:
        """This part and all in it."""
        yield self
        for part in self.parts:
            yield from part.walk()


Flat = list[Heading | Block]


def flatten(document: Document) -> Flat:
    """The headings and blocks of a document in one row; bold lines that stand alone as headings."""
    flat: Flat = [*document.blocks]
    pending: list[Section] = list(reversed(document.sections))
    while pending:
        section = pending.pop()
        flat += [section.heading, *section.blocks]
        pending += reversed(section.sections)
    return [_heading_of(block) or block for block in flat]


def _heading_of(block: Heading | Block) -> Heading | None:
    """A bold paragraph as a heading."""
    if not isinstance(block, Paragraph) or not 0 < len(block.phrase.plain.split()) <= _LONGEST_BOLD:
        return None
    found = runs(block.phrase.markdown)
    letters = [run for run in found if re.search(r"\w", run.text)]
    if letters and all("strong" in run.marks for run in letters):
        return Heading(_BOLD, block.phrase)
    return None


def outline(flat: Sequence[Heading | Block], contents: frozenset[str]) -> tuple[tuple[Block, ...], tuple[Part, ...]]:
    """The blocks before the first heading, and the parts."""
    levels = iter(_levels(flat, contents))
    root: list[Block] = []
    tops: list[_Open] = []
    path: list[_Open] = []
    for block in flat:
        if not isinstance(block, Heading):
            (path[-1].blocks if path else root).append(block)
            continue
        opened = _Open(block.phrase, next(levels))
        path = [part for part in path if part.level < opened.level][:_DEEPEST]
        (path[-1].parts if path else tops).append(opened)
        path.append(opened)
    return tuple(root), tuple(part.closed() for part in tops)


class _Open:
    def __init__(self, phrase: Phrase, level: int) -> None:
        self.phrase, self.level = phrase, level
        self.blocks: list[Block] = []
        self.parts: list[_Open] = []

    def closed(self) -> Part:
        inner = tuple(part.closed() for part in self.parts)
        return Part(read_title(self.phrase.plain), self.phrase, self.level, tuple(self.blocks), inner)


def _levels(flat: Sequence[Heading | Block], contents: frozenset[str]) -> list[int]:
    """For each heading how deep it stands, in tens: what numbers and labels say comes between two levels."""
    heads = [part for part in flat if isinstance(part, Heading)]
    marked = {head.level for head in heads if head.level < _BOLD}
    guessed = len(marked) <= 1
    titles = [read_title(head.phrase.plain) for head in heads]
    found: list[int] = []
    for index, head in enumerate(heads):
        level = head.level * 10
        if guessed and head.level < _BOLD and contents and not _listed(titles[index], contents):
            level += 2
        found.append(level)
    same = [head.level == _BOLD or guessed for head in heads]
    return _in_buckets(
        titles, _in_series(titles, found, same), [a and not b for a, b in zip(same, _filled(flat), strict=True)]
    )


def _filled(flat: Sequence[Heading | Block]) -> list[bool]:
    """For each heading whether a list or table stands right under it: then it says itself what it is about."""
    found: list[bool] = []
    for block in flat:
        if isinstance(block, Heading):
            found.append(False)
        elif found and isinstance(block, ItemList | Table):
            found[-1] = True
    return found


def _in_buckets(titles: Sequence[Title], levels: list[int], free: Sequence[bool]) -> list[int]:
    """Headings that follow the bare heading of a bucket of skills stand in it, until one speaks of something new."""
    found = list(levels)
    inside: int | None = None
    for index, title in enumerate(titles):
        bucket = title.label is None and bucket_of(title.text) and topic_of(title.text) is Topic.SKILLS
        if inside is not None and (not free[index] or levels[index] != inside):
            inside = None
        if bucket and free[index]:
            inside = levels[index]
        elif inside is not None and topic_of(title.text) is not None and _is_major(title):
            inside = None
        elif inside is not None:
            found[index] = levels[index] + 1
    return found


def _listed(title: Title, contents: frozenset[str]) -> bool:
    return title.whole.casefold() in contents or title.text.casefold() in contents


def _in_series(titles: Sequence[Title], levels: list[int], free: Sequence[bool]) -> list[int]:
    """Headings of equal level below the number or label that they follow, as long as its series goes on."""
    found = list(levels)
    for first, members in _series(titles, levels):
        base = levels[first]
        last = members[-1]
        inner = [i for i in range(first, last) if i not in members and levels[i] >= base and free[i]]
        shift = 3 + titles[first].rank
        for member in members:
            if free[member]:
                found[member] = max(found[member], base + shift)
        for i in inner:
            found[i] = max(found[i], base + shift + 3 if titles[i].number is None else found[i] + shift)
        if inner:
            for i in range(last + 1, len(titles)):
                if not free[i] or levels[i] < base or _is_major(titles[i]) or titles[i].number is not None:
                    break
                found[i] = base + shift + 3
    return found


def _series(titles: Sequence[Title], levels: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Runs of headings that are numbered one after the other, by the place of the first; labels before numbers."""
    taken: set[int] = set()
    for start, title in enumerate(titles):
        if title.number is None or start in taken:
            continue
        members = [start]
        for index in range(start + 1, len(titles)):
            other = titles[index]
            if levels[index] < levels[start]:
                break
            if other.label != title.label or other.number is None or levels[index] != levels[start]:
                continue
            if other.number <= (titles[members[-1]].number or 0):
                break
            members.append(index)
        if len(members) > 1:
            taken.update(members)
            yield start, members


_MAJOR = re.compile(
    r"roadmap|projects?\b|interview|mistakes?|pitfalls?|faq|frequently|skills?\b|conclusion|comparison|responsibilit"
    r"|timeline|resources|\bvs\b|tools|next steps|final|summary|questions|roles|career|portfolio|how to|why\b",
    re.IGNORECASE,
)


def _is_major(title: Title) -> bool:
    """Whether a heading speaks of something new, not of a detail of the last number."""
    return bool(_MAJOR.search(title.text))


def contents_of(flat: Iterable[Heading | Block]) -> frozenset[str]:
    """The titles that a table of contents lists."""
    found: set[str] = set()
    inside = False
    for block in flat:
        if isinstance(block, Heading):
            inside = is_contents(block.phrase.plain)
        elif inside and isinstance(block, ItemList):
            for item in block.items:
                found |= {item.phrase.plain.casefold(), read_title(item.phrase.plain).whole.casefold()}
    return frozenset(found)


def is_contents(words: str) -> bool:
    """Whether a heading is that of a table of contents."""
    text = read_title(words).text.casefold()
    return bool(
        re.fullmatch(
            r"(?:table of )?contents|in this (?:article|guide|post)|on this page|what(?:'|’)?s inside|toc"
            r"|outline|index",
            text,
        )
    )
