"""What should hold among guides."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.guide import Guide, Library
from pipeline.inline import plain
from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.item import walk
from pipeline.model.rules import QUESTION_IS_UNIQUE, TRANSITION_IS_UNIQUE
from pipeline.structures.questions import Question


def check_transitions(library: Library, report: Report) -> None:
    """One guide a pair of roles."""
    first: dict[str, str] = {}
    for track in library.tracks:
        other = first.setdefault(track.slug, track.path)
        if other != track.path:
            message = f"there is a guide from {track.origin.name} to {track.target.name} already"
            span = track.guide.origin.span
            report(Diagnostic(TRANSITION_IS_UNIQUE, message, span, f"join it with {other}"))


def check_questions(guides: Iterable[Guide], report: Report) -> None:
    """No question is asked twice, in one guide or in two."""
    seen: dict[str, Question] = {}
    for guide in guides:
        for value in walk(guide.structures):
            if isinstance(value, Question):
                first = seen.setdefault(plain(value.title).casefold(), value)
                if first is not value:
                    hint = f"it stands at {first.span} already: word it differently, or leave it out"
                    report(Diagnostic(QUESTION_IS_UNIQUE, "the same question is asked twice", value.span, hint))
