"""A finding: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.source import Span


class Severity(StrEnum):
    """An error stops the build; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that should hold. `name` is permanent: pages, cases and editors refer to it."""

    name: str
    severity: Severity
    holds: str
    """What should hold, as one sentence."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding."""

    rule: Rule
    message: str
    span: Span | None = None
    hint: str | None = None
    """The remedy, as a clause that starts in lower case."""

    @property
    def is_error(self) -> bool:
        """Whether this finding stops the build."""
        return self.rule.severity is Severity.ERROR


Report = Callable[[Diagnostic], None]
"""Where findings go: handed down as an argument, never a global."""


def in_order(findings: list[Diagnostic]) -> list[Diagnostic]:
    """Findings by file, then line, then rule: the order in which an editor works through them."""

    def place(finding: Diagnostic) -> tuple[str, int, int, str, str]:
        span = finding.span
        where = ("", 0, 0) if span is None else (span.path, span.line, span.column or 0)
        return (*where, finding.rule.name, finding.message)

    return sorted(set(findings), key=place)
