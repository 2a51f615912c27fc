"""FAQ: questions that readers ask, with answers.

A guide shows one heading a question, the answer below it.
"""

from __future__ import annotations

from typing import Literal

from pipeline import markup
from pipeline.markup import Markup
from pipeline.model.document import Section
from pipeline.model.item import Prose
from pipeline.structures import compose as made
from pipeline.structures.base import Context, Entry, Kind, Structure, View, entry_id, never
from pipeline.structures.entries import Written, read_entries


class Faq(Entry):
    """One question of a reader: `title` is the question."""

    answer: Prose


class Faqs(Structure):
    """Questions of readers, with answers."""

    kind: Literal["faq"] = "faq"
    intro: Prose
    faqs: tuple[Faq, ...]


def extract(section: Section, context: Context) -> Faqs:
    """One entry a question."""
    intro, entries = read_entries(section, {}, context)
    return Faqs(intro=intro, faqs=tuple(_faq(entry) for entry in entries), span=section.heading.phrase.span)


def _faq(entry: Written) -> Faq:
    return Faq(
        id=entry_id(entry.title),
        title=entry.title.plain,
        sources=entry.sources,
        answer=entry.prose,
        span=entry.span,
    )


def check(faqs: Faqs, context: Context) -> None:
    """Questions, each with an answer."""
    context.need(faqs.faqs, "the first question of the FAQ", faqs.span, "add a heading for each question")
    for faq in faqs.faqs:
        context.need(faq.answer, f"the answer to '{faq.title}'", faq.span, "write it below the question")


def compose(faqs: Faqs) -> Section:
    """The inverse of `extract`."""
    inner = [made.section(made.title(faq), 3, made.prose(faq.answer)) for faq in faqs.faqs]
    return made.section(made.phrase(KIND.title), 2, made.prose(faqs.intro), inner)


def render(faqs: Faqs, view: View) -> Markup:
    """Question and answer, in the order written."""
    return markup.blocks(view.prose(faqs.intro), *(_render_faq(faq, view) for faq in faqs.faqs))


def _render_faq(faq: Faq, view: View) -> Markup:
    title = markup.heading(2, markup.text(faq.title), faq.id)
    return markup.box(
        markup.blocks(title, markup.paragraph(view.origin(faq), "ct-origin"), view.prose(faq.answer)), "ct-faq"
    )


KIND = Kind(
    name="faq",
    title="FAQ",
    headings=("faq", "faqs", "frequently asked questions", "questions and answers"),
    page="faq",
    model=Faqs,
    matches=never,
    extract=extract,
    check=check,
    compose=compose,
    render=render,
)
