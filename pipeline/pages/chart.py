"""The chart on the home page: each role at its distance from the one that the tracks lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from math import asin, ceil, cos, degrees, radians, sin

from pipeline import markup
from pipeline.drawing import drawing, figure, lettering, stroke
from pipeline.library import Track
from pipeline.markup import Markup
from pipeline.pages.figures import weeks, weeks_words
from pipeline.pages.paging import commonest_target

WIDTH, HEIGHT = 640, 340
_CENTRE = (470, 166)
_REACH = 420
"""How far from the centre the outermost ring is drawn."""
_SPREAD = 56
"""The angle that all courses together open to, in degrees."""
_ROOM = 116
"""How far above or below the centre a course may begin: its name must fit on the chart too."""
_RING = 10
"""Weeks from one ring to the next."""


def chart(tracks: Sequence[Track]) -> Markup:
    """The courses of all tracks that share the commonest target, to scale in weeks."""
    bound = commonest_target(tracks)
    drawn = [track for track in tracks if track.target == bound and weeks(track)[1]]
    rings = ceil(max((weeks(track)[1] for track in drawn), default=0) / _RING)
    if not rings or not bound:
        return markup.EMPTY
    scale = _REACH / (rings * _RING)
    angles = [_angle(index, len(drawn), weeks(track)[1] * scale) for index, track in enumerate(drawn)]
    courses = chain.from_iterable(_course(*pair, scale) for pair in zip(drawn, angles, strict=True))
    parts = [*_rings(rings, scale), *courses, *_target(bound.name)]
    return figure(drawing(WIDTH, HEIGHT, parts), "ct-chart")


def _angle(index: int, count: int, distance: float) -> float:
    """The angle of one course among several: spread out, yet no further than keeps it on the chart."""
    wanted = _SPREAD * (index / (count - 1) - 0.5) if count > 1 else 0.0
    limit = degrees(asin(min(_ROOM / distance, 1)))
    return max(-limit, min(limit, wanted))


def _at(distance: float, angle: float) -> tuple[float, float]:
    """A point left of the centre, by its distance and how many degrees it lies below."""
    return _CENTRE[0] - distance * cos(radians(angle)), _CENTRE[1] + distance * sin(radians(angle))


def _circle(radius: float, classes: str) -> Markup:
    x, y = _CENTRE
    half = f"a{radius:.0f} {radius:.0f} 0 1 0"
    return stroke(f"M{x - radius:.0f} {y}{half} {2 * radius:.0f} 0{half} {-2 * radius:.0f} 0", classes)


def _rings(rings: int, scale: float) -> Iterator[Markup]:
    for ring in range(rings, 0, -1):
        yield _circle(ring * _RING * scale, "ct-ring")
    for ring in range(1, rings + 1):
        x, y = _at(ring * _RING * scale, _SPREAD / 4)
        yield lettering(f"{ring * _RING} weeks" if ring == rings else f"{ring * _RING}", x + 5, y, "ct-sounding")


def _course(track: Track, angle: float, scale: float) -> Iterator[Markup]:
    least, most, _ = weeks(track)
    near, far = _at(least * scale, angle), _at(most * scale, angle)
    yield stroke(f"M{near[0]:.0f} {near[1]:.0f}L{_CENTRE[0]} {_CENTRE[1]}", "ct-track")
    yield stroke(f"M{far[0]:.0f} {far[1]:.0f}L{near[0]:.0f} {near[1]:.0f}", "ct-range")
    yield stroke(f"M{far[0]:.0f} {far[1]:.0f}h0", "ct-fix")
    first, second = (24, 40) if angle > 0 else (-28, -12)
    yield lettering(track.origin.name, far[0] - 6, far[1] + first, "ct-name")
    yield lettering(weeks_words(track), far[0] - 6, far[1] + second, "ct-sounding")


def _target(name: str) -> Iterator[Markup]:
    yield lettering("Distances in weeks. Heavy line: from the least to the most", 12, 24, "ct-sounding")
    yield _circle(22, "ct-rose")
    yield _circle(7, "ct-goal")
    for index, word in enumerate(name.split()):
        yield lettering(word, _CENTRE[0] + 34, _CENTRE[1] - 10 + 17 * index, "ct-name")
