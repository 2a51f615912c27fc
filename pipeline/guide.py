"""Guide and Library: the schema. A guide is typed data with names as written; a library is all guides, linked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from pipeline.model.item import Item, RoleName, walk
from pipeline.model.page import Link, Target, group_page, track_page
from pipeline.model.registry import Registry
from pipeline.model.roles import Role
from pipeline.structures import KINDS
from pipeline.structures.base import Entry, Kind, Structure

if TYPE_CHECKING:
    AnyStructure = Structure
else:
    AnyStructure = Annotated[reduce(or_, (kind.model for kind in KINDS)), Field(discriminator="kind")]

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
PUBLISHED = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
S = TypeVar("S", bound=Structure)


def _read_day(value: object) -> object:
    """Days as we write them only: pydantic reads numbers as seconds since 1970, and times as days."""
    if isinstance(value, dt.date) or (isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value)):
        return value
    raise PydanticCustomError("date_form", "this is not a date")


Day = Annotated[dt.date, BeforeValidator(_read_day)]
MOST_HOURS = 60


def _read_hours(value: object) -> object:
    """Whole hours as we write them only: pydantic reads `1_0` and `10.0` as numbers, too."""
    if isinstance(value, str) and re.fullmatch("[0-9]{1,3}", value):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_HOURS:
        return value
    raise PydanticCustomError("hours_form", "'{said}' is not a whole number from 1 to 60", {"said": str(value)})


Hours = Annotated[int, BeforeValidator(_read_hours), Field(ge=1, le=MOST_HOURS)]


def first_day(published: str) -> dt.date:
    """The day on which a year, a month or a day begins; ValueError if no calendar has it."""
    return dt.date.fromisoformat((published + "-01-01")[:10])


def _on_calendar(published: str) -> str:
    try:
        first_day(published)
    except ValueError:
        raise PydanticCustomError("date_form", "this is not a date") from None
    return published


Published = Annotated[str, StringConstraints(pattern=PUBLISHED), AfterValidator(_on_calendar)]


class SourceEntry(Item):
    """A document that a guide draws on."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*$")]
    title: Words
    publisher: Words
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    published: Published | None = Field(default=None, description="A year, a month or a day, in ISO 8601.")
    authors: tuple[Words, ...] = ()


class FrontMatterModel(Item):
    """What a guide says of itself before its first section."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    title: Words
    origin: RoleName = Field(alias="from", description="The role one comes from, as written.")
    target: RoleName = Field(alias="to", description="The role one goes to, as written.")
    summary: Words
    updated: Day
    hours_per_week: Hours | None = Field(
        default=None, description="The hours a week that the guide's durations presume; absent where it names none."
    )
    authors: tuple[Words, ...] = Field(min_length=1)
    sources: tuple[SourceEntry, ...] = ()


class Guide(FrontMatterModel):
    """One guide: its front matter, and one structure for each of its sections."""

    structures: tuple[AnyStructure, ...] = ()

    def find(self, model: type[S]) -> S | None:
        """The guide's structure of a kind, by its model."""
        return next((part for part in self.structures if isinstance(part, model)), None)


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


__all__ = ["FrontMatterModel", "Guide", "Library", "Link", "Mention", "Occurrence", "SourceEntry", "Track"]
