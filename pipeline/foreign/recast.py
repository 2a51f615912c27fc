"""A foreign document recast: its sections become ours, and ours are extracted as always."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.foreign.about import About
from pipeline.foreign.ledger import LineFate, draw_up
from pipeline.model.diagnostic import Diagnostic
from pipeline.model.document import Document
from pipeline.model.item import RoleName
from pipeline.model.registry import Registry
from pipeline.structures import KINDS
from pipeline.structures.base import Context, Structure


@dataclass(frozen=True, slots=True)
class Recast:
    """What was recognised in a document."""

    origin: RoleName | None
    target: RoleName | None
    structures: tuple[Structure, ...]
    """At most one of each kind, in the order of kinds, with spans into the source."""
    about: About
    ledger: tuple[LineFate, ...]


def recast(document: Document, registry: Registry) -> Recast:
    """The structures that a foreign document holds; nothing it can hold is an error."""
    del registry
    context = Context(document.source, _ignored)
    found: dict[str, Structure] = {}
    for section in document.walk():
        words = section.heading.phrase.plain.casefold()
        for kind in KINDS:
            if kind.name not in found and (words in kind.headings or kind.matches(section)):
                found[kind.name] = kind.extract(section, context)
    structures = tuple(found[kind.name] for kind in KINDS if kind.name in found)
    return Recast(None, None, structures, About(), draw_up(document, structures, {}))


def _ignored(finding: Diagnostic) -> None:
    """What a foreign section lacks is for the editor to add: `check` says so of the draft."""
    del finding
