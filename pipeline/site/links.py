"""Check every link of the built site, offline: links, assets, anchors, redirects, ids, orphans."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from pipeline.model import rules
from pipeline.model.diagnostic import Diagnostic, Report, Rule, in_order
from pipeline.model.source import Span
from pipeline.site.addresses import Home, Place, nearest
from pipeline.site.built import INDEX, Built
from pipeline.site.html import Reference, Use, read_css, read_html, split_address

HOME = "index.html"
Locate = Callable[[str, str], Span | None]
"""Where an editor wrote what an output page (`skills/index.html`) says: an address as in its HTML, `#id` for
an id that it repeats, `""` for the page as a whole. None if no editor wrote it."""


@dataclass(frozen=True, slots=True)
class LinkCount:
    """What was looked at."""

    pages: int
    links: int
    """Distinct addresses inside the site or wrongly out of it, page by page."""
    external: Mapping[str, tuple[Span, ...]]
    """Web addresses, sorted, with every place that an editor wrote it, else the first page that has it."""


def check_links(site: Path, site_url: str, locate: Locate, report: Report) -> LinkCount:
    """Report each address of the built site that leads nowhere, once a page, in the order of `in_order`.

    `site` holds HTML with directory URLs; `site_url` is where it is published ("" if nowhere yet).
    Raises OSError if a file cannot be read.
    """
    names = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    pages = {name: read_html(_text(site / name)) for name in names if name.endswith(".html")}
    sheets = {name: tuple(read_css(_text(site / name))) for name in names if name.endswith(".css")}
    check = _LinkCheck(site, Built(Home.of(site_url), frozenset(names), pages), locate)
    for name, page in pages.items():
        check.check_references(name, page.references)
        check.check_ids(name, page.repeated)
    for name, references in sheets.items():
        check.check_references(name, references)
    check.check_reach()
    for finding in in_order(check.findings):
        report(finding)
    return LinkCount(len(pages), check.links, check.places())


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


_WORDS = {
    Use.REDIRECT: (rules.REDIRECT_RESOLVES, "redirect to", "leads nowhere"),
    Use.LINK: (rules.LINK_RESOLVES, "link to", "leads nowhere"),
    Use.ASSET: (rules.ASSET_EXISTS, "asset", "does not exist"),
    Use.RELATION: (rules.LINK_RESOLVES, "link to", "leads nowhere"),
}
_REMEDIES = {
    Use.REDIRECT: "lead to a page of the site, or remove the redirect",
    Use.LINK: "correct the address, or remove the link",
    Use.ASSET: "correct the address, or add the file",
    Use.RELATION: "correct the address, or remove the link",
}
_CLIMB = re.compile(r"(?:\.{0,2}/)+")
_Fault = tuple[Rule, str, str | None]


@dataclass
class _LinkCheck:
    """The built site, and what was found in it so far."""

    site: Path
    built: Built
    locate: Locate
    links: int = 0
    findings: list[Diagnostic] = field(default_factory=list)
    external: dict[str, list[tuple[str, Reference]]] = field(default_factory=dict)
    ways: dict[str, set[str]] = field(default_factory=dict)

    def check_references(self, name: str, references: tuple[Reference, ...]) -> None:
        """Check what a page or style sheet refers to, each address once, as what it matters most for."""
        by_use = sorted(references, key=lambda one: one.use.value)
        for one in {one.href: one for one in reversed(by_use)}.values():
            place = self.built.home.resolve(name, one.href)
            if place is None:
                continue
            if place.web:
                self.external.setdefault(place.web, []).append((name, one))
                continue
            self.links += 1
            if fault := self._fault(name, one, place):
                self._add(name, one, fault)

    def _fault(self, name: str, one: Reference, place: Place) -> _Fault | None:
        rule, noun, missing = _WORDS[one.use]
        if place.path is None:
            path = _CLIMB.sub("", split_address(one.href)[2], count=1)
            hint = "write the address as seen from this page, or its whole address if it is not of this site"
            return rule, f"{noun} '{one.href}' leaves the site", self.built.near(name, one.href, path) or hint
        target = self.built.file(place.path)
        if target is None:
            hint = self.built.near(name, one.href, place.path) or _REMEDIES[one.use]
            return rule, f"{noun} '{one.href}' {missing}", hint
        if one.use is not Use.RELATION:
            self.ways.setdefault(name, set()).add(target)
        trail = self.built.trail(target)
        if one.use is Use.REDIRECT and self.built.redirects(target):
            return self._redirect_fault(name, one, trail)
        return self._anchor_fault(one, place.fragment, trail[-1])

    def _redirect_fault(self, name: str, one: Reference, trail: list[str]) -> _Fault:
        *passed, end = trail
        if end in passed:
            hint = "point one of its redirects at a page, and the others at the same page"
            return rules.REDIRECT_RESOLVES, f"redirect to '{one.href}' goes round in a circle", hint
        near = None if self.built.redirects(end) else self.built.home.spell(name, one.href, INDEX.sub("", end))
        message = f"redirect to '{one.href}' leads to another redirect"
        return rules.REDIRECT_RESOLVES, message, f"point it at '{near}'" if near else _REMEDIES[Use.REDIRECT]

    def _anchor_fault(self, one: Reference, fragment: str, target: str) -> _Fault | None:
        page = self.built.pages.get(target)
        name = unquote(fragment.partition(":~:")[0])  # what follows `:~:` is text to mark, no anchor
        if page is None or page.redirect or name.lower() in {"", "top"} or page.anchors & {name, fragment}:
            return None
        message = f"{_WORDS[one.use][1]} '{one.href}' names an anchor that its page does not have"
        near = nearest(name, page.anchors)
        hint = "leave out what begins with '#', or name an id that the page has"
        if near:
            hint = f"did you mean '{one.href.partition('#')[0]}#{near}'?"
        return rules.ANCHOR_EXISTS, message, hint

    def check_ids(self, name: str, repeated: tuple[Reference, ...]) -> None:
        """Report ids that stand more than once on a page, each once."""
        for href, one in {one.href: one for one in reversed(repeated)}.items():
            message = f"id '{href[1:]}' stands more than once on the page"
            hint = f"give one of the two an id of its own, such as {{{href}-2}} at the end of its heading"
            self._add(name, one, (rules.ID_IS_UNIQUE_ON_PAGE, message, hint))

    def check_reach(self) -> None:
        """Report pages that no chain of links leads to from the home page."""
        if HOME not in self.built.pages:
            message = f"'{self.site.as_posix()}' has no {HOME}"
            self.findings.append(Diagnostic(rules.PAGE_IS_REACHABLE, message, None, "build the site first"))
            return
        seen, ahead = {HOME}, [HOME]
        while ahead:
            found = self.ways.get(ahead.pop(), set()) - seen
            seen |= found
            ahead += found
        for name, page in self.built.pages.items():
            if name not in seen and name != "404.html" and not page.redirect:
                message = "no chain of links leads from the home page to this page"
                hint = "link to it from a page that can be reached, or name it in the navigation"
                self._add(name, Reference("", Use.LINK, 1, 1), (rules.PAGE_IS_REACHABLE, message, hint))

    def places(self) -> dict[str, tuple[Span, ...]]:
        """Web addresses as `LinkCount` has them."""
        found = {}
        for url, uses in sorted(self.external.items()):
            written = dict.fromkeys(filter(None, (self.locate(name, one.href) for name, one in uses)))
            found[url] = tuple(written) or (self._span(*uses[0]),)
        return found

    def _span(self, name: str, one: Reference) -> Span:
        return Span((self.site / name).as_posix(), one.line, one.line, one.column)

    def _add(self, name: str, one: Reference, fault: _Fault) -> None:
        rule, message, hint = fault
        span = self.locate(name, one.href) or self._span(name, one)
        self.findings.append(Diagnostic(rule, message, span, hint))
