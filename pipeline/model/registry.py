"""The two registries as one index: names, aliases and slugs to roles and skills."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.model.nearest import nearest
from pipeline.model.roles import Role
from pipeline.model.skills import Skill
from pipeline.model.source import Span

Registered = Role | Skill


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """A lower-case word without its plural ending. Both sides of a comparison go through it, so it may err."""
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


def key(name: str) -> str:
    """A name as it is compared: without case, plurals, and the difference of hyphen and space."""
    return " ".join(singular(word) for word in re.split(r"[\s\-–‑]+", name.casefold().strip()) if word)


def is_exact(alias: str) -> bool:
    """Whether an alias counts in its own case only: abbreviations would match ordinary words otherwise."""
    return len(alias) <= 3 or alias.isupper()


@dataclass(frozen=True)
class Registry:
    """All roles and skills, found by any of their names."""

    roles: tuple[Role, ...]
    skills: tuple[Skill, ...]
    spans: Mapping[str, Span] = field(default_factory=dict, repr=False)
    """From a slug to where it is registered."""
    refused_roles: frozenset[str] | None = frozenset()
    """Keys of the names in entries that are no good; None if the file is no good, and any name may be in it."""
    refused_skills: frozenset[str] | None = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "_roles", {key(name): role for role in self.roles for name in names(role)})
        object.__setattr__(self, "_skills", {key(name): skill for skill in self.skills for name in names(skill)})

    _roles: Mapping[str, Role] = field(init=False, repr=False, compare=False)
    _skills: Mapping[str, Skill] = field(init=False, repr=False, compare=False)

    def role(self, name: str) -> Role | None:
        """The role of that slug, name or alias."""
        return self._roles.get(key(name))

    def skill(self, name: str) -> Skill | None:
        """The skill of that slug, name or alias."""
        return self._skills.get(key(name))

    def skill_slugs(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those of the names that are skills, each as its slug, once, in the order given."""
        return tuple(dict.fromkeys(skill.slug for name in names if (skill := self.skill(name))))

    def may_have_role(self, name: str) -> bool:
        """Whether that role is registered, or would be if its entry were in order."""
        return self.role(name) is not None or self.refused_roles is None or key(name) in self.refused_roles

    def may_have_skill(self, name: str) -> bool:
        """Whether that skill is registered, or would be if its entry were in order."""
        return self.skill(name) is not None or self.refused_skills is None or key(name) in self.refused_skills

    def nearest_role(self, name: str) -> Role | None:
        """The role whose name is most like it, if any is like it."""
        found = nearest(key(name), self._roles)
        return self._roles[found] if found else None

    def nearest_skill(self, name: str) -> Skill | None:
        """The skill whose name is most like it, if any is like it."""
        found = nearest(key(name), self._skills)
        return self._skills[found] if found else None


def also_called(registered: Registered) -> tuple[str, ...]:
    """What else a role or skill is called, as readers are told it: by its abbreviation, then by its aliases."""
    short = registered.short if isinstance(registered, Role) else None
    return tuple(dict.fromkeys((*((short,) if short else ()), *registered.exact, *registered.aliases)))


def names(registered: Registered) -> Iterator[str]:
    """Every name of a role or skill: slug, name, and what else it is called."""
    yield registered.slug
    yield registered.name
    yield from also_called(registered)
