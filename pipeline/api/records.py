"""The models of the published data: what each file under `api/v1/` holds."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from pipeline.guide import Guide
from pipeline.model.item import Model
from pipeline.model.roles import Role
from pipeline.model.skills import Skill
from pipeline.structures.buckets import Bucket

VERSION = 1
"""The `v1` of the address: it changes when a file no longer holds what its readers rely on."""


class GuideSummary(Model):
    """A guide in a list."""

    slug: str
    title: str
    summary: str = Field(description="Plain text; the guide's own data has it with its marks.")
    origin: str = Field(description="Slug of the role one comes from.")
    target: str = Field(description="Slug of the role one goes to.")
    updated: dt.date
    url: str = Field(description="Page of its hub, below the site's root.")
    data: str = Field(description="File of its data, below `api/v1/`.")


class GuideList(Model):
    """`guides.json`"""

    guides: tuple[GuideSummary, ...]


class GuideRecord(Model):
    """`guides/<slug>.json`: a guide as written, and what the names in it stand for."""

    slug: str
    url: str
    roles: dict[str, str] = Field(description="From each role as written to its slug.")
    skills: dict[str, str] = Field(description="From each skill as written to its slug.")
    guide: Guide


class Placement(Model):
    """In which bucket a track has a skill."""

    track: str
    bucket: Bucket
    entry: str = Field(description="Id of the entry.")


class Place(Model):
    """An entry of a guide in which a skill occurs."""

    track: str
    kind: str
    entry: str
    title: str = Field(description="Inline CommonMark.")
    url: str
    named: bool = Field(description="Whether a field names it, as against a mention in running text.")


class SkillRecord(Skill):
    """A registered skill, with where it occurs."""

    url: str
    tracks: tuple[Placement, ...]
    occurrences: tuple[Place, ...]


class SkillList(Model):
    """`skills.json`"""

    skills: tuple[SkillRecord, ...]


class RoleRecord(Role):
    """A registered role, with its tracks."""

    url: str
    tracks_from: tuple[str, ...]
    tracks_to: tuple[str, ...]


class RoleList(Model):
    """`roles.json`"""

    roles: tuple[RoleRecord, ...]


class NameRecord(Model):
    """What a registered role or skill is called."""

    name: str
    aliases: tuple[str, ...]
    url: str


class NameList(Model):
    """`names.json`: every name that the site knows, in the least space, for a search that knows them all."""

    names: tuple[NameRecord, ...]


class QuestionRecord(Model):
    """An interview question with all that belongs to it."""

    id: str = Field(description="`<track>/<question>`; it never changes meaning.")
    track: str
    set: str = Field(description="Id of the question set that it belongs to.")
    domain: str = Field(description="Title of that set. Plain text.")
    text: str = Field(description="Plain text; the guide's own data has the wording with its marks.")
    skills: tuple[str, ...] = Field(description="Slugs.")
    rounds: tuple[str, ...] = Field(description="Ids of rounds of the guide's interview.")
    outline: tuple[str, ...] = Field(description="Points of a strong answer. Plain text.")
    listens_for: tuple[str, ...] = Field(description="Plain text.")
    sources: tuple[str, ...]
    url: str


class QuestionList(Model):
    """`questions.json`, and `questions/<track>.json` for those of one track"""

    questions: tuple[QuestionRecord, ...]
    rounds: dict[str, str] = Field(description="From `<track>/<round>` to the title of each round that is asked in.")
    skills: dict[str, str] = Field(description="From the slug to the name of each skill that is asked for.")


class Index(Model):
    """`index.json`: what there is."""

    version: int = VERSION
    files: tuple[str, ...]
    guides: int
    roles: int
    skills: int
    questions: int
