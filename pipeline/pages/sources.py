"""The sources: a page a track with what came from each, and the list of them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline import markup
from pipeline.guide import SourceEntry
from pipeline.library import Library, Track
from pipeline.markup import Markup
from pipeline.model.counting import counted
from pipeline.model.item import walk
from pipeline.model.page import SOURCES, Page, Target, source_anchor, source_page, track_page
from pipeline.pages import frame
from pipeline.pages.paging import shown
from pipeline.pages.track import short_title
from pipeline.pages.tracklist import TrackList, all_link, list_pages
from pipeline.pages.trust import reviewed
from pipeline.pages.view import PageView

_SEVERAL = 3
"""Of fewer sources nobody needs to be told that most are of one house."""


def sources_pages(library: Library) -> Iterator[Page]:
    """The list of sources, and the page of each track that names some."""
    listed = _track_list(library)
    yield _page(library, listed)
    yield from list_pages(library, listed)
    for track in listed.tracks:
        yield _track_page(library, track)


def _track_list(library: Library) -> TrackList:
    def line(track: Track, view: PageView) -> Markup:
        name = view.link(markup.text(short_title(track)), Target(source_page(track.slug)))
        told = markup.text(counted(len(track.guide.sources), "source"))
        return markup.words(name, markup.phrase(told, "ct-leg-says"))

    return TrackList(
        path="sources/all.md",
        title="Sources of all tracks",
        lead="What the guides draw on, track by track.",
        tracks=[track for track in library.tracks if track.guide.sources],
        line=line,
        steps=(("Sources", SOURCES),),
    )


def _page(library: Library, listed: TrackList) -> Page:
    view = PageView(library, SOURCES)
    return frame.page(
        view,
        frame.Head(
            "Sources", "The documents that the guides draw on, and what came from each.", facets={"kind": ["Sources"]}
        ),
        frame.trail(view),
        frame.title(markup.text("Sources")),
        frame.lead(
            markup.text(
                "The documents that the guides draw on, and what came from each. Facts and figures are theirs; "
                "the words are ours. What names no source is the editors' own."
            )
        ),
        frame.contents(),
        *(_sources(track, view) for track in shown(listed.tracks)),
        all_link(view, listed),
        reviewed(listed.tracks),
    )


def _sources(track: Track, view: PageView) -> Markup:
    """The sources of a track, a line each; a line bears the id that its source had when all stood here."""
    name = view.link(markup.text(short_title(track)), Target(source_page(track.slug)))
    lines = markup.bullets(
        markup.words(markup.anchor(source_anchor(track.slug, source.id)), _line(source, track, view), between="")
        for source in track.guide.sources
    )
    mostly = markup.paragraph(markup.text(mostly_by(track.guide.sources)), "ct-says")
    return markup.blocks(markup.heading(2, name, track.slug), mostly, markup.box(lines, "ct-index"))


def mostly_by(sources: Sequence[SourceEntry]) -> str:
    """Who published more than half of several sources: a reader weighs alike what comes from one house."""
    [(publisher, many)] = Counter(source.publisher for source in sources).most_common(1)
    if len(sources) < _SEVERAL or many * 2 <= len(sources):
        return ""
    share = "All of them" if many == len(sources) else f"{many} of the {len(sources)}"
    return f"{share} are published by {publisher}."


def _line(source: SourceEntry, track: Track, view: PageView) -> Markup:
    """A source in one line: title, authors, publisher, date."""
    title = view.link(markup.text(source.title), Target(source_page(track.slug), source.id))
    return markup.words(title, *map(markup.text, source.about), between=" · ")


def _track_page(library: Library, track: Track) -> Page:
    view = PageView(library, source_page(track.slug))
    name = short_title(track)
    way = view.link(markup.text(name), Target(track_page(track.slug)))
    return frame.page(
        view,
        frame.Head(
            f"Sources: {name}",
            f"The documents that the guide from {track.origin.within} to {track.target.within} draws on, "
            "and what came from each.",
            facets={"kind": ["Sources"]},
        ),
        frame.trail(view, ("Sources", SOURCES)),
        frame.title(markup.text(name), "Sources"),
        markup.paragraph(markup.words(markup.text("What the track"), way, markup.text("draws on.")), "ct-lead"),
        frame.contents(),
        *(_source(track, source, view) for source in track.guide.sources),
        reviewed([track]),
    )


def _source(track: Track, source: SourceEntry, view: PageView) -> Markup:
    about = [
        ("By", markup.text(", ".join(source.authors))),
        ("Publisher", markup.text(source.publisher)),
        ("Published", markup.text(source.published or "")),
        ("Address", view.web(markup.text(source.url), source.url, source.span) if source.url else markup.EMPTY),
    ]
    return markup.blocks(
        markup.heading(2, markup.text(source.title), source.id),
        markup.definitions((markup.text(label), content) for label, content in about),
        markup.paragraph(markup.text("What came from it"), "ct-label"),
        markup.box(_yield(track, source, view), "ct-yield"),
    )


def _yield(track: Track, source: SourceEntry, view: PageView) -> Markup:
    counts: Counter[str] = Counter()
    for kind, structure in track.parts():
        counts[kind.name] += sum(source.id in getattr(value, "sources", ()) for value in walk(structure))
    items = [
        markup.words(
            view.link(markup.text(kind.title), Target(track_page(track.slug, kind.page))),
            markup.text(counted(counts[kind.name], "statement")),
            between=": ",
        )
        for kind, _ in track.parts()
        if counts[kind.name]
    ]
    return markup.bullets(items) if items else markup.text("Nothing yet.")
