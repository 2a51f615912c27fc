"""What every typed structure is made of: frozen models, statements with their provenance, names as written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from pipeline.model.source import Span


class Model(BaseModel):
    """A frozen model that takes no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Item(Model):
    """Something written in a guide. Two items are equal if they say the same, wherever they stand."""

    span: Span | None = Field(default=None, repr=False, description="Where it is written; absent in published data.")

    def _content(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in type(self).model_fields if name != "span")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._content() == other._content()

    def __hash__(self) -> int:
        return hash(self._content())


class Statement(Item):
    """Inline Markdown with its provenance."""

    text: str = Field(description="Inline CommonMark.")
    sources: tuple[str, ...] = Field(default=(), description="Ids of the guide's sources; none: editorial.")


class Bullets(Item):
    """A list in running text."""

    items: tuple[Statement, ...]
    ordered: bool = False


class Listing(Item):
    """A block of code in running text."""

    code: str
    language: str = ""


Prose = tuple[Statement | Bullets | Listing, ...]
"""Running text: paragraphs, lists and code, in order."""


class Placed(str):
    """Words that remember where they stand."""

    span: Span | None

    def __new__(cls, text: str, span: Span | None = None) -> Self:
        made = super().__new__(cls, text)
        made.span = span
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self.span)


class Name(Placed):
    """A name as written, not yet resolved to anything."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        made = core_schema.no_info_after_validator_function(cls, core_schema.str_schema(min_length=1))
        # Validated as it is where it is a name already: a plain string schema would forget the span.
        return core_schema.json_or_python_schema(
            json_schema=made,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), made]),
            serialization=core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema()),
        )


class RoleName(Name):
    """A role as a guide names it."""


class SkillName(Name):
    """A skill as a guide names it."""


class RoundName(Name):
    """A round of the interview as a question names it."""


class ComponentName(Name):
    """A component of a project as another one names it."""


class ToolName(Name):
    """A tool as a guide names it; it need not be a registered skill."""


class Toolset(Item):
    """A list of tools, with its provenance."""

    names: tuple[ToolName, ...]
    sources: tuple[str, ...] = ()


def walk(value: object) -> Iterator[object]:
    """The value and everything in it: models, names and plain values, in the order of their fields."""
    yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from walk(part)
