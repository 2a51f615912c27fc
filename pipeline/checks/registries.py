"""What should hold in the registries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from pathlib import PurePosixPath

from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.redirect import Redirect
from pipeline.model.registry import Registry, key, names
from pipeline.model.roles import Role
from pipeline.model.rules import ALIAS_IS_UNIQUE, REDIRECT_IS_SOUND, RELATED_IS_KNOWN
from pipeline.model.skills import Skill
from pipeline.model.source import Span


def check_registry(registry: Registry, report: Report) -> None:
    """Every slug, name and alias belongs to one entry; every related skill is another one."""
    owners: dict[str, Role | Skill] = {}
    every: tuple[Role | Skill, ...] = (*registry.roles, *registry.skills)
    slugs = Counter(entry.slug for entry in every)
    shared = {role.slug for role in registry.roles} & {skill.slug for skill in registry.skills}
    known = {skill.slug for skill in registry.skills}
    refused = registry.refused_skills or frozenset()
    for entry in every:
        span = registry.spans.get(entry.slug)
        if entry.slug in shared:
            message = f"the slug '{entry.slug}' stands for a role and for a skill"
            report(Diagnostic(ALIAS_IS_UNIQUE, message, span, "give one of them another slug"))
            continue
        if slugs[entry.slug] > 1:
            report(Diagnostic(ALIAS_IS_UNIQUE, f"the slug '{entry.slug}' stands twice", span, "join the two entries"))
            continue
        for alike, name in {key(name): name for name in names(entry)}.items():
            owner = owners.setdefault(alike, entry)
            if owner is not entry:
                hint = f"leave it to one of them; '{owner.name}' has it at {registry.spans.get(owner.slug)}"
                report(
                    Diagnostic(ALIAS_IS_UNIQUE, f"'{name}' names both '{owner.name}' and '{entry.name}'", span, hint)
                )
        for slug in entry.related if isinstance(entry, Skill) else ():
            if slug == entry.slug or (slug not in known and key(slug) not in refused):
                hint = "name the slug of another skill of this file"
                report(Diagnostic(RELATED_IS_KNOWN, f"no other skill has the slug '{slug}'", span, hint))


def check_redirects(
    redirects: Iterable[tuple[Redirect, Span]], addresses: Set[str], files: Set[str], report: Report
) -> None:
    """Each redirect leads from an address without a page or file to one with a page.

    `files` are those that the site has besides the files of redirects.
    """
    seen: set[str] = set()
    folders = {f"{folder}/" for file in files for folder in map(str, PurePosixPath(file).parents)}
    for redirect, span in redirects:
        message = ""
        if redirect.origin in addresses:
            message, hint = f"'{redirect.origin}' is a page of the site", "remove the redirect, or rename the page"
        elif redirect.origin in folders or any(part in files for part in _above(redirect.origin)):
            message, hint = f"'{redirect.origin}' is where files of the site are", "remove the redirect"
        elif redirect.origin in seen:
            message, hint = f"'{redirect.origin}' is redirected twice", "keep one of the two"
        elif redirect.target not in addresses:
            message, hint = (
                f"'{redirect.target}' is not a page of the site",
                "lead to the page's address, such as skills/python/",
            )
        if message:
            report(Diagnostic(REDIRECT_IS_SOUND, message, span, hint))
        seen.add(redirect.origin)


def _above(address: str) -> list[str]:
    """The address without its slash, and every folder above it."""
    path = PurePosixPath(address)
    return [str(path), *map(str, path.parents)]
