"""Roadmap: phases in order, each with how long it takes, what it is about and how to know it is done.

A guide shows one heading a phase: "Phase 1: Foundations (3–4 weeks)".
"""

from __future__ import annotations

import re
from typing import Literal

from pipeline import markup
from pipeline.inline import slug
from pipeline.markup import Markup
from pipeline.model.document import Phrase, Section
from pipeline.model.duration import Duration
from pipeline.model.item import Prose, SkillName, Statement
from pipeline.model.rules import PHASES_RUN
from pipeline.structures import compose as made
from pipeline.structures.base import Context, Entry, Kind, Sentence, Structure, View, entry_id
from pipeline.structures.entries import Written, read_entries
from pipeline.structures.naming import check_order, skill_names, split_duration
from pipeline.structures.timeline import Leg, timeline

LABELS = {
    "duration": "duration",
    "time": "duration",
    "focus": "focus",
    "key concept": "key_concept",
    "central idea": "key_concept",
    "leave out": "leave_out",
    "what to leave out": "leave_out",
    "what to ignore": "leave_out",
    "skills": "skills",
    "checkpoints": "checkpoints",
    "you are done when": "checkpoints",
}
_NUMBERED = re.compile(r"(?:phase|step|stage|part)\s+(\d{1,3})\s*(?:[:.–—-]\s*|$)(.*)", re.IGNORECASE)


class Checkpoint(Sentence):
    """Something a reader can tick: `title` is the statement as inline Markdown."""


class Phase(Entry):
    """One phase of the roadmap."""

    number: int | None
    duration: Duration | None
    focus: Statement | None
    key_concept: Statement | None
    leave_out: Statement | None
    skills: tuple[SkillName, ...]
    body: Prose
    checkpoints: tuple[Checkpoint, ...]


class Roadmap(Structure):
    """Phases in order."""

    kind: Literal["roadmap"] = "roadmap"
    intro: Prose
    phases: tuple[Phase, ...]


def matches(section: Section) -> bool:
    """Two or more headings or items that begin with "Phase 1"."""
    titles = [inner.heading.phrase.plain for inner in section.sections]
    return sum(bool(_NUMBERED.match(title)) for title in titles) >= 2


def extract(section: Section, context: Context) -> Roadmap:
    """One entry a phase."""
    intro, entries = read_entries(section, LABELS, context)
    phases = tuple(_phase(entry, context) for entry in entries)
    return Roadmap(intro=intro, phases=phases, span=section.heading.phrase.span)


def _phase(entry: Written, context: Context) -> Phase:
    title, duration = split_duration(entry, context, needed=True)
    found = _NUMBERED.match(title)
    name = (found[2] or title) if found else title
    contents = entry.contents
    return Phase(
        id=entry.title.attributes.id or slug(name),
        title=name,
        sources=entry.sources,
        number=int(found[1]) if found else None,
        duration=duration,
        focus=contents.say("focus"),
        key_concept=contents.say("key_concept"),
        leave_out=contents.say("leave_out"),
        skills=skill_names(contents.list("skills"), context),
        body=entry.prose,
        checkpoints=tuple(_checkpoint(part) for part in contents.phrases("checkpoints")),
        span=entry.span,
    )


def _checkpoint(said: Phrase) -> Checkpoint:
    return Checkpoint(id=entry_id(said), title=said.markdown, sources=said.sources, span=said.span)


