"""What a slip of the pen was meant to be."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST_START = 4


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that `word` may be a slip for, if there is one; all in the case in which they are compared.

    A letter that is wrong, missing or too many, or two that changed places: one in about four letters, three at
    most. Or the end is missing, up to half of it.
    """
    known = list(choices)
    limit = min(3, (len(word) + 1) // 4)
    found = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=limit)
    if found:
        return found[0]
    longer = [choice for choice in known if choice.startswith(word) and len(choice) <= 2 * len(word)]
    return min(longer, key=len) if longer and len(word) >= _SHORTEST_START else None
