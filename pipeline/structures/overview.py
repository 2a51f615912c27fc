"""Overview: the thesis, the takeaways, the market, whom the path suits and whom it does not.

A guide shows it as paragraphs under "Overview", then lists under headings of their own.
"""

from __future__ import annotations

from typing import Literal

from pipeline import markup
from pipeline.markup import Markup
from pipeline.model.document import Section
from pipeline.model.item import Prose, Statement
from pipeline.structures import compose as made
from pipeline.structures.base import Context, Kind, Structure, View, never
from pipeline.structures.entries import listed, read_parts
from pipeline.structures.fields import prose_of

PARTS = {
    "takeaways": "takeaways",
    "key takeaways": "takeaways",
    "in short": "takeaways",
    "market": "market",
    "the market": "market",
    "market facts": "market",
    "demand": "market",
    "who it suits": "suits",
    "who this suits": "suits",
    "suits": "suits",
    "who it does not suit": "unsuited",
    "who this does not suit": "unsuited",
    "who it's not for": "unsuited",
    "who it is not for": "unsuited",
}


class Overview(Structure):
    """What the move is, and for whom."""

    kind: Literal["overview"] = "overview"
    thesis: Prose
    takeaways: tuple[Statement, ...]
    market: tuple[Statement, ...]
    suits: tuple[Statement, ...]
    unsuited: tuple[Statement, ...]


def extract(section: Section, context: Context) -> Overview:
    """Paragraphs are the thesis; lists are known by their headings."""
    parts = read_parts(section, PARTS, context)
    return Overview(
        thesis=prose_of(section.blocks, context),
        takeaways=listed(parts, "takeaways"),
        market=listed(parts, "market"),
        suits=listed(parts, "suits"),
        unsuited=listed(parts, "unsuited"),
        span=section.heading.phrase.span,
    )


def check(overview: Overview, context: Context) -> None:
    """Every part is needed."""
    hint = "write one or two paragraphs under the heading, before its lists"
    context.need(overview.thesis, "the thesis of the overview", overview.span, hint)
    for name, heading in (("takeaways", "Takeaways"), ("market", "Market"), ("suits", "Who it suits")):
        hint = f"add a list under '### {heading}'"
        context.need(getattr(overview, name), f"the part '{heading}' of the overview", overview.span, hint)
    hint = "add a list under '### Who it does not suit'"
    context.need(overview.unsuited, "the part 'Who it does not suit' of the overview", overview.span, hint)


def compose(overview: Overview) -> Section:
    """The inverse of `extract`."""
    inner = [
        *made.titled("Takeaways", 3, made.bullets(overview.takeaways)),
        *made.titled("Market", 3, made.bullets(overview.market)),
        *made.titled("Who it suits", 3, made.bullets(overview.suits)),
        *made.titled("Who it does not suit", 3, made.bullets(overview.unsuited)),
    ]
    return made.section(made.phrase(KIND.title), 2, made.prose(overview.thesis), inner)


def _list(title: str, statements: tuple[Statement, ...], view: View, classes: str) -> Markup:
    if not statements:
        return markup.EMPTY
    listed = markup.bullets(view.text(statement) for statement in statements)
    return markup.box(markup.blocks(markup.heading(2, markup.text(title)), listed), classes)


def render(overview: Overview, view: View) -> Markup:
    """Takeaways first: they answer what a reader came for."""
    suits = markup.blocks(
        _list("Who it suits", overview.suits, view, "ct-suits"),
        _list("Who it does not suit", overview.unsuited, view, "ct-suits ct-not"),
    )
    return markup.blocks(
        _list("In short", overview.takeaways, view, "ct-takeaways"),
        markup.heading(2, markup.text("What the move is")),
        view.prose(overview.thesis),
        markup.box(suits, "ct-pair"),
        _list("The market", overview.market, view, "ct-market"),
    )


KIND = Kind(
    name="overview",
    title="Overview",
    headings=("overview", "introduction", "summary", "the move", "the move in short", "at a glance"),
    page="index",
    model=Overview,
    matches=never,
    extract=extract,
    check=check,
    compose=compose,
    render=render,
)
