"""A guide as front matter and sections: the inverse of extract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from pipeline.guide import FrontMatterModel, Guide
from pipeline.model.document import Section
from pipeline.structures import KINDS
from pipeline.writers.markdown import write_markdown


def write_guide(guide: Guide, more: Iterable[Section] = ()) -> str:
    """The guide as a file for editors; read again, it is the same guide. `more` stands at its end, of no kind."""
    return write_markdown(_front_matter(guide), [*_sections(guide), *more])


def _sections(guide: Guide) -> tuple[Section, ...]:
    """The sections that would show the guide's structures."""
    by_name = {kind.name: kind for kind in KINDS}
    return tuple(by_name[structure.kind].compose(structure) for structure in guide.structures)


def _front_matter(guide: Guide) -> dict[str, Any]:
    """What the guide says of itself, as plain values: only what it says, in the order of the schema."""
    return dict(_told(guide, FrontMatterModel))


def _told(model: BaseModel, of: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    for name, field in of.model_fields.items():
        value = _plain(getattr(model, name))
        if name != "span" and (value or field.is_required()):
            yield field.alias or name, value


def _plain(value: object) -> Any:  # noqa: ANN401 - front matter holds anything
    if isinstance(value, BaseModel):
        return dict(_told(value, type(value)))
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    # A name is a string that knows its place; YAML wants one that knows nothing.
    return str(value) if isinstance(value, str) else value
