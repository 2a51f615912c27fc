"""Lists in plain text: with bullets or numbers, nested by their indent, and lists that lost their bullets."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.model.document import Block, ItemList, ListItem
from pipeline.model.source import Source
from pipeline.readers.lines import Line, ends_sentence, kept_mark, mark, phrase, without, word_count

_DEEPEST = 20
"""Levels of nesting that are kept: what is deeper stands at this level."""
_LONGEST_ITEM = 14
"""Words an item without a bullet may have."""


class _Open:
    """A list that may still grow."""

    def __init__(self, indent: int, ordered: bool) -> None:
        self.indent, self.ordered = indent, ordered
        self.items: list[tuple[Line, list[_Open]]] = []

    def closed(self, source: Source) -> ItemList:
        items = tuple(_item(source, line, [inner.closed(source) for inner in below]) for line, below in self.items)
        return ItemList(self.ordered, items, source.span(items[0].span.line, items[-1].span.end_line))


def read_list(source: Source, rest: Sequence[Line | None]) -> tuple[int, Block]:
    """The list that the lines begin with, and how many lines it takes; blank lines between its items are part of it."""
    stack: list[_Open] = []
    taken = 0
    root: _Open | None = None
    for at, line in enumerate(rest):
        found = mark(line) if line else None
        if line is None:
            continue
        if found is None or (root and line.indent <= root.indent and root.ordered != (found.number is not None)):
            break
        while len(stack) > 1 and (line.indent < stack[-1].indent or len(stack) > _DEEPEST):
            stack.pop()
        if not stack or (line.indent >= stack[-1].indent + 2 and len(stack) < _DEEPEST):
            opened = _Open(line.indent, found.number is not None)
            if stack:
                stack[-1].items[-1][1].append(opened)
            root = root or opened
            stack.append(opened)
        stack[-1].items.append((line, []))
        taken = at + 1
    assert root is not None
    return taken, root.closed(source)


def _item(source: Source, line: Line, below: Sequence[ItemList]) -> ListItem:
    found = mark(line)
    bare = line if found is None or kept_mark(found.sign) else without(line, found.length)
    end = max([line.end, *(inner.span.end_line for inner in below)])
    return ListItem(phrase(bare, source), tuple(below), source.span(line.number, end))


def read_lost_list(source: Source, rest: Sequence[Line | None], before: Line | None) -> tuple[int, ItemList] | None:
    """A list without bullets: two or more short lines of a kind below a line that leads in, or three of a kind."""
    lines = _of_a_kind(rest)
    leads = before is not None and before.words.endswith(":") and not mark(before)
    if len(lines) < (1 if leads and lines and word_count(lines[0][1].words) <= 6 else 2 if leads else 3):
        return None
    items = tuple(_item(source, line, ()) for _, line in lines)
    return lines[-1][0] + 1, ItemList(False, items, source.span(items[0].span.line, items[-1].span.end_line))


def read_asked(source: Source, rest: Sequence[Line | None], headed: Collection[int]) -> tuple[int, ItemList] | None:
    """Questions one below the other, none with text of its own: a list that lost its bullets, not headings.

    `headed` are the places among `rest` that look like headings; what follows the list must be one, or nothing.
    """
    found: list[tuple[int, Line]] = []
    for at, line in enumerate(rest):
        if line is None:
            continue
        if not line.words.endswith("?") or mark(line):
            if at not in headed:
                return None
            break
        found.append((at, line))
    if len(found) < 2:
        return None
    items = tuple(_item(source, line, ()) for _, line in found)
    return found[-1][0] + 1, ItemList(False, items, source.span(items[0].span.line, items[-1].span.end_line))


def _of_a_kind(rest: Sequence[Line | None]) -> list[tuple[int, Line]]:
    """The short lines without a sentence's end that the lines begin with, each with its place."""
    found: list[tuple[int, Line]] = []
    for at, line in enumerate(rest):
        if line is None:
            continue
        text = line.words
        if (
            ends_sentence(text)
            or text.endswith(":")
            or word_count(text) > _LONGEST_ITEM
            or mark(line)
            or "\t" in line.raw
        ):
            break
        if found and at - found[-1][0] > 2:
            break
        found.append((at, line))
    return found
