"""Findings as text with the source line and a caret, as JSON, and as annotations of a code host."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pipeline.model.diagnostic import Diagnostic
from pipeline.model.source import Source
from pipeline.writers.json import dumped

Sources = Mapping[str, Source]
_WIDTH = 120
"""A source line is shown up to this many characters around the finding."""
_PICTURES = (
    {code: chr(0x2400 + code) for code in range(0x20)}
    | {0x7F: "\u2421"}
    | dict.fromkeys((*range(0x80, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
)
"""What a terminal might obey, as a character that it shows: controls, line ends and changes of direction."""


_ESCAPES = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}
"""The controls that JSON lets stand as they are."""


def as_text(findings: Iterable[Diagnostic], sources: Sources) -> str:
    """For people: where, what, the line, a caret, what to do."""
    return "\n".join(one_as_text(finding, sources) for finding in findings)


def one_as_text(finding: Diagnostic, sources: Sources) -> str:
    """One finding."""
    place = f"{finding.span}: " if finding.span else ""
    lines = [f"{place}{finding.rule.severity}[{finding.rule.name}] {finding.message}"]
    lines += _excerpt(finding, sources)
    if finding.hint:
        lines.append(f"  hint: {finding.hint}")
    return "\n".join(line.translate(_PICTURES) for line in lines)


def _excerpt(finding: Diagnostic, sources: Sources) -> list[str]:
    span = finding.span
    source = sources.get(span.path) if span else None
    if span is None or source is None or span.line > len(source.lines):
        return []
    # Tabs as spaces, one for one: the caret stands below what it means in every terminal.
    line = source.lines[span.line - 1].replace("\t", " ")
    number = f"{span.line:>5} | "
    start = max(0, (span.column or 1) - 1 - _WIDTH // 2) if len(line) > _WIDTH else 0
    shown = line[start : start + _WIDTH]
    if not shown.strip():
        return []
    found = [f"{number}{shown}"]
    if span.column is not None:
        length = span.end_column - span.column if span.end_column and span.end_line == span.line else 1
        room = max(1, len(shown) - (span.column - 1 - start))
        caret = " " * (span.column - 1 - start) + "^" * max(1, min(length, room))
        found.append(f"{' ' * (len(number) - 2)}| {caret}")
    return found


def as_json(findings: Iterable[Diagnostic], sources: Sources) -> str:
    """For programs: a list, one object a finding."""
    del sources
    return dumped([_plain(finding) for finding in findings]).translate(_ESCAPES)


def _plain(finding: Diagnostic) -> dict[str, object]:
    span = finding.span
    return {
        "rule": finding.rule.name,
        "severity": str(finding.rule.severity),
        "message": finding.message,
        "hint": finding.hint,
        "path": span.path if span else None,
        "line": span.line if span else None,
        "end_line": span.end_line if span else None,
        "column": span.column if span else None,
        "end_column": span.end_column if span else None,
    }


def as_annotations(findings: Iterable[Diagnostic], sources: Sources) -> str:
    """For GitHub: a workflow command a finding."""
    del sources
    return "\n".join(_annotation(finding) for finding in findings)


def _annotation(finding: Diagnostic) -> str:
    span = finding.span
    where = f" file={_property(span.path)},line={span.line},endLine={span.end_line}" if span else " "
    column = f",col={span.column}" if span and span.column else ""
    title = f",title={_property(finding.rule.name)}" if span else f"title={_property(finding.rule.name)}"
    hint = f"\nhint: {finding.hint}" if finding.hint else ""
    return f"::{finding.rule.severity}{where}{column}{title}::{_message(finding.message + hint)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").translate(_PICTURES)


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Iterable[Diagnostic], Sources], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_annotations,
}
"""The sinks, by name."""
