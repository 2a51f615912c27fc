"""The home page, and the list of all tracks: choose where you start."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import markup
from pipeline.drawing import Scale
from pipeline.library import Library, Track
from pipeline.markup import Markup
from pipeline.model.page import (
    COMPARE,
    HOME,
    PLAN,
    PRACTICE,
    QUESTIONS,
    ROLES,
    SKILLS,
    SOURCES,
    TRACKS,
    WRITE,
    Page,
    Target,
    track_page,
)
from pipeline.pages import frame, linked_data
from pipeline.pages.chart import chart
from pipeline.pages.figures import longest, weeks_words
from pipeline.pages.paging import commonest_target, shown
from pipeline.pages.starts import brought, distance, scale_of
from pipeline.pages.track import short_title
from pipeline.pages.tracklist import TrackList, all_link, list_pages
from pipeline.pages.trust import reviewed
from pipeline.pages.view import PageView

_WAYS = (
    (PLAN, "Plan", "your own roadmap, dated, at your hours a week"),
    (PRACTICE, "Practice", "one question at a time, or a mock interview"),
    (COMPARE, "All tracks side by side", "which skill is old news for whom"),
    (SKILLS, "Skills", "every skill, with where it occurs"),
    (QUESTIONS, "Questions", "everything that interviewers ask"),
    (ROLES, "Roles", "what each role answers for"),
    (SOURCES, "Sources", "what comes from where"),
    (WRITE, "Write a guide", "in Markdown, for any pair of roles"),
)

_KEY = (
    "The line is the time that the phases of a guide take, to scale: solid the least, hatched to the most. Below it "
    "each mark is one skill: tall where it carries over, half as tall where it is easier to pick up, a dash where it "
    "is new."
)


def home_page(library: Library) -> Page:
    """Where a reader starts: one start a track, and the ways across them."""
    view = PageView(library, HOME)
    view.account.things.append(linked_data.site())
    ways = markup.bullets(
        markup.words(view.link(markup.text(name), Target(path)), markup.phrase(markup.text(says), "ct-leg-says"))
        for path, name, says in _WAYS
    )
    commonest = commonest_target(library.tracks)
    bound = commonest.within if commonest else "the role you want"
    description = (
        f"How far it is from your role to {bound}: what carries over, what is new, "
        "in what order to learn it, and what they will ask you."
    )
    return frame.page(
        view,
        frame.Head("Crosstrack", description, wide=True, facets={"kind": ["Track"]}),
        markup.box(markup.blocks(_headline(), chart(shown(library.tracks))), "ct-hero"),
        markup.heading(2, markup.text("Choose where you start"), "start"),
        markup.paragraph(markup.text(_KEY), "ct-says"),
        starts(library, view),
        all_link(view, _track_list(library)),
        markup.heading(2, markup.text("Get ready, and look around"), "across"),
        markup.box(ways, "ct-legs ct-ways"),
        reviewed(library.tracks),
    )


def _headline() -> Markup:
    lead = frame.lead(
        markup.text(
            "Choose the role you have. Crosstrack shows what you bring already, what is missing, in what order to "
            "learn it, how long that takes, and what interviewers will ask."
        )
    )
    return markup.box(markup.blocks(markup.heading(1, markup.text("How far off course are you?")), lead), "ct-headline")


def tracks_pages(library: Library) -> Iterator[Page]:
    """Tracks with how far each is, and where they are many the list of all."""
    yield _tracks_page(library)
    yield from list_pages(library, _track_list(library))


def _track_list(library: Library) -> TrackList:
    def line(track: Track, view: PageView) -> Markup:
        name = view.link(markup.text(short_title(track)), Target(track_page(track.slug)))
        return markup.words(name, markup.phrase(markup.text(weeks_words(track)), "ct-leg-says"))

    return TrackList(
        path="tracks/all.md",
        title="All tracks",
        lead="Every track, by the role you have.",
        tracks=library.tracks,
        line=line,
        steps=(frame.TRACKS_STEP,),
    )


def _tracks_page(library: Library) -> Page:
    view = PageView(library, TRACKS)
    return frame.page(
        view,
        frame.Head(
            "Tracks",
            "All tracks from one role to another, with how far each is.",
            wide=True,
            facets={"kind": ["Track"]},
        ),
        frame.trail(view),
        frame.title(markup.text("Tracks")),
        frame.lead(markup.text("A track leads from the role you have to the role you want.")),
        markup.paragraph(markup.text(_KEY), "ct-says"),
        starts(library, view, level=2),
        all_link(view, _track_list(library)),
        reviewed(library.tracks),
    )


def starts(library: Library, view: PageView, level: int = 3) -> Markup:
    """One start a track: where from, where to, what is there already, how far it is."""
    tracks = shown(library.tracks)
    scales = scale_of(tracks), longest(tracks)
    found = markup.blocks(*(_start(track, view, level, scales) for track in tracks))
    return markup.box(found, "ct-starts" if level > 2 else "ct-starts ct-rows")


def _start(track: Track, view: PageView, level: int, scales: tuple[Scale | None, int]) -> Markup:
    name = view.link(markup.text(track.origin.name), Target(track_page(track.slug)))
    time = markup.phrase(markup.text(weeks_words(track)), "ct-duration")
    to = markup.words(markup.text(f"to {track.target.within}"), time if weeks_words(track) else "")
    far, gap = distance(track, scales[0]), brought(track, view, scales[1])
    says = markup.paragraph(view.words(track.guide.summary), "ct-says") if level == 2 else markup.EMPTY
    return markup.box(
        markup.blocks(markup.heading(level, name), markup.paragraph(to, "ct-bound"), far, gap, says),
        "ct-start",
        label=short_title(track),
        tag="section",
    )
