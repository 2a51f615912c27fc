"""What should hold of the names in a guide: roles, skills, rounds."""

from __future__ import annotations

import re

from pipeline.guide import Guide
from pipeline.library import Library
from pipeline.model.diagnostic import Diagnostic, Report, Rule
from pipeline.model.item import RoleName, RoundName, SkillName, walk
from pipeline.model.registry import Registry, key
from pipeline.model.roles import Role
from pipeline.model.rules import (
    CONTENT_HAS_A_PLACE,
    FRONT_MATTER_VALUE_IS_VALID,
    ROLE_IS_KNOWN,
    ROUND_IS_KNOWN,
    SKILL_IN_ONE_BUCKET,
    SKILL_IS_KNOWN,
    TABLE_HAS_COLUMNS,
)
from pipeline.model.skills import Skill
from pipeline.structures.comparison import Comparison
from pipeline.structures.interview import Interview
from pipeline.structures.responsibilities import Responsibilities
from pipeline.structures.skills import Skills


def check_names(guide: Guide, library: Library, report: Report) -> None:
    """Each role and skill is registered."""
    registry = library.registry
    for value in walk(guide):
        if isinstance(value, RoleName) and not registry.may_have_role(value):
            report(_unknown("role", value, registry.nearest_role(value), (ROLE_IS_KNOWN, registry)))
        elif isinstance(value, SkillName) and not registry.may_have_skill(value):
            report(_unknown("skill", value, registry.nearest_skill(value), (SKILL_IS_KNOWN, registry)))


def _unknown(
    what: str, name: RoleName | SkillName, near: Role | Skill | None, using: tuple[Rule, Registry]
) -> Diagnostic:
    rule, registry = using
    file = f"data/{what}s.yaml"
    hint = f"add it to {file}, or use a name that stands there"
    parts = re.split(r"\s+(?:and|&)\s+", name)
    if len(parts) > 1 and all(map(registry.skill if what == "skill" else registry.role, parts)):
        hint = f"write commas between names: '{', '.join(parts)}'"
    elif near:
        hint = f"did you mean '{near.name}' ({registry.spans.get(near.slug)})? if not, add it to {file}"
    return Diagnostic(rule, f"no {what} named '{name}'", name.span, hint)


def check_sides(guide: Guide, library: Library, report: Report) -> None:
    """The guide's two roles are two, and it says what they, and no others, answer for."""
    origin, target = (library.registry.role(name) for name in (guide.origin, guide.target))
    if (origin and origin == target) or key(guide.origin) == key(guide.target):
        message = f"to: '{guide.target}' is the role that the guide comes from"
        hint = "name the role one goes to; an alias is no other role"
        report(Diagnostic(FRONT_MATTER_VALUE_IS_VALID, message, guide.target.span, hint))
        return
    found = guide.find(Responsibilities)
    if found is None or origin is None or target is None:
        return
    for name in (part.role for part in found.roles):
        role = library.registry.role(name)
        if role and role not in (origin, target):
            message = f"the guide is not about the role '{name}'"
            hint = f"say what {origin.name} and {target.name} answer for; another role belongs into another guide"
            report(Diagnostic(CONTENT_HAS_A_PLACE, message, name.span, hint))


def check_columns(guide: Guide, library: Library, report: Report) -> None:
    """The comparison's columns are the two roles, in order."""
    comparison = guide.find(Comparison)
    wanted = [library.registry.role(name) for name in (guide.origin, guide.target)]
    if comparison is None or len(comparison.columns) != 2 or None in wanted or wanted[0] == wanted[1]:
        return
    found = [library.registry.role(name) for name in comparison.columns]
    if None not in found and found != wanted:
        titles = " | ".join(role.name for role in wanted if role)
        hint = f"head the columns | Dimension | {titles} |, in this order"
        message = "the columns are not those of the guide's two roles, from left to right"
        report(Diagnostic(TABLE_HAS_COLUMNS, message, comparison.columns[0].span, hint))


def check_rounds(guide: Guide, library: Library, report: Report) -> None:
    """Each round of a question is one of the interview's."""
    del library
    interview = guide.find(Interview)
    rounds = {key(part.title): part.title for part in interview.rounds} if interview else {}
    for value in walk(guide.structures):
        if isinstance(value, RoundName) and key(value) not in rounds:
            hint = f"the rounds of this guide: {', '.join(rounds.values()) or 'none'}"
            report(Diagnostic(ROUND_IS_KNOWN, f"no round named '{value}'", value.span, hint))


def check_buckets(guide: Guide, library: Library, report: Report) -> None:
    """A skill stands in one bucket."""
    skills = guide.find(Skills)
    seen: dict[str, SkillName] = {}
    for entry in (entry for bucket in (skills.buckets if skills else ()) for entry in bucket.skills):
        skill = library.registry.skill(entry.skill)
        first = seen.setdefault(skill.slug if skill else key(entry.skill), entry.skill)
        if first is not entry.skill:
            message = f"'{entry.skill}' stands in the skills a second time"
            hint = f"it is the same skill as '{first}' at {first.span}: keep it in one bucket"
            report(Diagnostic(SKILL_IN_ONE_BUCKET, message, entry.skill.span, hint))
