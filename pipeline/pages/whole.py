"""A whole track on one page: to print, to keep as a PDF, to read where there is no network."""

from __future__ import annotations

from pipeline import markup
from pipeline.embedding import embedded
from pipeline.library import Library, Track
from pipeline.markup import Markup
from pipeline.model.page import WHOLE, Page, Target, track_page
from pipeline.pages import frame
from pipeline.pages.figures import facts, line
from pipeline.pages.track import HUB, below_each_other, foot, short_title, stops
from pipeline.pages.trust import day
from pipeline.pages.view import PageView

OVERVIEW = "overview"
"""The part of the page that the hub's own kinds become."""


class WholeView(PageView):
    """What leads to another page of the track leads to a part of this one."""

    def __init__(self, library: Library, track: Track) -> None:
        super().__init__(library, track_page(track.slug, WHOLE), track)
        self.folder = track_page(track.slug).removesuffix(f"{HUB}.md")
        self.parts = {_part(leaf) for leaf, _ in stops(track)}
        self.groups = {page: group.id for _, group, page in track.groups()}

    def href(self, target: Target) -> str:
        """The address of a page as seen from this one, or the place of what it says on this one."""
        if target.path != self.path and target.path.startswith(self.folder):
            leaf = target.path.removeprefix(self.folder).removesuffix(".md").partition("/")[0]
            inner = target.anchor or self.groups.get(target.path, "")
            if _part(leaf) in self.parts and (inner or leaf != HUB):
                return f"#{_part(leaf)}-{inner}" if inner else f"#{leaf}"
        return super().href(target)


def _part(leaf: str) -> str:
    return OVERVIEW if leaf == HUB else leaf


def whole_page(library: Library, track: Track) -> Page:
    """The page: title and facts, what is on it, every part in reading order, the sources."""
    view = WholeView(library, track)
    view.account.head |= {"whole": track.slug, "robots": "noindex", "unsearched": True, "styles": ["whole"]}
    name = short_title(track)
    body = markup.blocks(
        markup.box(_title(track, view), "ct-cover"),
        markup.box(_contents(track), "ct-whole-contents"),
        *(_body(track, view, leaf, title) for leaf, title in stops(track)),
        foot(track, view),
    )
    return frame.page(
        view,
        frame.Head(
            f"The whole track: {name}",
            f"The whole track from {track.origin.within} to {track.target.within} on one page, to print or "
            f"keep. {track.guide.summary}",
        ),
        frame.trail(view, frame.TRACKS_STEP, (name, track_page(track.slug))),
        markup.unsearched(body, "ct-whole"),
    )


def _title(track: Track, view: WholeView) -> Markup:
    by = f"Reviewed on {day(track.guide.updated)} by {', '.join(track.guide.authors)}."
    return markup.blocks(
        frame.title(markup.text(track.guide.title), "The whole track on one page"),
        frame.lead(view.text(track.guide.in_short)),
        markup.paragraph(markup.text(by), "ct-says"),
        facts(track, view),
    )


def _contents(track: Track) -> Markup:
    says = {_part(kind.page): line(structure) for kind, structure in reversed(list(track.parts()))}
    items = [
        markup.words(
            markup.link(markup.text(title), f"#{_part(leaf)}"),
            markup.phrase(markup.text(says[_part(leaf)]), "ct-leg-says") if says.get(_part(leaf)) else "",
        )
        for leaf, title in stops(track)
        if _holds(track, leaf)
    ]
    items.append(markup.link(markup.text("Sources of this track"), "#sources"))
    return markup.blocks(
        markup.paragraph(markup.text("On this page"), "ct-label"),
        markup.box(markup.bullets(items, ordered=True), "ct-legs"),
    )


def _holds(track: Track, leaf: str) -> bool:
    return any(kind.page == leaf for kind, _ in track.parts())


def _body(track: Track, view: WholeView, leaf: str, title: str) -> Markup:
    parts = [(kind, structure) for kind, structure in track.parts() if kind.page == leaf]
    if not parts:
        return markup.EMPTY
    body = below_each_other([(kind, kind.render(structure, view)) for kind, structure in parts])
    heading = markup.heading(2, markup.text(title), _part(leaf))
    return markup.box(markup.blocks(heading, embedded(body, _part(leaf))), "ct-part", tag="section")
