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
from pipeline.model.item import Bullets, ComponentName, Item, Prose, Statement, Toolset
from pipeline.model.nearest import nearest
from pipeline.model.registry import key
from pipeline.model.rules import CONTENT_HAS_A_PLACE, FLOW_LEADS_TO_A_COMPONENT
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
    text: tuple[Statement, ...]
    """What it does: it stands in one cell of a table, so without lists and code."""
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
        text=tuple(_sentences(entry.prose, context)),
        stack=toolset(entry.contents.list("stack"), context),
        shows=entry.contents.say("shows"),
        flows=tuple(_flows(entry.contents, context)),
        span=entry.span,
    )


def _sentences(prose: Prose, context: Context) -> Iterator[Statement]:
    """The paragraphs of the running text; a finding for each of the other blocks."""
    hint = "write it as a sentence behind the component's name, or move it below the heading of the project"
    for block in prose:
        if isinstance(block, Statement):
            yield block
            continue
        what = "a list" if isinstance(block, Bullets) else "a block of code"
        message = f"{what} has no place in a component and will not be on the site"
        for part in block.items if isinstance(block, Bullets) else (block,):
            context.find(CONTENT_HAS_A_PLACE, message, part.span, hint)


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
    """Each has a name of its own, and what is passed on reaches another component of the project."""
    known, doubled = _named(components, project, context)
    for part in components:
        for name in (passed.to for passed in part.flows if key(passed.to) not in doubled):
            if key(name) == key(part.name):
                message, hint = f"'{name}' passes something on to itself", "name the component that receives it"
            elif key(name) not in known:
                near = nearest(key(name), known)
                message = f"no component of '{project}' is called '{name}'"
                hint = f"did you mean '{known[near]}'?" if near else f"its components: {', '.join(known.values())}"
            else:
                continue
            context.find(FLOW_LEADS_TO_A_COMPONENT, message, name.span, hint)


def _named(components: Sequence[Component], project: str, context: Context) -> tuple[dict[str, str], set[str]]:
    """The names of the components by their keys, and the keys that are not one component's alone."""
    first: dict[str, Component] = {}
    doubled: set[str] = set()
    for part in components:
        other = first.setdefault(key(part.name), part)
        if other is not part:
            doubled.add(key(part.name))
            message = f"'{project}' has two components called '{other.name}'"
            hint = f"give it a name of its own; the other stands at {other.span}"
            context.find(FLOW_LEADS_TO_A_COMPONENT, message, part.span, hint)
    return {name: part.name for name, part in first.items()}, doubled


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
            markup.words(*map(view.text, part.text)),
            view.tools(part.stack),
            view.text(part.shows),
        )
        for part in components
    ]
    header = tuple(markup.text(name) for name in ("Component", "What it does", "Stack", "Shows"))
    return markup.table(header, rows, f"Components of {project}", "ct-stack ct-components")
