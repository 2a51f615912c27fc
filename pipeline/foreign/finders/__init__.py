"""Finders, one module a kind: what of a foreign document is what, by words, shape and surroundings."""

from collections.abc import Callable, Iterator

from pipeline.foreign.finders import comparison, duties, faqs, mistakes, phases, projects, questions, rounds, skills
from pipeline.foreign.places import Find, View

FINDERS: tuple[Callable[[View], Iterator[Find]], ...] = (
    comparison.find,
    duties.find,
    skills.find,
    phases.find,
    projects.find,
    rounds.find,
    questions.find,
    faqs.find,
    mistakes.find,
)
"""The finders; none knows another."""
