"""Structures of every kind as `extract` would make them: for each kind, what a guide can say in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, TypeVar

from hypothesis import strategies as st

from pipeline.inline import plain, runs, slug
from pipeline.model.duration import read_duration
from pipeline.model.item import (
    Bullets,
    Listing,
    Name,
    Prose,
    RoleName,
    RoundName,
    SkillName,
    Statement,
    ToolName,
    Toolset,
)
from pipeline.spelling import spell
from pipeline.structures import (
    comparison,
    faq,
    interview,
    mistakes,
    overview,
    projects,
    questions,
    responsibilities,
    roadmap,
    skills,
)
from pipeline.structures.base import Entry, Structure
from pipeline.structures.entries import name_of
from pipeline.structures.statements import Labels, divide, is_labelled, words_in
from tests.properties.texts import arbitrary, inline_markdown, nasty, plain_words

T = TypeVar("T")
E = TypeVar("E", bound=Entry)
N = TypeVar("N", bound=Name)
S = st.SearchStrategy

titles = plain_words.filter(bool)
ids = st.from_regex(r"[a-zA-Z0-9][a-zA-Z0-9_.-]{0,9}", fullmatch=True)
cited = st.sampled_from([("a",), ("ik-guide",), ("b.2", "c_3"), ("c_3", "a", "b.2")])
sources = st.just(()) | cited
_labels = st.sampled_from(
    ["Why", "how", "Tools", "Remedy", "Mission", "Duties", "Stack", "Focus", "Questions", "Phase 1"]
)
_labelled = st.builds("{}: {}".format, _labels, inline_markdown | st.just("")).map(lambda text: spell(runs(text)))
statements = st.builds(Statement, text=inline_markdown | _labelled, sources=sources)
durations = st.sampled_from(["2 weeks", "3-4 weeks", "0.5 to 1 hours", "one month", "ongoing", "12 years"]).map(
    read_duration
)


def many(strategy: S[T], most: int = 3) -> S[tuple[T, ...]]:
    """A few of them."""
    return st.lists(strategy, max_size=most).map(tuple)


def some(strategy: S[T]) -> S[T | None]:
    """One of them, or none."""
    return st.none() | strategy


def names(of: type[N]) -> S[tuple[N, ...]]:
    """Names as an enumeration gives them: each with its brackets closed, none with a full stop at its end."""
    one = titles.map(lambda text: text.rstrip(". ")).filter(lambda text: _is_one(text))
    return st.lists(one, unique=True, max_size=3).map(lambda found: tuple(of(name) for name in found))


def _is_one(text: str) -> bool:
    depths = [sum((c in "([") - (c in ")]") for c in text[: end + 1]) for end in range(len(text))]
    return bool(text) and min(depths) >= 0 and depths[-1] == 0 and list(words_in(text)) == [text]


def prose(labels: Labels, lists: bool = True) -> S[Prose]:
    """Running text that holds none of the fields; `lists`: whether a list in it would be running text, too."""
    said = statements.filter(lambda statement: not is_labelled(statement, labels))
    bare = cited.map(lambda found: Statement(text="", sources=found))
    listings = st.builds(Listing, code=_CODE, language=_LANGUAGE)
    bullets = st.builds(Bullets, items=st.lists(said, min_size=1, max_size=3).map(tuple), ordered=st.booleans())
    return many(said | bare | listings | bullets if lists else said | bare | listings)


_CODE = (arbitrary | nasty | st.just("  x\n\n```` y\n\t~~~")).map(lambda text: text.replace("\r", "").rstrip("\n"))
_LANGUAGE = st.sampled_from(["", "python", "a b=c", "x`y", "~z`", "\\*", "&amp;"])


def entries(model: type[E], titled: S[str] = titles, **fields: S[Any]) -> S[E]:
    """Entries with the id that their words give, or one of their own."""

    def made(values: dict[str, Any]) -> E:
        return model(
            **{**values, "id": values["id"] or slug(plain(values["title"]) if is_markdown else values["title"])}
        )

    is_markdown = titled is inline_markdown
    return st.fixed_dictionaries({"id": some(ids), "title": titled, "sources": sources, **fields}).map(made)


def with_intro(make: Callable[..., T], intro: str, held: str, inner: S[tuple[Any, ...]], **fields: S[Any]) -> S[T]:
    """An introduction and entries: without entries below headings, a list in the introduction would be entries."""

    def built(found: tuple[Any, ...]) -> S[T]:
        return st.builds(partial(make, **{held: found}), **{intro: prose({}, lists=bool(found))}, **fields)

    return inner.flatmap(built)


def why(labels: Labels) -> S[Prose]:
    """What a label `Why:` says, which may look like any field, then running text."""
    return st.builds(lambda labelled, rest: (*labelled, *rest), many(statements, 2), prose(labels))


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
    st.builds(comparison.ComparisonRow, id=st.just(""), dimension=plain_words, origin=_cells, target=_cells, sources=sources)
    .map(lambda row: row.model_copy(update={"id": slug(row.dimension)}))
)  # fmt: skip
toolsets = some(st.builds(Toolset, names=names(ToolName), sources=sources).filter(lambda found: bool(found.names)))
_counterpart = st.builds(
    lambda pair, found: skills.Counterpart(
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
).filter(lambda phase: phase.number is not None or not phase.title.casefold().startswith("phase"))
_component = st.builds(
    projects.Component,
    name=titles.map(name_of),
    text=prose(projects.COMPONENT_LABELS),
    stack=toolsets,
    shows=some(statements),
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
_step = entries(interview.Step, duration=some(durations), body=why(interview.STEP_LABELS)).filter(_timed)
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
    "faq": with_intro(faq.Faqs, "intro", "faqs", many(entries(faq.Faq, answer=prose({})))),
}
"""By the name of their kind."""
