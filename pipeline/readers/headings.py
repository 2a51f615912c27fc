"""Which lines of plain text are headings: short, alone, begun like one and not ended like a sentence, with text below.

In a run of short lines the last is a heading if text follows it; the others are items of a list, and the first of
them the list's heading.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pipeline.readers.lines import ICON, Line, ends_sentence, mark, word_count

_LONGEST, _LONGEST_NUMBERED = 16, 20
"""Words of a heading."""
_SERIES = re.compile(
    rf"(?:{ICON}|\s)*(?:phase|step|stage|level|module|milestone|month|week|day|part|chapter|quarter|sprint)s?\s+"
    r"(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|[ivx]+\b)",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:table of )?contents|in this (?:article|guide|post)|on this page|what(?:'|’)?s inside", re.I)

_FAR = 40
"""Short lines in a row after which a line that leads in is forgotten."""

Lines = Sequence[Line | None]


def headings(lines: Lines, underlined: Collection[int]) -> set[int]:
    """The places of the lines that are headings."""
    listed = _listed_titles(lines)
    found: set[int] = set()
    for at, line in enumerate(lines):
        if line is None:
            continue
        known = line.number in underlined or (line.words.casefold() in listed and not mark(line))
        if known or (_may_be(line) and _stands_out(lines, at, found)):
            found.add(at)
    return found


def _listed_titles(lines: Lines) -> set[str]:
    """The titles that a table of contents in the text lists: where they stand again, they are headings."""
    found: set[str] = set()
    inside = False
    for line in lines:
        if line is None:
            continue
        found_mark = mark(line)
        if _CONTENTS.fullmatch(line.words.strip(" :")):
            inside = True
        elif inside and found_mark:
            found.add(line.raw[found_mark.length :].strip().casefold())
        elif inside:
            inside = False
    return found


def _may_be(line: Line) -> bool:
    """Whether the words could be a heading."""
    text, found = line.raw, mark(line)
    if _SERIES.match(text) and word_count(text) <= _LONGEST and not text.endswith("."):
        return True
    if found and found.number is None:
        return False
    bare = line.raw[found.length :] if found else text
    longest = _LONGEST_NUMBERED if found else _LONGEST
    if not 0 < word_count(bare) <= longest or "\t" in bare or "|" in bare or "://" in bare or "@" in bare:
        return False
    if re.search(r"[.,;:…]$", bare) or (re.search(r"[.!?;] \S", bare) and not found and "?" not in bare):
        return False
    return bool(re.match(rf"[\"“'‘(]?(?:[A-Z0-9À-Þ]|{ICON})", bare))


def _stands_out(lines: Lines, at: int, found: Collection[int]) -> bool:
    """Whether what stands around a line makes it a heading."""
    line, below = lines[at], _next(lines, at)
    assert line is not None
    if below is None:
        return False
    if _SERIES.match(line.words):
        return True
    number = mark(line)
    if number:
        return _opens_text(lines, at, below)
    if _is_text(lines, below):
        return True
    return _heads_list(lines, at, found)


def _opens_text(lines: Lines, at: int, below: int) -> bool:
    """A number begins a heading if text stands between it and the numbers next to it: else it is an item of a list."""
    before = _previous(lines, at)
    for place in (before, below):
        line = None if place is None else lines[place]
        found = mark(line) if line else None
        if found and found.number is not None and line and not line.words.endswith(":"):
            return False
    return True


def _is_text(lines: Lines, at: int) -> bool:
    """Whether a sentence, an item, a row or another sort of text stands there, not one more short line."""
    line = lines[at]
    assert line is not None
    text = line.words
    if mark(line) or "|" in text or "\t" in line.raw or _SERIES.match(text):
        return True
    return ends_sentence(text) or text.endswith(":") or word_count(text) > _LONGEST or "://" in text or "@" in text


def _heads_list(lines: Lines, at: int, found: Collection[int]) -> bool:
    """The first of a run of short lines, after text; or a short line set apart from others by blank lines."""
    before = _previous(lines, at)
    apart = at > 0 and lines[at - 1] is None and at + 1 < len(lines) and lines[at + 1] is None
    if before is None:
        return True
    above = lines[before]
    assert above is not None
    if above.words.endswith(":"):
        return False
    if not _lost(lines, at) and (before in found or _is_text(lines, before)):
        return True
    return apart and before not in found and not _lost(lines, at)


def _lost(lines: Lines, at: int) -> bool:
    """Whether the short line is one of a run of items that lost their bullets, below a line that leads in."""
    place = _previous(lines, at)
    for _ in range(_FAR):
        if place is None:
            return False
        line = lines[place]
        assert line is not None
        if line.words.endswith(":") and not mark(line):
            return True
        if _is_text(lines, place):
            return False
        place = _previous(lines, place)
    return False


def _next(lines: Lines, at: int) -> int | None:
    return next((index for index in range(at + 1, len(lines)) if lines[index] is not None), None)


def _previous(lines: Lines, at: int) -> int | None:
    return next((index for index in range(at - 1, -1, -1) if lines[index] is not None), None)
