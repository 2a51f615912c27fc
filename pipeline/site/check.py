"""The link check of this project's site: its findings name the line that somebody wrote."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.page import address
from pipeline.model.source import Span
from pipeline.site.links import LinkCount, Locate, check_links
from pipeline.site.weight import check_weight
from pipeline.stages.read import site_url

_FEW = 3

Origins = Mapping[str, Mapping[str, Span]]
"""From a page, and the address of what it links to, to where somebody wrote the link."""


def check_site(root: Path, report: Report) -> LinkCount:
    """Check the links and pages of the built site of the project at `root`. Raises OSError if there is none."""
    found: list[Diagnostic] = []
    count = check_links(root / "site", site_url(root), _locator(_origins(root / "build/origins.json")), found.append)
    check_weight(root / "site", found.append)
    for finding in _folded([replace(one, span=_inside(one.span, root) if one.span else None) for one in found]):
        report(finding)
    places = {url: tuple(_inside(span, root) for span in spans) for url, spans in count.external.items()}
    return replace(count, external=places)


def _inside(span: Span, root: Path) -> Span:
    """The path of a built page as seen from the project."""
    inside = Path(span.path).is_relative_to(root)
    return replace(span, path=Path(span.path).relative_to(root).as_posix()) if inside else span


def _folded(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What the theme says on every page, once: only what nobody wrote is folded, and only from a few pages on."""
    alike: dict[tuple[str, ...], list[Diagnostic]] = {}
    for finding in findings:
        built = finding.span is not None and finding.span.path.startswith("site/")
        place = () if built else (str(finding.span),)
        message = re.sub(r"(\.\./)+|'/", "'", finding.message)
        alike.setdefault((finding.rule.name, message.replace("''", "'"), *place), []).append(finding)
    for group in alike.values():
        more = len(group) - 1
        if more < _FEW:
            yield from group
        else:
            yield replace(group[0], message=f"{group[0].message} (and on {more} more pages)")


def _origins(path: Path) -> Origins:
    try:
        told = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {
        page: {to: Span(file, line, line, column) for to, (file, line, column) in links.items()}
        for page, links in told.items()
    }


def _locator(origins: Origins) -> Locate:
    by_address = {address(path): (path, links) for path, links in origins.items()}

    def locate(page: str, written: str) -> Span | None:
        here = page.removesuffix("index.html")
        path, known = by_address.get(here, (here, {}))
        try:
            parts = urlsplit(written)
        except ValueError:
            return None
        if parts.scheme or parts.netloc:
            return known.get(written)
        goal = unquote(parts.path)
        if goal.endswith(".md"):
            # A link to a file that is not there: the engine leaves it as it is written, as seen from the page's file.
            place = address(posixpath.normpath(posixpath.join(posixpath.dirname(path), goal)))
        else:
            found = posixpath.normpath(posixpath.join(here, goal)) if goal else here.rstrip("/")
            place = "" if found in (".", "") else f"{found}/"
        return known.get(f"{place}#{unquote(parts.fragment)}")

    return locate
