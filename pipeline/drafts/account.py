"""The account of an import: where every line went, and what the editor has to add."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.drafts.proposals import Proposals, as_yaml
from pipeline.foreign import Fate, LineFate
from pipeline.model.counting import counted
from pipeline.model.diagnostic import Diagnostic
from pipeline.writers.findings import one_as_text

Counts = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Account:
    """What there is to say of one import."""

    source: str
    draft: str
    ledger: tuple[LineFate, ...]
    findings: tuple[Diagnostic, ...]
    """What `check` finds in the draft."""
    notes: tuple[str, ...]
    """What no rule asks for, and the editor should know."""
    proposals: Proposals


def counts(ledger: Iterable[LineFate]) -> Counts:
    """How many lines met each fate, for each reason."""
    return Counter((str(fate.fate), fate.reason) for fate in ledger)


def as_summary(account: Account) -> str:
    """The account in a few lines."""
    found = counts(account.ledger)
    lines = [f"{account.draft}: a draft from {account.source}, {_lines_of(len(account.ledger))}"]
    for fate in Fate:
        inner = sorted((-count, reason) for (name, reason), count in found.items() if name == fate)
        told = f" ({', '.join(f'{reason} {-count}' for count, reason in inner)})" if inner else ""
        lines.append(f"  {fate:<12}{-sum(count for count, _ in inner):>5}{told}")
    rules = Counter(finding.rule.name for finding in account.findings)
    gaps = ", ".join(f"{rule} {count}" for rule, count in sorted(rules.items())) or "nothing"
    lines += [f"  'crosstrack check' will find: {gaps}", *(f"  {note}" for note in account.notes)]
    return "\n".join(lines)


def _lines_of(number: int) -> str:
    return f"{counted(number, 'line')} with text"


def as_ledger(account: Account) -> str:
    """The whole account, as text."""
    parts = [[f"{account.draft}", f"a draft from {account.source}"], list(_table(account.ledger))]
    parts.append(["What the editor has to add", *_gaps(account)])
    for file, entries in (("roles", account.proposals.roles), ("skills", account.proposals.skills)):
        if entries:
            parts.append([f"To paste into data/{file}.yaml, and to correct", as_yaml(entries).rstrip()])
    parts.append(["Line by line", *_lines(account.ledger)])
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _table(ledger: Sequence[LineFate]) -> Iterator[str]:
    found = counts(ledger)
    width = max((len(reason) for _, reason in found), default=0) + 2
    yield "Where the lines went"
    for fate in Fate:
        inner = sorted((count, reason) for (name, reason), count in found.items() if name == fate)
        yield f"{fate:<{width + 2}}{sum(count for count, _ in inner):>6}"
        yield from (f"  {reason:<{width}}{count:>6}" for count, reason in reversed(inner))
    yield f"{'in all':<{width + 2}}{len(ledger):>6}"


def _gaps(account: Account) -> Iterator[str]:
    for finding in account.findings:
        yield one_as_text(finding, {})
    yield from account.notes
    if not account.findings and not account.notes:
        yield "nothing"


def _lines(ledger: Sequence[LineFate]) -> Iterator[str]:
    """Neighbours that share their fate are told together, over blank lines too."""
    for (fate, reason), group in groupby(ledger, key=lambda line: (line.fate, line.reason)):
        numbers = [line.line for line in group]
        place = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
        yield f"{place:>11}  {fate}: {reason}"
