"""A library as published data: what the site carries under `api/v1/`, and `crosstrack export` writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from pipeline.api.aliases import aliases
from pipeline.api.planning import planning, slugs
from pipeline.api.plans import plan
from pipeline.api.records import (
    GuideList,
    GuideRecord,
    GuideSummary,
    Index,
    NameList,
    NameRecord,
    Place,
    Placement,
    QuestionList,
    QuestionRecord,
    RoleList,
    RoleRecord,
    SkillList,
    SkillRecord,
)
from pipeline.inline import plain
from pipeline.library import Library, Track
from pipeline.model.item import Model, Name, RoleName, SkillName, ToolName, walk
from pipeline.model.page import Target, address, address_of, role_page, skill_page, track_page
from pipeline.model.redirect import Redirect
from pipeline.model.registry import also_called, key
from pipeline.model.roles import Role
from pipeline.structures.questions import Question, Questions, QuestionSet


def published(library: Library, redirects: Iterable[Redirect] = ()) -> dict[str, Model]:
    """All files of `api/v1/`, by path."""
    records = {f"guides/{track.slug}.json": _record(library, track) for track in library.tracks}
    plans = {f"plans/{track.slug}.json": plan(library, track) for track in library.tracks}
    asked = {track.slug: questions_of(library, track) for track in library.tracks}
    questions = _asked(library, library.tracks, tuple(chain.from_iterable(found.questions for found in asked.values())))
    files: dict[str, Model] = {
        "aliases.json": aliases(redirects),
        "guides.json": GuideList(guides=tuple(_summary(track) for track in library.tracks)),
        "names.json": NameList(names=tuple(_names(library))),
        "planning.json": planning(),
        "questions.json": questions,
        "roles.json": RoleList(roles=tuple(_role(library, role) for role in library.registry.roles)),
        "slugs.json": slugs(library, plans.values()),
        "skills.json": SkillList(skills=tuple(_skills(library))),
        **records,
        **plans,
        **{f"questions/{slug}.json": found for slug, found in asked.items()},
    }
    index = Index(
        files=tuple(sorted(files)),
        guides=len(library.tracks),
        roles=len(library.registry.roles),
        skills=len(library.registry.skills),
        questions=len(questions.questions),
    )
    return {"index.json": index, **files}


def _summary(track: Track) -> GuideSummary:
    return GuideSummary(
        slug=track.slug,
        title=track.guide.title,
        summary=plain(track.guide.summary),
        origin=track.origin.slug,
        target=track.target.slug,
        updated=track.guide.updated,
        url=address(track_page(track.slug)),
        data=f"guides/{track.slug}.json",
    )


def _record(library: Library, track: Track) -> GuideRecord:
    written = [value for value in walk(track.guide) if isinstance(value, Name)]
    roles = {str(n): role.slug for n in written if isinstance(n, RoleName) and (role := library.registry.role(n))}
    skills = {
        str(n): skill.slug
        for n in written
        if isinstance(n, SkillName | ToolName) and (skill := library.registry.skill(n))
    }
    return GuideRecord(
        slug=track.slug,
        url=address(track_page(track.slug)),
        roles=dict(sorted(roles.items())),
        skills=dict(sorted(skills.items())),
        guide=track.guide,
    )


def _skills(library: Library) -> Iterator[SkillRecord]:
    for skill in library.registry.skills:
        places = tuple(
            Place(
                track=found.track,
                kind=found.kind,
                entry=found.entry.id,
                title=found.entry.markdown,
                url=address_of(found.target),
                named=found.named,
            )
            for found in library.occurrences.get(skill.slug, ())
        )
        yield SkillRecord(
            **dict(skill),
            url=address(skill_page(skill.slug)),
            tracks=tuple(
                Placement(track=track, bucket=place.bucket.bucket, entry=place.entry.id)
                for track, place in library.placements.get(skill.slug, {}).items()
            ),
            occurrences=places,
        )


def _names(library: Library) -> Iterator[NameRecord]:
    """The roles, then the skills: where both answer to a word, the role is what a reader comes for."""
    for page, entries in ((role_page, library.registry.roles), (skill_page, library.registry.skills)):
        for entry in entries:
            yield NameRecord(name=entry.name, aliases=also_called(entry), url=address(page(entry.slug)))


def _role(library: Library, role: Role) -> RoleRecord:
    return RoleRecord(
        **dict(role),
        url=address(role_page(role.slug)),
        tracks_from=tuple(track.slug for track in library.tracks if track.origin == role),
        tracks_to=tuple(track.slug for track in library.tracks if track.target == role),
    )


def questions_of(library: Library, track: Track) -> QuestionList:
    """The questions of one track."""
    return _asked(library, [track], tuple(_questions(library, track)))


def _asked(library: Library, tracks: Sequence[Track], questions: tuple[QuestionRecord, ...]) -> QuestionList:
    """The questions of the tracks, with the names of what they refer to."""
    skills = {slug for question in questions for slug in question.skills}
    rounds = {f"{question.track}/{id}" for question in questions for id in question.rounds}
    titles = {
        f"{track.slug}/{part.id}": part.title
        for track in tracks
        for part in track.rounds.values()
        if f"{track.slug}/{part.id}" in rounds
    }
    return QuestionList(
        questions=questions,
        rounds=titles,
        skills={skill.slug: skill.name for skill in library.registry.skills if skill.slug in skills},
    )


def _questions(library: Library, track: Track) -> Iterator[QuestionRecord]:
    questions = track.guide.find(Questions)
    rounds = {name: part.id for name, part in track.rounds.items()}
    places = track.places(questions) if questions else {}
    for part in questions.sets if questions else ():
        for question in part.questions:
            yield _question(library, track, (part, question), rounds, places[question.id])


def _question(
    library: Library, track: Track, asked: tuple[QuestionSet, Question], rounds: Mapping[str, str], place: Target
) -> QuestionRecord:
    part, question = asked
    skills: tuple[SkillName, ...] = question.skills or part.skills
    return QuestionRecord(
        id=f"{track.slug}/{question.id}",
        track=track.slug,
        set=part.id,
        domain=part.words,
        text=question.words,
        skills=library.registry.skill_slugs(skills),
        rounds=tuple(dict.fromkeys(rounds[key(n)] for n in question.rounds or part.rounds if key(n) in rounds)),
        outline=tuple(plain(said.text) for said in question.outline),
        listens_for=tuple(plain(said.text) for said in part.listens_for),
        sources=question.sources,
        url=address_of(place),
    )
