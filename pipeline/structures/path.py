"""The way through an interview: its stages as stations on a line, its rounds branching off where they are held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline import markup
from pipeline.markup import Markup

_HOLDS = re.compile(r"\b(?:loop|rounds|on-?site|super-?day|interview day|panel|final interviews?)\b", re.IGNORECASE)
"""What the stage is called in which the rounds are held."""


class Stop(NamedTuple):
    """A stage or a round, and its id on the page."""

    title: str
    id: str


def branching(stages: Sequence[Stop]) -> int | None:
    """Which stage the rounds are held in: the last one that says so; none if none does."""
    return max((at for at, stage in enumerate(stages) if _HOLDS.search(stage.title)), default=None)


def path(stages: Sequence[Stop], rounds: Sequence[Stop]) -> Markup:
    """Stages in order; the rounds at the stage that holds them, or at a station of their own after the last."""
    if not stages:
        return markup.EMPTY
    stations, at = [*stages], branching(stages)
    if rounds and at is None:
        at = len(stations)
        stations.append(Stop("Rounds", "rounds"))
    items = [
        markup.blocks(_link(station), markup.bullets(map(_link, rounds))) if index == at and rounds else _link(station)
        for index, station in enumerate(stations)
    ]
    return markup.navigation(items, "Stages and rounds in order", "ct-path", ordered=True)


def _link(stop: Stop) -> Markup:
    return markup.link(markup.text(stop.title), f"#{stop.id}")
