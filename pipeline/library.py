"""Library: all guides, every name in them resolved, and what a page needs to lead from one to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pipeline.guide import Guide, SourceEntry
from pipeline.model.item import walk
from pipeline.model.page import Target, group_page, track_page
from pipeline.model.registry import Registry, key
from pipeline.model.roles import Role
from pipeline.structures import KINDS
from pipeline.structures.base import Entry, Kind, Structure
from pipeline.structures.interview import Interview, Round
from pipeline.structures.skills import SkillBucket, SkillEntry


@dataclass(frozen=True, slots=True)
class Track:
    """A guide whose two roles are known."""

    slug: str
    """`data-engineer-to-machine-learning-engineer`"""
    path: str
    """Where the guide is written."""
    guide: Guide
    origin: Role
    target: Role

    def parts(self) -> Iterator[tuple[Kind[Any], Structure]]:
        """The structures, in the order of kinds, each with its kind."""
        by_kind = {part.kind: part for part in self.guide.structures}
        for kind in KINDS:
            if kind.name in by_kind:
                yield kind, by_kind[kind.name]

    def groups(self) -> Iterator[tuple[Kind[Any], Entry, str]]:
        """Every group of entries that stands on a page of its own, with its kind and that page."""
        for kind, structure in self.parts():
            for group in kind.groups.each(structure) if kind.groups else ():
                yield kind, group, group_page(self.slug, kind.page, group.id)

    def places(self, structure: Structure) -> dict[str, Target]:
        """Where each entry of a structure stands, by its id: on the page of its kind, or on that of its group."""
        kind = next(kind for kind in KINDS if kind.name == structure.kind)
        page = track_page(self.slug, kind.page)
        found = {entry.id: Target(page, entry.id) for entry in walk(structure) if isinstance(entry, Entry)}
        for group in kind.groups.each(structure) if kind.groups else ():
            own = group_page(self.slug, kind.page, group.id)
            found |= {entry.id: Target(own, entry.id) for entry in walk(group) if isinstance(entry, Entry)}
            found[group.id] = Target(own)
        return found

    @property
    def rounds(self) -> dict[str, Round]:
        """The rounds of the interview, by their names as names are compared; of two that share one, the first."""
        found: dict[str, Round] = {}
        interview = self.guide.find(Interview)
        for part in interview.rounds if interview else ():
            found.setdefault(key(part.title), part)
        return found

    def source(self, id: str) -> SourceEntry | None:
        """A source that the guide declares."""
        return next((source for source in self.guide.sources if source.id == id), None)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names something that has a page: characters `start` to `end` (exclusive)."""

    start: int
    end: int
    path: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An entry of a guide in which a skill occurs."""

    track: str
    kind: str
    entry: Entry
    target: Target
    named: bool
    """Whether the guide names it in a field, as against a mention in running text."""


class InBucket(NamedTuple):
    """Where a track has a skill: the bucket, and the entry in it."""

    bucket: SkillBucket
    entry: SkillEntry


@dataclass(frozen=True, slots=True)
class Library:
    """All guides, every name resolved, back-links made."""

    registry: Registry
    tracks: tuple[Track, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    """For every text that may be rendered, what it mentions; a text that is not here was never linked."""
    links: Mapping[tuple[str, str], Target]
    """From a guide's path and an address written in it to the page it leads to."""
    occurrences: Mapping[str, tuple[Occurrence, ...]]
    """From a skill's slug to the entries it occurs in."""
    placements: Mapping[str, Mapping[str, InBucket]]
    """From a skill's slug and a track's to where the track has the skill; what no track places is not here."""

    @property
    def items(self) -> frozenset[str]:
        """Everything in the guides that has an id, as `<track>/<page>/<id>`."""
        found = ((track, *part) for track in self.tracks for part in track.parts())
        return frozenset(
            f"{track.slug}/{kind.page}/{value.id}"
            for track, kind, structure in found
            for value in walk(structure)
            if isinstance(value, Entry)
        )

    def track(self, slug: str) -> Track:
        """The track of that slug; KeyError if there is none."""
        for track in self.tracks:
            if track.slug == slug:
                return track
        raise KeyError(slug)
