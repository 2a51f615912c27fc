"""Which bucket of skills a heading or lead-in names: what carries over, what is easier, what is new."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.foreign.topics import any_of
from pipeline.structures.buckets import Bucket

_NEW = any_of(
    r"^target skills",
    r"\bgaps?\b|\bnew\b|areas? of focus|\bmissing\b|\bmiss\b|\black|unfamiliar|from scratch|hard part"
    r"|weakness|\bstill (?:to|need)|to (?:learn|develop|acquire|close|master|add|build up)\b",
    r"(?:need|have|want|must|should|will)\b[\w\s]{0,12}(?:to )?(?:be )?(?:learn|develop|acquire|close|add"
    r"|grow|build|master|study)",
    r"need(?:s|ed)? (?:further|more|to be)|further development|additional|require[sd]? (?:further"
    r"|expanding|new)|do(?:n['’]t| not) (?:yet )?(?:have|know)|upskill|level up|what changes|learn from"
    r"|needs? work|not yet|new competenc",
)
_EASIER = any_of(
    r"\beasier\b|\beasy\b|\bquick|pick up|tooling shift|adjacent|low[- ]hanging|\bfast(?:er)? to"
    r"|short learning|small step|within reach|adapt"
)
_CARRIES = any_of(
    r"\balready\b|carr(?:y|ies|ied)[ -]?over|transfer|strength|\bstrong\b|\bassets?\b|bring|reuse|re-use"
    r"|\bkeep|leverage|familiar|existing|what you (?:have|know)|unfair advantage",
    r"\bcurrent\b.*skills|foundational|rely on|starting point|head start|translate|overlap|build on|portable|possess"
    r"|have in hand|come with|solid base|pillars|stays the same",
)


@lru_cache(maxsize=16384)
def bucket_of(words: str) -> Bucket | None:
    """The bucket that a heading or lead-in puts its skills in; None where it names none, or several."""
    easier = bool(_EASIER.search(words)) and "not eas" not in words.casefold()
    new = bool(_NEW.search(words))
    carries = bool(_CARRIES.search(words))
    if easier and not (new and re.search(r"\bnew\b|gap", words, re.IGNORECASE)):
        return "easier"
    if new and carries:
        return None
    return "new" if new else "carries-over" if carries else None
