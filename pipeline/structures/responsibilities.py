"""Responsibilities: what each of the two roles answers for.

A guide shows one heading a role: a mission, the nature of the work, and a list of duties.
"""

from __future__ import annotations

from typing import Literal

from pipeline import markup
from pipeline.inline import runs, words
from pipeline.markup import Markup
from pipeline.model.document import Section
from pipeline.model.item import Bullets, Item, Prose, RoleName, Statement
from pipeline.spelling import escape, spell
from pipeline.structures import compose as made
from pipeline.structures.base import Context, Kind, Structure, View, never
from pipeline.structures.entries import Written, read_entries
from pipeline.structures.statements import divide

LABELS = {
    "mission": "mission",
    "mandate": "mission",
    "nature": "nature",
    "nature of the work": "nature",
    "responsibilities": "duties",
    "duties": "duties",
}


class Nature(Item):
    """The nature of a role's work."""

    word: str
    """deterministic, probabilistic, exploratory, mixed, ..."""
    explanation: Statement


class Duties(Item):
    """What one role answers for."""

    role: RoleName
    mission: Statement | None
    nature: Nature | None
    duties: tuple[Statement, ...]
    notes: Prose


class Responsibilities(Structure):
    """What each role answers for."""

    kind: Literal["responsibilities"] = "responsibilities"
    intro: Prose
    roles: tuple[Duties, ...]


def extract(section: Section, context: Context) -> Responsibilities:
    """One entry a role."""
    intro, entries = read_entries(section, LABELS, context)
    roles = tuple(_duties(entry, context) for entry in entries)
    return Responsibilities(intro=intro, roles=roles, span=section.heading.phrase.span)


def _duties(entry: Written, context: Context) -> Duties:
    context.drop_sources(entry.sources, entry.span)
    lists = [part for part in entry.prose if isinstance(part, Bullets)]
    named = entry.contents.list("duties")
    return Duties(
        role=RoleName(entry.title.plain, entry.span),
        mission=entry.contents.say("mission"),
        nature=_nature(entry.contents.say("nature")),
        duties=(*named, *(statement for part in lists for statement in part.items)),
        notes=tuple(part for part in entry.prose if not isinstance(part, Bullets)),
        span=entry.span,
    )


def _nature(said: Statement | None) -> Nature | None:
    """`Deterministic. Equal inputs ...`: the word, and why."""
    if said is None:
        return None
    word, rest = divide(said.text, ".:") or (runs(said.text), ())
    explanation = said.model_copy(update={"text": spell(rest)})
    return Nature(word=words(word).casefold(), explanation=explanation, span=said.span)


def check(responsibilities: Responsibilities, context: Context) -> None:
    """Both roles, each with a mission, a nature and duties."""
    span = responsibilities.span
    hint = "add a heading '### Data engineer' with its mission, nature and a list of duties"
    context.need(len(responsibilities.roles) >= 2, "one of the two roles", span, hint)
    for role in responsibilities.roles:
        hint = f"add a line 'Mission: ...' under '{role.role}'"
        context.need(role.mission, f"the mission of '{role.role}'", role.span, hint)
        hint = f"add a line 'Nature: deterministic. ...' under '{role.role}'"
        context.need(role.nature, f"the nature of the work of '{role.role}'", role.span, hint)
        hint = f"add a list under '{role.role}'"
        context.need(role.duties, f"the list of duties of '{role.role}'", role.span, hint)


def compose(responsibilities: Responsibilities) -> Section:
    """The inverse of `extract`."""
    inner = [_compose_role(role) for role in responsibilities.roles]
    return made.section(made.phrase(KIND.title), 2, made.prose(responsibilities.intro), inner)


def _compose_role(role: Duties) -> Section:
    nature = role.nature
    told = (
        nature.explanation.model_copy(update={"text": f"{escape(nature.word)}. {nature.explanation.text}"})
        if nature
        else None
    )
    blocks = [
        *made.fields(("Mission", role.mission), ("Nature", told)),
        *made.prose(role.notes),
        *made.bullets(role.duties, "Duties", LABELS),
    ]
    return made.section(made.own(role.role), 3, blocks)


def render_duties(role: Duties, view: View) -> Markup:
    """The duties of one role: on its track, and on the page of the role."""
    nature = role.nature
    pairs = [
        (markup.text("Mission"), view.text(role.mission)),
        (
            markup.text("Nature"),
            markup.words(markup.bold(markup.text(nature.word.capitalize())), "·", view.text(nature.explanation))
            if nature
            else markup.EMPTY,
        ),
    ]
    return markup.blocks(
        markup.definitions(pairs),
        view.prose(role.notes),
        markup.bullets(view.text(duty) for duty in role.duties),
    )


def render(responsibilities: Responsibilities, view: View) -> Markup:
    """A column a role on a wide screen."""
    columns = markup.blocks(
        *(
            markup.box(markup.blocks(markup.heading(3, view.name(role.role)), render_duties(role, view)), "ct-role")
            for role in responsibilities.roles
        )
    )
    return markup.blocks(view.prose(responsibilities.intro), markup.box(columns, "ct-pair"))


KIND = Kind(
    name="responsibilities",
    title="Responsibilities",
    headings=("responsibilities", "duties", "what each role does", "role responsibilities", "the two roles"),
    page="comparison",
    model=Responsibilities,
    matches=never,
    extract=extract,
    check=check,
    compose=compose,
    render=render,
)
