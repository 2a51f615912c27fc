"""Tracks side by side: how far each is, and one matrix of skills. A few tracks a page, all with the same target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import markup
from pipeline.library import Library, Track
from pipeline.markup import Markup
from pipeline.model.page import COMPARE, Page, Target, skill_page, track_page
from pipeline.model.skills import Skill
from pipeline.pages import frame
from pipeline.pages.figures import bucket_counts, longest, weeks_words
from pipeline.pages.oldnews import old_news
from pipeline.pages.paging import ABREAST, Leaf, leaves_by_target, pager
from pipeline.pages.starts import distance, scale_of
from pipeline.pages.track import short_title
from pipeline.pages.trust import reviewed
from pipeline.pages.view import PageView
from pipeline.structures.buckets import TITLES, bucket_mark, bucket_title, draw_gap


def compare_pages(library: Library) -> Iterator[Page]:
    """All tracks side by side, as many on a page as a table has room for."""
    for leaf in compare_leaves(library):
        yield _page(library, leaf)


def compare_leaves(library: Library) -> list[Leaf[Track]]:
    """Which tracks stand side by side, on which page."""
    return leaves_by_target(library.tracks, ABREAST, COMPARE)


def _page(library: Library, leaf: Leaf[Track]) -> Page:
    view = PageView(library, leaf.path)
    title, goal = "All tracks side by side", ""
    if len(leaf.pages) > 1:
        title, goal = "Tracks side by side", f"On the way to {leaf.items[0].target.within}"
    return frame.page(
        view,
        frame.Head(
            title if leaf.is_first else f"{title}, page {leaf.number}",
            "Which skill carries over, is easier or is new, for each role you may come from.",
            wide=True,
            facets={"kind": ["Skill"]},
        ),
        frame.trail(view),
        frame.title(markup.text(title), goal),
        frame.lead(markup.text("Which skill is old news for whom, and how far each track is.")),
        markup.heading(2, markup.text("How far it is"), "distance"),
        _distances(leaf.items, view),
        old_news(library, leaf.items, view),
        markup.heading(2, markup.text("Skills across tracks"), "skills"),
        _legend(),
        _matrix(library, leaf.items, view),
        pager(view, leaf),
        reviewed(leaf.items, "Each mark leads to what a guide says of the skill, and to its source."),
    )


def _distances(tracks: Sequence[Track], view: PageView) -> Markup:
    scale, weeks = longest(tracks), scale_of(tracks)
    rows = []
    for track in tracks:
        counts = bucket_counts(track)
        name = view.link(markup.text(short_title(track)), Target(track_page(track.slug)))
        bar = markup.phrase(draw_gap(counts, scale), "ct-bar")
        numbers = (markup.text(str(counts[bucket])) for bucket in TITLES)
        time = markup.words(markup.text(weeks_words(track)), distance(track, weeks))
        rows.append((markup.row_header(markup.words(name, bar)), time, *numbers))
    buckets = (markup.words(bucket_mark(bucket), markup.text(title)) for bucket, title in TITLES.items())
    header = (markup.text("Track"), markup.text("Time"), *buckets)
    return markup.table(header, rows, "How far each track is", "ct-stack ct-distances")


def _legend() -> Markup:
    """The shapes that the matrix has alone where there is no room for words."""
    shapes = [markup.words(bucket_mark(bucket), markup.text(title)) for bucket, title in TITLES.items()]
    none = markup.words(markup.phrase(markup.text("–"), "ct-none"), markup.text("Not named"))
    return markup.box(markup.bullets([*shapes, none]), "ct-bar-words")


def _matrix(library: Library, tracks: Sequence[Track], view: PageView) -> Markup:
    header = (markup.text("Skill"), *(markup.text(f"From {track.origin.within}") for track in tracks))
    rows = [
        (
            markup.row_header(view.link(markup.text(skill.name), Target(skill_page(skill.slug)))),
            *(_cell(skill, track, view) for track in tracks),
        )
        for skill in sorted(library.registry.skills, key=lambda skill: skill.name.casefold())
        if any(track.slug in library.placements.get(skill.slug, ()) for track in tracks)
    ]
    return markup.table(header, rows, "Skills across tracks", "ct-matrix")


def _cell(skill: Skill, track: Track, view: PageView) -> Markup:
    found = view.library.placements[skill.slug].get(track.slug)
    if found is None:
        return markup.phrase(markup.text("–"), "ct-none")
    bucket, entry = found
    target = Target(track_page(track.slug, "skills"), entry.id)
    title = markup.text(bucket_title(bucket.bucket))
    return view.link(markup.words(bucket_mark(bucket.bucket), title, between=""), target)
