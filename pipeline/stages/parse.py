"""Text to tree: guides as documents, registries as models."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel

from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.document import Document
from pipeline.model.redirect import Redirect
from pipeline.model.registry import Registry, key
from pipeline.model.roles import Role
from pipeline.model.rules import REGISTRY_IS_VALID
from pipeline.model.skills import Skill
from pipeline.model.source import Source, Span
from pipeline.readers import html, loose, markdown, text
from pipeline.readers.values import Rules, read_model
from pipeline.readers.yaml import Path, parse_yaml

READERS: dict[str, Callable[[Source, Report], Document]] = {".md": markdown.parse}
"""Formats in, by suffix. To add one: write its module in `readers`, and name it here."""
FOREIGN: dict[str, Callable[[Source, Report], Document]] = {
    ".md": loose.parse,
    ".markdown": loose.parse,
    ".html": html.parse,
    ".htm": html.parse,
    ".xhtml": html.parse,
    ".docx": html.parse,  # it is read as HTML
    ".txt": text.parse,
}
"""Formats that are imported: what nobody wrote for us, read with more patience."""
_PAGES = (".html", ".htm", ".xhtml", ".docx")
_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|main|div)\b", re.IGNORECASE | re.DOTALL
)

_RULES = Rules(REGISTRY_IS_VALID, REGISTRY_IS_VALID, REGISTRY_IS_VALID)
M = TypeVar("M", bound=BaseModel)


def parse(source: Source, report: Report) -> Document:
    """The document that a source is, read by the suffix of its path."""
    suffix = source.path[source.path.rfind(".") :]
    return READERS.get(suffix, markdown.parse)(source, report)


def parse_foreign(source: Source, report: Report) -> Document:
    """The document that a foreign source is, read by the suffix of its path, or by how it begins."""
    return FOREIGN.get(_form(source), text.parse)(source, report)


def is_html(source: Source) -> bool:
    """Whether a foreign source is read as HTML."""
    return _form(source) in _PAGES


def _form(source: Source) -> str:
    """The suffix that says how a foreign source is read: its own, or one for what it looks like."""
    suffix = source.path[source.path.rfind(".") :].casefold()
    if suffix in FOREIGN or suffix in _PAGES:
        return suffix
    return ".html" if _PAGE.match(source.text) else ".txt"


def parse_registry(roles: Source | None, skills: Source | None, report: Report) -> Registry:
    """Both registries as one; entries that are no good are reported and left out."""
    of_roles, of_skills = _entries(roles, Role, report), _entries(skills, Skill, report)
    spans = {role.slug: span for role, span in of_roles.good} | {skill.slug: span for skill, span in of_skills.good}
    return Registry(
        tuple(role for role, _ in of_roles.good),
        tuple(skill for skill, _ in of_skills.good),
        spans,
        of_roles.refused,
        of_skills.refused,
    )


def parse_redirects(source: Source, report: Report) -> list[tuple[Redirect, Span]]:
    """The redirects of a registry, each with its place."""
    return _entries(source, Redirect, report).good


@dataclass
class _Entries(Generic[M]):
    """The entries of a registry, each with its place."""

    good: list[tuple[M, Span]] = field(default_factory=list)
    refused: frozenset[str] | None = frozenset()
    """As in `Registry`."""


def _entries(source: Source | None, model: type[M], report: Report) -> _Entries[M]:
    if source is None:
        return _Entries(refused=None)
    values, spans = parse_yaml(source, source.span(1, len(source.lines)), REGISTRY_IS_VALID, report)
    if not isinstance(values, list):
        if spans:
            hint = "write one entry after the other, each beginning with '- '"
            report(Diagnostic(REGISTRY_IS_VALID, "the file is not a list of entries", source.span(1), hint))
        return _Entries(refused=None)
    found: _Entries[M] = _Entries()
    refused: set[str] = set()
    for value, inner in zip(values, _by_entry(spans, len(values)), strict=True):
        place = Span(source.path, inner[()].line, inner[()].line)
        entry = _entry(value, inner, place, model, report)
        if entry is not None:
            found.good.append((entry, place))
        else:
            refused.update(_names(_naming(value)))
    found.refused = frozenset(refused)
    return found


def _by_entry(spans: Mapping[Path, Span], count: int) -> list[dict[Path, Span]]:
    """For each entry of a list the places in it, as seen from the entry."""
    found: list[dict[Path, Span]] = [{} for _ in range(count)]
    for (first, *rest), span in ((path, span) for path, span in spans.items() if path):
        found[int(first)][tuple(rest)] = span
    return found


def _entry(value: object, spans: Mapping[Path, Span], place: Span, model: type[M], report: Report) -> M | None:
    if isinstance(value, dict):
        return read_model(value, spans, model, _RULES, report)
    hint = "begin it with '- slug: ...', and give each key a line of its own"
    report(Diagnostic(REGISTRY_IS_VALID, "the entry holds no keys", place, hint))
    return None


_NO_NAMES = ("category", "summary", "related")


def _naming(entry: object) -> object:
    """The parts of an entry that may name it; the others hold words that name something else."""
    return [part for name, part in entry.items() if name not in _NO_NAMES] if isinstance(entry, dict) else entry


def _names(value: object) -> Iterator[str]:
    """What may be a name in an entry that is no good, whatever key it stands behind; as names are compared."""
    if isinstance(value, str):
        yield key(value)
    elif isinstance(value, list):
        for part in value:
            yield from _names(part)
