"""Names to registered things: guides as a library, with back-links and all that a page will link to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from pydantic import BaseModel

from pipeline.addresses import read_address
from pipeline.guide import Guide
from pipeline.inline import links, runs
from pipeline.library import InBucket, Library, Mention, Occurrence, Track
from pipeline.model.item import Name, SkillName, Statement, ToolName, walk
from pipeline.model.page import Target, skill_page, track_page
from pipeline.model.registry import Registry
from pipeline.structures.base import Entry
from pipeline.structures.skills import Skills

Find = Callable[[frozenset[str]], Mapping[str, tuple[Mention, ...]]]
"""Finds what texts mention; given by the build, which remembers what it found before."""


def link(guides: Iterable[Guide], registry: Registry, pages: Mapping[str, str], find: Find) -> Library:
    """The library of the guides whose roles are known.

    `pages` gives, for each file of our own that becomes a page, the page that it becomes.
    """
    tracks = tuple(sorted(_tracks(guides, registry), key=lambda track: (track.slug, track.path)))
    summaries = [*(role.summary for role in registry.roles), *(skill.summary for skill in registry.skills)]
    mentions = find(frozenset(texts(tracks, summaries)))
    return Library(
        registry=registry,
        tracks=tracks,
        mentions=mentions,
        links=_links(tracks, pages),
        occurrences=_occurrences(tracks, registry, mentions),
        placements=_placements(tracks, registry),
    )


def _tracks(guides: Iterable[Guide], registry: Registry) -> Iterator[Track]:
    for guide in guides:
        origin, target = registry.role(guide.origin), registry.role(guide.target)
        if origin and target and guide.span:
            yield Track(f"{origin.slug}-to-{target.slug}", guide.span.path, guide, origin, target)


def texts(tracks: Iterable[Track], summaries: Iterable[str]) -> Iterator[str]:
    """Every stretch of words in which a mention may become a link."""
    for summary in summaries:
        yield from linkable(summary)
    for track in tracks:
        for written in _written(track.guide):
            yield from linkable(written)


def _written(guide: Guide) -> Iterator[str]:
    yield guide.summary
    for value in walk(guide.structures):
        if isinstance(value, Statement):
            yield value.text
        elif isinstance(value, Entry):
            yield value.markdown


def linkable(markdown: str) -> Iterator[str]:
    """The words of inline Markdown that are neither code nor a link already."""
    return (run.text for run in runs(markdown) if run.is_linkable)


def _links(tracks: tuple[Track, ...], pages: Mapping[str, str]) -> dict[tuple[str, str], Target]:
    by_path = {track.path: track for track in tracks}
    found: dict[tuple[str, str], Target] = {}
    for track in tracks:
        for address in {address for text in _written(track.guide) for address in links(text)}:
            meant = read_address(track.path, address)
            goal = by_path.get(meant.path)
            if meant.reach != "file":
                continue
            if goal is not None:
                target = Target(track_page(goal.slug)) if not meant.fragment else anchor_of(goal, meant.fragment)
                if target:
                    found[track.path, address] = target
            elif meant.path in pages:
                found[track.path, address] = Target(pages[meant.path], meant.fragment)
    return found


def anchor_of(track: Track, id: str) -> Target | None:
    """Where the entry of that id stands."""
    return next((places[id] for _, part in track.parts() if id in (places := track.places(part))), None)


def _occurrences(
    tracks: Iterable[Track], registry: Registry, mentions: Mapping[str, tuple[Mention, ...]]
) -> dict[str, tuple[Occurrence, ...]]:
    slugs = {skill_page(skill.slug): skill.slug for skill in registry.skills}
    found: dict[str, dict[tuple[str, str, str], Occurrence]] = defaultdict(dict)
    for track in tracks:
        for kind, structure in track.parts():
            places = track.places(structure)
            for entry, value in entries(structure):
                for slug, named in _skills_in(value, registry, slugs, mentions):
                    place = (track.slug, kind.name, entry.id)
                    if place not in found[slug] or named:
                        found[slug][place] = Occurrence(track.slug, kind.name, entry, places[entry.id], named)
    return {slug: tuple(places.values()) for slug, places in sorted(found.items())}


def _placements(tracks: Iterable[Track], registry: Registry) -> dict[str, dict[str, InBucket]]:
    found: dict[str, dict[str, InBucket]] = defaultdict(dict)
    for track in tracks:
        skills = track.guide.find(Skills)
        for bucket in skills.buckets if skills else ():
            for entry in bucket.skills:
                if skill := registry.skill(entry.skill):
                    found[skill.slug][track.slug] = InBucket(bucket, entry)
    return dict(found)


def entries(structure: object) -> Iterator[tuple[Entry, object]]:
    """Everything in a structure that stands in an entry, with the innermost entry around it."""

    def inside(value: object, entry: Entry | None) -> Iterator[tuple[Entry, object]]:
        entry = value if isinstance(value, Entry) else entry
        if entry is not None:
            yield entry, value
        if isinstance(value, tuple):
            for part in value:
                yield from inside(part, entry)
        elif isinstance(value, BaseModel):
            for name in type(value).model_fields:
                yield from inside(getattr(value, name), entry)

    return inside(structure, None)


def _skills_in(
    value: object, registry: Registry, slugs: Mapping[str, str], mentions: Mapping[str, tuple[Mention, ...]]
) -> Iterator[tuple[str, bool]]:
    """The skills that a value names or mentions: their slugs, and whether they are named."""
    if isinstance(value, SkillName | ToolName):
        skill = registry.skill(str(value))
        if skill:
            yield skill.slug, True
    elif isinstance(value, Statement | Entry) and not isinstance(value, Name):
        text = value.text if isinstance(value, Statement) else value.markdown
        for part in linkable(text):
            for mention in mentions[part]:
                if mention.path in slugs:
                    yield slugs[mention.path], False
