"""What should hold among guides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.guide import Guide
from pipeline.library import Library
from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.item import walk
from pipeline.model.rules import QUESTION_IS_UNIQUE, TRANSITION_IS_UNIQUE
from pipeline.model.source import Span
from pipeline.structures.questions import Question


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What guides that are not at hand have already: only as much as a guide can collide with."""

    tracks: Mapping[str, str] = field(default_factory=dict)
    """From a track's slug to the path of its guide."""
    questions: Mapping[str, Span | None] = field(default_factory=dict)
    """From a question, as it is compared, to where it stands."""


NOTHING = Elsewhere()


def check_transitions(library: Library, report: Report, elsewhere: Elsewhere = NOTHING) -> None:
    """One guide a pair of roles."""
    first = dict(elsewhere.tracks)
    for track in library.tracks:
        other = first.setdefault(track.slug, track.path)
        if other != track.path:
            message = f"there is a guide from {track.origin.name} to {track.target.name} already"
            span = track.guide.origin.span
            report(Diagnostic(TRANSITION_IS_UNIQUE, message, span, f"join it with {other}"))


def check_questions(guides: Iterable[Guide], report: Report, elsewhere: Elsewhere = NOTHING) -> None:
    """No question is asked twice, in one guide or in two."""
    seen = dict(elsewhere.questions)
    for guide in guides:
        for asked, question in questions_of(guide):
            if asked in seen:
                hint = f"it stands at {seen[asked]} already: word it differently, or leave it out"
                report(Diagnostic(QUESTION_IS_UNIQUE, "the same question is asked twice", question.span, hint))
            else:
                seen[asked] = question.span


def questions_of(guide: Guide) -> Iterator[tuple[str, Question]]:
    """The guide's questions, each with the words by which it is compared."""
    for value in walk(guide.structures):
        if isinstance(value, Question):
            yield value.words.casefold(), value
