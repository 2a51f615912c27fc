"""The planner: how it counts, and each track's plan in plain words. Scripts make a reader's own of it."""

from __future__ import annotations

from pipeline import markup
from pipeline.library import Library, Track
from pipeline.markup import Markup
from pipeline.model.page import PLAN, TRACKS, Page, Target, track_page
from pipeline.model.planning import HOURS_PER_WEEK, MEANING, WORTH
from pipeline.pages import frame
from pipeline.pages.figures import weeks_words
from pipeline.pages.paging import shown
from pipeline.pages.track import short_title
from pipeline.pages.view import PageView
from pipeline.structures.roadmap import Roadmap

_LEAD = "Say what you know and how many hours you have: your own roadmap, dated, with the reason for each phase."
_PRIVATE = "It stays in your browser, and is sent nowhere."


def plan_page(library: Library) -> Page:
    """The page that plans, with what it says where scripts do not run."""
    view = PageView(library, PLAN)
    planner = markup.paragraph(
        markup.text(
            "The planner needs scripts. Without them, these are the plans as the guides give them; "
            "below them stands how to count with them yourself."
        )
    )
    return frame.page(
        view,
        frame.Head(
            "Plan",
            "Your own roadmap from the role you have to the role you want: dated, at your hours a week, without what "
            "you know already.",
            wide=True,
            script="plan/page",
            facets={"kind": ["Plan"]},
        ),
        frame.trail(view),
        frame.title(markup.text("Plan")),
        frame.lead(markup.text(f"{_LEAD} {_PRIVATE}")),
        markup.box(planner, "ct-planner ct-tool"),
        _plain(library, view),
        markup.box(_how(), "ct-plan-how"),
    )


def _plain(library: Library, view: PageView) -> Markup:
    """The plans of the first tracks, and where the others are."""
    return markup.box(
        markup.blocks(
            markup.heading(2, markup.text("The plans of the guides"), "plans"),
            *(_track(track, view) for track in shown(library.tracks)),
            markup.paragraph(view.link(markup.text("All tracks, with how far each is"), Target(TRACKS))),
        ),
        "ct-plan-plain",
    )


def _track(track: Track, view: PageView) -> Markup:
    roadmap = track.guide.find(Roadmap)
    page = track_page(track.slug, "roadmap")
    phases = [
        markup.words(
            view.link(markup.text(phase.title), Target(page, phase.id)),
            markup.phrase(markup.text(str(phase.duration)), "ct-duration") if phase.duration else "",
        )
        for phase in (roadmap.phases if roadmap else ())
    ]
    name = view.link(markup.text(short_title(track)), Target(track_page(track.slug)))
    total = markup.paragraph(markup.text(f"In all: {weeks_words(track)}.")) if weeks_words(track) else markup.EMPTY
    return markup.blocks(markup.heading(3, name, track.slug), markup.bullets(phases, ordered=True), total)


def _how() -> Markup:
    """The arithmetic, with the numbers that the scripts count with."""
    levels = markup.table(
        [markup.text(name) for name in ("Level", "What you say by it", "What it saves of the skill")],
        (
            [markup.text(level.capitalize()), markup.text(MEANING[level]), markup.text(f"{worth:.0%}")]
            for level, worth in WORTH.items()
        ),
        "What a level is worth",
    )
    return markup.blocks(
        markup.heading(2, markup.text("How it counts"), "how"),
        levels,
        markup.bullets(markup.text(rule) for rule in _rules()),
        markup.paragraph(
            markup.text(
                "It is an estimate. A level is your own word, and two people with the same ticks learn at different "
                "speeds: look at the checkpoints of a phase before you skip it."
            )
        ),
    )


def _rules() -> list[str]:
    """How levels and hours become weeks, one sentence or two a rule."""
    solid, some = WORTH["solid"], WORTH["some"]
    return [
        "A guide gives each phase a length in weeks, and names the skills that the phase teaches. The phase counts as "
        "taught in equal parts, one a skill.",
        "A level takes its share off the part of its skill. A phase of four skills in which you are solid in one and "
        f"have some of another is shorter by ({solid:.0%} + {some:.0%}) / 4, which is {(solid + some) / 4:.1%}. A "
        "phase in which you are solid in everything is skipped.",
        "A phase all of whose checkpoints you have ticked is behind you and takes no time, whatever you say of its "
        "skills.",
        f"A guide's week is {HOURS_PER_WEEK} hours, unless the guide says otherwise. Hours left, divided by your hours "
        f"a week, are your weeks: three weeks of the guide are {3 * HOURS_PER_WEEK} hours, and at half as many hours a "
        "week they take six.",
        "A skill that carries over is in none of these weeks: the guide takes it for granted, so having it saves "
        "nothing. If you say None to one, a leg is added in front of the first phase, with as much time as the guide "
        "gives to one skill on average.",
        "A skill that no phase names changes what is left and which projects fit, not the weeks: the guide does not "
        "say when it is learnt.",
        "Where a guide gives a range, both ends are shown. Dates take the longer one, each phase in whole days, one "
        "after the other. What is ongoing has no end, and nothing is taken off it.",
        "Projects and question sets are ranked by how many of the skills you have left they exercise.",
    ]
