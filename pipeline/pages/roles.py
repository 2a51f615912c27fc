"""A page a role, with its duties from every guide, and the list of all roles."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import markup
from pipeline.library import Library, Track
from pipeline.markup import Markup
from pipeline.model.item import Statement
from pipeline.model.page import ROLES, Page, Target, role_page, track_page
from pipeline.model.registry import also_called
from pipeline.model.roles import Role
from pipeline.pages import frame, linked_data
from pipeline.pages.compare import compare_leaves
from pipeline.pages.paging import NAMED, Leaf, leaves, pager, shown
from pipeline.pages.track import short_title
from pipeline.pages.tracklist import TrackList, all_link, list_pages
from pipeline.pages.trust import HOW_TO_READ, reviewed, source_list
from pipeline.pages.view import PageView
from pipeline.structures.responsibilities import Responsibilities, render_duties

_ROLE_NOTE = f"The description of the role is the editors' own. {HOW_TO_READ}"


def role_pages(library: Library) -> Iterator[Page]:
    """The pages of all roles."""
    abreast = {leaf.items[0].target.slug: leaf.path for leaf in reversed(compare_leaves(library)) if leaf.items}
    for role in library.registry.roles:
        listed = _track_list(library, role)
        yield _role(library, role, listed, abreast.get(role.slug, ""))
        yield from list_pages(library, listed)


def _track_list(library: Library, role: Role) -> TrackList:
    """The tracks that begin or end at the role, each with its duties at hand."""

    def line(track: Track, view: PageView) -> Markup:
        name = view.link(markup.text(short_title(track)), Target(track_page(track.slug)))
        duties = view.link(markup.text("What the two roles answer for"), Target(track_page(track.slug, "comparison")))
        return markup.words(name, markup.phrase(duties, "ct-leg-says"))

    return TrackList(
        path=f"roles/{role.slug}/tracks.md",
        title=f"Tracks from and to {role.within}",
        lead=f"Every track that begins or ends at {role.within}.",
        tracks=[track for track in library.tracks if role in (track.origin, track.target)],
        line=line,
        steps=(("Roles", ROLES), (role.name, role_page(role.slug))),
    )


def _role(library: Library, role: Role, listed: TrackList, abreast: str) -> Page:
    """`abreast` is the page that compares the tracks which lead to the role."""
    view = PageView(library, role_page(role.slug))
    view.account.things.append(linked_data.occupation(library, role, shown(listed.tracks)))
    also = ", ".join(also_called(role))
    known = markup.definitions([(markup.text("Also called"), markup.text(also))]) if also else markup.EMPTY
    return frame.page(
        view,
        frame.Head(role.name, role.summary, facets={"kind": ["Role"], "role": [role.slug]}),
        frame.trail(view, ("Roles", ROLES)),
        frame.title(markup.text(role.name), "Role"),
        frame.lead(view.text(Statement(text=role.summary))),
        known,
        frame.contents(),
        _tracks(library, role, view, abreast),
        all_link(view, listed),
        *(_duties(library, track, role) for track in shown(listed.tracks)),
        reviewed(listed.tracks, _ROLE_NOTE),
    )


def _tracks(library: Library, role: Role, view: PageView, abreast: str) -> Markup:
    leaving = [track for track in library.tracks if track.origin == role]
    reaching = [track for track in library.tracks if track.target == role]
    parts: list[Markup] = []
    for name, id, tracks in (("Tracks from here", "from", leaving), ("Tracks that lead here", "to", reaching)):
        if tracks:
            links = markup.bullets(
                view.link(markup.text(short_title(track)), Target(track_page(track.slug))) for track in shown(tracks)
            )
            parts += [markup.heading(2, markup.text(name), id), markup.box(links, "ct-index")]
    if len(reaching) > 1:
        parts.append(view.link(markup.text("See them side by side"), Target(abreast)))
    return markup.blocks(*parts)


def _duties(library: Library, track: Track, role: Role) -> Markup:
    found = track.guide.find(Responsibilities)
    view = PageView(library, role_page(role.slug), track)
    for duties in found.roles if found else ():
        if library.registry.role(duties.role) == role:
            where = view.link(markup.text(short_title(track)), Target(track_page(track.slug, "comparison")))
            seen = f"coming from {track.origin.within}"
            if role == track.origin:
                seen = f"on the way to {track.target.within}"
            title = markup.heading(2, markup.text(f"Duties, {seen}"), track.slug)
            line = markup.paragraph(markup.words(markup.text("From the track"), where), "ct-label")
            listed = render_duties(duties, view)
            return markup.blocks(title, line, listed, markup.box(source_list(track, view), "ct-foot ct-near"))
    return markup.EMPTY


def roles_pages(library: Library) -> Iterator[Page]:
    """All roles."""
    for leaf in leaves(library.registry.roles, NAMED, ROLES):
        yield _roles_page(library, leaf)


def _roles_page(library: Library, leaf: Leaf[Role]) -> Page:
    view = PageView(library, leaf.path)
    items = markup.bullets(
        markup.words(
            view.link(markup.text(role.name), Target(role_page(role.slug))),
            markup.phrase(view.words(role.summary), "ct-leg-says"),
        )
        for role in leaf.items
    )
    return frame.page(
        view,
        frame.Head(
            "Roles" if leaf.is_first else f"Roles, page {leaf.number}",
            "The roles that tracks lead from and to, and their neighbours.",
            facets={"kind": ["Role"]},
        ),
        frame.trail(view),
        frame.title(markup.text("Roles")),
        frame.lead(markup.text("The roles that tracks lead from and to, and their neighbours.")),
        markup.box(items, "ct-legs"),
        pager(view, leaf),
        reviewed(library.tracks, "The descriptions are the editors' own."),
    )
