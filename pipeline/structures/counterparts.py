"""The counterpart of a skill: the same thing under the names that two roles have for it.

A guide shows a field "Counterpart: simmering ≈ proofing".
"""

from __future__ import annotations

from pipeline import markup
from pipeline.inline import plain, words
from pipeline.markup import Markup
from pipeline.model.item import Item, Statement
from pipeline.model.rules import COUNTERPART_HAS_TWO_SIDES
from pipeline.spelling import spell
from pipeline.structures.base import Context, View
from pipeline.structures.statements import divide


class Counterpart(Item):
    """The same thing under two names: `origin` in the old role, `target` in the new."""

    origin: Statement
    target: Statement


def extract(said: Statement | None, context: Context) -> Counterpart | None:
    """What the field says; None where it does not have two sides."""
    if said is None:
        return None
    origin, target = divide(said.text, "≈") or ((), ())
    if not words(target):
        message = f"the counterpart '{plain(said.text)}' does not have two sides"
        hint = "write what the old role knows, then ≈, then what the new role calls it"
        context.find(COUNTERPART_HAS_TWO_SIDES, message, said.span, hint)
        return None
    sides = (said.model_copy(update={"text": spell(side)}) for side in (origin, target))
    return Counterpart(origin=next(sides), target=next(sides), span=said.span)


def compose(pair: Counterpart) -> Statement:
    """The inverse of `extract`."""
    return pair.origin.model_copy(update={"text": f"{pair.origin.text} ≈ {pair.target.text}"})


def render(pair: Counterpart | None, view: View) -> Markup:
    """The two sides; nothing for nothing."""
    return markup.words(view.text(pair.origin), "≈", view.text(pair.target)) if pair else markup.EMPTY
