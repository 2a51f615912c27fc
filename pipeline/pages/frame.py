"""What every page has around its own content: front matter, the trail above its title, a title."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from pipeline import markup
from pipeline.inline import plain
from pipeline.markup import Markup
from pipeline.model.page import HOME, TRACKS, Page, Target
from pipeline.pages.linked_data import graph, in_script
from pipeline.pages.view import PageView

_DESCRIPTION = 158
"""What search engines show of a description, in characters."""


@dataclass(frozen=True)
class Head:
    """What a page says of itself to search engines, to the search and to the theme."""

    title: str
    description: str
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What the search narrows down by: `kind`, `bucket`, `role`; a page of a track has its own beside them."""
    wide: bool = False
    """Whether it does without a list of its contents at the side."""
    script: str = ""
    """The module that only this page has, below `assets/scripts/` and without its suffix."""


def page(view: PageView, head: Head, *parts: Markup) -> Page:
    """A page out of its head and its parts."""
    description = shortened(plain(head.description))
    told: dict[str, object] = {"title": head.title, "description": description}
    if view.track:
        told["track"] = view.track.slug
    told["facets"] = {name: list(values) for name, values in {**_of_track(view), **head.facets}.items()}
    if head.wide:
        told["hide"] = ["toc"]
    if head.script:
        told["script"] = head.script
    told |= view.account.head
    if found := graph(view.account, view.path, head.title, description):
        told["linked_data"] = in_script(found)
    return Page(view.path, with_front_matter(told, markup.blocks(*parts)), tuple(dict.fromkeys(view.links)))


def _of_track(view: PageView) -> dict[str, Sequence[str]]:
    """The track of a page, and the roles that it leads between."""
    track = view.track
    return {"track": [track.slug], "role": [track.origin.slug, track.target.slug]} if track else {}


def with_front_matter(head: Mapping[str, object], body: str) -> str:
    """Markdown with its front matter."""
    return f"---\n{yaml.safe_dump(dict(head), sort_keys=False, allow_unicode=True, width=math.inf)}---\n\n{body}\n"


def shortened(text: str) -> str:
    """At most as much as is shown, cut between words."""
    if len(text) <= _DESCRIPTION:
        return text
    return text[: _DESCRIPTION - 1].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"


def trail(view: PageView, *steps: tuple[str, str]) -> Markup:
    """The way from the home page down to this one."""
    view.account.steps = [("Home", HOME), *steps]
    links = [view.link(markup.text(name), Target(path)) for name, path in view.account.steps]
    return markup.navigation(links, "Where you are", "ct-trail", ordered=True)


def title(words: Markup, kicker: str = "") -> Markup:
    """The title of a page, with a word above it that says what sort of page it is."""
    above = markup.paragraph(markup.text(kicker), "ct-kicker") if kicker else markup.EMPTY
    return markup.blocks(above, markup.heading(1, words))


def lead(words: Markup) -> Markup:
    """The first paragraph."""
    return markup.paragraph(words, "ct-lead")


def contents() -> Markup:
    """What is on the page, for screens that cannot show it at the side."""
    return markup.contents(markup.text("On this page"))


TRACKS_STEP = ("Tracks", TRACKS)
