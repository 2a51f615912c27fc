"""What sets two roles side by side: tables with a column a role, and labelled pairs."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from pipeline.foreign.leads import Entry, entries, entry
from pipeline.foreign.places import Find, Place, View, all_blocks, paragraphs
from pipeline.foreign.roles import Named
from pipeline.foreign.tables import is_form, roles_in
from pipeline.foreign.topics import Topic
from pipeline.inline import Run, cut, runs, words
from pipeline.model.document import Block, ItemList, Phrase, Table
from pipeline.spelling import spell

_BESIDE = re.compile(r"why|note|impact|difference|takeaway|verdict|comment|winner|example", re.IGNORECASE)
"""What a column may hold beside the dimension and the two roles."""


def find(view: View) -> Iterator[Find]:
    """Rows and pairs."""
    for blocks, place in all_blocks(view):
        for block in blocks:
            if isinstance(block, Table):
                yield from _rows(view, block, place)
        yield from _pairs(view, blocks, place)


def _rows(view: View, table: Table, place: Place | None) -> Iterator[Find]:
    roles = roles_in(view, table)
    if len(roles) != 2 or is_form(table) or len(table.header.cells) > 4:
        return
    left, right = _ordered(view, roles)
    rest = [index for index in range(len(table.header.cells)) if index not in roles]
    if any(not _BESIDE.search(table.header.cells[index].plain) for index in rest[1:]) or _names_roles(
        view, table, roles
    ):
        return
    for row in table.rows:
        if max(left, right) < len(row.cells):
            named = row.cells[rest[0]] if rest and rest[0] < len(row.cells) else Phrase("", "", row.span)
            sides = (row.cells[left], row.cells[right])
            yield Find(Topic.COMPARISON, named, sides=sides, head=place.part.phrase if place else None)


def _names_roles(view: View, table: Table, roles: Container[int]) -> bool:
    """Whether the cells say what roles are called somewhere, not what they do."""
    cells = [cell.plain for row in table.rows for index, cell in enumerate(row.cells) if index in roles]
    return sum(bool(view.roles.only(cell.split(",")[0])) for cell in cells) * 2 > len(cells)


def _ordered(view: View, roles: dict[int, Named]) -> tuple[int, int]:
    """The columns of the role one comes from and of the one one goes to."""
    first, second = sorted(roles)
    if view.target and roles[first].slug == view.target.slug:
        return second, first
    if view.origin and roles[second].slug == view.origin.slug:
        return second, first
    return first, second


def _pairs(view: View, blocks: Sequence[Block], place: Place | None) -> Iterator[Find]:
    """`Dimension: A does this; B does that` in a list; or two labelled paragraphs or items, a role each."""
    for block in blocks:
        for item in entries(block.items) if isinstance(block, ItemList) else ():
            yield from _halves(view, item, place)
    labelled = [entry(block.phrase) for block in paragraphs(blocks)]
    for block in blocks:
        labelled += entries(block.items) if isinstance(block, ItemList) and len(block.items) == 2 else ()
    told = [(item, view.roles.only(item.lead.plain)) for item in labelled if item.gloss]
    for (a, first), (b, second) in pairwise(told):
        if (
            place
            and first
            and second
            and first.slug != second.slug
            and a.gloss
            and b.gloss
            and not a.gloss.plain.endswith(":")
        ):
            swapped = bool(view.target and first.slug == view.target.slug)
            sides = (b.gloss, a.gloss) if swapped else (a.gloss, b.gloss)
            dimension = view.named(place.part.phrase, place.part.title.text)
            yield Find(Topic.COMPARISON, dimension, sides=sides, head=place.part.phrase)


def _halves(view: View, item: Entry, place: Place | None) -> Iterator[Find]:
    if item.gloss is None:
        return
    for divider in re.finditer(
        r";\s+|\.\s+|\s+(?:vs\.?|while|whereas)\s+|,\s+(?:while|whereas|but)\s+", item.gloss.plain
    ):
        left = _side(view, item.gloss, 0, divider.start())
        right = _side(view, item.gloss, divider.end(), len(item.gloss.plain))
        if left and right and left[0] != right[0]:
            swapped = bool(view.target and left[0] == view.target.slug)
            sides = (right[1], left[1]) if swapped else (left[1], right[1])
            yield Find(Topic.COMPARISON, item.lead, sides=sides, head=place.part.phrase if place else None)
            return


def _side(view: View, gloss: Phrase, start: int, end: int) -> tuple[str, Phrase] | None:
    """The role that a half begins with, and what the half says of it."""
    text = gloss.plain[start:end]
    found = view.roles.find(text)
    if not found or re.sub(r"(?i)\b(?:an?|the)\b|[^\w]", "", text[: found[0].start]):
        return None
    after = start + found[0].end
    after += len(gloss.plain[after:end]) - len(gloss.plain[after:end].lstrip(" :–—-"))
    kept: tuple[Run, ...] = cut(cut(runs(gloss.markdown), end)[0], after)[1]
    return found[0].slug, Phrase(spell(kept), words(kept), gloss.span)
