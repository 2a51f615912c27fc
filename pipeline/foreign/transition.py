"""Which two roles a document is about: from its titles first, then from what its text repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.foreign.roles import Named, Roles

_INTO = re.compile(
    r"\W*(?:roles?\s*|jobs?\s*|careers?\s*)?(?:\bto\b|\binto\b|→|->|=>|➡|⟶|towards?\b|(?:who|that|can|should|must)?\s*"
    r"(?:becom\w+|mov\w+ (?:in)?to|switch\w* (?:in)?to|transition\w* (?:in)?to|turn\w+ into"
    r"|turned))\s*(?:an?\b|the\b)?\W*(?:role\s+of\s+)?",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\W*s?\W*(?:vs\.?|versus|or|and|compared (?:to|with)|against|&)\W*(?:an?\b|the\b)?\W*", re.IGNORECASE
)
_MOVING = re.compile(
    r"\W*(?:seeking|looking|wanting|who want|intend\w*|planning)?\s*(?:\w+\s+){0,3}(?:mov|transition"
    r"|switch|shift)\w+\s+(?:in)?to\s*"
    r"(?:an?\b|the\b)?\W*",
    re.IGNORECASE,
)


Pair = tuple[Named | None, Named | None]
NONE: Pair = (None, None)


def pair_in(roles: Roles, text: str) -> tuple[Named, Named] | None:
    """The two roles of a transition or comparison that a text speaks of."""
    found = roles.find(text)
    for a, b in pairwise(found):
        between = text[a.end : b.start]
        if a.slug != b.slug and (_INTO.fullmatch(between) or _MOVING.fullmatch(between)):
            return a, b
    if len({role.slug for role in found}) == 2 and len(found) >= 2:
        a, b = found[0], next(role for role in found if role.slug != found[0].slug)
        if _AGAINST.fullmatch(text[a.end : b.start]) or _INTO.match(text[a.end : b.start]):
            return a, b
    return None


def roles_of(roles: Roles, titles: Sequence[str], headings: Sequence[str], body: Iterable[str]) -> Pair:
    """The roles of a document: from its titles first, then from what its text repeats."""
    pairs = [pair for heading in headings if (pair := pair_in(roles, heading))]
    first = pair_in(roles, titles[0]) if titles else None
    if first and len({role.slug for role in roles.find(titles[0])}) == 2:
        return first
    if len({frozenset((a.slug, b.slug)) for a, b in pairs}) > 1 or any(
        len({role.slug for role in roles.find(title)}) > 2 for title in titles[:2]
    ):
        return NONE
    for title in titles[1:]:
        pair = pair_in(roles, title)
        if pair:
            return pair
    told = [pair for text in body if (pair := pair_in(roles, text))]
    counted = Counter((a.slug, b.slug) for a, b in [*pairs, *told])
    if counted and counted.most_common(1)[0][1] >= 2:
        best = counted.most_common(1)[0][0]
        return next(pair for pair in [*pairs, *told] if (pair[0].slug, pair[1].slug) == best)
    return (None, _single(roles, titles[:2]))


def _single(roles: Roles, titles: Sequence[str]) -> Named | None:
    for title in titles:
        found = roles.find(title)
        if len({role.slug for role in found}) == 1:
            return found[0]
    return None
