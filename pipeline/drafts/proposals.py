"""Roles and skills that a draft names and no registry has, as entries to paste."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

import yaml

from pipeline.drafts.guide import UNKNOWN_ROLE
from pipeline.drafts.head import ascii_slug
from pipeline.guide import Guide
from pipeline.model.item import RoleName, SkillName, walk
from pipeline.model.registry import Registry, key, names
from pipeline.model.roles import Role
from pipeline.model.skills import Skill

R = TypeVar("R", Role, Skill)


@dataclass(frozen=True, slots=True)
class Proposals:
    """Entries that would make a draft's names known."""

    roles: tuple[Role, ...] = ()
    skills: tuple[Skill, ...] = ()

    def __or__(self, other: Proposals) -> Proposals:
        """Both, each name once."""
        return Proposals(_joined(self.roles, other.roles), _joined(self.skills, other.skills))


def proposals(guide: Guide, registry: Registry) -> Proposals:
    """An entry for each name that is not registered. Summaries and categories are guesses for an editor to correct."""
    registered: tuple[Role | Skill, ...] = (*registry.roles, *registry.skills)
    taken = {key(name) for entry in registered for name in names(entry)}
    roles: dict[str, Role] = {}
    skills: dict[str, Skill] = {}
    for value in walk(guide):
        if isinstance(value, RoleName) and registry.role(value) is None and value != UNKNOWN_ROLE:
            roles.setdefault(key(value), _role(value))
        elif isinstance(value, SkillName) and registry.skill(value) is None:
            skills.setdefault(key(value), _skill(value, registry))
    return Proposals(tuple(_distinct(roles.values(), taken)), tuple(_distinct(skills.values(), taken)))


def _role(name: str) -> Role:
    named = _sentence(name)
    return Role(slug=ascii_slug(name, "role"), name=named, summary=f"To be written: what a {name} answers for.")


def _skill(name: str, registry: Registry) -> Skill:
    near = registry.nearest_skill(name)
    return Skill(
        slug=ascii_slug(name, "skill"),
        name=_sentence(name),
        category=near.category if near else "tools",
        summary=f"To be written: what {name} is, and what it is for.",
    )


def _sentence(name: str) -> str:
    return name[:1].upper() + name[1:]


def _joined(first: Iterable[R], second: Iterable[R]) -> tuple[R, ...]:
    found: dict[str, R] = {}
    for entry in chain(first, second):
        found.setdefault(key(entry.name), entry)
    return tuple(_distinct(sorted(found.values(), key=lambda entry: (entry.slug, entry.name)), set()))


def _distinct(entries: Iterable[R], taken: set[str]) -> Iterator[R]:
    """The entries, each with a slug and a name that nothing else has."""
    for entry in entries:
        if key(entry.name) in taken:
            continue
        slug, number = entry.slug, 1
        while key(slug) in taken:
            number += 1
            slug = f"{entry.slug}-{number}"
        taken |= {key(slug), key(entry.name)}
        yield entry.model_copy(update={"slug": slug})


def as_yaml(entries: Sequence[Role | Skill]) -> str:
    """The entries in the form of a registry's file."""
    told = [entry.model_dump(mode="json", exclude_defaults=True) for entry in entries]
    return yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=1000) if told else ""
