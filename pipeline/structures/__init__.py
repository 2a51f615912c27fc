"""Kinds, one module each. To add one: write its module, and name it here."""

from typing import Any

from pipeline.structures import (
    comparison,
    disagreements,
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
from pipeline.structures.base import Kind

KINDS: tuple[Kind[Any], ...] = (
    overview.KIND,
    comparison.KIND,
    responsibilities.KIND,
    skills.KIND,
    roadmap.KIND,
    projects.KIND,
    interview.KIND,
    questions.KIND,
    mistakes.KIND,
    faq.KIND,
    disagreements.KIND,
)
"""The kinds, in the order in which a reader meets them."""

_HUB, _OF_HUB = "index", ("legs",)


def own_ids(page: str, sources: int) -> set[str]:
    """The ids that a page of a track has itself, with that many sources at its foot: no entry may have them."""
    kinds = [kind for kind in KINDS if kind.page == page]
    named = {id for kind in kinds for id in kind.ids}
    # All kinds of a page but the first have a heading with their name.
    titles = {kind.name for kind in kinds[1:]}
    foot = {"sources", *(f"source-{number}" for number in range(1, sources + 1))}
    return named | titles | foot | ({*_OF_HUB} if page == _HUB else set())
