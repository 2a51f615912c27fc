"""Guide: the schema. A guide is typed data with names as written."""

from __future__ import annotations

import datetime as dt
import re
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from pipeline.model.item import Item, Placed, RoleName, Statement
from pipeline.structures import KINDS
from pipeline.structures.base import Structure

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


def names_server(address: str) -> bool:
    """Whether an address of the web can be asked for: `https://flour.example／oven` (a wide slash) cannot."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _on_web(url: str) -> str:
    if not names_server(url):
        raise PydanticCustomError("address_form", "'{said}' names no server", {"said": url})
    return url


WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://\S+$"), AfterValidator(_on_web)]


class SourceEntry(Item):
    """A document that a guide draws on."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*$")]
    title: Words
    publisher: Words
    url: WebAddress | None = None
    published: Published | None = Field(default=None, description="A year, a month or a day, in ISO 8601.")
    authors: tuple[Words, ...] = ()

    @property
    def about(self) -> tuple[str, ...]:
        """What is told of it beside its title: by whom, published by whom and when."""
        by = f"by {', '.join(self.authors)}" if self.authors else ""
        return tuple(words for words in (by, self.publisher, self.published) if words)


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

    @property
    def in_short(self) -> Statement:
        """The summary, with its place."""
        place = self.summary.span if isinstance(self.summary, Placed) else self.span
        return Statement(text=self.summary, span=place)

    def find(self, model: type[S]) -> S | None:
        """The guide's structure of a kind, by its model."""
        return next((part for part in self.structures if isinstance(part, model)), None)
