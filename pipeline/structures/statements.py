"""Statements out of phrases: cut at a label, joined, enumerated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.inline import Run, cut, plain, runs, words
from pipeline.model.document import ListItem, Phrase
from pipeline.model.item import Statement
from pipeline.model.source import Span
from pipeline.spelling import spell

Labels = Mapping[str, str]
"""From a label in lower case ("what to ignore") to the field it fills ("leave_out")."""


def statement(phrase: Phrase) -> Statement:
    """What a phrase says, with its provenance."""
    return Statement(text=phrase.markdown, sources=phrase.sources, span=phrase.span)


def statements(items: Sequence[ListItem]) -> tuple[Statement, ...]:
    """What the items of a list say."""
    return tuple(statement(item.phrase) for item in items if item.phrase.plain)


@dataclass(frozen=True, slots=True, order=True)
class Scattered(Span):
    """The place of a statement that was put together from several: the first of them, and the others."""

    others: tuple[Span, ...] = ()


def joined(said: Sequence[Statement]) -> Statement | None:
    """Statements as one; None if there is none."""
    if len(said) < 2:
        return said[0] if said else None
    sources = tuple(dict.fromkeys(source for part in said for source in part.sources))
    text = spell(runs("; ".join(part.text for part in said)))
    first, *others = (part.span for part in said if part.span)
    span = Scattered(first.path, first.line, first.end_line, first.column, first.end_column, tuple(others))
    return Statement(text=text, sources=sources, span=span)


def divide(markdown: str, separators: str) -> tuple[tuple[Run, ...], tuple[Run, ...]] | None:
    """What stands before and after the first separator that has words before it; None if there is none."""
    found = runs(markdown)
    # A separator in code is part of the code; the places stay what they are.
    text = "".join("\0" * len(run.text) if run.code else run.text for run in found)
    for at, char in enumerate(text):
        if char in separators and text[:at].strip():
            return cut(found, at)[0], cut(found, at + 1)[1]
    return None


def split_label(phrase: Phrase) -> tuple[str, Phrase] | None:
    """A phrase cut at its first colon: the words before, the phrase after; None if there is none."""
    found = divide(phrase.markdown, ":")
    if found is None:
        return None
    before, after = found
    return words(before), replace(phrase, markdown=spell(after), plain=words(after))


def is_labelled(said: Statement, labels: Labels) -> bool:
    """Whether a statement, written as a paragraph, would be read as a field."""
    found = divide(said.text, ":")
    return found is not None and words(found[0]).casefold() in labels


def first_labels(labels: Labels) -> list[str]:
    """For each field, the first label that fills it."""
    firsts: dict[str, str] = {}
    for label, name in labels.items():
        firsts.setdefault(name, label)
    return list(firsts.values())


def words_in(text: str, separators: str = ",;") -> Iterator[str]:
    """The parts of an enumeration, brackets kept whole: `IAM, storage (S3, GCS)` is two."""
    part, depth = "", 0
    for char in text:
        depth += (char in "([") - (char in ")]")
        if char in separators and depth <= 0:
            yield part.strip()
            part = ""
        else:
            part += char
    yield part.strip()


def names_in(text: str) -> Iterator[str]:
    """The names in an enumeration."""
    return (name for part in words_in(text) if (name := part.rstrip(". ")))


def plain_of(said: Statement | None) -> str:
    """The words of a statement, or none."""
    return plain(said.text) if said else ""
