"""What every plan is counted with, and which slugs a plan may keep."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from pipeline.api.planrecords import PlanRecord
from pipeline.library import Library
from pipeline.model.item import Model
from pipeline.model.planning import HOURS_PER_WEEK, MEANING, PRESUMED, WORTH, Level
from pipeline.structures.buckets import Bucket


class LevelRecord(Model):
    """How well somebody has a skill."""

    level: Level
    worth: float = Field(description="The share of a skill's time that it saves, from 0 to 1.")
    meaning: str = Field(description="What one says by it, in words.")


class PlanningRecord(Model):
    """`planning.json`: what plans are counted with"""

    hours_per_week: float = Field(description="Hours a week that a guide's weeks presume, where it does not say.")
    levels: tuple[LevelRecord, ...]
    presumed: Bucket = Field(description="The bucket whose skills a guide's durations take for granted.")


class SlugList(Model):
    """`slugs.json`: every skill and track there is, for those who keep slugs and ask whether they still hold"""

    tracks: tuple[str, ...]
    skills: tuple[str, ...]


def planning() -> PlanningRecord:
    """What every plan is counted with."""
    return PlanningRecord(
        hours_per_week=HOURS_PER_WEEK,
        levels=tuple(LevelRecord(level=level, worth=worth, meaning=MEANING[level]) for level, worth in WORTH.items()),
        presumed=PRESUMED,
    )


def slugs(library: Library, plans: Iterable[PlanRecord]) -> SlugList:
    """All slugs of the library, with those that its plans name."""
    named = {skill.slug for plan in plans for skill in plan.skills}
    skills = named | {skill.slug for skill in library.registry.skills}
    return SlugList(tracks=tuple(track.slug for track in library.tracks), skills=tuple(sorted(skills)))
