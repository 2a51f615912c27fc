"""Lists across all tracks: every question, every source."""

from __future__ import annotations

from collections import Counter

from pipeline import markup
from pipeline.guide import Library, SourceEntry, Track
from pipeline.markup import Markup
from pipeline.model.item import walk
from pipeline.model.page import QUESTIONS, SOURCES, Page, Target, source_anchor, track_page
from pipeline.pages import frame
from pipeline.pages.track import short_title
from pipeline.pages.trust import reviewed
from pipeline.pages.view import PageView
from pipeline.structures.questions import Questions, QuestionSet


def questions_page(library: Library) -> Page:
    """All questions, by track and domain."""
    view = PageView(library, QUESTIONS)
    sets = [(track, part) for track in library.tracks for part in _sets(track)]
    total = sum(len(part.questions) for _, part in sets)
    parts: list[Markup] = []
    for track in library.tracks:
        parts.append(markup.heading(2, markup.text(short_title(track)), track.slug))
        parts += [_set(track, part, view) for owner, part in sets if owner is track]
    return frame.page(
        view,
        "Questions",
        "Every interview question of every track, by domain.",
        frame.trail(view),
        frame.title(markup.text("Questions")),
        frame.lead(
            markup.text(
                f"{total} questions. Each leads to the skills and rounds it belongs to, "
                "and where there is one to the outline of a strong answer."
            )
        ),
        frame.contents(),
        *parts,
        reviewed(library.tracks, "Each question names its source where its link leads."),
        facets={"kind": ["Questions"]},
    )


def _sets(track: Track) -> tuple[QuestionSet, ...]:
    questions = track.guide.find(Questions)
    return questions.sets if questions else ()


def _set(track: Track, part: QuestionSet, view: PageView) -> Markup:
    page = track_page(track.slug, "questions")
    items = markup.bullets(
        view.link(view.words(question.title), Target(page, question.id)) for question in part.questions
    )
    title = markup.heading(3, view.link(markup.text(part.title), Target(page, part.id)), f"{track.slug}-{part.id}")
    return markup.blocks(title, markup.box(items, "ct-index"))


def sources_page(library: Library) -> Page:
    """Every source, with what came from it."""
    view = PageView(library, SOURCES)
    parts: list[Markup] = []
    for track in library.tracks:
        name = view.link(markup.text(short_title(track)), Target(track_page(track.slug)))
        parts.append(markup.heading(2, name, track.slug))
        parts += [_source(track, source, view) for source in track.guide.sources]
    return frame.page(
        view,
        "Sources",
        "The documents that the guides draw on, and what came from each.",
        frame.trail(view),
        frame.title(markup.text("Sources")),
        frame.lead(
            markup.text(
                "The documents that the guides draw on, and what came from each. Facts and figures are theirs; "
                "the words are ours. What names no source is the editors' own."
            )
        ),
        frame.contents(),
        *parts,
        reviewed(library.tracks),
        facets={"kind": ["Sources"]},
    )


def _source(track: Track, source: SourceEntry, view: PageView) -> Markup:
    about = [
        ("By", markup.text(", ".join(source.authors))),
        ("Publisher", markup.text(source.publisher)),
        ("Published", markup.text(source.published or "")),
        ("Address", view.web(markup.text(source.url), source.url, source.span) if source.url else markup.EMPTY),
    ]
    return markup.blocks(
        markup.heading(3, markup.text(source.title), source_anchor(track.slug, source.id)),
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
            markup.text(f"{counts[kind.name]} statement{'' if counts[kind.name] == 1 else 's'}"),
            between=": ",
        )
        for kind, _ in track.parts()
        if counts[kind.name]
    ]
    return markup.bullets(items) if items else markup.text("Nothing yet.")
