"""Enumerations in sentences: "including A, B, and C, while ..." as their items, and where each list ends.

Rules on words do: a blank spaCy pipeline has no parts of speech to offer, and its import costs seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_FINITE = (
    r"provides?|forms?|gives?|offers?|makes?|transfers?|carry|carries|translates?|remains?|are|is|were|was"
    r"|will|can|could"
    r"|helps?|appl(?:y|ies)|becomes?|matters?|sets?|require[sd]?|needs?|comes?|demonstrates?|proves?"
    r"|shows?|allows?|has|have"
    r"|should|must|would|may|might|do|does|serves?|adds?|takes?"
)
_STOP = re.compile(
    rf"(?<!that)(?<!which)(?<!who)\s+(?:{_FINITE})\s+(?!and\b)|\s+(?:to (?:succeed|become|thrive|move|make"
    rf"|be|get|land|support|stand)|in order to|so that|before|because"
    r"|while|whereas|although|though|but|as well as they|rather than|on top of|alongside"
    r"|at the same time)\b|\s+[–—]\s+",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“(‘']?[A-Z0-9])")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|vs|approx|Mr|Ms|Dr|Inc|No)\.$")
LISTS = re.compile(
    r"(?:,?\s*(?:including|such as|notably|namely|for example|for instance|especially|e\.g\.,?|like"
    r"|among them|in particular)\s*:?"
    r"|\binclud(?:es?|ed)\s*:?|:)\s+",
    re.IGNORECASE,
)
_ITEM_WORDS = 16
_NEAR = 30


@dataclass(frozen=True, slots=True)
class Listed:
    """An enumeration: what stands before it in its sentence, its items, and where it ends."""

    cue: str
    items: tuple[str, ...]
    start: int
    end: int


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph."""
    found: list[str] = []
    for part in _SENTENCE.split(text):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part.strip())
    return tuple(part for part in found if part)


def enumerations(sentence: str, opening: re.Pattern[str] = LISTS) -> Iterator[Listed]:
    """The lists in a sentence, each behind what opens it: from the end of the list before to this one's opening."""
    starts = list(opening.finditer(sentence))
    done = 0
    for at, found in enumerate(starts):
        if found.start() < done:
            continue
        later = next((later.start() for later in starts[at + 1 :]), len(sentence))
        apart = sentence[found.end() : later]
        if len(apart) < _NEAR and "," not in apart and sentence[later : later + 1] == ",":
            # "rely on what they know, notably A, B": the list begins behind the second opening.
            continue
        items, end = read_items(sentence, found.end())
        if len(items) >= 2:
            yield Listed(sentence[done : found.end()], items, found.end(), end)
            done = end


def read_items(sentence: str, start: int) -> tuple[tuple[str, ...], int]:
    """The items of a list that begins at `start`, and where it ends: behind the item that an "and" announces."""
    text = sentence[start:].rstrip()
    if text.count(";") and ":" not in text:
        return _by_semicolon(text), len(sentence)
    cuts = [found.span() for found in _commas(text)]
    parts: list[str] = []
    before = 0
    for index, (at, after) in enumerate([*cuts, (len(text), len(text))]):
        part = text[before:at]
        last = re.match(r"(?:and|or|plus|as well as|along with|and finally)\s+", part, re.IGNORECASE)
        if last and parts:
            return _closed(parts, part[last.end() :]), start + at
        if index == len(cuts) or _ends(part, parts, text[after:]):
            return _unoxford(parts, part), start + at
        parts.append(part)
        before = after
    return (), start


def _commas(text: str) -> Iterator[re.Match[str]]:
    """The commas outside brackets."""
    depth = 0
    for found in re.finditer(r"[(\[]|[)\]]|,\s+", text):
        depth += (found[0] in "([") - (found[0] in ")]")
        if found[0].startswith(",") and depth <= 0:
            yield found


def _ends(part: str, parts: Sequence[str], rest: str) -> bool:
    """Whether a list without a comma before its "and" ends here: `A and B, which ...`."""
    if not re.search(r"\s(?:and|or)\s", part):
        return False
    return not re.match(r"(?:and|or)\s", rest) and not re.search(r",\s+(?:and|or)\s", rest.split(".")[0][:160])


def _unoxford(parts: list[str], part: str) -> tuple[str, ...]:
    """The last part of a list holds two items around its "and", unless the list is of one part with a verb."""
    stop = _STOP.search(part)
    part = part[: stop.start()] if stop else part
    pieces = re.split(r"\s+(?:and|or)\s+", part)
    if len(pieces) < 2 or (len(pieces) > 2 and not parts):
        return _clean([*parts, part])
    return _clean([*parts, pieces[0], " and ".join(pieces[1:])])


def _closed(parts: list[str], part: str) -> tuple[str, ...]:
    stop = _STOP.search(part)
    return _clean([*parts, part[: stop.start()] if stop else part])


def _by_semicolon(text: str) -> tuple[str, ...]:
    return _clean([re.sub(r"^(?:and|or)\s+", "", part.strip()) for part in text.split(";")])


def _clean(parts: Sequence[str]) -> tuple[str, ...]:
    cleaned = [re.sub(r"^(?:the ability to|both|either|also)\s+", "", part.strip(' .;:,!?"“”')) for part in parts]
    if any(len(part.split()) > _ITEM_WORDS for part in cleaned[:-1]):
        return ()
    return tuple(part for part in cleaned if re.search(r"\w", part))


def shared_object(items: Sequence[str]) -> bool:
    """Whether the items are verbs that share the last one's object: `deploying, scaling, and maintaining models`."""
    return (
        len(items) > 1
        and all(len(item.split()) == 1 for item in items[:-1])
        and len(items[-1].split()) > 2
        and all(a.endswith("ing") == b.split()[0].endswith("ing") for a, b in pairwise(items))
        and items[0].endswith("ing")
    )
