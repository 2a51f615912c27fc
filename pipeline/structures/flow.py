"""The parts of a whole as boxes in order, with what flows between them on arrows.

The words are a list: each part, and below it what it passes on and to whom. The arrows stand beside them, a stretch a
row, so that words may wrap and the rows be of any height: to the next part straight down, to any other in a lane of
its own at the left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, count
from typing import NamedTuple

from pipeline import markup
from pipeline.drawing import ruled
from pipeline.markup import Markup

MOST_LANES = 6
"""The style sheet has room for so many beside the boxes; where there are more, the words stand without arrows."""
_LANE = 12
"""From one lane to the next, in pixels, as in the style sheet."""
_STEM = 10
"""How far from the left edge of the boxes the arrow to the next one leaves."""
_MIDDLE = 12
"""How far below the top of a row its first line of words has its middle."""
_APART = 8
"""How far below each other several arrows reach a box."""


class Flowing(NamedTuple):
    """Something that flows: the places of its sender and its receiver, and what it is."""

    start: int
    end: int
    what: Markup


class _Row(NamedTuple):
    """A box, or below it one of the things that it passes on."""

    part: int
    flowing: Flowing | None = None
    is_last: bool = True


class _Lane(NamedTuple):
    """A flow beside the boxes: the rows it leads from and to, and how far out it runs, from 0."""

    start: int
    end: int
    out: int

    def covers(self, row: int) -> bool:
        return min(self.start, self.end) <= row <= max(self.start, self.end)


def flow(names: Sequence[Markup], flowing: Sequence[Flowing], label: str) -> Markup:
    """The picture; nothing where nothing flows."""
    if not flowing:
        return markup.EMPTY
    rows = list(chain.from_iterable(_rows(at, flowing) for at in range(len(names))))
    lanes = _lanes(rows)
    breadth = 1 + max((lane.out for lane in lanes), default=-1)
    if breadth > MOST_LANES:
        drawn, breadth = [markup.EMPTY] * len(rows), 0
    else:
        drawn = [ruled(_strokes(row, at, lanes, breadth)) for at, row in enumerate(rows)]
    beside = list(zip(rows, drawn, strict=True))
    items = [_item(names, [pair for pair in beside if pair[0].part == part]) for part in range(len(names))]
    return markup.box(markup.bullets(items, ordered=True), f"ct-flow ct-lanes-{breadth}", "figure", label)


def _rows(part: int, flowing: Sequence[Flowing]) -> Iterator[_Row]:
    """A box and what leaves it: last what goes straight down."""
    passed = sorted((one for one in flowing if one.start == part), key=_is_next)
    yield _Row(part, is_last=not passed)
    for one in passed:
        yield _Row(part, one, one is passed[-1])


def _is_next(one: Flowing) -> bool:
    return one.end == one.start + 1


def _lanes(rows: Sequence[_Row]) -> list[_Lane]:
    """A lane for each flow that does not go straight down; short ones run close to the boxes, none on another."""
    boxes = {row.part: at for at, row in enumerate(rows) if row.flowing is None}
    wanted = [(at, boxes[row.flowing.end]) for at, row in enumerate(rows) if row.flowing and not _is_next(row.flowing)]
    lanes: list[_Lane] = []
    for start, end in sorted(wanted, key=lambda pair: (abs(pair[1] - pair[0]), pair)):
        reach = range(min(start, end), max(start, end) + 1)
        taken = {lane.out for lane in lanes if any(map(lane.covers, reach))}
        lanes.append(_Lane(start, end, next(out for out in count() if out not in taken)))
    return lanes


def _item(names: Sequence[Markup], rows: Sequence[tuple[_Row, Markup]]) -> Markup:
    box = markup.phrase(markup.words(rows[0][1], markup.bold(names[rows[0][0].part])), "ct-flow-part")
    passed = [
        markup.words(
            drawn, row.flowing.what, markup.phrase(markup.words(markup.text("to"), names[row.flowing.end]), "ct-to")
        )
        for row, drawn in rows
        if row.flowing
    ]
    return markup.blocks(box, markup.bullets(passed))


def _strokes(row: _Row, at: int, lanes: Sequence[_Lane], breadth: int) -> Iterator[Markup]:
    """What is seen beside one row."""
    edge = breadth * _LANE
    arriving = [lane for lane in lanes if lane.end == at]
    for lane in lanes:
        x = edge - (lane.out + 1) * _LANE
        upward = lane.end < lane.start
        if lane.start == at:
            yield from _bend(x, edge + _STEM, _MIDDLE, not upward)
        elif lane.end == at:
            y = _MIDDLE + _APART * arriving.index(lane)
            yield from _bend(x, edge, y, upward)
            yield markup.Markup(f'<path class="ct-head" d="M{edge - 6} {y - 4}L{edge} {y}L{edge - 6} {y + 4}"/>')
        elif lane.covers(at):
            yield _upright(x)
    if row.flowing:
        goes_on = _is_next(row.flowing) or not row.is_last
        yield _upright(edge + _STEM, 0, "100%" if goes_on else f"{_MIDDLE}")
        if goes_on and row.is_last:
            yield markup.Markup(f'<svg x="{edge + _STEM}" y="100%"><path class="ct-head" d="M-4-6L0 0L4-6"/></svg>')


def _bend(x: int, to: int, y: int, downward: bool) -> Iterator[Markup]:
    """From a lane, which comes from below or from above, across to the boxes."""
    if downward:
        yield _upright(x, y + 5)
        yield markup.Markup(f'<path d="M{to} {y}H{x + 5}q-5 0-5 5"/>')
    else:
        yield markup.Markup(f'<path d="M{to} {y}H{x + 5}q-5 0-5-5V0"/>')


def _upright(x: int, top: int = 0, bottom: str = "100%") -> Markup:
    start = f' y1="{top}"' if top else ""
    return markup.Markup(f'<line x1="{x}" x2="{x}"{start} y2="{bottom}"/>')
