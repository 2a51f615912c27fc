"""What structures are made of: statements, names, running text, entries."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from hypothesis import strategies as st

from pipeline.inline import plain, runs, slug
from pipeline.model.duration import read_duration
from pipeline.model.item import Bullets, Listing, Name, Prose, Statement, ToolName, Toolset
from pipeline.spelling import spell
from pipeline.structures.base import Entry
from pipeline.structures.statements import Labels, is_labelled, names_in
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
durations = st.sampled_from(
    ["2 weeks", "3-4 weeks", "0.5 to 1 hours", "one month", "ongoing", "12 years", "weeks 3–4"]
).map(read_duration)


def many(strategy: S[T], most: int = 3) -> S[tuple[T, ...]]:
    """A few of them."""
    return st.lists(strategy, max_size=most).map(tuple)


def some(strategy: S[T]) -> S[T | None]:
    """One of them, or none."""
    return st.none() | strategy


def names(of: type[N]) -> S[tuple[N, ...]]:
    """Names as an enumeration gives them."""
    one = titles.filter(lambda text: list(names_in(text)) == [text])
    return st.lists(one, unique=True, max_size=3).map(lambda found: tuple(of(name) for name in found))


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


toolsets = some(st.builds(Toolset, names=names(ToolName), sources=sources).filter(lambda found: bool(found.names)))
