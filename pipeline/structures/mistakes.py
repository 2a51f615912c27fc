"""Mistakes, each with its remedy.

A guide shows one heading (or item with a lead) a mistake: what it looks like, then "Remedy: ...".
"""

from __future__ import annotations

from typing import Literal

from pipeline import markup
from pipeline.markup import Markup
from pipeline.model.document import Section
from pipeline.model.item import Prose, Statement
from pipeline.structures import compose as made
from pipeline.structures.base import Context, Entry, Kind, Structure, View, entry_id, never
from pipeline.structures.entries import Written, read_entries

LABELS = {"remedy": "remedy", "remedies": "remedy", "instead": "remedy", "do instead": "remedy"}


class Mistake(Entry):
    """One mistake."""

    body: Prose
    remedy: tuple[Statement, ...]


class Mistakes(Structure):
    """Common mistakes with their remedies."""

    kind: Literal["mistakes"] = "mistakes"
    intro: Prose
    mistakes: tuple[Mistake, ...]


def extract(section: Section, context: Context) -> Mistakes:
    """One entry a mistake."""
    intro, entries = read_entries(section, LABELS, context)
    mistakes = tuple(_mistake(entry) for entry in entries)
    return Mistakes(intro=intro, mistakes=mistakes, span=section.heading.phrase.span)


def _mistake(entry: Written) -> Mistake:
    return Mistake(
        id=entry_id(entry.title),
        title=entry.title.plain,
        sources=entry.sources,
        body=entry.prose,
        remedy=entry.contents.list("remedy"),
        span=entry.span,
    )


def check(mistakes: Mistakes, context: Context) -> None:
    """Mistakes, each with a remedy."""
    hint = "add a heading for each mistake, with a line 'Remedy: ...'"
    context.need(mistakes.mistakes, "the first mistake", mistakes.span, hint)
    for mistake in mistakes.mistakes:
        hint = f"add a line 'Remedy: ...' under '{mistake.title}'"
        context.need(mistake.remedy, f"the remedy of '{mistake.title}'", mistake.span, hint)


def compose(mistakes: Mistakes) -> Section:
    """The inverse of `extract`."""
    inner = [_compose_mistake(mistake) for mistake in mistakes.mistakes]
    return made.section(made.phrase(KIND.title), 2, made.prose(mistakes.intro), inner)


def _compose_mistake(mistake: Mistake) -> Section:
    one = mistake.remedy[0] if len(mistake.remedy) == 1 else None
    remedy = made.fields(("Remedy", one or mistake.remedy))
    title = made.title(mistake)
    return made.section(title, 3, [*made.prose(mistake.body), *remedy])


def render(mistakes: Mistakes, view: View) -> Markup:
    """The remedy right below its mistake."""
    return markup.blocks(view.prose(mistakes.intro), *(_render_mistake(part, view) for part in mistakes.mistakes))


def _render_mistake(mistake: Mistake, view: View) -> Markup:
    if len(mistake.remedy) == 1:
        remedy = view.text(mistake.remedy[0])
    else:
        remedy = markup.bullets(view.text(said) for said in mistake.remedy)
    return markup.box(
        markup.blocks(
            markup.heading(2, markup.text(mistake.title), mistake.id),
            markup.paragraph(view.origin(mistake), "ct-origin"),
            view.prose(mistake.body),
            markup.box(markup.definitions([(markup.text("Remedy"), remedy)]), "ct-remedy"),
        ),
        "ct-mistake",
    )


KIND = Kind(
    name="mistakes",
    title="Mistakes",
    headings=("mistakes", "common mistakes", "pitfalls", "mistakes to avoid", "common pitfalls"),
    page="mistakes",
    model=Mistakes,
    matches=never,
    extract=extract,
    check=check,
    compose=compose,
    render=render,
)
