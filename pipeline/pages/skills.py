"""A page a skill, and the list of all skills."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from pipeline import markup
from pipeline.library import InBucket, Library, Occurrence, Track
from pipeline.markup import Markup
from pipeline.model.counting import counted
from pipeline.model.item import Statement
from pipeline.model.page import COMPARE, SKILLS, Page, Target, skill_page, track_page
from pipeline.model.registry import also_called
from pipeline.model.skills import Skill
from pipeline.pages import frame
from pipeline.pages.paging import NAMED, Leaf, leaves, pager, shown
from pipeline.pages.track import short_title
from pipeline.pages.tracklist import TrackList, all_link, list_pages
from pipeline.pages.trust import reviewed, shown_tracks
from pipeline.pages.view import PageView
from pipeline.structures import KINDS
from pipeline.structures.buckets import TITLES, bucket_mark, bucket_title
from pipeline.structures.skills import Skills

CATEGORIES = {
    "programming": "Programming",
    "data-engineering": "Data engineering",
    "statistics": "Statistics",
    "machine-learning": "Machine learning",
    "mlops": "MLOps",
    "systems": "Systems",
    "cloud": "Cloud",
    "interviewing": "Interviewing",
    "tools": "Tools",
}
_SKILL_NOTE = "The description of the skill is the editors' own; what a guide says of it names its source there."
InTracks = Mapping[str, InBucket]
"""From a track's slug to where the track has a skill."""


def skill_pages(library: Library) -> Iterator[Page]:
    """The pages of all skills, and of the tracks in which a skill occurs where they are many."""
    for skill in library.registry.skills:
        where = library.placements.get(skill.slug, {})
        listed = _track_list(library, skill, where)
        yield _skill(library, skill, where, listed)
        yield from list_pages(library, listed)


def _track_list(library: Library, skill: Skill, where: InTracks) -> TrackList:
    """The tracks that have the skill, each with what it is there and in how many places it occurs."""
    places = library.occurrences.get(skill.slug, ())
    count = Counter(place.track for place in places)
    first = {place.track: place.target for place in reversed(places)}

    def line(track: Track, view: PageView) -> Markup:
        name = view.link(markup.text(short_title(track)), Target(track_page(track.slug)))
        if track.slug in where:
            said = _bucket_link(track, where[track.slug], view)
        else:
            said = view.link(markup.text("Mentioned"), first[track.slug])
        many = markup.text(counted(count[track.slug], "place"))
        return markup.words(name, markup.phrase(markup.words(said, many, between=" · "), "ct-leg-says"))

    return TrackList(
        path=f"skills/{skill.slug}/tracks.md",
        title=f"Tracks with {skill.name}",
        lead=f"Every track in which {skill.name} occurs, and what it is to those who come that way.",
        tracks=shown_tracks(library, skill.slug, where),
        line=line,
        steps=(("Skills", SKILLS), (skill.name, skill_page(skill.slug))),
    )


def _bucket_link(track: Track, found: InBucket, view: PageView) -> Markup:
    bucket, entry = found
    link = view.link(markup.text(bucket_title(bucket.bucket)), Target(track_page(track.slug, "skills"), entry.id))
    return markup.words(bucket_mark(bucket.bucket), link)


def _skill(library: Library, skill: Skill, where: InTracks, listed: TrackList) -> Page:
    view = PageView(library, skill_page(skill.slug))
    tracks = shown(listed.tracks)
    category = CATEGORIES[skill.category]
    also = ", ".join(also_called(skill))
    known = markup.definitions([(markup.text("Also called"), markup.text(also))]) if also else markup.EMPTY
    there = {bucket.bucket for bucket, _ in where.values()}
    buckets = [title for bucket, title in TITLES.items() if bucket in there]
    return frame.page(
        view,
        frame.Head(skill.name, skill.summary, facets={"kind": ["Skill"], "bucket": buckets}),
        frame.trail(view, ("Skills", SKILLS)),
        frame.title(markup.text(skill.name), category),
        frame.lead(view.text(Statement(text=skill.summary))),
        known,
        _buckets(tracks, skill, where, view),
        _occurrences(library, tracks, skill, view),
        all_link(view, listed),
        _related(library, skill, view),
        reviewed(tracks, _SKILL_NOTE),
    )


