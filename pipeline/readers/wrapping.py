"""Hard-wrapped text: finding the width at which somebody broke the lines, and undoing it.

A line is broken by its width if the next line's first word would not have fitted. In a text where that is the rule,
a line that ends earlier was ended on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.readers.lines import Line, ends_sentence, joined, mark

_NARROWEST, _WIDEST = 50, 100


def width(lines: Sequence[Line | None]) -> int | None:
    """The width at which the text is wrapped; None if it is not. A blank line is None."""
    pairs = [(a, b) for a, b in pairwise(lines) if a and b and not mark(b) and len(a.words) > _NARROWEST]
    prose = [pair for pair in pairs if not ends_sentence(pair[0].words)]
    if not prose or max(len(a.words) + a.indent for a, _ in prose) > _WIDEST + 40:
        return None
    lengths = sorted(len(a.words) + a.indent for a, _ in prose)
    widest = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    full = sum(_is_full(a, b, widest) for a, b in prose)
    return widest if widest <= _WIDEST and full >= max(2, len(prose) * 0.6) else None


def _is_full(line: Line, following: Line, wide: int) -> bool:
    first = following.words.split(" ")[0]
    return len(line.words) + line.indent + 1 + len(first) > wide


def unwrapped(lines: Sequence[Line | None]) -> list[Line | None]:
    """The text with one line a paragraph or item."""
    wide = width(lines)
    found: list[Line | None] = []
    for chunk in _chunks(lines):
        if chunk is None:
            found.append(None)
        elif wide is None:
            found.extend(_continued(chunk))
        else:
            found.extend(_joined(chunk, wide))
    return found


def _chunks(lines: Sequence[Line | None]) -> Iterator[list[Line] | None]:
    """Lines without a blank line between them; an item begins a chunk of its own."""
    chunk: list[Line] = []
    for line in lines:
        if chunk and (line is None or mark(line)):
            yield chunk
            chunk = []
        if line is None:
            yield None
        else:
            chunk.append(line)
    if chunk:
        yield chunk


def _continued(chunk: list[Line]) -> Iterator[Line]:
    """In a text that is not wrapped, only what is indented below an item belongs to it."""
    first = mark(chunk[0])
    at = 1
    while first and at < len(chunk) and chunk[at].indent >= chunk[0].indent + 2:
        at += 1
    yield joined(chunk[:at])
    yield from chunk[at:]


def _joined(chunk: list[Line], wide: int) -> Iterator[Line]:
    """The paragraphs of a chunk. A first line that ends early is one of its own: a heading right above its text."""
    full = [_is_full(a, b, wide) or _goes_on(a, b) for a, b in pairwise(chunk)]
    start = 0
    for at, whole in enumerate(full, start=1):
        # One early end in a paragraph is an accident of mark-up that got lost, not a paragraph's end.
        accident = 1 < at < len(full) and not ends_sentence(chunk[at - 1].words) and full[at - 2] and full[at]
        if not whole and not accident:
            yield joined(chunk[start:at])
            start = at
    yield joined(chunk[start:])


def _goes_on(line: Line, following: Line) -> bool:
    return not ends_sentence(line.words) and following.words[:1].islower() and not line.words.endswith(":")
