"""The models of what one plans with: what each file under `api/v1/plans/` holds."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from pipeline.model.item import Model
from pipeline.structures.buckets import Bucket


class CheckpointRecord(Model):
    """Something that a reader can tick."""

    id: str = Field(description="`<track>/roadmap/<checkpoint>`.")
    title: str = Field(description="Plain text.")
    url: str


class PhaseRecord(Model):
    """A phase of a roadmap, as the planner counts with it."""

    id: str = Field(description="`<track>/roadmap/<phase>`.")
    title: str
    number: int | None
    url: str
    weeks: tuple[float, float] | None = Field(description="The least and the most; null where ongoing or unknown.")
    ongoing: bool
    skills: tuple[str, ...] = Field(description="Slugs.")
    checkpoints: tuple[CheckpointRecord, ...]


class SkillItem(Model):
    """A skill of a track, as a reader says whether it is there."""

    slug: str = Field(description="Of the registered skill.")
    entry: str | None = Field(description="Id of its entry on the track's page of skills; null where it has none.")
    title: str
    bucket: Bucket | None = Field(description="Null for a skill that only a phase names.")
    url: str


class ProjectRecord(Model):
    """A project worth building."""

    id: str = Field(description="`<track>/projects/<project>`.")
    title: str
    url: str
    skills: tuple[str, ...] = Field(description="Slugs.")


class RoundRecord(Model):
    """A round of the interview."""

    id: str
    title: str
    url: str


class SetRecord(Model):
    """A question set."""

    id: str
    title: str
    url: str
    skills: tuple[str, ...] = Field(description="Slugs.")
    rounds: tuple[str, ...] = Field(description="Ids of rounds.")
    questions: int = Field(description="How many.")


class PlanRecord(Model):
    """`plans/<track>.json`: what one plans with, by ids that last."""

    slug: str
    title: str
    origin: str = Field(description="Name of the role one comes from.")
    target: str = Field(description="Name of the role one goes to.")
    updated: dt.date
    url: str
    hours_per_week: float = Field(description="Hours a week that the weeks of the phases presume.")
    hours_stated: bool = Field(description="Whether the guide says so; else it is what is usual here.")
    phases: tuple[PhaseRecord, ...]
    skills: tuple[SkillItem, ...]
    projects: tuple[ProjectRecord, ...]
    sets: tuple[SetRecord, ...]
    rounds: tuple[RoundRecord, ...]
