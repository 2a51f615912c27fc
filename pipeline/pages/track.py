"""The pages of a track: its hub, and one page for each page that its kinds stand on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from pipeline import markup
from pipeline.library import Library, Track
from pipeline.markup import Markup
from pipeline.model.page import OFFLINE, PLAN, WHOLE, Page, Target, track_page
from pipeline.pages import frame, linked_data
from pipeline.pages.figures import facts, legs, line
from pipeline.pages.practice import practise
from pipeline.pages.trust import HOW_TO_READ, day, disputed, source_list
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
    return f"{track.origin.name} → {track.target.within}"


def _hub(library: Library, track: Track, parts: list[tuple[Kind[Any], Structure]]) -> Page:
    view = PageView(library, track_page(track.slug), track)
    view.account.things.append(linked_data.resource(track, "Career transition guide"))
    return frame.page(
        view,
        frame.Head(track.guide.title, track.guide.summary, facets={"kind": ["Track"]}),
        frame.trail(view, frame.TRACKS_STEP),
        navigation(track, view, HUB, "ct-legs-nav ct-hub"),
        frame.title(markup.text(track.guide.title)),
        frame.lead(view.text(track.guide.in_short)),
        facts(track, view),
        markup.paragraph(_plan(track, view), "ct-plan-way"),
        markup.heading(2, markup.text("The legs of the course"), "legs"),
        legs(track, view),
        disputed(track, view),
        offer(track, view),
        *(kind.render(structure, view) for kind, structure in parts),
        foot(track, view),
    )


def _plan(track: Track, view: PageView) -> Markup:
    """The way to the planner, with this track chosen."""
    return markup.link(markup.text("Plan it for yourself"), f"{view.href(Target(PLAN))}?track={track.slug}")


def _leaf(library: Library, track: Track, leaf: str, parts: list[tuple[Kind[Any], Structure]]) -> Page:
    view = PageView(library, track_page(track.slug, leaf), track)
    first = parts[0][0]
    for kind, structure in parts:
        view.account.things += linked_data.leaf(track, view.path, kind.title, structure)
    bodies = [(kind, (kind.groups.render_list if kind.groups else kind.render)(part, view)) for kind, part in parts]
    name, says = short_title(track), line(parts[0][1])
    return frame.page(
        view,
        frame.Head(
            f"{first.title}: {name}",
            f"{first.title} for the move from {track.origin.within} to {track.target.within}"
            f"{f': {says}' if says else ''}.",
            facets={"kind": [first.title]},
        ),
        frame.trail(view, frame.TRACKS_STEP, (name, track_page(track.slug))),
        navigation(track, view, leaf),
        frame.title(markup.text(first.title)),
        frame.lead(markup.text(f"{says}.")) if says else markup.EMPTY,
        frame.contents(),
        practise(track, view) if leaf == QUESTIONS else markup.EMPTY,
        below_each_other(bodies),
        next_leg(track, view, leaf),
        offer(track, view),
        foot(track, view),
    )


def below_each_other(bodies: Sequence[tuple[Kind[Any], Markup]]) -> Markup:
    """What several kinds show on one page; the first stands under the title of the page."""
    first, *others = bodies
    titled = ((markup.heading(2, markup.text(kind.title), kind.name), body) for kind, body in others)
    return markup.blocks(first[1], *chain.from_iterable(titled))


def stops(track: Track) -> list[tuple[str, str]]:
    """The pages of a track in reading order: leaf and name."""
    found = {HUB: "Overview"}
    for kind, _ in track.parts():
        found.setdefault(kind.page, kind.title)
    return list(found.items())


def navigation(track: Track, view: PageView, here: str, classes: str = "ct-legs-nav") -> Markup:
    """The pages of the track, this one marked."""
    items = []
    for leaf, name in stops(track):
        target, words = Target(track_page(track.slug, leaf)), markup.text(name)
        link = words if view.path == target.path else view.link(words, target)
        items.append(markup.here(link, "page" if link == words else "true") if leaf == here else link)
    return markup.navigation(items, "Pages of this track", classes)


def next_leg(track: Track, view: PageView, here: str) -> Markup:
    """Where a reader goes from here."""
    order = stops(track)
    index = [leaf for leaf, _ in order].index(here)
    leaf, name = order[(index + 1) % len(order)]
    label = markup.phrase(markup.text("Next leg"), "ct-kicker")
    return markup.box(
        markup.words(label, view.link(markup.text(name), Target(track_page(track.slug, leaf)))), "ct-next"
    )


def foot(track: Track, view: PageView) -> Markup:
    """The sources that the numbers on the page stand for, and when the guide was reviewed."""
    by = f"Last reviewed on {day(track.guide.updated)} by {', '.join(track.guide.authors)}."
    note = markup.text(f"{HOW_TO_READ} {by}")
    title = markup.heading(2, markup.text("Sources of this track"), "sources")
    return markup.box(markup.blocks(title, source_list(track, view), note), "ct-foot")


def offer(track: Track, view: PageView) -> Markup:
    """Where the track stands on one page, and what that is good for."""
    link = view.link(markup.text("The whole track on one page"), Target(track_page(track.slug, WHOLE)))
    kept = view.link(markup.text("Pages that you have opened"), Target(OFFLINE))
    parts = (link, markup.text("is there to print, or to keep as a PDF."), kept, markup.text("can be read offline."))
    return markup.paragraph(markup.words(*parts), "ct-keep")
