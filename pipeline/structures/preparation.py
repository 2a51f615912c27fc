"""The steps by which one prepares for an interview: what to do, and how long.

A guide shows a list below "Preparation": "**Coding** (2 weeks): timed practice".
"""

from __future__ import annotations

from pipeline import markup
from pipeline.inline import slug
from pipeline.markup import Markup
from pipeline.model.document import Section
from pipeline.model.duration import Duration
from pipeline.model.item import Prose
from pipeline.structures import compose as made
from pipeline.structures.base import Context, Entry, View
from pipeline.structures.entries import Written
from pipeline.structures.naming import split_duration

LABELS = {"duration": "duration", "how": "how"}


class Step(Entry):
    """One step of the preparation."""

    duration: Duration | None
    body: Prose


def extract(entry: Written, context: Context) -> Step:
    """One step."""
    title, duration = split_duration(entry, context)
    return Step(
        id=entry.title.attributes.id or slug(title),
        title=title,
        sources=entry.sources,
        duration=duration,
        body=(*entry.contents.list("how"), *entry.prose),
        span=entry.span,
    )


def compose(step: Step) -> Section:
    """The inverse of `extract`."""
    tail = f" ({step.duration})" if step.duration else ""
    return made.section(made.title(step, after=tail), 4, made.prose(step.body, "How", LABELS))


def render(step: Step, view: View) -> Markup:
    """Its heading, its facts, and how."""
    duration = markup.phrase(markup.text(str(step.duration)), "ct-duration") if step.duration else markup.EMPTY
    facts = markup.box(markup.words(duration, view.origin(step)), "ct-facts")
    return markup.blocks(markup.heading(3, markup.text(step.title), step.id), facts, view.prose(step.body))
