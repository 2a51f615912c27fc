"""What the planner and the ticks on pages need of a track: its phases, skills, projects and questions, by id."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.api.planrecords import (
    CheckpointRecord,
    PhaseRecord,
    PlanRecord,
    ProjectRecord,
    RoundRecord,
    SetRecord,
    SkillItem,
)
from pipeline.library import Library, Track
from pipeline.model.duration import Duration
from pipeline.model.item import SkillName
from pipeline.model.page import address, address_of, skill_page, track_page
from pipeline.model.planning import HOURS_PER_WEEK
from pipeline.model.registry import key
from pipeline.structures.interview import Interview
from pipeline.structures.projects import Projects
from pipeline.structures.questions import Questions, QuestionSet
from pipeline.structures.roadmap import Phase, Roadmap
from pipeline.structures.skills import Skills


def plan(library: Library, track: Track) -> PlanRecord:
    """The record of one track."""
    return PlanRecord(
        slug=track.slug,
        title=track.guide.title,
        origin=track.origin.name,
        target=track.target.name,
        updated=track.guide.updated,
        url=address(track_page(track.slug)),
        hours_per_week=track.guide.hours_per_week or HOURS_PER_WEEK,
        hours_stated=track.guide.hours_per_week is not None,
        phases=tuple(_phase(library, track, phase) for phase in _phases(track)),
        skills=tuple(_skills(library, track)),
        projects=tuple(_projects(library, track)),
        sets=tuple(_sets(library, track)),
        rounds=tuple(_rounds(track)),
    )


def _url(track: Track, page: str, id: str) -> str:
    return f"{address(track_page(track.slug, page))}#{id}"


def _phases(track: Track) -> tuple[Phase, ...]:
    found = track.guide.find(Roadmap)
    return found.phases if found else ()


def _phase(library: Library, track: Track, phase: Phase) -> PhaseRecord:
    points = tuple(
        CheckpointRecord(id=f"{track.slug}/roadmap/{point.id}", title=point.words, url=_url(track, "roadmap", point.id))
        for point in phase.checkpoints
    )
    return PhaseRecord(
        id=f"{track.slug}/roadmap/{phase.id}",
        title=phase.title,
        number=phase.number,
        url=_url(track, "roadmap", phase.id),
        weeks=_weeks(phase.duration),
        ongoing=bool(phase.duration and phase.duration.ongoing),
        skills=library.registry.skill_slugs(phase.skills),
        checkpoints=points,
    )


def _weeks(duration: Duration | None) -> tuple[float, float] | None:
    if duration is None or duration.unit is None:
        return None
    least, most = (round(weeks, 2) for weeks in duration.weeks)
    return least, most


def _skills(library: Library, track: Track) -> Iterable[SkillItem]:
    """The skills of the buckets, then those that only the phases name."""
    seen: set[str] = set()
    found = track.guide.find(Skills)
    for bucket in found.buckets if found else ():
        for entry in bucket.skills:
            skill = library.registry.skill(entry.skill)
            slug = skill.slug if skill else entry.id
            if slug not in seen:
                seen.add(slug)
                url = _url(track, "skills", entry.id)
                yield SkillItem(slug=slug, entry=entry.id, title=entry.title, bucket=bucket.bucket, url=url)
    for slug in dict.fromkeys(slug for phase in _phases(track) for slug in library.registry.skill_slugs(phase.skills)):
        skill = library.registry.skill(slug)
        if slug not in seen and skill:
            yield SkillItem(slug=slug, entry=None, title=skill.name, bucket=None, url=address(skill_page(slug)))


def _projects(library: Library, track: Track) -> Iterable[ProjectRecord]:
    found = track.guide.find(Projects)
    for project in found.build if found else ():
        yield ProjectRecord(
            id=f"{track.slug}/projects/{project.id}",
            title=project.title,
            url=_url(track, "projects", project.id),
            skills=library.registry.skill_slugs(project.skills),
        )


def _rounds(track: Track) -> Iterable[RoundRecord]:
    found = track.guide.find(Interview)
    for part in found.rounds if found else ():
        yield RoundRecord(id=part.id, title=part.title, url=_url(track, "interview", part.id))


def _sets(library: Library, track: Track) -> Iterable[SetRecord]:
    found = track.guide.find(Questions)
    rounds, places = track.rounds, track.places(found) if found else {}
    for part in found.sets if found else ():
        yield SetRecord(
            id=part.id,
            title=part.words,
            url=address_of(places[part.id]),
            skills=library.registry.skill_slugs(_named(part)),
            rounds=tuple(dict.fromkeys(rounds[key(n)].id for n in _asked_in(part) if key(n) in rounds)),
            questions=len(part.questions),
        )


def _named(part: QuestionSet) -> tuple[SkillName, ...]:
    return (*part.skills, *(name for question in part.questions for name in question.skills))


def _asked_in(part: QuestionSet) -> tuple[str, ...]:
    return (*part.rounds, *(name for question in part.questions for name in question.rounds))
