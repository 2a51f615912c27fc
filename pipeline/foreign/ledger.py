"""The ledger: where every line of a foreign document went, each exactly once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.document import Document
from pipeline.model.item import Bullets, Item, Listing, Name, Statement, walk
from pipeline.structures.base import Structure


class Fate(StrEnum):
    """What became of a line. A line that had several fates has the first of these."""

    STRUCTURE = "structure"
    PROSE = "prose"
    BOILERPLATE = "boilerplate"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class LineFate:
    """One line and what became of it."""

    line: int
    fate: Fate
    reason: str
    """The kind that holds it; for boilerplate what it was: `navigation`, `share buttons`; for the rest why."""


def draw_up(
    document: Document, structures: Iterable[Structure], boilerplate: Mapping[int, str]
) -> tuple[LineFate, ...]:
    """The ledger of a document: every line that is not blank, exactly once, in order."""
    held = _held(structures)
    dropped = {
        line: gone.reason for gone in document.left_out for line in range(gone.span.line, gone.span.end_line + 1)
    } | dict(boilerplate)
    return tuple(
        _fate(number, held, dropped) for number, line in enumerate(document.source.lines, start=1) if line.strip()
    )


def _fate(line: int, held: Mapping[int, tuple[Fate, str]], dropped: Mapping[int, str]) -> LineFate:
    if line in held:
        return LineFate(line, *held[line])
    if line in dropped:
        return LineFate(line, Fate.BOILERPLATE, dropped[line])
    return LineFate(line, Fate.UNPLACED, "no kind has a place for it")


def _held(structures: Iterable[Structure]) -> dict[int, tuple[Fate, str]]:
    held: dict[int, tuple[Fate, str]] = {}
    for structure in structures:
        for line, fate in _lines(structure):
            if fate is Fate.STRUCTURE or line not in held:
                held[line] = (fate, structure.kind)
    return held


def _lines(structure: Structure) -> Iterator[tuple[int, Fate]]:
    """The lines that a structure was made of: running text is prose, everything else is structure."""
    prose = {
        id(inner)
        for value in walk(structure)
        if isinstance(value, Item)
        for part in _prose_of(value)
        for inner in walk(part)
    }
    for value in walk(structure):
        if isinstance(value, Item | Name) and value.span:
            fate = Fate.PROSE if id(value) in prose else Fate.STRUCTURE
            for line in range(value.span.line, value.span.end_line + 1):
                yield line, fate


def _prose_of(value: Item) -> Iterator[Statement | Bullets | Listing]:
    """The fields that hold running text are those that may hold lists and code too."""
    for name, field in type(value).model_fields.items():
        held = getattr(value, name)
        if isinstance(held, tuple) and "Listing" in str(field.annotation):
            yield from held
