"""The marks of sources on one page: numbers that lead to its foot, the word editorial, who holds a position."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from itertools import groupby

from pipeline import markup
from pipeline.library import Track
from pipeline.markup import Markup
from pipeline.model.item import Item, walk
from pipeline.model.page import track_page
from pipeline.structures.base import Entry


class Citations:
    """What a page has cited of the sources of a track. Whatever marks it gives, the page must list at its foot."""

    def __init__(self, path: str, track: Track | None) -> None:
        self.track = track
        self.is_of_track = track is not None and path.startswith(posixpath.dirname(track_page(track.slug)) + "/")
        """Whether the page is one of the track's own, at whose foot all its sources stand."""
        self.cited: set[str] = set()
        """The ids of the sources that the page has marked so far."""

    def place(self, number: int) -> str:
        """The id under which a source of the track stands on the page."""
        return f"source-{number}" if self.is_of_track or self.track is None else f"{self.track.slug}-source-{number}"

    def marks(self, sources: Iterable[str]) -> Markup:
        """The numbers of sources, each of which leads to its source on the page and is named by it."""
        if self.track is None:
            return markup.EMPTY
        numbers = {source.id: number for number, source in enumerate(self.track.guide.sources, start=1)}
        told = [id for id in sources if id in numbers]
        self.cited.update(told)
        found = (markup.reference(str(numbers[id]), self.place(numbers[id])) for id in told)
        return markup.phrase(markup.words(*found), "ct-ref", tag="sup") if told else markup.EMPTY

    def origin(self, item: Item) -> Markup:
        """The sources of an entry itself; the word editorial if neither it nor anything in it has one."""
        own: tuple[str, ...] = getattr(item, "sources", ())
        if own and isinstance(item, Entry):
            line = markup.words(markup.text("Source"), self.marks(own), between="")
            return markup.phrase(line, "ct-sourced")
        if any(getattr(value, "sources", ()) for value in walk(item)):
            return self.marks(own)
        return markup.phrase(markup.text("Editorial"), "ct-editorial")

    def holders(self, sources: Sequence[str]) -> Markup:
        """Who holds a position: the publishers of the sources, each with its marks; the editors if there are none."""
        found = [source for id in sources if self.track and (source := self.track.source(id))]
        named = [
            markup.words(markup.text(publisher), self.marks(source.id for source in same), between="")
            for publisher, same in groupby(found, key=lambda source: source.publisher)
        ]
        return markup.paragraph(markup.words(*named or [markup.text("The editors")], between=", "), "ct-holder")
