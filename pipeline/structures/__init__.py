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
