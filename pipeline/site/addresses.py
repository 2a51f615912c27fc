"""What an address on a built page means: a path inside the site, the web, or a way out of the site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pipeline.site.html import split_address


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address leads: a path inside the site ("" is home), a web address, or out (neither)."""

    path: str | None = None
    fragment: str = ""
    web: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """The address that the site is published at."""

    host: str
    base: str
    """Its path, which starts and ends with a slash."""

    @classmethod
    def of(cls, site_url: str) -> Home:
        _, host, path, _ = split_address(site_url)
        return cls((host or "").lower(), f"{path.rstrip('/')}/")

    def resolve(self, page: str, href: str) -> Place | None:
        """Follow an address from a page; None for what no check is for, such as `mailto:`."""
        scheme, host, path, fragment = split_address(href)
        if scheme and (host is None or scheme.lower() not in {"http", "https"}):
            return None
        is_below = f"{path or '/'}/".startswith(self.base)
        if host is not None and (host.lower() != self.host or not is_below):
            return Place(web=href if scheme else f"https:{href}")
        if host is None and not path:
            return Place(page, fragment)
        if host is not None or path.startswith("/"):
            return Place(_join("", path[len(self.base) :]) if is_below else None, fragment)
        return Place(_join(posixpath.dirname(page), path), fragment)

    def spell(self, page: str, href: str, path: str) -> str:
        """Write the address of a path inside the site the way `href` is written."""
        _, host, _, _ = split_address(href)
        if host or href.startswith("/"):
            return (href[: href.index(host) + len(host)] if host else "") + self.base + quote(path)
        near = posixpath.relpath(path or ".", posixpath.dirname(page) or ".")
        return quote(near) + ("/" if path.endswith("/") or not path else "")


def _join(folder: str, path: str) -> str | None:
    """Walk from a folder along a path; None when that climbs out of the site."""
    *steps, last = unquote(path).split("/")
    if last in {".", ".."}:
        steps, last = [*steps, last], ""
    parts = folder.split("/") if folder else []
    for step in steps:
        if step == ".." and not parts:
            return None
        if step == "..":
            parts.pop()
        elif step != ".":
            parts.append(step)
    return "/".join([*parts, last])


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that `word` may be a slip of the pen for: one slip in about four letters of its last part."""
    limit = min(3, (len(word.rpartition("/")[2]) + 1) // 4)
    found = process.extractOne(word, sorted(choices), scorer=OSA.distance, score_cutoff=limit)
    return found[0] if found else None
