"""Phases to scale: a bar each on a common axis in weeks, beside its title and duration in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline import markup
from pipeline.drawing import Scale, figure, ruled
from pipeline.markup import Markup
from pipeline.model.counting import counted, plural
from pipeline.model.duration import Duration, unit_for

_KEY = "In {}, to scale: solid the least, hatched to the most; each begins where the one before ends at the latest."
_OPEN_KEY = "An arrow goes on for as long as it is needed."
_TAIL = 7
"""An ongoing phase is drawn as long as the others together, divided by this."""


class Leg(NamedTuple):
    """One phase: its title, linked, and how long it takes."""

    title: Markup
    duration: Duration | None


class Bar(NamedTuple):
    """Where a phase stands on the axis, in weeks."""

    start: float
    least: float
    most: float
    ongoing: bool = False


def bars(durations: Iterable[Duration | None]) -> list[Bar | None]:
    """Each starts where the former ends at most; what is ongoing takes no time of others."""
    found: list[Bar | None] = []
    now = 0.0
    for duration in durations:
        if duration is None:
            found.append(None)
        elif duration.ongoing:
            found.append(Bar(now, now, now, ongoing=True))
        else:
            least, most = duration.weeks
            found.append(Bar(now, now + least, now + most))
            now += most
    return found


def timeline(legs: Sequence[Leg], ends: tuple[Markup, Markup] | None = None) -> Markup:
    """The phases in order, between what stands at the two ends of the course."""
    if not legs:
        return markup.EMPTY
    placed = bars(leg.duration for leg in legs)
    last = max((bar.most for bar in placed if bar), default=0.0)
    ongoing = any(bar.ongoing for bar in placed if bar)
    scale = Scale(last + last / _TAIL * ongoing or 1)
    rows = [_row(leg, bar, scale) for leg, bar in zip(legs, placed, strict=True)]
    if ends:
        rows = [ends[0], *rows, ends[1]]
    axis = figure(ruled(_axis(scale, last)), "ct-weeks")
    said = _KEY.format(plural(unit_for(last)[0]))
    key = markup.paragraph(markup.text(f"{said} {_OPEN_KEY}" if ongoing else said), "ct-says")
    listed = markup.bullets(rows, ordered=True)
    drawn = markup.box(
        markup.blocks(axis, listed) if last else listed, "ct-timeline ct-ends" if ends else "ct-timeline"
    )
    return markup.blocks(drawn, key if last else markup.EMPTY)


def _axis(scale: Scale, last: float) -> Iterator[Markup]:
    """An upright line each few weeks, days or hours; the last one says what they count."""
    unit, size = unit_for(last)
    # Five days of a fifth of a week each come to a little less than a week.
    ticks = range(0, int(round(last / size, 6)) + 1, Scale(scale.whole / size).step)
    for tick in ticks:
        yield scale.rule(tick * size)
    for tick in ticks[1:]:
        yield scale.figure(counted(tick, unit) if tick == ticks[-1] else f"{tick}", tick * size)


def _row(leg: Leg, bar: Bar | None, scale: Scale) -> Markup:
    words = markup.phrase(markup.text(str(leg.duration)), "ct-duration") if leg.duration else ""
    return markup.words(leg.title, words, ruled(_strokes(bar, scale)) if bar else "")


def _strokes(bar: Bar, scale: Scale) -> Iterator[Markup]:
    if bar.ongoing:
        yield scale.bar(bar.start, scale.whole, "ct-open")
        yield scale.arrow(scale.whole)
        return
    yield scale.bar(bar.start, bar.least, "ct-least")
    if bar.most > bar.least:
        yield scale.bar(bar.least, bar.most, "ct-most")