def check(roadmap: Roadmap, context: Context) -> None:
    """Phases with durations, numbered without gaps, one after the other, each with what it is about."""
    context.need(roadmap.phases, "the first phase of the roadmap", roadmap.span, "add '### Phase 1: ... (3–4 weeks)'")
    check_order([(phase.title, phase.duration) for phase in roadmap.phases], context)
    for expected, phase in enumerate(roadmap.phases, start=1):
        if phase.number is None:
            message = f"'{phase.title}' is not numbered"
            context.find(PHASES_RUN, message, phase.span, f"begin its heading with 'Phase {expected}: '")
        elif phase.number != expected:
            message = f"phase {phase.number} stands where phase {expected} is due"
            context.find(PHASES_RUN, message, phase.span, "number the phases 1, 2, 3 in the order they stand")
        hint = f"add a list below a line 'Checkpoints:' in '{phase.title}'"
        context.need(phase.checkpoints, f"the list of checkpoints of phase '{phase.title}'", phase.span, hint)
        context.need(
            phase.focus or phase.body, f"the focus of phase '{phase.title}'", phase.span, "add a line 'Focus: ...'"
        )


def compose(roadmap: Roadmap) -> Section:
    """The inverse of `extract`."""
    inner = [_compose_phase(phase) for phase in roadmap.phases]
    return made.section(made.phrase(KIND.title), 2, made.prose(roadmap.intro), inner)


def _compose_phase(phase: Phase) -> Section:
    lead = f"Phase {phase.number}: " if phase.number is not None else ""
    tail = f" ({phase.duration})" if phase.duration else ""
    title = made.title(phase, lead, tail)
    labelled = made.fields(
        ("Focus", phase.focus),
        ("Key concept", phase.key_concept),
        ("Leave out", phase.leave_out),
        ("Skills", made.names(phase.skills)),
    )
    done = made.checkpoints((point.title, point.sources, point.id) for point in phase.checkpoints)
    return made.section(title, 3, [*made.prose(phase.body), *labelled, *done])


def render(roadmap: Roadmap, view: View) -> Markup:
    """All phases to scale; then one waypoint a phase, on a course from the one role to the other."""
    origin, target = view.roles
    legs = [Leg(markup.link(markup.text(phase.title), f"#{phase.id}"), phase.duration) for phase in roadmap.phases]
    course = markup.blocks(
        markup.paragraph(markup.words(markup.text("You are here:"), origin), "ct-port"),
        *(_render_phase(phase, view) for phase in roadmap.phases),
        markup.paragraph(markup.words(markup.text("Where you are bound:"), target), "ct-port"),
    )
    return markup.blocks(timeline(legs), view.prose(roadmap.intro), markup.box(course, "ct-route"))


def _render_phase(phase: Phase, view: View) -> Markup:
    number = markup.phrase(markup.text(f"Phase {phase.number}"), "ct-number") if phase.number is not None else ""
    title = markup.words(number, markup.text(phase.title))
    duration = markup.phrase(markup.text(str(phase.duration)), "ct-duration") if phase.duration else markup.EMPTY
    pairs = [
        (markup.text(label), view.text(said))
        for label, said in (
            ("Focus", phase.focus),
            ("Key concept", phase.key_concept),
            ("Leave out", phase.leave_out),
        )
    ]
    pairs.append((markup.text("Skills"), view.names(phase.skills)))
    parts = markup.blocks(
        markup.heading(2, title, phase.id),
        markup.box(markup.words(duration, view.origin(phase), between=" "), "ct-facts"),
        view.prose(phase.body),
        markup.definitions(pairs),
        _render_checkpoints(phase, view),
    )
    return markup.box(parts, "ct-phase")


def _render_checkpoints(phase: Phase, view: View) -> Markup:
    if not phase.checkpoints:
        return markup.EMPTY
    points = markup.bullets(
        markup.words(markup.anchor(point.id), view.text(Statement(text=point.title, sources=point.sources)), between="")
        for point in phase.checkpoints
    )
    title = markup.paragraph(markup.bold(markup.text("You are done when")), "ct-label")
    return markup.box(markup.blocks(title, points), "ct-checkpoints")


KIND = Kind(
    name="roadmap",
    title="Roadmap",
    headings=("roadmap", "learning roadmap", "learning path", "study plan", "the plan", "the route"),
    page="roadmap",
    model=Roadmap,
    matches=matches,
    extract=extract,
    check=check,
    compose=compose,
    render=render,
    ids=("roadmap",),
)
