"""The questions of all tracks: each track with its domains, and how many questions each holds."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import markup
from pipeline.library import Library, Track
from pipeline.markup import Markup
from pipeline.model.counting import counted
from pipeline.model.page import QUESTIONS, Page, Target, track_page
from pipeline.pages import frame
from pipeline.pages.figures import line as says
from pipeline.pages.paging import shown
from pipeline.pages.track import short_title
from pipeline.pages.tracklist import TrackList, all_link, list_pages
from pipeline.pages.trust import reviewed
from pipeline.pages.view import PageView
from pipeline.structures.questions import Questions


def questions_pages(library: Library) -> Iterator[Page]:
    """Domains of questions by track, and where tracks are many the list of all."""
    listed = _track_list(library)
    yield _page(library, listed)
    yield from list_pages(library, listed)


def _track_list(library: Library) -> TrackList:
    def line(track: Track, view: PageView) -> Markup:
        name = view.link(markup.text(short_title(track)), Target(track_page(track.slug, "questions")))
        found = track.guide.find(Questions)
        return markup.words(name, markup.phrase(markup.text(says(found) if found else ""), "ct-leg-says"))

    return TrackList(
        path="questions/all.md",
        title="Questions of all tracks",
        lead="What interviewers ask, track by track.",
        tracks=[track for track in library.tracks if track.guide.find(Questions)],
        line=line,
        steps=(("Questions", QUESTIONS),),
    )


def _page(library: Library, listed: TrackList) -> Page:
    view = PageView(library, QUESTIONS)
    found = [questions for track in listed.tracks if (questions := track.guide.find(Questions))]
    total = sum(len(part.questions) for questions in found for part in questions.sets)
    return frame.page(
        view,
        frame.Head("Questions", "What interviewers ask on every track, by domain.", facets={"kind": ["Questions"]}),
        frame.trail(view),
        frame.title(markup.text("Questions")),
        frame.lead(
            markup.text(
                f"{counted(total, 'question')} by track and domain. Each leads to the skills and rounds it belongs to, "
                "and where there is one to the outline of a strong answer."
            )
        ),
        frame.contents(),
        *(_track(track, view) for track in shown(listed.tracks)),
        all_link(view, listed),
        reviewed(listed.tracks, "Each question names its source where its link leads."),
    )


def _track(track: Track, view: PageView) -> Markup:
    """The domains of a track; each bears the id that it had when its questions stood here."""
    questions = track.guide.find(Questions)
    places = track.places(questions) if questions else {}
    domains = markup.bullets(
        markup.words(
            view.link(_with_anchor(f"{track.slug}-{part.id}", part.title), places[part.id]),
            markup.phrase(markup.text(counted(len(part.questions), "question")), "ct-leg-says"),
        )
        for part in (questions.sets if questions else ())
    )
    name = view.link(markup.text(short_title(track)), Target(track_page(track.slug, "questions")))
    return markup.blocks(markup.heading(2, name, track.slug), markup.box(domains, "ct-legs ct-domains"))


def _with_anchor(id: str, title: str) -> Markup:
    return markup.words(markup.anchor(id), markup.text(title), between="")
