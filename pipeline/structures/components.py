"""The components of a project: what each does, with what, what it shows, and what it passes on to which other.

A guide shows a list below "Components:"; a flow is written "Passes on: fresh features → Feature store".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import markup
from pipeline.inline import plain, words
from pipeline.markup import Markup
from pipeline.model.document import Block
from pipeline.model.item import ComponentName, Item, Prose, Statement, Toolset
from pipeline.model.nearest import nearest
from pipeline.model.registry import key
from pipeline.model.rules import FLOW_LEADS_TO_A_COMPONENT
from pipeline.model.source import Span
from pipeline.spelling import escape, spell
from pipeline.structures import compose as made
from pipeline.structures.base import Context, View
from pipeline.structures.entries import Written
from pipeline.structures.fields import Contents
from pipeline.structures.flow import Flowing, flow
from pipeline.structures.naming import toolset
from pipeline.structures.statements import divide, name_of, statement

LABELS = {"stack": "stack", "tools": "stack", "shows": "shows", "passes on": "flows"}
_BETWEEN = ";"
"""Between two flows on one line."""


class Flow(Item):
    """Something that one component hands to another."""

    what: Statement
    to: ComponentName
    """The name of the component that receives it."""


class Component(Item):
    """One part of a project."""

    name: str
    text: Prose
    stack: Toolset | None
    shows: Statement | None
    """What this part shows of its builder."""
    flows: tuple[Flow, ...] = ()
    """What it passes on."""


def extract(entry: Written, context: Context) -> Component:
    """One item of the list."""
    context.drop_sources(entry.sources, entry.span)
    return Component(
        name=name_of(entry.title.plain),
        text=entry.prose,
        stack=toolset(entry.contents.list("stack"), context),
        shows=entry.contents.say("shows"),
        flows=tuple(_flows(entry.contents, context)),
        span=entry.span,
    )


def _flows(contents: Contents, context: Context) -> Iterator[Flow]:
    field = contents.fields.get("flows")
    if field is None:
        return
    said = [*_parted(statement(field.phrase))] if field.phrase else []
    left: dict[Span, Span] = {}
    for part in (*said, *(statement(item.phrase) for item in field.items if item.phrase.plain)):
        what, to = divide(part.text, "→") or ((), ())
        name = words(to)
        if not name:
            message = f"'{plain(part.text)}' is passed on to nothing"
            hint = "write what is passed on, then →, then the component that receives it"
            context.find(FLOW_LEADS_TO_A_COMPONENT, message, part.span, hint)
            continue
        place = _place(name, left.get(part.span, part.span), context) if part.span else None
        if place and part.span:
            # The next one on the line stands further on.
            left[part.span] = replace(part.span, line=place.line, column=place.end_column)
        told = part.model_copy(update={"text": spell(what)})
        yield Flow(what=told, to=ComponentName(name, place), span=part.span)


def _place(name: str, within: Span, context: Context) -> Span:
    """Where the name stands behind the next arrow."""
    arrow = context.source.locate(within, "→")
    return context.source.locate(replace(within, line=arrow.line, column=arrow.end_column), name)


def _parted(said: Statement) -> Iterator[Statement]:
    """The flows on one line: each has the references at the end of the line."""
    found = divide(said.text, _BETWEEN)
    while found and words(found[1]):
        yield said.model_copy(update={"text": spell(found[0])})
        said = said.model_copy(update={"text": spell(found[1])})
        found = divide(said.text, _BETWEEN)
    yield said.model_copy(update={"text": spell(found[0])}) if found else said


def check(components: Sequence[Component], project: str, context: Context) -> None:
    """What is passed on reaches another component of the project."""
    known = {key(part.name): part.name for part in components}
    for part in components:
        for name in (passed.to for passed in part.flows):
            if key(name) == key(part.name):
                message, hint = f"'{name}' passes something on to itself", "name the component that receives it"
            elif key(name) not in known:
                near = nearest(key(name), known)
                message = f"no component of '{project}' is called '{name}'"
                hint = f"did you mean '{known[near]}'?" if near else f"its components: {', '.join(known.values())}"
            else:
                continue
            context.find(FLOW_LEADS_TO_A_COMPONENT, message, name.span, hint)


def compose(components: Sequence[Component]) -> list[Block]:
    """The inverse of `extract`, below its label."""
    listed = made.item_list(made.item(*made.lead(part.name, part.text, _fields(part))) for part in components)
    return [made.paragraph(made.phrase("Components:")), *listed] if listed else []


def _fields(part: Component) -> list[Block]:
    passed = [_spelled(one) for one in part.flows]
    # One that has a semicolon in it would be taken for two on its line.
    alone = len(passed) == 1 and divide(passed[0].text, _BETWEEN) is None
    return made.fields(
        ("Stack", made.tools(part.stack)), ("Shows", part.shows), ("Passes on", passed[0] if alone else passed)
    )


def _spelled(passed: Flow) -> Statement:
    return passed.what.model_copy(update={"text": f"{passed.what.text} → {escape(passed.to)}"})


def render(components: Sequence[Component], project: str, view: View) -> Markup:
    """The components and what flows between them as a picture; then a table of all that is said of them."""
    if not components:
        return markup.EMPTY
    return markup.blocks(_drawn(components, project, view), _table(components, project, view))


def _drawn(components: Sequence[Component], project: str, view: View) -> Markup:
    places = {key(part.name): at for at, part in enumerate(components)}
    found = [
        Flowing(at, places[key(passed.to)], view.text(passed.what))
        for at, part in enumerate(components)
        for passed in part.flows
        if places.get(key(passed.to), at) != at
    ]
    return flow([markup.text(part.name) for part in components], found, f"What flows in {project}")


def _table(components: Sequence[Component], project: str, view: View) -> Markup:
    rows = [
        (
            markup.bold(markup.text(part.name)),
            markup.words(*(view.text(said) for said in part.text if isinstance(said, Statement))),
            view.tools(part.stack),
            view.text(part.shows),
        )
        for part in components
    ]
    header = tuple(markup.text(name) for name in ("Component", "What it does", "Stack", "Shows"))
    return markup.table(header, rows, f"Components of {project}", "ct-stack ct-components")
