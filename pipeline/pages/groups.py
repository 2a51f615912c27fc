"""The pages of groups: of a kind that is too long for one page, each group of entries has a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from pipeline import markup
from pipeline.library import Library, Track
from pipeline.markup import Markup
from pipeline.model.page import Page, Target, track_page
from pipeline.pages import frame, linked_data
from pipeline.pages.practice import practise
from pipeline.pages.track import foot, navigation, next_leg, short_title
from pipeline.pages.view import PageView
from pipeline.structures import questions
from pipeline.structures.base import Entry, Kind

Found = tuple[Kind[Any], Entry, str]


def group_pages(library: Library, track: Track) -> Iterator[Page]:
    """The pages of all groups of a track, kind by kind."""
    for _, found in groupby(track.groups(), key=lambda one: one[0].name):
        groups = list(found)
        for number, group in enumerate(groups):
            yield _group(library, track, group, groups[number + 1 : number + 2])


def _group(library: Library, track: Track, found: Found, after: Sequence[Found]) -> Page:
    kind, group, path = found
    view = PageView(library, path, track)
    view.account.things.append(linked_data.resource(track, f"Interview {kind.title.lower()}"))
    name, words = short_title(track), markup.text(group.words)
    return frame.page(
        view,
        frame.Head(
            f"{group.words}: {name}",
            f"{group.words}: {kind.title.lower()} for the move from {track.origin.within} to {track.target.within}.",
            facets={"kind": [kind.title]},
        ),
        frame.trail(
            view,
            frame.TRACKS_STEP,
            (name, track_page(track.slug)),
            (kind.title, track_page(track.slug, kind.page)),
        ),
        navigation(track, view, kind.page),
        frame.title(words, kind.title),
        practise(track, view, group.id) if kind is questions.KIND else markup.EMPTY,
        frame.contents(),
        kind.groups.render(group, view) if kind.groups else markup.EMPTY,
        _next_group(view, *after[0]) if after else next_leg(track, view, kind.page),
        foot(track, view),
    )


def _next_group(view: PageView, kind: Kind[Any], group: Entry, path: str) -> Markup:
    """Where a reader goes from here: on to the next group of the same kind."""
    label = markup.phrase(markup.text(f"Next in {kind.title.lower()}"), "ct-kicker")
    return markup.box(markup.words(label, view.link(markup.text(group.words), Target(path))), "ct-next")
