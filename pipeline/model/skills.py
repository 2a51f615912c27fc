"""The registered skills."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from pipeline.model.item import Model
from pipeline.model.roles import Slug, Words

Category = Literal[
    "programming",
    "data-engineering",
    "statistics",
    "machine-learning",
    "mlops",
    "systems",
    "cloud",
    "interviewing",
    "tools",
]


class Skill(Model):
    """A registered skill."""

    slug: Slug
    name: Words
    aliases: tuple[Words, ...] = ()
    exact: tuple[Words, ...] = Field(default=(), description="Aliases that count in exactly this case only.")
    category: Category
    summary: Words
    related: tuple[Slug, ...] = ()
