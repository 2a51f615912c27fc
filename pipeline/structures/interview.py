"""Interview: how to prepare, the stages of the process, and the rounds.

A guide shows lists or tables under "Preparation", "Stages" and "Rounds".
"""

from __future__ import annotations

from typing import Literal

from pipeline import markup
from pipeline.markup import Markup
from pipeline.model.document import Section
from pipeline.model.item import Prose, Statement
from pipeline.structures import compose as made
from pipeline.structures import preparation
from pipeline.structures.base import Context, Entry, Kind, Structure, View, entry_id, never
from pipeline.structures.entries import Parts, Written, read_entries, read_parts
from pipeline.structures.fields import prose_of
from pipeline.structures.path import Stop, path
from pipeline.structures.statements import Labels

PARTS = {
    "preparation": "preparation",
    "how to prepare": "preparation",
    "preparation timeline": "preparation",
    "stages": "stages",
    "process": "stages",
    "process stages": "stages",
    "interview process": "stages",
    "rounds": "rounds",
    "interview rounds": "rounds",
}
STAGE_LABELS = {
    "evaluates": "evaluates",
    "what it evaluates": "evaluates",
    "tests": "tests",
    "what it tests": "tests",
}
ROUND_LABELS = {
    "focus": "focus",
    "what interviewers look for": "looked_for",
    "interviewers look for": "looked_for",
    "looked for": "looked_for",
}


class Stage(Entry):
    """One stage of the process."""

    evaluates: Statement | None
    tests: Statement | None
    body: Prose


class Round(Entry):
    """One round of the interview."""

    focus: Statement | None
    looked_for: Statement | None
    """What interviewers look for."""
    body: Prose


class Interview(Structure):
    """Preparation, stages, rounds."""

    kind: Literal["interview"] = "interview"
    intro: Prose
    preparation_intro: Prose
    preparation: tuple[preparation.Step, ...]
    stages_intro: Prose
    stages: tuple[Stage, ...]
    rounds_intro: Prose
    rounds: tuple[Round, ...]


def extract(section: Section, context: Context) -> Interview:
    """Parts by their headings."""
    parts = read_parts(section, PARTS, context)
    preparation_intro, steps = _entries(parts, "preparation", preparation.LABELS, context)
    stages_intro, stages = _entries(parts, "stages", STAGE_LABELS, context)
    rounds_intro, rounds = _entries(parts, "rounds", ROUND_LABELS, context)
    return Interview(
        intro=prose_of(section.blocks, context),
        preparation_intro=preparation_intro,
        preparation=tuple(preparation.extract(entry, context) for entry in steps),
        stages_intro=stages_intro,
        stages=tuple(_stage(entry) for entry in stages),
        rounds_intro=rounds_intro,
        rounds=tuple(_round(entry) for entry in rounds),
        span=section.heading.phrase.span,
    )


def _entries(parts: Parts, name: str, labels: Labels, context: Context) -> tuple[Prose, tuple[Written, ...]]:
    return read_entries(parts[name], labels, context) if name in parts else ((), ())


def _stage(entry: Written) -> Stage:
    return Stage(
        id=entry_id(entry.title),
        title=entry.title.plain,
        sources=entry.sources,
        evaluates=entry.contents.say("evaluates"),
        tests=entry.contents.say("tests"),
        body=entry.prose,
        span=entry.span,
    )


def _round(entry: Written) -> Round:
    return Round(
        id=entry_id(entry.title),
        title=entry.title.plain,
        sources=entry.sources,
        focus=entry.contents.say("focus"),
        looked_for=entry.contents.say("looked_for"),
        body=entry.prose,
        span=entry.span,
    )


def check(interview: Interview, context: Context) -> None:
    """All three parts."""
    for name, heading in (("preparation", "Preparation"), ("stages", "Stages"), ("rounds", "Rounds")):
        hint = f"add a list or a table under '### {heading}'"
        context.need(getattr(interview, name), f"the part '{heading}' of the interview", interview.span, hint)
    for part in interview.rounds:
        hint = f"add 'Focus: ...' to the round '{part.title}'"
        context.need(part.focus or part.body, f"the focus of the round '{part.title}'", part.span, hint)


def compose(interview: Interview) -> Section:
    """The inverse of `extract`."""
    steps = map(preparation.compose, interview.preparation)
    stages = [_compose_fields(one, ("Evaluates", one.evaluates), ("Tests", one.tests)) for one in interview.stages]
    looked_for = "What interviewers look for"
    rounds = [_compose_fields(one, ("Focus", one.focus), (looked_for, one.looked_for)) for one in interview.rounds]
    inner = [
        *made.titled("Preparation", 3, made.prose(interview.preparation_intro), steps),
        *made.titled("Stages", 3, made.prose(interview.stages_intro), stages),
        *made.titled("Rounds", 3, made.prose(interview.rounds_intro), rounds),
    ]
    return made.section(made.phrase(KIND.title), 2, made.prose(interview.intro), inner)


def _compose_fields(entry: Stage | Round, *labelled: made.Labelled) -> Section:
    return made.section(made.title(entry), 4, [*made.prose(entry.body), *made.fields(*labelled)])


def render(interview: Interview, view: View) -> Markup:
    """The whole way at a glance; then the process in the order a candidate meets it."""
    stages, rounds = ([Stop(part.title, part.id) for part in parts] for parts in (interview.stages, interview.rounds))
    return markup.blocks(
        path(stages, rounds),
        view.prose(interview.intro),
        markup.heading(2, markup.text("Preparation"), "preparation"),
        view.prose(interview.preparation_intro),
        markup.box(markup.blocks(*(preparation.render(step, view) for step in interview.preparation)), "ct-steps"),
        markup.heading(2, markup.text("Stages"), "stages"),
        view.prose(interview.stages_intro),
        markup.box(markup.blocks(*(_render_stage(stage, view) for stage in interview.stages)), "ct-steps"),
        markup.heading(2, markup.text("Rounds"), "rounds"),
        view.prose(interview.rounds_intro),
        markup.blocks(*(_render_round(part, view) for part in interview.rounds)),
    )


def _render_stage(stage: Stage, view: View) -> Markup:
    return _render_entry(stage, view, ("Evaluates", view.text(stage.evaluates)), ("Tests", view.text(stage.tests)))


def _render_round(part: Round, view: View) -> Markup:
    looked_for, asked = view.text(part.looked_for), view.related(part.id)
    told = (("Focus", view.text(part.focus)), ("Interviewers look for", looked_for), ("Questions", asked))
    return markup.box(_render_entry(part, view, *told), "ct-round")


def _render_entry(entry: Stage | Round, view: View, *told: tuple[str, Markup]) -> Markup:
    return markup.blocks(
        markup.heading(3, markup.text(entry.title), entry.id),
        markup.paragraph(view.origin(entry), "ct-origin"),
        view.prose(entry.body),
        markup.definitions((markup.text(label), said) for label, said in told),
    )


KIND = Kind(
    name="interview",
    title="Interview",
    headings=("interview", "interviews", "interview process", "the interview", "interview preparation"),
    page="interview",
    model=Interview,
    matches=never,
    extract=extract,
    check=check,
    compose=compose,
    render=render,
    ids=("preparation", "stages", "rounds"),
)
