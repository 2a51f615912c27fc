"""Where the drafts of a run go: each under a name of its own, none over a guide that is there, none half-written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.build import GUIDES
from pipeline.drafts import Account, Proposals, as_ledger
from pipeline.imports import Imported
from pipeline.model.diagnostic import Diagnostic, Rule, in_order
from pipeline.model.rules import QUESTION_IS_UNIQUE, TRANSITION_IS_UNIQUE
from pipeline.model.source import Span
from pipeline.stages.read import name_of
from pipeline.stages.write import write_file
from pipeline.writers.findings import one_as_text

Place = tuple[Path, Span | None]


class Taken(Exception):
    """A guide stands where a draft would go."""


class Outbox:
    """The folder that a run writes into, and what the run knows of the drafts that it wrote."""

    def __init__(self, out: Path, root: Path, force: bool, ledger: bool) -> None:
        self.out, self.root, self.force, self.ledger = out, root, force, ledger
        self.proposals = Proposals()
        self._names: set[str] = set()
        self._asked: dict[str, Place] = {}
        self._pairs: dict[tuple[str, str], Place] = {}
        self._later: dict[Path, list[Diagnostic]] = {}
        # Drafts that stand among the guides are checked against each other.
        self._together = out.is_relative_to((root / GUIDES).absolute())

    def put(self, done: Imported, account: Account) -> Account:
        """Write a draft and, if it is wanted, its ledger; gives the account with the names that they have."""
        path = self.out / f"{self._unused(done.stem)}.md"
        if path.exists() and not self.force:
            raise Taken(f"{name_of(path, self.root)} is there already; --force writes over it")
        account = _moved(account, name_of(path, self.root))
        if self._together:
            more = tuple(self._clashes(path, done, account.draft))
            account = replace(account, findings=tuple(in_order([*account.findings, *more])))
        write_file(path, done.text)
        if self.ledger:
            write_file(_ledger_path(path), as_ledger(account))
        self.proposals |= account.proposals
        return account

    def close(self) -> None:
        """Tell the ledgers of earlier drafts what later ones have in common with them."""
        for path, findings in self._later.items() if self.ledger else ():
            before = _ledger_path(path).read_text("utf-8")
            told = "\n".join(one_as_text(finding, {}) for finding in findings)
            write_file(_ledger_path(path), f"{before}\nSince later drafts of the same run\n{told}\n")

    def _unused(self, stem: str) -> str:
        """The stem, or with a number if an earlier draft of this run has it; the same run gives the same names."""
        name, number = stem, 1
        while name in self._names:
            number += 1
            name = f"{stem}-{number}"
        self._names.add(name)
        return name

    def _clashes(self, path: Path, done: Imported, name: str) -> Iterator[Diagnostic]:
        """What the draft has in common with earlier ones. Which of two is found at fault depends on their names."""
        for words, span in done.asked.items():
            first, there = self._asked.setdefault(words, (path, span))
            if first != path:
                own = replace(span, path=name) if span else None
                yield self._both(QUESTION_IS_UNIQUE, "the same question is asked twice", (first, there), (path, own))
        if done.roles:
            place = Span(name, 1, 1)
            first, there = self._pairs.setdefault(done.roles, (path, place))
            if first != path:
                message = f"there is a guide from {done.roles[0]} to {done.roles[1]} already"
                yield self._both(TRANSITION_IS_UNIQUE, message, (first, there), (path, place))

    def _both(self, rule: Rule, message: str, first: Place, second: Place) -> Diagnostic:
        others = [f"the other stands in {name_of(path, self.root)}" for path in (second[0], first[0])]
        self._later.setdefault(first[0], []).append(Diagnostic(rule, message, first[1], others[0]))
        return Diagnostic(rule, message, second[1], others[1])


def _ledger_path(draft: Path) -> Path:
    return draft.with_suffix(".ledger.txt")


def _moved(account: Account, name: str) -> Account:
    """The account of a draft that got another name."""
    if name == account.draft:
        return account
    findings = [replace(f, span=replace(f.span, path=name)) if f.span else f for f in account.findings]
    return replace(account, draft=name, findings=tuple(findings))
