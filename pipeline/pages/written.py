"""Pages that people write as they are: how to write a guide, and a page for each rule."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping

from pipeline import markup
from pipeline.library import Library
from pipeline.model.diagnostic import Rule
from pipeline.model.document import Document
from pipeline.model.page import RULES as RULES_PAGE
from pipeline.model.page import WRITE, Link, Page, Target, rule_page
from pipeline.model.source import Span
from pipeline.pages import frame
from pipeline.pages.view import PageView
from pipeline.readers.yaml import extent
from pipeline.structures import KINDS

EDITORS = {"kind": ["For editors"]}
_LINK = re.compile(r"\]\(([^\s()]+)\)")


def written_page(library: Library, document: Document, path: str) -> Page:
    """A page as somebody wrote it; the page on writing guides ends with the words that sections are known by."""
    view = PageView(library, path)
    values: Mapping[str, str] = document.front_matter.values if document.front_matter else {}
    parts = [frame.trail(view), _body(document, view)]
    if path == WRITE:
        parts += [_vocabulary(), _rules_link(view)]
    return frame.page(
        view,
        frame.Head(str(values.get("title", "")), str(values.get("description", "")), facets=EDITORS),
        *parts,
    )


def _body(document: Document, view: PageView) -> markup.Markup:
    """The text as it is; its links are noted, so that a broken one is found on its line."""
    source, start = document.source, extent(document.source)
    for number, line in enumerate(source.lines[start:], start + 1):
        for found in _LINK.finditer(line):
            view.links.append(Link(_target(view.path, found[1]), Span(source.path, number, number, found.start(1) + 1)))
    return markup.Markup("\n".join(source.lines[start:]).strip("\n"))


def _target(path: str, written: str) -> Target:
    if "://" in written:
        return Target(written)
    goal, _, anchor = written.partition("#")
    return Target(posixpath.normpath(posixpath.join(posixpath.dirname(path), goal)) if goal else path, anchor)


def _vocabulary() -> markup.Markup:
    rows = [(markup.code(kind.name), markup.text(", ".join(kind.headings))) for kind in KINDS]
    table = markup.table((markup.text("Kind"), markup.text("Known by the headings")), rows, "Kinds and their headings")
    title = markup.heading(2, markup.text("Headings that are known"), "headings")
    return markup.blocks(title, table)


def _rules_link(view: PageView) -> markup.Markup:
    link = view.link(markup.text("Every rule that the check knows"), Target(RULES_PAGE))
    return markup.words(link, markup.text("has a page with an example."))


def rules_page(library: Library, rules: Iterable[Rule]) -> Page:
    """All rules."""
    view = PageView(library, RULES_PAGE)
    rows = [
        (
            view.link(markup.text(rule.name), Target(rule_page(rule.name))),
            markup.text(rule.severity),
            markup.text(rule.holds),
        )
        for rule in rules
    ]
    header = tuple(markup.text(name) for name in ("Rule", "Severity", "What should hold"))
    return frame.page(
        view,
        frame.Head("Rules", "What should hold in every guide, and what a finding of each rule means.", facets=EDITORS),
        frame.trail(view, ("Write a guide", WRITE)),
        frame.title(markup.text("Rules")),
        frame.lead(markup.text("What the check looks at. An error stops the build, a warning does not.")),
        markup.table(header, rows, "All rules", "ct-rules"),
    )


def one_rule(library: Library, rule: Rule, document: Document | None) -> Page:
    """The page of one rule: what should hold, why, and how to mend it."""
    view = PageView(library, rule_page(rule.name))
    return frame.page(
        view,
        frame.Head(rule.name, rule.holds, facets=EDITORS),
        frame.trail(view, ("Write a guide", WRITE), ("Rules", RULES_PAGE)),
        frame.title(markup.text(rule.name), f"Rule · {rule.severity}"),
        frame.lead(markup.text(rule.holds)),
        _body(document, view) if document else markup.EMPTY,
    )
