"""Text inside a program: what people keep in a constant of a script is their text, the rest is not."""

from __future__ import annotations

import re

from pipeline.model.document import LeftOut
from pipeline.model.source import Source

_PROGRAM = re.compile(
    r"\s*(?:export\s+|module\.exports|const\s+\w+\s*[=:]|let\s+\w+\s*=|var\s+\w+\s*=|import\s.+from\s)"
)
_OPEN = re.compile(r"(?:[:=(]|return)\s*(?:\w+\.)?(`|\"\"\"|''')(.*)$")
_SHORTEST = 5

Numbered = list[tuple[str, int]]


def without_program(source: Source) -> tuple[Numbered, list[LeftOut]]:
    """The lines of the text with their numbers, and what stood around it."""
    lines = list(enumerate(source.lines, start=1))
    first = next((text for _, text in lines if text.strip()), "")
    inside = _longest_text(source) if _PROGRAM.match(first) else None
    if inside is None:
        return [(text, number) for number, text in lines], []
    start, end, opening = inside
    kept = [(opening, start)] if opening.strip() else []
    kept += [(text, number) for number, text in lines if start < number < end]
    reason = "code around the text"
    held = {number for _, number in kept}
    return kept, [LeftOut(source.span(number), reason) for number, text in lines if number not in held and text.strip()]


def _longest_text(source: Source) -> tuple[int, int, str] | None:
    """The first and last line of the longest literal of several lines, and what stands behind its opening."""
    best: tuple[int, int, str] | None = None
    opened: tuple[int, str, str] | None = None
    for number, text in enumerate(source.lines, start=1):
        if opened is None:
            found = _OPEN.search(text)
            if found and found[1] not in found[2]:
                opened = (number, found[1], found[2])
        elif re.match(rf"\s*{re.escape(opened[1])}", text):
            if number - opened[0] >= _SHORTEST and (best is None or number - opened[0] > best[1] - best[0]):
                best = (opened[0], number, opened[2])
            opened = None
    return best
