"""Where the sources disagree: questions on which they differ, with the positions side by side.

A guide shows one heading a question, a paragraph where one is needed, then a list of positions. A position ends with
the source that holds it, or begins with "Editors:" where it is our own. "Depends on: ..." says what decides for whom.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from pipeline import markup
from pipeline.inline import words
from pipeline.markup import Markup
from pipeline.model.document import Block, Section
from pipeline.model.item import Bullets, Item, Prose, Statement
from pipeline.model.rules import POSITION_HAS_A_SOURCE
from pipeline.spelling import spell
from pipeline.structures import compose as made
from pipeline.structures.base import Context, Entry, Kind, Structure, View, entry_id, never
from pipeline.structures.entries import Written, read_entries
from pipeline.structures.statements import divide

LABELS = {"positions": "positions", "depends on": "depends_on", "it depends on": "depends_on"}
EDITORS = ("editors", "the editors")


class Position(Item):
    """What one side says."""

    says: Statement
    editors: bool = Field(description="Whether it is the editors' own position, as against that of a source.")


class Disagreement(Entry):
    """One question: `title` is what the sources differ on."""

    body: Prose
    positions: tuple[Position, ...]
    depends_on: tuple[Statement, ...]


class Disagreements(Structure):
    """Questions on which the sources of a guide differ, with each other or with the editors."""

    kind: Literal["disagreements"] = "disagreements"
    intro: Prose
    disagreements: tuple[Disagreement, ...]


def extract(section: Section, context: Context) -> Disagreements:
    """One entry a question; each item of its lists is a position."""
    intro, entries = read_entries(section, LABELS, context)
    found = tuple(_disagreement(entry) for entry in entries)
    return Disagreements(intro=intro, disagreements=found, span=section.heading.phrase.span)


def _disagreement(entry: Written) -> Disagreement:
    unlabelled = (item for part in entry.prose if isinstance(part, Bullets) for item in part.items)
    return Disagreement(
        id=entry_id(entry.title),
        title=entry.title.plain,
        sources=entry.sources,
        body=tuple(part for part in entry.prose if not isinstance(part, Bullets)),
        positions=tuple(_position(said) for said in (*entry.contents.list("positions"), *unlabelled)),
        depends_on=entry.contents.list("depends_on"),
        span=entry.span,
    )


def _position(said: Statement) -> Position:
    """The label of the editors is no part of what they say."""
    found = divide(said.text, ":")
    if found is None or words(found[0]).casefold() not in EDITORS:
        return Position(says=said, editors=False, span=said.span)
    return Position(says=said.model_copy(update={"text": spell(found[1])}), editors=True, span=said.span)


def check(disagreements: Disagreements, context: Context) -> None:
    """Questions, each with two positions or more; whose each is, is said once."""
    hint = "add a heading for each question on which the sources differ"
    context.need(disagreements.disagreements, "the first disagreement", disagreements.span, hint)
    for entry in disagreements.disagreements:
        hint = "list what each side says, one item a position; where nobody differs, leave the question out"
        count = ("first", "second")[min(len(entry.positions), 1)]
        context.need(len(entry.positions) > 1, f"the {count} position on '{entry.title}'", entry.span, hint)
        for position in entry.positions:
            _check_position(position, context)


def _check_position(position: Position, context: Context) -> None:
    if position.editors and position.says.sources:
        message = "this position is said to be the editors' own, and yet has a source"
        hint = f"take away 'Editors:' or [^{position.says.sources[0]}]: a position is the editors' or a source's"
        context.find(POSITION_HAS_A_SOURCE, message, position.span, hint)
    elif not position.editors and not position.says.sources:
        hint = "end it with the source that holds it, such as [^id], or begin it with 'Editors:'"
        context.find(POSITION_HAS_A_SOURCE, "this position does not say whose it is", position.span, hint)


def compose(disagreements: Disagreements) -> Section:
    """The inverse of `extract`."""
    inner = [_compose_entry(entry) for entry in disagreements.disagreements]
    return made.section(made.phrase(KIND.title), 2, made.prose(disagreements.intro), inner)


def _compose_entry(entry: Disagreement) -> Section:
    said = [_composed(position) for position in entry.positions]
    listed = made.bullets(said, "Positions", LABELS)
    return made.section(made.title(entry), 3, [*made.prose(entry.body), *listed, *_depends(entry)])


def _composed(position: Position) -> Statement:
    if not position.editors:
        return position.says
    return position.says.model_copy(update={"text": f"Editors: {position.says.text}"})


def _depends(entry: Disagreement) -> list[Block]:
    """As a paragraph: an item would be one more position."""
    if len(entry.depends_on) == 1:
        said = entry.depends_on[0]
        return [made.paragraph(made.phrase(f"Depends on: {said.text}", said.sources))]
    label = made.paragraph(made.phrase("Depends on:"))
    return [label, *made.bullets(entry.depends_on)] if entry.depends_on else []


def render(disagreements: Disagreements, view: View) -> Markup:
    """The positions of a question side by side, in the order written, none above another."""
    found = (_render_entry(entry, view) for entry in disagreements.disagreements)
    return markup.blocks(view.prose(disagreements.intro), *found)


def _render_entry(entry: Disagreement, view: View) -> Markup:
    if len(entry.depends_on) == 1:
        depends = view.text(entry.depends_on[0])
    else:
        depends = markup.bullets(view.text(said) for said in entry.depends_on)
    parts = markup.blocks(
        markup.heading(3, markup.text(entry.title), entry.id),
        markup.paragraph(view.origin(entry), "ct-origin"),
        view.prose(entry.body),
        markup.box(markup.bullets(_render_position(position, view) for position in entry.positions), "ct-positions"),
        markup.definitions([(markup.text("It depends on"), depends)]),
    )
    return markup.box(parts, "ct-disagreement")


def _render_position(position: Position, view: View) -> Markup:
    said = position.says.model_copy(update={"sources": ()})
    return markup.blocks(view.holders(position.says.sources), view.text(said))


KIND = Kind(
    name="disagreements",
    title="Where the sources disagree",
    headings=("where the sources disagree", "where sources disagree", "disagreements", "where opinions differ"),
    page="faq",
    model=Disagreements,
    matches=never,
    extract=extract,
    check=check,
    compose=compose,
    render=render,
    needed=False,
)