def _buckets(tracks: Sequence[Track], skill: Skill, where: InTracks, view: PageView) -> Markup:
    rows = [
        (
            view.link(markup.text(track.origin.name), Target(track_page(track.slug))),
            _bucket_link(track, where[track.slug], view),
        )
        for track in tracks
        if track.slug in where
    ]
    if not rows:
        return markup.EMPTY
    header = (markup.text("If you are a"), markup.text("it"))
    table = markup.table(header, rows, f"{skill.name} in each track", "ct-buckets")
    return markup.blocks(markup.heading(2, markup.text("What it is to you"), "buckets"), table)


def _occurrences(library: Library, tracks: Sequence[Track], skill: Skill, view: PageView) -> Markup:
    slugs = {track.slug for track in tracks}
    found = [place for place in library.occurrences.get(skill.slug, ()) if place.track in slugs]
    parts: list[Markup] = []
    for kind in KINDS:
        here = [place for place in found if place.kind == kind.name and kind.model is not Skills]
        if here:
            parts += [markup.heading(2, markup.text(kind.title), kind.name), _places(library, here, view)]
    return markup.blocks(*parts)


def _places(library: Library, found: list[Occurrence], view: PageView) -> Markup:
    """By track; what names the skill before what only mentions it."""
    items = []
    for slug, group in groupby(found, key=lambda place: place.track):
        places = sorted(group, key=lambda place: not place.named)
        links = markup.bullets(view.link(view.words(place.entry.markdown), place.target) for place in places)
        items.append(markup.blocks(markup.text(short_title(library.track(slug))), links))
    return markup.box(markup.bullets(items), "ct-places")


def _related(library: Library, skill: Skill, view: PageView) -> Markup:
    near = [other for slug in skill.related if (other := library.registry.skill(slug))]
    if not near:
        return markup.EMPTY
    links = markup.bullets(
        markup.words(
            view.link(markup.text(other.name), Target(skill_page(other.slug))),
            markup.phrase(view.words(other.summary), "ct-leg-says"),
        )
        for other in near
    )
    return markup.blocks(markup.heading(2, markup.text("Related skills"), "related"), markup.box(links, "ct-legs"))


def skills_pages(library: Library) -> Iterator[Page]:
    """All skills by category."""
    skills = [skill for category in CATEGORIES for skill in library.registry.skills if skill.category == category]
    for leaf in leaves(skills, NAMED, SKILLS):
        yield _skills_page(library, leaf)


def _skills_page(library: Library, leaf: Leaf[Skill]) -> Page:
    view = PageView(library, leaf.path)
    parts: list[Markup] = []
    for category, skills in groupby(leaf.items, key=lambda skill: skill.category):
        parts.append(markup.heading(2, markup.text(CATEGORIES[category]), category))
        parts.append(markup.box(markup.bullets(_line(skill, view) for skill in skills), "ct-legs"))
    return frame.page(
        view,
        frame.Head(
            "Skills" if leaf.is_first else f"Skills, page {leaf.number}",
            "Every skill that the tracks mention, by category, with where it occurs.",
            facets={"kind": ["Skill"]},
        ),
        frame.trail(view),
        frame.title(markup.text("Skills")),
        frame.lead(
            markup.words(
                markup.text(f"{counted(len(library.registry.skills), 'skill')} by category."),
                view.link(markup.text("See all tracks side by side"), Target(COMPARE)),
                markup.text("to learn which of them is old news for whom."),
            )
        ),
        frame.contents(),
        *parts,
        pager(view, leaf),
        reviewed(library.tracks, "The descriptions are the editors' own."),
    )


def _line(skill: Skill, view: PageView) -> Markup:
    return markup.words(
        view.link(markup.text(skill.name), Target(skill_page(skill.slug))),
        markup.phrase(view.words(skill.summary), "ct-leg-says"),
    )
