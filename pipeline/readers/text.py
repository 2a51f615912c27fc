"""Plain text in: headings, lists and tables that have no mark of being one, found by how the text is laid out.

All headings found are of one level, unless they are underlined: what belongs below what is told by numbers and words,
which are not looked at here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from pipeline.model.diagnostic import Report
from pipeline.model.document import Block, Document, Heading, ItemList, LeftOut, Paragraph
from pipeline.model.source import Source
from pipeline.readers import grids, items, loose
from pipeline.readers.headings import headings
from pipeline.readers.lines import Line, is_rule, joined, mark, phrase, read_line
from pipeline.readers.outline import nest
from pipeline.readers.wrappers import without_program
from pipeline.readers.wrapping import unwrapped

_Q = re.compile(r"Q(?:uestion)?\s*\d*\s*[.:)]", re.IGNORECASE)
_MARKDOWN = re.compile(r"(#{1,6}\s+\S|```|\|\s*:?-{3,})")


def parse(source: Source, report: Report) -> Document:
    """The tree of a plain text; text that is Markdown after all is read as that."""
    numbered, program = without_program(source)
    if sum(bool(_MARKDOWN.match(text)) for text, _ in numbered) >= 2:
        return loose.parse_lines(source, numbered, program, report)
    return parse_lines(source, [read_line(text, number) for text, number in numbered], program)


def parse_lines(source: Source, lines: Sequence[Line], left_out: Sequence[LeftOut] = ()) -> Document:
    """The tree of lines of plain text."""
    drawn = [LeftOut(source.span(line.number), "a drawn line") for line in lines if is_rule(line.words)]
    blocks, sections = nest(flow(source, lines))
    return Document(source, None, blocks, sections, (*left_out, *drawn))


def flow(source: Source, lines: Sequence[Line], titled: bool = True) -> Iterator[Heading | Block]:
    """Headings and blocks, in order; without headings where lines are known to stand inside a paragraph."""
    underlined = _underlines(lines)
    whole = unwrapped([line if line.words and not is_rule(line.words) else None for line in lines])
    found = sorted(headings(whole, underlined)) if titled else []
    headed = frozenset(found)
    level = 3 if underlined else 2
    at = 0
    while at < len(whole):
        line = whole[at]
        if line is None:
            at += 1
        elif at in headed and (asked := _asked(source, whole, at, found)):
            at += asked[0]
            yield asked[1]
        elif at in headed:
            at, whole_line = _whole_heading(whole, at, headed)
            # What is marked as a question stands below the heading that it is asked under.
            asked_below = 1 if _Q.match(line.words) else 0
            yield Heading(underlined.get(line.number, level + asked_below), phrase(whole_line, source))
        else:
            taken, block = _block(source, whole, at, found)
            at += taken
            yield block


def _asked(source: Source, whole: Sequence[Line | None], at: int, found: Sequence[int]) -> tuple[int, ItemList] | None:
    line = whole[at]
    if line is None or not line.words.endswith("?"):
        return None
    after = bisect_right(found, at)
    ahead = frozenset(place - at for place in found[after : after + _MOST_ASKED])
    return items.read_asked(source, whole[at : at + 2 * _MOST_ASKED], ahead)


_MOST_ASKED = 100
"""Questions in a row that are one list."""
_LONG_HEADING = 45
"""Characters from which on a heading may have been broken in two."""
_UNFINISHED = re.compile(r"\b(?:from|to|into|of|for|and|or|the|an?|in|with|vs\.?|by|on|as|your|their)$", re.IGNORECASE)
_ASKS = re.compile(r"(?:\d+[.)]\s*)?(?:is|are|do|does|can|should|will|how|what|which|why|when|where|who)\b[^?]*$", re.I)


def _whole_heading(whole: Sequence[Line | None], at: int, found: Collection[int]) -> tuple[int, Line]:
    """A heading that was broken in two: it ends in a word that wants another, or it asks without a question mark."""
    line = whole[at]
    assert line is not None
    after = next((index for index in range(at + 1, len(whole)) if whole[index]), None)
    rest = whole[after] if after in found and after is not None else None
    if rest is None or mark(rest) or after is None or len(line.words) < _LONG_HEADING:
        return at + 1, line
    broken = _UNFINISHED.search(line.words) or (
        _ASKS.match(line.words) and rest.words.endswith("?") and len(rest.words.split()) <= 3
    )
    return (after + 1, joined([line, rest])) if broken else (at + 1, line)


def _block(source: Source, whole: Sequence[Line | None], at: int, found: Sequence[int]) -> tuple[int, Block]:
    after = bisect_right(found, at)
    rest = whole[at : found[after] if after < len(found) else len(whole)]
    table = grids.read_table(source, rest)
    if table:
        return table
    line = rest[0]
    assert line is not None
    if mark(line):
        return items.read_list(source, rest)
    lost = items.read_lost_list(source, rest, whole[at - 1] if at else None)
    return lost or (1, Paragraph(phrase(line, source), source.span(line.number, line.end)))


def _underlines(lines: Sequence[Line]) -> dict[int, int]:
    """From the number of a line that is underlined to the level that its underline gives it."""
    found: dict[int, int] = {}
    for above, below in pairwise(lines):
        if above.words and not is_rule(above.words) and re.fullmatch(r"={3,}|-{3,}|~{3,}", below.words):
            found[above.number] = "=-~".index(below.words[0]) + 1
    return found
