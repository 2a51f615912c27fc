"""Boilerplate: what stands on a page beside its text, each with the name of what it is.

Words alone prove little: a line counts as chrome where it is short and says what such lines say, or where it stands
after a heading or lead-in that nothing of the text follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.foreign.boilerplate import heading_says, line_says
from pipeline.foreign.parts import Flat, is_contents
from pipeline.foreign.titles import read_title
from pipeline.inline import links, runs
from pipeline.model.document import Block, Heading, ItemList, ListItem, Paragraph
from pipeline.model.source import Span

_EVERYTHING_AFTER = ("teasers", "comments", "about the publisher", "contact details")
"""What only more of the page follows, once it stands below all of the text."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text without its boilerplate, and the lines that were boilerplate."""

    flat: Flat
    boilerplate: dict[int, str]


def clean(flat: Sequence[Heading | Block]) -> Cleaned:
    """Headings and blocks without what is no text of the document."""
    kept: Flat = []
    gone: dict[int, str] = {}
    dropping: tuple[str, int] | None = None
    for index, block in enumerate(flat):
        reason = _section(flat, index)
        if isinstance(block, Heading):
            if reason:
                dropping = (reason, block.level)
            elif dropping and not _goes_on(dropping, block, flat, index):
                dropping = None
        found = dropping[0] if dropping else _chrome(flat, index)
        if found:
            for line in range(span_of(block).line, span_of(block).end_line + 1):
                gone[line] = found
        else:
            kept.append(block)
    return Cleaned(kept, gone)


def span_of(block: Heading | Block) -> Span:
    """Where a heading or block stands."""
    return block.phrase.span if isinstance(block, Heading) else block.span


def _section(flat: Sequence[Heading | Block], index: int) -> str | None:
    block = flat[index]
    if not isinstance(block, Heading | Paragraph) or len(block.phrase.plain.split()) > 8:
        return None
    words = read_title(block.phrase.plain).text.strip(" :")
    if is_contents(words):
        return "table of contents" if isinstance(block, Heading) else None
    reason = heading_says(words)
    return reason if isinstance(block, Heading) or (reason in _EVERYTHING_AFTER and index * 2 > len(flat)) else None


def _goes_on(dropping: tuple[str, int], block: Heading, flat: Sequence[Heading | Block], index: int) -> bool:
    """Whether a heading is still part of what is dropped: below it, or at the end of a page that is over."""
    reason, level = dropping
    if block.level > level:
        return True
    return reason in _EVERYTHING_AFTER and index * 4 > len(flat) * 3 and not _has_text(flat, index)


def _has_text(flat: Sequence[Heading | Block], index: int) -> bool:
    """Whether a heading has sentences or a list below it."""
    for block in flat[index + 1 : index + 3]:
        if isinstance(block, Heading):
            return False
        if isinstance(block, Paragraph):
            return len(block.phrase.plain.split()) > 12
        return True
    return False


def _chrome(flat: Sequence[Heading | Block], index: int) -> str | None:
    """What a block is if it is no text."""
    block = flat[index]
    if isinstance(block, ItemList):
        return _list(flat, index, block)
    if not isinstance(block, Heading | Paragraph):
        return None
    words = block.phrase.plain.strip(" *_")
    if not re.search(r"\w", words):
        return "ornament" if not re.search(r"#", words) else "press release frame"
    if isinstance(block, Heading) and len(words.split()) > 9:
        return None
    if _only_pictures(block.phrase.markdown):
        return "badges"
    reason = line_says(words)
    if reason in ("navigation", "badges") and isinstance(block, Heading) and _has_text(flat, index):
        return None
    return reason


def _only_pictures(markdown: str) -> bool:
    """Whether a paragraph is a row of linked pictures."""
    found = [run for run in runs(markdown) if run.text.strip()]
    return (
        bool(found)
        and all(any("link:" in mark for mark in run.marks) for run in found)
        and any(re.search(r"shields\.io|badge|\.(?:svg|png|gif|jpe?g)\b", address) for address in links(markdown))
    )


def _list(flat: Sequence[Heading | Block], index: int, block: ItemList) -> str | None:
    """A list of links, right below nothing or below a table of contents' heading."""
    items = list(_all_items(block.items))
    linked = sum(
        all(any("link:" in m for m in run.marks) for run in runs(item.phrase.markdown))
        for item in items
        if item.phrase.plain
    )
    before = flat[index - 1] if index else None
    if isinstance(before, Heading) and is_contents(before.phrase.plain):
        return "table of contents"
    inner = all("#" in "".join(links(item.phrase.markdown))[:1] for item in items)
    return "navigation" if items and linked == len(items) and (before is None or inner) else None


def _all_items(items: Sequence[ListItem]) -> Iterator[ListItem]:
    for item in items:
        yield item
        for block in item.blocks:
            if isinstance(block, ItemList):
                yield from block.items
