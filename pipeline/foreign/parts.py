"""The outline of a foreign document: its parts, found again from numbers, labels, bold lines and contents.

Readers give headings as they stand; bold paragraphs are headings wherever they stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.foreign.levels import BOLD, levels_of
from pipeline.foreign.titles import Title, read_title
from pipeline.inline import runs
from pipeline.model.document import Block, Document, Heading, ItemList, Paragraph, Phrase, Section

Flat = list[Heading | Block]
_LONGEST_BOLD = 16
"""Words of a bold paragraph that is a heading."""
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands under it."""

    title: Title
    phrase: Phrase
    level: int
    blocks: tuple[Block, ...]
    parts: tuple[Part, ...]

    def walk(self) -> Iterator[Part]:
        """This part and all in it."""
        yield self
        for part in self.parts:
            yield from part.walk()


def flatten(document: Document) -> Flat:
    """The headings and blocks of a document in one row; bold lines that stand alone as headings."""
    flat: Flat = [*document.blocks]
    pending: list[Section] = list(reversed(document.sections))
    while pending:
        section = pending.pop()
        flat += [section.heading, *section.blocks]
        pending += reversed(section.sections)
    return [_heading_of(block) or block for block in flat]


def _heading_of(block: Heading | Block) -> Heading | None:
    """A bold paragraph as a heading."""
    if not isinstance(block, Paragraph) or not 0 < len(block.phrase.plain.split()) <= _LONGEST_BOLD:
        return None
    found = runs(block.phrase.markdown)
    letters = [run for run in found if re.search(r"\w", run.text)]
    if letters and all("strong" in run.marks for run in letters):
        return Heading(BOLD, block.phrase)
    return None


def outline(flat: Sequence[Heading | Block], contents: frozenset[str]) -> tuple[tuple[Block, ...], tuple[Part, ...]]:
    """The blocks before the first heading, and the parts."""
    levels = iter(levels_of(flat, contents))
    root: list[Block] = []
    tops: list[_Open] = []
    path: list[_Open] = []
    for block in flat:
        if not isinstance(block, Heading):
            (path[-1].blocks if path else root).append(block)
            continue
        opened = _Open(block.phrase, next(levels))
        path = [part for part in path if part.level < opened.level][:_DEEPEST]
        (path[-1].parts if path else tops).append(opened)
        path.append(opened)
    return tuple(root), tuple(part.closed() for part in tops)


class _Open:
    def __init__(self, phrase: Phrase, level: int) -> None:
        self.phrase, self.level = phrase, level
        self.blocks: list[Block] = []
        self.parts: list[_Open] = []

    def closed(self) -> Part:
        inner = tuple(part.closed() for part in self.parts)
        return Part(read_title(self.phrase.plain), self.phrase, self.level, tuple(self.blocks), inner)


def contents_of(flat: Iterable[Heading | Block]) -> frozenset[str]:
    """The titles that a table of contents lists."""
    found: set[str] = set()
    inside = False
    for block in flat:
        if isinstance(block, Heading):
            inside = is_contents(block.phrase.plain)
        elif inside and isinstance(block, ItemList):
            for item in block.items:
                found |= {item.phrase.plain.casefold(), read_title(item.phrase.plain).whole.casefold()}
    return frozenset(found)


def is_contents(words: str) -> bool:
    """Whether a heading is that of a table of contents."""
    text = read_title(words).text.casefold()
    return bool(
        re.fullmatch(
            r"(?:table of )?contents|in this (?:article|guide|post)|on this page|what(?:'|’)?s inside|toc"
            r"|outline|index",
            text,
        )
    )
