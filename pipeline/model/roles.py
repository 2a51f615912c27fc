"""The registered roles, and the forms that both registries share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from pipeline.model.item import Model

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def within(name: str) -> str:
    """A name as it stands within a sentence: `data engineer`, but `BI analyst`, `DevOps engineer`, `C++ developer`."""
    first = name.partition(" ")[0]
    return name[:1].lower() + name[1:] if first[1:].islower() else name


class Role(Model):
    """A registered role."""

    slug: Slug
    name: Words
    short: Words | None = Field(default=None, description="The usual abbreviation.")
    aliases: tuple[Words, ...] = ()
    exact: tuple[Words, ...] = Field(default=(), description="Aliases that count in exactly this case only.")
    summary: Words

    @property
    def within(self) -> str:
        """Its name as it stands within a sentence."""
        return within(self.name)
