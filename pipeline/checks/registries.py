"""What should hold in the registries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import PurePosixPath

from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.page import address, is_of_list, role_page, skill_page
from pipeline.model.redirect import Redirect, item_of
from pipeline.model.registry import Registry, key, names
from pipeline.model.roles import Role
from pipeline.model.rules import ALIAS_IS_UNIQUE, PAGE_IS_UNIQUE, REDIRECT_IS_SOUND, RELATED_IS_KNOWN
from pipeline.model.skills import Skill
from pipeline.model.source import Span


@dataclass(frozen=True, slots=True)
class Standing:
    """What the site has besides its redirects."""

    addresses: Set[str]
    """Of its pages."""
    files: Set[str]
    items: Set[str]
    """Of its tracks, by the ids that the published data gives them."""

    @property
    def folders(self) -> set[str]:
        """The addresses of the folders that its files stand in."""
        return {f"{folder}/" for file in self.files for folder in map(str, PurePosixPath(file).parents)}


def check_registry(registry: Registry, report: Report) -> None:
    """Every slug, name and alias belongs to one entry; every related skill is another one."""
    owners: dict[str, Role | Skill] = {}
    every: tuple[Role | Skill, ...] = (*registry.roles, *registry.skills)
    slugs = Counter(entry.slug for entry in every)
    shared = {role.slug for role in registry.roles} & {skill.slug for skill in registry.skills}
    known = {skill.slug for skill in registry.skills}
    refused = registry.refused_skills or frozenset()
    _check_slugs(registry, report)
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


def _check_slugs(registry: Registry, report: Report) -> None:
    """No slug stands where a list of all roles or skills does."""
    roles, skills = ((role.slug, role_page) for role in registry.roles), ((s.slug, skill_page) for s in registry.skills)
    for slug, page in (*roles, *skills):
        if is_of_list(slug):
            message = f"the site keeps '{address(page(slug))}' for a list of all"
            report(Diagnostic(PAGE_IS_UNIQUE, message, registry.spans.get(slug), "give the entry another slug"))


def check_redirects(redirects: Iterable[tuple[Redirect, Span]], there: Standing, report: Report) -> None:
    """Each redirect leads from where nothing is to a page, or from an item that is gone to one that is there."""
    seen: set[str] = set()
    for redirect, span in redirects:
        fault = _item_fault(redirect, there) if redirect.names_item else _page_fault(redirect, there)
        if redirect.origin in seen:
            fault = fault or (f"'{redirect.origin}' is redirected twice", "keep one of the two")
        if fault:
            report(Diagnostic(REDIRECT_IS_SOUND, fault[0], span, fault[1]))
        seen.add(redirect.origin)


def _page_fault(redirect: Redirect, there: Standing) -> tuple[str, str] | None:
    """What is wrong with a redirect between pages, and the remedy."""
    if redirect.origin in there.addresses:
        return f"'{redirect.origin}' is a page of the site", "remove the redirect, or rename the page"
    if redirect.origin in there.folders or any(part in there.files for part in _above(redirect.origin)):
        return f"'{redirect.origin}' is where files of the site are", "remove the redirect"
    if redirect.target not in there.addresses:
        return f"'{redirect.target}' is not a page of the site", "lead to the page's address, such as skills/python/"
    return None


def _item_fault(redirect: Redirect, there: Standing) -> tuple[str, str] | None:
    """What is wrong with a redirect between items, and the remedy."""
    old, new = item_of(redirect.origin), item_of(redirect.target)
    if old is None:
        hint = "name the item as tracks/<track>/<page>/#<id>"
        return f"'{redirect.origin}' is where no item of a track can be", hint
    if old in there.items:
        return f"'{redirect.origin}' is an item of the site", "remove the redirect, or rename the item"
    if new not in there.items:
        hint = "lead to the item's address, such as tracks/cook-to-baker/roadmap/#proving"
        return f"'{redirect.target}' is not an item of the site", hint
    return None


def _above(address: str) -> list[str]:
    """The address without its slash, and every folder above it."""
    path = PurePosixPath(address)
    return [str(path), *map(str, path.parents)]
