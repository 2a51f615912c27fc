"""Items cut into their lead and what is said of it, by the separator that they share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline.foreign.titles import bare, is_duration
from pipeline.inline import Run, cut, runs, words
from pipeline.model.document import Block, ItemList, ListItem, Phrase
from pipeline.spelling import escape, spell

_SEPARATOR = re.compile(r"\s+[-–—]+\s+|\s*—\s*|:\s+|:$|\s+=>?\s+|\s+→\s+")
_SIGN = re.compile(r"^([✅❌✗✘✖🚫⛔❎☑✔✓])\uFE0F?\s*")
_LONGEST_LEAD = 12
_NO = "❌✗✘✖🚫⛔❎"


@dataclass(frozen=True, slots=True)
class Entry:
    """An item: its lead, what is said of it beside it, and what stands below."""

    lead: Phrase
    gloss: Phrase | None
    blocks: tuple[Block, ...] = ()
    refused: bool = False
    """Whether a cross stands before it."""
    bold: bool = False


def entries(items: Sequence[ListItem]) -> tuple[Entry, ...]:
    """The items of a list, each cut where its siblings are cut."""
    told = [item for item in items if item.phrase.plain]
    separator = _shared([item.phrase.plain for item in told])
    return tuple(entry(item.phrase, item.blocks, separator) for item in told)


def entries_in(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """The entries of all lists among blocks."""
    return tuple(found for block in blocks if isinstance(block, ItemList) for found in entries(block.items))


def _shared(texts: Sequence[str]) -> str | None:
    """The sort of separator that most items have: a colon or a dash; None where they share none."""
    for sort in (":", "-"):
        if sum(bool(_at(text, sort)) for text in texts) * 2 >= max(len(texts), 1):
            return sort
    return None


def _at(text: str, sort: str | None) -> re.Match[str] | None:
    for found in _SEPARATOR.finditer(text):
        is_colon = ":" in found[0]
        if (sort == ":" and not is_colon) or (sort == "-" and is_colon):
            continue
        if found.start() and len(text[: found.start()].split()) <= _LONGEST_LEAD and _balanced(text[: found.start()]):
            return found
    return None


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")")


def entry(phrase: Phrase, blocks: tuple[Block, ...] = (), sort: str | None = None) -> Entry:
    """One item: its bold words are its lead, else what stands before the separator, else all of it."""
    sign = _SIGN.match(phrase.plain)
    found = runs(phrase.markdown)
    if sign:
        found = cut(found, len(sign[0]))[1]
    refused = bool(sign and sign[1] in _NO)
    bold = tuple(takewhile(lambda run: "strong" in run.marks or not re.search(r"\w", run.text), found))
    if any("strong" in run.marks for run in bold) and len(words(bold).split()) <= _LONGEST_LEAD * 2:
        return _bold(phrase, blocks, (found, bold), refused)
    text = "".join(run.text for run in found)
    separator = _at(text, sort) or _at(text, None)
    if separator is None:
        whole = words(found)
        lead = _phrase(phrase, found) if bare(whole) == whole else _named(phrase, whole)
        return Entry(lead, None, blocks, refused)
    before, after = cut(found, separator.start())[0], cut(found, separator.end())[1]
    return Entry(_named(phrase, words(before)), _said(phrase, after), blocks, refused)


def _bold(
    phrase: Phrase, blocks: tuple[Block, ...], found: tuple[tuple[Run, ...], tuple[Run, ...]], refused: bool
) -> Entry:
    whole, bold = found
    lead = words(bold)
    inner = _at(lead, None) if len(bold) == len(whole) else None
    if inner:
        before, after = cut(whole, inner.start())[0], cut(whole, inner.end())[1]
        return Entry(_named(phrase, words(before)), _said(phrase, after), blocks, refused, True)
    return Entry(_named(phrase, lead.rstrip(" -–—")), _said(phrase, whole[len(bold) :]), blocks, refused, True)


def _said(phrase: Phrase, after: tuple[Run, ...]) -> Phrase | None:
    """What follows a separator; a duration that stands between lead and text is no part of what is said."""
    text = "".join(run.text for run in after)
    start = len(text) - len(text.lstrip(" :.–—-"))
    head = re.match(r"[\s(*]*([^:–—()]{2,24}?)\)?\s*(?::|[–—-]\s)\s*", text[start:])
    if head and is_duration(head[1].strip()) and text[start + head.end() :].strip():
        start += head.end()
    rest = cut(after, start)[1] if start else after
    return replace(phrase, markdown=spell(rest), plain=words(rest)) if words(rest) else None


def _named(phrase: Phrase, lead: str) -> Phrase:
    text = bare(lead).rstrip(":. ") or bare(lead)
    return replace(phrase, markdown=escape(text), plain=text)


def _phrase(phrase: Phrase, found: tuple[Run, ...]) -> Phrase:
    return replace(phrase, markdown=spell(found), plain=words(found))


def named(phrase: Phrase, text: str) -> Phrase:
    """Some of the words of a phrase, as a title."""
    return replace(phrase, markdown=escape(text), plain=text)


def first_sentence(text: str) -> str:
    """The first sentence of a text, brackets kept whole."""
    for found in re.finditer(r"[.!?](?=\s+[\"“(]?[A-Z0-9])|[.!?]$", text):
        before = text[: found.start()]
        if _balanced(before) and not re.search(r"\b(?:e\.g|i\.e|etc|vs|approx|Mr|Dr)$", before):
            return text[: found.end()]
    return text
