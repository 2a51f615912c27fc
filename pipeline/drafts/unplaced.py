"""The text that found no place, as the last section of a draft."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from pipeline.foreign import Fate, LineFate
from pipeline.model.document import Block, Code, Section
from pipeline.model.source import Source
from pipeline.structures.compose import NOWHERE, own, paragraph, section

TITLE = "Unplaced"
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)


def unplaced_section(source: Source, ledger: Iterable[LineFate], is_html: bool) -> list[Section]:
    """The lines without a place, word for word and with their numbers; nothing if all have one."""
    blocks: list[Block] = []
    for fate, group in groupby(ledger, key=lambda line: line.fate):
        if fate is Fate.UNPLACED:
            numbers = [line.line for line in group]
            blocks.extend(_stretch(source, numbers[0], numbers[-1], is_html))
    return [section(own(TITLE), 2, blocks)] if blocks else []


def _stretch(source: Source, first: int, last: int, is_html: bool) -> Iterator[Block]:
    text = "\n".join(source.lines[first - 1 : last])
    if is_html:
        text = html.unescape(_TAG.sub("", text))
    kept = "\n".join(line.rstrip() for line in text.split("\n") if line.strip())
    if kept:
        yield paragraph(own(f"Line {first}:" if first == last else f"Lines {first}–{last}:"))
        # As code: nothing that stands in it can be taken for a part of the guide.
        yield Code(kept, "text", NOWHERE)
