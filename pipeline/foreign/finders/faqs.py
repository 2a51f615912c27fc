"""Questions of readers, with answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.foreign.finders.asked import cut_question
from pipeline.foreign.places import Find, Place, View, lead_ins
from pipeline.foreign.topics import Topic
from pipeline.inline import cut, runs, words
from pipeline.model.document import Block, ItemList, Paragraph, Phrase
from pipeline.spelling import spell


def find(view: View) -> Iterator[Find]:
    """All questions of readers."""
    found = [faq for place in view.of(Topic.FAQ) for faq in _faqs(view, place)]
    # Questions that nobody answers are not there to answer a reader.
    if 2 * sum(bool(faq.blocks) for faq in found) >= len(found):
        yield from found


def _faqs(view: View, place: Place) -> Iterator[Find]:
    """A heading that asks with what stands below it; or lines that ask, each with what follows up to the next."""
    part = place.part
    if place.parent is Topic.FAQ and (part.title.text.endswith("?") or part.title.number is not None):
        title = re.sub(r"^(?:Q\d*[.:)]?\s+)", "", part.title.text)
        yield _faq(view.named(part.phrase, title), part.blocks, place)
        return
    yield from _faq_lines(view, place)
    for _, listed, _ in lead_ins(part.blocks):
        for item in listed.items:
            found = cut_question(item.phrase, True)
            if found:
                yield _faq(found[0], (*found[1], *item.blocks), place)


def _faq_lines(view: View, place: Place) -> Iterator[Find]:
    asked: Phrase | None = None
    answer: list[Block] = []
    for block in place.part.blocks:
        found = cut_question(block.phrase, True) if isinstance(block, Paragraph) else None
        opens = isinstance(block, Paragraph) and re.match(
            r"(?:\W*Q(?:uestion)?\s?\d*[.:)])|.*\?\W*$|\W*\d+[.)]", block.phrase.plain
        )
        if found and opens:
            if asked:
                yield _faq(asked, answer, place)
            asked, answer = found[0], [*found[1]]
        elif asked and not isinstance(block, ItemList):
            answer.append(block)
    if asked:
        yield _faq(asked, answer, place)


def _faq(question: Phrase, blocks: Sequence[Block], place: Place) -> Find:
    return Find(Topic.FAQ, question, blocks=tuple(_answered(blocks)), head=place.head)


def _answered(blocks: Sequence[Block]) -> Iterator[Block]:
    """An answer without its "A:"."""
    for block in blocks:
        found = re.match(r"(?:A|Answer|Ans)\d*[.:)]\s*", block.phrase.plain) if isinstance(block, Paragraph) else None
        if found and isinstance(block, Paragraph):
            kept = cut(runs(block.phrase.markdown), found.end())[1]
            yield Paragraph(replace(block.phrase, markdown=spell(kept), plain=words(kept)), block.span)
        else:
            yield block
