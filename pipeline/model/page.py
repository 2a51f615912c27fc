"""One output file, and where each kind of page lives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model.source import Span


@dataclass(frozen=True, slots=True)
class Target:
    """What a link leads to: a page of the site and, where there is one, an id on it."""

    path: str
    """Relative to the site's pages: `skills/feature-store.md`; or an address of the web."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link that a page holds, and the line somebody wrote for it."""

    target: Target
    span: Span | None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site, as Markdown with front matter."""

    path: str
    text: str
    links: tuple[Link, ...] = ()


HOME = "index.md"
TRACKS = "tracks/index.md"
SKILLS = "skills/index.md"
ROLES = "roles/index.md"
QUESTIONS = "questions/index.md"
COMPARE = "compare/index.md"
SOURCES = "sources/index.md"
RULES = "rules/index.md"
WRITE = "write/index.md"
PLAN = "plan/index.md"
OFFLINE = "offline/index.md"
WHOLE = "whole"
"""The leaf of a track that has all of it on one page."""
PRACTICE = "practice/index.md"
DECKS = "practice/decks/index.md"


def track_page(track: str, leaf: str = "index") -> str:
    """A page of a track; `index` is its hub."""
    return f"tracks/{track}/{leaf}.md"


def group_page(track: str, leaf: str, group: str) -> str:
    """The page of a group of entries, below the page of its kind.

    Engines take `index` and `readme` for the folder itself, and pass over what begins with a dot: such an id gets a
    dash before it, and so does one that begins with a dash, that no two ids share a page.
    """
    name = f"-{group}" if group[:1] in "-." or group.lower() in ("index", "readme") else group
    return track_page(track, f"{leaf}/{name}")


def skill_page(slug: str) -> str:
    """The page of a registered skill."""
    return f"skills/{slug}.md"


def role_page(slug: str) -> str:
    """The page of a registered role."""
    return f"roles/{slug}.md"


def is_of_list(slug: str) -> bool:
    """Whether the page of a role or skill with that slug would stand where a list of all does, or goes on."""
    return re.fullmatch(r"index|page-\d+", slug) is not None


def rule_page(name: str) -> str:
    """The page of a rule."""
    return f"rules/{name}.md"


def deck_file(track: str) -> str:
    """The deck of a track's questions: a file beside the pages."""
    return f"decks/{track}.apkg"


def source_page(track: str) -> str:
    """The page of a track's sources."""
    return f"sources/{track}.md"


def source_anchor(track: str, source: str) -> str:
    """The id that a source had when all stood on one page; its line there still bears it."""
    return f"{track}-{source}"


def address_of(target: Target) -> str:
    """Where a link of the site leads, below its root."""
    return f"{address(target.path)}#{target.anchor}" if target.anchor else address(target.path)


def address(path: str) -> str:
    """The address of a page below the site's root: `skills/feature-store/`; an address of the web is what it is."""
    if "://" in path:
        return path
    stem = path.removesuffix(".md")
    if stem == "index":
        return ""
    return f"{stem.removesuffix('/index')}/"
