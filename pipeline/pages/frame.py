"""What every page has around its own content: front matter, the trail above its title, a title."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from pipeline import markup
from pipeline.inline import plain
from pipeline.markup import Markup
from pipeline.model.page import HOME, TRACKS, Page, Target
from pipeline.pages.view import PageView

_DESCRIPTION = 158
"""What search engines show of a description, in characters."""


def page(view: PageView, title: str, description: str, *parts: Markup, wide: bool = False, script: str = "") -> Page:
    """A page out of its parts; a wide one has no list of its contents at the side.

    `script` is the module that only this page has, below `assets/scripts/` and without its suffix.
    """
    head: dict[str, object] = {"title": title, "description": shortened(plain(description))}
    if view.track:
        head["track"] = view.track.slug
    if wide:
        head["hide"] = ["toc"]
    if script:
        head["script"] = script
    return Page(view.path, with_front_matter(head, markup.blocks(*parts)), tuple(dict.fromkeys(view.links)))


def with_front_matter(head: Mapping[str, object], body: str) -> str:
    """Markdown with its front matter."""
    return f"---\n{yaml.safe_dump(dict(head), sort_keys=False, allow_unicode=True, width=1000)}---\n\n{body}\n"


def shortened(text: str) -> str:
    """At most as much as is shown, cut between words."""
    if len(text) <= _DESCRIPTION:
        return text
    return text[: _DESCRIPTION - 1].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"


def trail(view: PageView, *steps: tuple[str, str]) -> Markup:
    """The way from the home page down to this one."""
    links = [view.link(markup.text(name), Target(path)) for name, path in (("Home", HOME), *steps)]
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
