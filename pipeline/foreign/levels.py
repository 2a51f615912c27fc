"""How deep each heading of a foreign document stands.

Where all are of one level, numbers, labels and a table of contents say what belongs below what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.foreign.buckets import bucket_of
from pipeline.foreign.titles import Title, read_title
from pipeline.foreign.topics import Topic, topic_of
from pipeline.model.document import Block, Heading, ItemList, Table

BOLD = 7
"""The level of headings that are only bold: below all others."""


def levels_of(flat: Sequence[Heading | Block], contents: frozenset[str]) -> list[int]:
    """For each heading how deep it stands, in tens: what numbers and labels say comes between two levels."""
    heads = [part for part in flat if isinstance(part, Heading)]
    marked = {head.level for head in heads if head.level < BOLD}
    guessed = len(marked) <= 1
    titles = [read_title(head.phrase.plain) for head in heads]
    found: list[int] = []
    for index, head in enumerate(heads):
        level = head.level * 10
        if guessed and head.level < BOLD and contents and not _listed(titles[index], contents):
            level += 2
        found.append(level)
    same = [head.level == BOLD or guessed for head in heads]
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
