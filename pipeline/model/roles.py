"""The registered roles, and the forms that both registries share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from pipeline.model.item import Model

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Role(Model):
    """A registered role."""

    slug: Slug
    name: Words
    short: Words | None = Field(default=None, description="The usual abbreviation.")
    aliases: tuple[Words, ...] = ()
    exact: tuple[Words, ...] = Field(default=(), description="Aliases that count in exactly this case only.")
    summary: Words
