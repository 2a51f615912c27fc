"""Statements out of phrases: cut at a label, joined, enumerated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline.inline import Run, cut, plain, runs, words
from pipeline.model.document import ListItem, Phrase
from pipeline.model.item import Statement
from pipeline.model.source import Span
from pipeline.spelling import escape, spell

Labels = Mapping[str, str]
"""From a label in lower case ("what to ignore") to the field it fills ("leave_out")."""

SEPARATORS = " :.–—-"
"""What may stand between a lead and what is said of it."""

_BRACKET = re.compile(r"\s*(\([^)]*\))")


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
    return Statement(text=text, sources=sources, span=_scattered([part.span for part in said if part.span]))


def _scattered(spans: Sequence[Span]) -> Span | None:
    if not spans:
        return None
    first = spans[0]
    return Scattered(first.path, first.line, first.end_line, first.column, first.end_column, tuple(spans[1:]))


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


def split_lead(phrase: Phrase) -> tuple[Phrase, Phrase | None]:
    """An item cut into its lead and what is said of it: at the end of bold words, else at the first colon."""
    found = runs(phrase.markdown)
    bold = tuple(takewhile(lambda run: "strong" in run.marks, found))
    if bold:
        lead, rest = words(bold), found[len(bold) :]
        # A duration may stand between the bold words and the colon: "**Coding** (2 weeks): ...".
        bracket = _BRACKET.match(rest[0].text) if rest and not rest[0].code and not lead.endswith(":") else None
        if bracket:
            lead = f"{lead} {bracket[1]}"
            rest = (replace(rest[0], text=rest[0].text[bracket.end() :]), *rest[1:])
        after = _without_separator(rest)
        return _titled(phrase, lead), replace(phrase, markdown=spell(after), plain=words(after))
    label = split_label(phrase)
    return (phrase, None) if label is None else (_titled(phrase, label[0]), label[1])


def _without_separator(found: tuple[Run, ...]) -> tuple[Run, ...]:
    if not found or found[0].code:
        return found
    return (replace(found[0], text=found[0].text.lstrip(SEPARATORS)), *found[1:])


def name_of(words: str) -> str:
    """Words without what separates them from what follows."""
    return words.rstrip(":. ") or words


def _titled(phrase: Phrase, words: str) -> Phrase:
    title = name_of(words)
    return replace(phrase, markdown=escape(title), plain=title, sources=())


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
