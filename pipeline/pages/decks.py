"""The decks for Anki, a line a track."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import markup
from pipeline.library import Library, Track
from pipeline.markup import Markup
from pipeline.model.page import DECKS, PRACTICE, Page, Target, deck_file
from pipeline.pages import frame
from pipeline.pages.paging import shown
from pipeline.pages.track import short_title
from pipeline.pages.tracklist import TrackList, all_link, list_pages
from pipeline.pages.view import PageView

_SAYS = (
    "The questions of each track as a deck for Anki. On the back of a card stand what interviewers listen for and the "
    "outline of a strong answer. Import a later deck over an earlier one: cards are updated, none is doubled, and what "
    "you have learned stays."
)
_STEPS = (("Practice", PRACTICE), ("Decks for Anki", DECKS))


def decks_pages(library: Library) -> Iterator[Page]:
    """The decks of some tracks, and where they are many the list of all."""
    listed = TrackList(
        path="practice/decks/all.md",
        title="All decks",
        lead="Every deck, by the role you have.",
        tracks=library.tracks,
        line=_line,
        steps=_STEPS,
    )
    view = PageView(library, DECKS)
    yield frame.page(
        view,
        frame.Head("Decks for Anki", _SAYS),
        frame.trail(view, *_STEPS[:1]),
        frame.title(markup.text("Decks for Anki")),
        frame.lead(markup.text(_SAYS)),
        markup.box(markup.bullets(_line(track, view) for track in shown(library.tracks)), "ct-index"),
        all_link(view, listed),
    )
    yield from list_pages(library, listed)


def _line(track: Track, view: PageView) -> Markup:
    return view.link(markup.text(short_title(track)), Target(deck_file(track.slug)))
