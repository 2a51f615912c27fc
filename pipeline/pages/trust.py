"""What pages say of where they come from: the sources at the foot, the days of review, where sources disagree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

from pipeline import markup
from pipeline.guide import SourceEntry
from pipeline.library import Library, Track
from pipeline.markup import Markup
from pipeline.model.page import Target, source_page, track_page
from pipeline.pages.view import PageView
from pipeline.structures.disagreements import KIND, Disagreements
from pipeline.structures.skills import KIND as SKILLS


def source_list(track: Track, view: PageView) -> Markup:
    """The sources of a track, which the marks on the page lead to and take their names from."""
    items = [
        _source_line(source, number, track, view)
        for number, source in enumerate(track.guide.sources, start=1)
        if view.citations.is_of_track or source.id in view.citations.cited
    ]
    return markup.bullets(items, ordered=True) if items else markup.EMPTY


def _source_line(source: SourceEntry, number: int, track: Track, view: PageView) -> Markup:
    title = view.link(markup.text(source.title), Target(source_page(track.slug), source.id))
    name = markup.words(markup.text(f"Source {number}:"), title)
    where = markup.text(f"read it at {urlsplit(source.url).hostname}") if source.url else markup.EMPTY
    return markup.words(
        markup.identified(name, view.citations.place(number)),
        *map(markup.text, source.about),
        view.web(where, source.url, source.span) if source.url else markup.EMPTY,
        between=" · ",
    )


HOW_TO_READ = "A number leads to the source of what it stands behind. What bears none is editorial (ed.)."


def reviewed(tracks: Sequence[Track], own: str = "") -> Markup:
    """The foot of a page drawn from guides: when they were reviewed; `own` says what is not from them."""
    words = f"{own} {_drawn(tracks) if tracks else ''}".strip()
    return markup.box(markup.text(words), "ct-foot") if words else markup.EMPTY


def _drawn(tracks: Sequence[Track]) -> str:
    days = sorted(track.guide.updated for track in tracks)
    if len(tracks) == 1:
        return f"Drawn from one guide, last reviewed on {day(days[0])}."
    if days[0] == days[-1]:
        return f"Drawn from {len(tracks)} guides, last reviewed on {day(days[0])}."
    return f"Drawn from {len(tracks)} guides, last reviewed between {day(days[0])} and {day(days[-1])}."


def shown_tracks(library: Library, skill: str, placed: Collection[str]) -> list[Track]:
    """The tracks of which the page of a skill shows something; `placed` are those that have it in a bucket."""
    found = library.occurrences.get(skill, ())
    slugs = {place.track for place in found if place.kind != SKILLS.name} | set(placed)
    return [track for track in library.tracks if track.slug in slugs]


def day(date: dt.date) -> str:
    """`21 November 2026`."""
    return f"{date.day} {date:%B %Y}"


def disputed(track: Track, view: PageView) -> Markup:
    """The questions on which the sources of a track differ, each a way to the positions."""
    found = track.guide.find(Disagreements)
    if not found or not found.disagreements:
        return markup.EMPTY
    page = track_page(track.slug, KIND.page)
    links = (view.link(markup.text(entry.title), Target(page, entry.id)) for entry in found.disagreements)
    label = markup.paragraph(markup.text(KIND.title), "ct-label")
    return markup.box(markup.blocks(label, markup.bullets(links)), "ct-disputed")
