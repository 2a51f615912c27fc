"""What there is in a built site: its files, its pages, and the file or page that an address comes to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.site.addresses import Home, nearest
from pipeline.site.html import HtmlPage

INDEX = re.compile(r"(?<![^/])index\.html$")
"""What an address leaves out of the name of a file."""


@dataclass
class Built:
    """The files of a built site, and the HTML of those that are pages, by their paths below its root."""

    home: Home
    files: frozenset[str]
    pages: Mapping[str, HtmlPage]

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Every file but the home page as it is linked to, by that address without its last slash."""
        found = (INDEX.sub("", name) for name in sorted(self.files))
        return {address.rstrip("/"): address for address in found if address}

    def redirects(self, target: str) -> bool:
        """Whether a file is a page that sends its reader on."""
        page = self.pages.get(target)
        return page is not None and page.redirect is not None

    def file(self, path: str) -> str | None:
        """The file that a server answers with."""
        folder = path if path.endswith("/") or not path else f"{path}/"
        return next((file for file in (path, f"{folder}index.html") if file in self.files), None)

    def trail(self, target: str) -> list[str]:
        """The files that a reader is sent through, up to the first that does not redirect or came before."""
        trail = [target]
        while (page := self.pages.get(trail[-1])) and page.redirect and trail[-1] not in trail[:-1]:
            place = self.home.resolve(trail[-1], page.redirect.href)
            onward = self.file(place.path) if place and place.path is not None else None
            if onward is None:
                break
            trail.append(onward)
        return trail

    def near(self, name: str, href: str, path: str) -> str | None:
        """A hint at the address most like a path, if one is close."""
        near = nearest(INDEX.sub("", path).rstrip("/"), self.addresses)
        if near is None and path.endswith(".md"):
            near = self._near_file(name, href, path)
        return near and f"did you mean '{self.home.spell(name, href, self.addresses[near])}'?"

    def _near_file(self, name: str, href: str, path: str) -> str | None:
        """For the name of a file of pages, left in the site because there is none: as seen from the page's file."""
        above = posixpath.dirname(posixpath.dirname(name))
        seen = self.home.resolve(f"{above}/" if above else "", href)
        paths = (path, seen.path if seen else None)
        found = (nearest(one.removesuffix(".md"), self.addresses) for one in paths if one)
        return next(filter(None, found), None)
