"""How much of a list stands on one page, so that no page grows with the number of tracks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import ceil
from typing import Generic, TypeVar

from pipeline import markup
from pipeline.library import Track
from pipeline.markup import Markup
from pipeline.model.page import Target
from pipeline.model.roles import Role
from pipeline.pages.view import PageView

SHOWN = 3
"""Tracks that a page shows in full: a start, its domains, its duties. Three can be taken in at once, side by side on a
wide screen; whoever looks for one of many is better served by the list of all, a line each."""
ABREAST = 3
"""Tracks whose skills stand side by side in one table: a column more weighs 9 kB, and has no room on a screen."""
LISTED = 60
"""Tracks on a page of the list of all: a line weighs up to 400 bytes, so that such a page stays under 40 kB."""
NAMED = 160
"""Roles or skills on a page, each with a summary: a line weighs up to 270 bytes, and 160 of them 43 kB."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One page of a list."""

    items: tuple[T, ...]
    number: int
    """Counted from 1."""
    pages: tuple[str, ...]
    """The pages of the whole list, in order."""

    @property
    def path(self) -> str:
        """The page itself."""
        return self.pages[self.number - 1]

    @property
    def is_first(self) -> bool:
        """Whether the list begins here."""
        return self.number == 1


def leaves(items: Sequence[T], size: int, first: str) -> list[Leaf[T]]:
    """A list as pages of at most `size` items; `first` is the page that it begins on, which is there without any."""
    return _leaves([items[start : start + size] for start in range(0, len(items), size)], first)


def leaves_by_target(tracks: Sequence[Track], size: int, first: str) -> list[Leaf[Track]]:
    """Tracks as pages of at most `size`, on each only such as lead to the same role, and about as many on each."""
    found: list[Sequence[Track]] = []
    for _, group in groupby(by_target(tracks), key=lambda track: track.target):
        same = list(group)
        pages = ceil(len(same) / size)
        edges = [len(same) * number // pages for number in range(pages + 1)]
        found += [same[start:end] for start, end in pairwise(edges)]
    return _leaves(found, first)


def _leaves(parts: Sequence[Sequence[T]], first: str) -> list[Leaf[T]]:
    pages = tuple(_page(first, number) for number in range(1, max(len(parts), 1) + 1))
    return [Leaf(tuple(part), number, pages) for number, part in enumerate(parts or [()], start=1)]


def _page(first: str, number: int) -> str:
    """`tracks/all.md` goes on at `tracks/all/page-2.md`, and `compare/index.md` at `compare/page-2.md`."""
    return first if number == 1 else f"{first.removesuffix('.md').removesuffix('/index')}/page-{number}.md"


def by_target(tracks: Sequence[Track]) -> list[Track]:
    """Tracks that lead to the same role side by side, the role that most lead to first."""
    many = Counter(track.target.name for track in tracks)
    return sorted(tracks, key=lambda track: (-many[track.target.name], track.target.name))


def commonest_target(tracks: Sequence[Track]) -> Role | None:
    """The role that most of the tracks lead to; None where there are no tracks."""
    return next((track.target for track in by_target(tracks)), None)


def shown(tracks: Sequence[Track]) -> list[Track]:
    """The few of many tracks that a page shows in full."""
    return by_target(tracks)[:SHOWN]


def pager(view: PageView, leaf: Leaf[T]) -> Markup:
    """The way to the other pages of a list: a few links, however many pages there are; nothing if there is one."""
    last = len(leaf.pages)
    if last == 1:
        return markup.EMPTY
    ways = [("First", 1), ("Previous", leaf.number - 1), ("Next", leaf.number + 1), ("Last", last)]
    links = [
        view.link(markup.text(name), Target(leaf.pages[number - 1]))
        for name, number in ways
        if 1 <= number <= last and number != leaf.number
    ]
    here = markup.here(markup.text(f"Page {leaf.number} of {last}"))
    return markup.navigation([here, *links], "Pages of this list", "ct-pager")
