"""Lists of all tracks, a line each, for pages that show only a few of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline import markup
from pipeline.library import Library, Track
from pipeline.markup import Markup
from pipeline.model.page import Page, Target
from pipeline.pages import frame
from pipeline.pages.paging import LISTED, SHOWN, Leaf, leaves, pager
from pipeline.pages.view import PageView

Line = Callable[[Track, PageView], Markup]


@dataclass(frozen=True)
class TrackList:
    """A list of tracks on pages of its own; there is none where the page that it belongs to shows them all."""

    path: str
    title: str
    lead: str
    tracks: Sequence[Track]
    line: Line
    steps: tuple[tuple[str, str], ...]
    """The trail to the page that shows a few of the tracks."""

    @property
    def pages(self) -> list[Leaf[Track]]:
        """Its pages; none if all its tracks are shown anyway."""
        return leaves(self.tracks, LISTED, self.path) if len(self.tracks) > SHOWN else []


def list_pages(library: Library, listed: TrackList) -> Iterator[Page]:
    """The pages of a list."""
    for leaf in listed.pages:
        view = PageView(library, leaf.path)
        lines = markup.bullets(listed.line(track, view) for track in leaf.items)
        name = listed.title if leaf.is_first else f"{listed.title}, page {leaf.number}"
        yield frame.page(
            view,
            frame.Head(name, listed.lead, facets={"kind": ["Track"]}),
            frame.trail(view, *listed.steps),
            frame.title(markup.text(listed.title)),
            frame.lead(markup.text(listed.lead)),
            markup.box(lines, "ct-legs ct-all"),
            pager(view, leaf),
        )


def all_link(view: PageView, listed: TrackList) -> Markup:
    """The way from a page that shows a few tracks to the list of all; nothing if it shows them all."""
    if not listed.pages:
        return markup.EMPTY
    link = view.link(markup.text(f"All {len(listed.tracks)} tracks"), Target(listed.path))
    label = markup.phrase(markup.text("Only a few are shown here"), "ct-kicker")
    return markup.box(markup.words(label, link), "ct-next ct-more")
