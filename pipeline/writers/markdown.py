"""A document as Markdown in our own format: the inverse of the Markdown reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from pipeline.model.document import Block, Code, ItemList, ListItem, Paragraph, Phrase, Quote, Section, Table


def write_markdown(front_matter: Mapping[str, Any], sections: Iterable[Section]) -> str:
    """The text of a guide, ending in one line end."""
    head = yaml.safe_dump(dict(front_matter), sort_keys=False, allow_unicode=True, width=1000)
    body = "\n\n".join(text for section in sections for text in _section(section))
    return f"---\n{head}---\n\n{body}\n"


def _section(section: Section) -> Iterator[str]:
    yield f"{'#' * section.heading.level} {_phrase(section.heading.phrase)}"
    yield from _blocks(section.blocks)
    for inner in section.sections:
        yield from _section(inner)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    marker = "-"
    previous: Block | None = None
    for block in blocks:
        # Two lists in a row are one list unless their markers differ.
        touching = isinstance(block, ItemList) and isinstance(previous, ItemList)
        marker = ("*" if marker == "-" else "-") if touching else "-"
        yield _block(block, marker)
        previous = block


def _block(block: Block, marker: str) -> str:
    if isinstance(block, Paragraph):
        return _phrase(block.phrase)
    if isinstance(block, ItemList):
        return _list(block, marker)
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Code):
        fence = "`" * (2 + max(1, block.text.count("```") + 1))
        return f"{fence}{block.language}\n{block.text}\n{fence}"
    return _quote(block)


def _phrase(phrase: Phrase) -> str:
    marks = [f"#{phrase.attributes.id}"] if phrase.attributes.id else []
    marks += [f"kind={phrase.attributes.kind}"] if phrase.attributes.kind else []
    braces = f"{{{' '.join(marks)}}}" if marks else ""
    references = "".join(f"[^{source}]" for source in phrase.sources)
    return " ".join(part for part in (phrase.markdown, braces, references) if part)


def _list(block: ItemList, marker: str) -> str:
    delimiter = "." if marker == "-" else ")"
    leads = (f"{n}{delimiter}" if block.ordered else marker for n in range(1, len(block.items) + 1))
    return "\n".join(_item(item, lead) for lead, item in zip(leads, block.items, strict=True))


def _item(item: ListItem, lead: str) -> str:
    indent = " " * (len(lead) + 1)
    parts = [_phrase(item.phrase)]
    for block, text in zip(item.blocks, _blocks(item.blocks), strict=True):
        # A list may follow its item's words at once; any other block needs a blank line.
        parts.append(("" if isinstance(block, ItemList) and len(parts) == 1 else "\n") + text)
    return f"{lead} " + "\n".join(parts).replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n")


def _table(table: Table) -> str:
    lines = [[_cell(cell) for cell in row.cells] for row in (table.header, *table.rows)]
    lines.insert(1, ["---"] * len(table.header.cells))
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _cell(phrase: Phrase) -> str:
    return _phrase(phrase).replace("\\|", "|").replace("|", "\\|")


def _quote(quote: Quote) -> str:
    return "\n\n".join(_blocks(quote.blocks)).replace("\n", "\n> ").join(["> ", ""])
