"""Text to tree: guides as documents, registries as models."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel

from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.document import Document
from pipeline.model.redirect import Redirect
from pipeline.model.registry import Registry
from pipeline.model.roles import Role
from pipeline.model.rules import REGISTRY_IS_VALID
from pipeline.model.skills import Skill
from pipeline.model.source import Source, Span
from pipeline.readers import markdown
from pipeline.readers.values import Rules, read_model
from pipeline.readers.yaml import parse_yaml

READERS: dict[str, Callable[[Source, Report], Document]] = {".md": markdown.parse}
"""Formats in, by suffix. To add one: write its module in `readers`, and name it here."""

_RULES = Rules(REGISTRY_IS_VALID, REGISTRY_IS_VALID, REGISTRY_IS_VALID)
M = TypeVar("M", bound=BaseModel)


def parse(source: Source, report: Report) -> Document:
    """The document that a source is, read by the suffix of its path."""
    suffix = source.path[source.path.rfind(".") :]
    return READERS.get(suffix, markdown.parse)(source, report)


def parse_registry(roles: Source | None, skills: Source | None, report: Report) -> Registry:
    """Both registries as one; entries that are no good are reported and left out."""
    found_roles = parse_entries(roles, Role, report) if roles else []
    found_skills = parse_entries(skills, Skill, report) if skills else []
    spans = {role.slug: span for role, span in found_roles} | {skill.slug: span for skill, span in found_skills}
    return Registry(tuple(role for role, _ in found_roles), tuple(skill for skill, _ in found_skills), spans)


def parse_redirects(source: Source, report: Report) -> list[tuple[Redirect, Span]]:
    """The redirects of a registry, each with its place."""
    return parse_entries(source, Redirect, report)


def parse_entries(source: Source, model: type[M], report: Report) -> list[tuple[M, Span]]:
    """The entries of a YAML list, each with its place."""
    values, spans = parse_yaml(source, source.span(1, len(source.lines)), REGISTRY_IS_VALID, report)
    if not isinstance(values, list):
        if spans:
            hint = "write one entry after the other, each beginning with '- '"
            report(Diagnostic(REGISTRY_IS_VALID, "the file is no list of entries", source.span(1), hint))
        return []
    found: list[tuple[M, Span]] = []
    for index, value in enumerate(values):
        inner = {path[1:]: span for path, span in spans.items() if path[:1] == (index,)}
        place = Span(source.path, spans[(index,)].line, spans[(index,)].line)
        if not isinstance(value, dict):
            report(Diagnostic(REGISTRY_IS_VALID, "the entry holds no keys", place, "write 'slug: ...' and so on"))
            continue
        entry = read_model(value, inner, model, _RULES, report)
        if entry is not None:
            found.append((entry, place))
    return found
