"""Interview: how to prepare, the stages of the process, and the rounds.

A guide shows lists or tables under "Preparation", "Stages" and "Rounds".
"""

from __future__ import annotations

from typing import Literal

from pipeline import markup
from pipeline.inline import slug
from pipeline.markup import Markup
from pipeline.model.document import Section
from pipeline.model.duration import Duration
from pipeline.model.item import Prose, Statement
from pipeline.structures import compose as made
from pipeline.structures.base import Context, Entry, Kind, Structure, View, entry_id, never
from pipeline.structures.entries import Parts, Written, read_entries, read_parts
from pipeline.structures.fields import prose_of
from pipeline.structures.naming import split_duration
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
STEP_LABELS = {"duration": "duration", "how": "how"}
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


class Step(Entry):
    """One step of the preparation."""

    duration: Duration | None
    body: Prose


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
    preparation: tuple[Step, ...]
    stages_intro: Prose
    stages: tuple[Stage, ...]
    rounds_intro: Prose
    rounds: tuple[Round, ...]


def extract(section: Section, context: Context) -> Interview:
    """Parts by their headings."""
    parts = read_parts(section, PARTS, context)
    preparation_intro, steps = _entries(parts, "preparation", STEP_LABELS, context)
    stages_intro, stages = _entries(parts, "stages", STAGE_LABELS, context)
    rounds_intro, rounds = _entries(parts, "rounds", ROUND_LABELS, context)
    return Interview(
        intro=prose_of(section.blocks, context),
        preparation_intro=preparation_intro,
        preparation=tuple(_step(entry, context) for entry in steps),
        stages_intro=stages_intro,
        stages=tuple(_stage(entry) for entry in stages),
        rounds_intro=rounds_intro,
        rounds=tuple(_round(entry) for entry in rounds),
        span=section.heading.phrase.span,
    )


def _entries(parts: Parts, name: str, labels: Labels, context: Context) -> tuple[Prose, tuple[Written, ...]]:
    return read_entries(parts[name], labels, context) if name in parts else ((), ())


def _step(entry: Written, context: Context) -> Step:
    title, duration = split_duration(entry, context)
    return Step(
        id=entry.title.attributes.id or slug(title),
        title=title,
        sources=entry.sources,
        duration=duration,
        body=(*entry.contents.list("how"), *entry.prose),
        span=entry.span,
    )


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
    steps = map(_compose_step, interview.preparation)
    stages = [
        _compose_fields(stage, ("Evaluates", stage.evaluates), ("Tests", stage.tests)) for stage in interview.stages
    ]
    rounds = [
        _compose_fields(part, ("Focus", part.focus), ("What interviewers look for", part.looked_for))
        for part in interview.rounds
    ]
    inner = [
        *made.titled("Preparation", 3, made.prose(interview.preparation_intro), steps),
        *made.titled("Stages", 3, made.prose(interview.stages_intro), stages),
        *made.titled("Rounds", 3, made.prose(interview.rounds_intro), rounds),
    ]
    return made.section(made.phrase(KIND.title), 2, made.prose(interview.intro), inner)


def _compose_step(step: Step) -> Section:
    tail = f" ({step.duration})" if step.duration else ""
    return made.section(made.title(step, after=tail), 4, made.prose(step.body, "How", STEP_LABELS))


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
        markup.box(markup.blocks(*(_render_step(step, view) for step in interview.preparation)), "ct-steps"),
        markup.heading(2, markup.text("Stages"), "stages"),
        view.prose(interview.stages_intro),
        markup.box(markup.blocks(*(_render_stage(stage, view) for stage in interview.stages)), "ct-steps"),
        markup.heading(2, markup.text("Rounds"), "rounds"),
        view.prose(interview.rounds_intro),
        markup.blocks(*(_render_round(part, view) for part in interview.rounds)),
    )


def _render_step(step: Step, view: View) -> Markup:
    duration = markup.phrase(markup.text(str(step.duration)), "ct-duration") if step.duration else markup.EMPTY
    facts = markup.box(markup.words(duration, view.origin(step)), "ct-facts")
    return markup.blocks(markup.heading(3, markup.text(step.title), step.id), facts, view.prose(step.body))


def _render_stage(stage: Stage, view: View) -> Markup:
    pairs = [
        (markup.text(label), view.text(said))
        for label, said in (("Evaluates", stage.evaluates), ("Tests", stage.tests))
    ]
    return markup.blocks(
        markup.heading(3, markup.text(stage.title), stage.id),
        markup.paragraph(view.origin(stage), "ct-origin"),
        view.prose(stage.body),
        markup.definitions(pairs),
    )


def _render_round(part: Round, view: View) -> Markup:
    pairs = [
        (markup.text("Focus"), view.text(part.focus)),
        (
            markup.text("Interviewers look for"),
            view.text(part.looked_for),
        ),
        (markup.text("Questions"), view.related(part.id)),
    ]
    return markup.box(
        markup.blocks(
            markup.heading(3, markup.text(part.title), part.id),
            markup.paragraph(view.origin(part), "ct-origin"),
            view.prose(part.body),
            markup.definitions(pairs),
        ),
        "ct-round",
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
