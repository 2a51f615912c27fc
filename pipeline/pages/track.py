"""The pages of a track: its hub, and one page for each page that its kinds stand on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline import markup
from pipeline.guide import Library, SourceEntry, Track
from pipeline.markup import Markup
from pipeline.model.item import Statement
from pipeline.model.page import SOURCES, Page, Target, role_page, source_anchor, track_page
from pipeline.pages import frame
from pipeline.pages.figures import facts, legs, line
from pipeline.pages.practice import practise
from pipeline.pages.view import PageView
from pipeline.structures import questions
from pipeline.structures.base import Kind, Structure

HUB, QUESTIONS = "index", questions.KIND.page


def track_pages(library: Library, track: Track) -> Iterator[Page]:
    """All pages of a track."""
    leaves: dict[str, list[tuple[Kind[Any], Structure]]] = {HUB: []}
    for kind, structure in track.parts():
        leaves.setdefault(kind.page, []).append((kind, structure))
    for leaf, parts in leaves.items():
        yield _hub(library, track, parts) if leaf == HUB else _leaf(library, track, leaf, parts)


def short_title(track: Track) -> str:
    """`Data engineer → machine learning engineer`."""
    return f"{track.origin.name} → {within(track.target.name)}"


def within(name: str) -> str:
    """A name as it stands within a sentence: `data engineer`, but `BI analyst`."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def _hub(library: Library, track: Track, parts: list[tuple[Kind[Any], Structure]]) -> Page:
    view = PageView(library, track_page(track.slug), track)
    summary = view.text(Statement(text=track.guide.summary, span=track.guide.span))
    return frame.page(
        view,
        track.guide.title,
        track.guide.summary,
        frame.trail(view, frame.TRACKS_STEP),
        _navigation(track, view, HUB, "ct-legs-nav ct-hub"),
        frame.title(markup.text(track.guide.title)),
        frame.lead(summary),
        facts(track, view),
        markup.heading(2, markup.text("The legs of the course"), "legs"),
        legs(track, view),
        *(kind.render(structure, view) for kind, structure in parts),
        _foot(track, view),
    )


def _leaf(library: Library, track: Track, leaf: str, parts: list[tuple[Kind[Any], Structure]]) -> Page:
    view = PageView(library, track_page(track.slug, leaf), track)
    first = parts[0][0]
    bodies = [
        markup.blocks(
            markup.heading(2, markup.text(kind.title), kind.name) if kind is not first else markup.EMPTY,
            kind.render(structure, view),
        )
        for kind, structure in parts
    ]
    name = short_title(track)
    return frame.page(
        view,
        f"{first.title}: {name}",
        f"{first.title} for the move from {track.origin.name.lower()} to {track.target.name.lower()}. "
        f"{track.guide.summary}",
        frame.trail(view, frame.TRACKS_STEP, (name, track_page(track.slug))),
        _navigation(track, view, leaf),
        frame.title(markup.text(first.title)),
        frame.lead(markup.text(f"{says}.")) if (says := line(parts[0][1])) else markup.EMPTY,
        frame.contents(),
        practise(track, view) if leaf == QUESTIONS else markup.EMPTY,
        *bodies,
        _next(track, view, leaf),
        _foot(track, view),
    )


def stops(track: Track) -> list[tuple[str, str]]:
    """The pages of a track in reading order: leaf and name."""
    found = {HUB: "Overview"}
    for kind, _ in track.parts():
        found.setdefault(kind.page, kind.title)
    return list(found.items())


def _navigation(track: Track, view: PageView, here: str, classes: str = "ct-legs-nav") -> Markup:
    """The pages of the track, this one marked."""
    items = [
        markup.here(markup.text(name))
        if leaf == here
        else view.link(markup.text(name), Target(track_page(track.slug, leaf)))
        for leaf, name in stops(track)
    ]
    return markup.navigation(items, "Pages of this track", classes)


def _next(track: Track, view: PageView, here: str) -> Markup:
    """Where a reader goes from here."""
    order = stops(track)
    index = [leaf for leaf, _ in order].index(here)
    leaf, name = order[(index + 1) % len(order)]
    label = markup.phrase(markup.text("Next leg"), "ct-kicker")
    return markup.box(
        markup.words(label, view.link(markup.text(name), Target(track_page(track.slug, leaf)))), "ct-next"
    )


def _foot(track: Track, view: PageView) -> Markup:
    """The sources that the numbers on the page stand for, and when the guide was reviewed."""
    sources = [
        markup.words(markup.anchor(f"source-{number}"), source_words(source, view, track), between="")
        for number, source in enumerate(track.guide.sources, start=1)
    ]
    note = markup.text(
        "A number leads to the source of what it stands behind. What bears none is editorial. "
        f"Last reviewed on {track.guide.updated:%-d %B %Y} by {', '.join(track.guide.authors)}."
    )
    listed = markup.bullets(sources, ordered=True) if sources else markup.EMPTY
    return markup.box(
        markup.blocks(markup.heading(2, markup.text("Sources of this track"), "sources"), listed, note), "ct-foot"
    )


def source_words(source: SourceEntry, view: PageView, track: Track) -> Markup:
    """A source in one line: title, authors, publisher, date."""
    title = view.link(markup.text(source.title), Target(SOURCES, source_anchor(track.slug, source.id)))
    by = f"by {', '.join(source.authors)}" if source.authors else ""
    about = (by, source.publisher, source.published or "")
    return markup.words(title, *(markup.text(words) for words in about if words), between=" · ")


def roles_line(track: Track, view: PageView) -> Markup:
    """The two roles, each linked to its page."""
    return markup.words(
        view.link(markup.text(track.origin.name), Target(role_page(track.origin.slug))),
        markup.phrase(markup.text("→"), "ct-arrow"),
        view.link(markup.text(track.target.name), Target(role_page(track.target.slug))),
    )
