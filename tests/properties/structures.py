"""Structures of every kind as `extract` would make them: for each kind, what a guide can say in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, TypeVar

from hypothesis import strategies as st

from pipeline.inline import plain, slug
from pipeline.model.item import Bullets, ComponentName, Prose, RoleName, RoundName, SkillName, Statement
from pipeline.structures import (
    comparison,
    components,
    counterparts,
    disagreements,
    faq,
    interview,
    mistakes,
    overview,
    preparation,
    projects,
    questions,
    responsibilities,
    roadmap,
    skills,
)
from pipeline.structures.base import Structure
from pipeline.structures.statements import divide, is_labelled, name_of
from tests.properties.items import (
    S,
    durations,
    entries,
    many,
    names,
    prose,
    some,
    sources,
    statements,
    titles,
    toolsets,
    why,
    with_intro,
)
from tests.properties.texts import inline_markdown, plain_words

T = TypeVar("T")


def _timed(entry: Any) -> bool:  # noqa: ANN401 - a step or a phase
    """Whether the title can be told from the duration behind it."""
    return entry.duration is not None or ")" not in entry.title


_nature = st.builds(
    responsibilities.Nature,
    word=titles.map(str.casefold).filter(lambda text: not set(".:") & set(text) and text == " ".join(text.split())),
    explanation=st.builds(Statement, text=inline_markdown | st.just(""), sources=sources),
)
_duties = st.builds(
    responsibilities.Duties,
    role=titles.map(RoleName),
    mission=some(statements),
    nature=some(_nature),
    duties=many(statements),
    notes=prose(responsibilities.LABELS).map(lambda parts: tuple(p for p in parts if not isinstance(p, Bullets))),
)
_cells = st.builds(Statement, text=inline_markdown | st.just(""))
_rows = many(
    st.builds(
        lambda words, **told: comparison.ComparisonRow(id=slug(words), dimension=words, **told),
        plain_words,
        origin=_cells,
        target=_cells,
        sources=sources,
    )
)
_counterpart = st.builds(
    lambda pair, found: counterparts.Counterpart(
        origin=Statement(text=pair[0], sources=found), target=Statement(text=pair[1], sources=found)
    ),
    st.tuples(
        inline_markdown.filter(lambda text: divide(f"{text}", "≈") is None and not plain(text).startswith("≈")),
        inline_markdown,
    ),
    sources,
)
_skill = entries(
    skills.SkillEntry,
    skill=st.just(SkillName("x")),
    why=why(skills.LABELS),
    learn=some(statements),
    tools=toolsets,
    counterpart=some(_counterpart),
).map(lambda entry: entry.model_copy(update={"skill": SkillName(entry.title)}))
_buckets = st.lists(st.sampled_from(sorted(skills.TITLES)), unique=True).flatmap(
    lambda found: st.tuples(
        *(with_intro(partial(skills.SkillBucket, bucket=name), "intro", "skills", many(_skill, 2)) for name in found)
    )
)
_phase = entries(
    roadmap.Phase,
    number=some(st.integers(0, 99)),
    duration=durations,
    focus=some(statements),
    key_concept=some(statements),
    leave_out=some(statements),
    skills=names(SkillName),
    body=prose(roadmap.LABELS),
    checkpoints=many(entries(roadmap.Checkpoint, inline_markdown)),
).filter(lambda phase: phase.number is not None or "1" not in phase.title)
_flow = st.builds(
    components.Flow,
    what=st.builds(Statement, text=inline_markdown.filter(lambda text: divide(text, "→") is None), sources=sources),
    to=titles.map(ComponentName),
)
_component = st.builds(
    components.Component,
    name=titles.map(name_of),
    text=prose(components.LABELS).map(lambda parts: tuple(p for p in parts if isinstance(p, Statement))),
    stack=toolsets,
    shows=some(statements),
    flows=many(_flow),
)
_project = entries(
    projects.Project,
    problem=some(statements),
    components=many(_component),
    constraint=some(statements),
    proves=some(statements),
    skills=names(SkillName),
    body=prose(projects.LABELS),
)
_step = entries(preparation.Step, duration=some(durations), body=why(preparation.LABELS)).filter(_timed)
_stage = entries(
    interview.Stage, evaluates=some(statements), tests=some(statements), body=prose(interview.STAGE_LABELS)
)
_round = entries(
    interview.Round, focus=some(statements), looked_for=some(statements), body=prose(interview.ROUND_LABELS)
)
_question = entries(
    questions.Question, inline_markdown, skills=names(SkillName), rounds=names(RoundName), outline=many(statements)
)
_set = entries(
    questions.QuestionSet,
    intent=some(statements),
    body=prose(questions.LABELS),
    skills=names(SkillName),
    rounds=names(RoundName),
    questions=many(_question),
    listens_for=many(statements),
)
_position = st.builds(disagreements.Position, says=statements, editors=st.booleans()).filter(
    lambda position: position.editors or not is_labelled(position.says, dict.fromkeys(disagreements.EDITORS, ""))
)
_disagreement = entries(
    disagreements.Disagreement,
    body=prose(disagreements.LABELS, lists=False),
    positions=many(_position),
    depends_on=many(statements),
)
_mistake = entries(mistakes.Mistake, body=prose(mistakes.LABELS), remedy=many(statements))


def _parts(model: type[T], *parts: tuple[str, S[Any]], **fields: S[Any]) -> S[T]:
    """A structure whose parts stand under headings of their own, each with an introduction."""

    def made(values: Mapping[str, Any], held: Iterable[tuple[str, tuple[Prose, tuple[Any, ...]]]]) -> T:
        told = {key: value for name, pair in held for key, value in ((f"{name}_intro", pair[0]), (name, pair[1]))}
        return model(**values, **told)

    pairs = [with_intro(lambda intro, held: (intro, held), "intro", "held", many(inner, 2)) for _, inner in parts]
    named = st.tuples(*pairs).map(lambda found: list(zip((name for name, _ in parts), found, strict=True)))
    return st.builds(made, st.fixed_dictionaries({"intro": prose({}), **fields}), named)


STRUCTURES: Mapping[str, S[Structure]] = {
    "overview": st.builds(
        overview.Overview,
        thesis=prose({}),
        takeaways=many(statements),
        market=many(statements),
        suits=many(statements),
        unsuited=many(statements),
    ),
    "comparison": st.builds(
        lambda columns, rows, **rest: comparison.Comparison(columns=columns if rows else (), rows=rows, **rest),
        columns=st.tuples(plain_words, plain_words).map(lambda pair: tuple(map(RoleName, pair))),
        rows=_rows,
        intro=prose({}),
        shared=many(statements),
        advantages=many(statements),
        challenges=many(statements),
    ),
    "responsibilities": with_intro(responsibilities.Responsibilities, "intro", "roles", many(_duties)),
    "skills": st.builds(skills.Skills, intro=prose({}), buckets=_buckets),
    "roadmap": with_intro(roadmap.Roadmap, "intro", "phases", many(_phase)),
    "projects": _parts(
        projects.Projects,
        ("build", _project),
        ("avoid", entries(projects.AvoidedProject, why=why(projects.AVOID_LABELS))),
        proof=many(statements),
    ),
    "interview": _parts(interview.Interview, ("preparation", _step), ("stages", _stage), ("rounds", _round)),
    "questions": with_intro(questions.Questions, "intro", "sets", many(_set, 2)),
    "mistakes": with_intro(mistakes.Mistakes, "intro", "mistakes", many(_mistake)),
    "disagreements": with_intro(disagreements.Disagreements, "intro", "disagreements", many(_disagreement)),
    "faq": with_intro(faq.Faqs, "intro", "faqs", many(entries(faq.Faq, answer=prose({})))),
}
"""By the name of their kind."""
