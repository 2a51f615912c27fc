"""Inline Markdown: no words are lost, and one meaning has one spelling."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.inline import Run, cut, runs, slug, tidy, words
from pipeline.spelling import escape, spell
from tests.properties.texts import anything, arbitrary, folded, nasty


@given(arbitrary | nasty)
def test_escaped_words_read_back_as_these_words(text: str) -> None:
    wanted = folded(text)
    assert runs(escape(text)) == ((Run(wanted),) if wanted else ())


@given(anything)
@example("`a`{#x}`b`")
@example("[![a](b)](c)")
@example("` `")
@example("a [^b]c")
@example("[a](b&amp;amp;c)")
def test_spelling_loses_no_words(text: str) -> None:
    meant = runs(text)
    assert words(runs(spell(meant))) == words(meant)


@given(anything)
@example("**&nbsp;a**")
@example("***a** b*")
def test_spelling_is_canonical(text: str) -> None:
    spelled = spell(runs(text))
    assert spell(runs(spelled)) == spelled


@given(anything)
def test_runs_are_tidy(text: str) -> None:
    assert tidy(runs(text)) == runs(text)


@given(anything)
@example("1. a")
@example("- a")
@example("a [^b]")
def test_what_is_spelled_can_stand_anywhere(text: str) -> None:
    """As a paragraph it is one; behind a label, the label changes nothing."""
    spelled = spell(runs(text))
    meant = runs(spelled)
    assert words(runs(f"Label: {spelled}")) == folded(f"Label: {words(meant)}")


@given(anything, st.integers(0, 50))
def test_a_cut_loses_nothing(text: str, at: int) -> None:
    found = runs(text)
    joined = "".join(run.text for run in found)
    before, after = cut(found, at)
    assert (words(before), words(after)) == (folded(joined[:at]), folded(joined[at:]))


@given(anything)
def test_a_slug_is_stable_and_safe(text: str) -> None:
    made = slug(text)
    assert made == slug(made) == slug(f"  {text} ")
    assert 1 <= len(made) <= 64
    assert re.fullmatch(r"[^\W_]+(-[^\W_]+)*", made)
    assert made == made.casefold()
