"""A flat run of headings and blocks as a tree of sections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.model.document import Block, Heading, Section


def nest(flat: Iterable[Heading | Block]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks before the first heading, and the sections: a heading belongs to the nearest higher one above."""
    root: list[Block] = []
    tops: list[_Open] = []
    path: list[_Open] = []
    titled = False
    for part in flat:
        if not isinstance(part, Heading):
            (path[-1].blocks if path else root).append(part)
            continue
        # Only the first heading can be the title of all that follows; a later one of level 1 is a section.
        level = max(part.level, 2) if titled else part.level
        titled = True
        path = [section for section in path if section.level < level]
        opened = _Open(part, level)
        (path[-1].sections if path else tops).append(opened)
        path.append(opened)
    return tuple(root), tuple(section.closed() for section in tops)


class _Open:
    """A section that may still grow."""

    def __init__(self, heading: Heading, level: int) -> None:
        self.heading, self.level = heading, level
        self.blocks: list[Block] = []
        self.sections: list[_Open] = []

    def closed(self) -> Section:
        sections = tuple(section.closed() for section in self.sections)
        start = self.heading.phrase.span
        inner = [block.span.end_line for block in self.blocks] + [section.span.end_line for section in sections]
        span = replace(start, column=None, end_column=None, end_line=max([start.end_line, *inner]))
        return Section(self.heading, tuple(self.blocks), sections, span)
