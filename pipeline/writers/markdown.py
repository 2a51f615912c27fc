"""A document as Markdown in our own format: the inverse of the Markdown reader."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from pipeline.inline import runs
from pipeline.model.document import Block, Code, ItemList, ListItem, Paragraph, Phrase, Quote, Section, Table


class _Head(yaml.SafeDumper):
    """Front matter as editors write it: lists indented; days and years bare, since our reader takes all for text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own form
        first: [(tag, form) for tag, form in told if tag.rpartition(":")[2] in ("null", "bool", "merge")]
        for first, told in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        """The same value twice is written twice."""
        return True


def _text(dumper: yaml.SafeDumper, words: str) -> yaml.ScalarNode:
    """A text; one with line ends on one line all the same, for PyYAML writes some that it would not read again."""
    style = '"' if re.search("[\n\x85\u2028\u2029]", words) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", words, style)


_Head.add_representer(str, _text)


def write_markdown(front_matter: Mapping[str, Any], sections: Iterable[Section]) -> str:
    """The text of a guide, ending in one line end."""
    head = yaml.dump(dict(front_matter), Dumper=_Head, sort_keys=False, allow_unicode=True, width=math.inf)
    body = "\n\n".join(text for section in sections for text in _section(section))
    return f"---\n{head}---\n\n{body}\n"


def _section(section: Section) -> Iterator[str]:
    # Hashes at the end of a heading would close it: they are words only behind a backslash.
    words = re.sub(r"(?<!\S)(#+)$", r"\\\1", _phrase(section.heading.phrase))
    yield f"{'#' * section.heading.level} {words}".rstrip()
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
        return _code(block)
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
    parts = [text] if (text := _phrase(item.phrase)) else []
    for block, written in zip(item.blocks, _blocks(item.blocks), strict=True):
        # A list may follow its item's words at once, unless it begins with nothing; any other block may not.
        near = isinstance(block, ItemList) and len(parts) == 1 and _phrase(block.items[0].phrase)
        parts.append(written if near or not parts else f"\n{written}")
    return f"{lead} {_indented(chr(10).join(parts), ' ' * (len(lead) + 1))}".rstrip()


def _indented(text: str, indent: str) -> str:
    """All lines but the first with an indent, blank ones without."""
    return re.sub(r"\n(?=[^\n])", f"\n{indent}", text)


def _code(block: Code) -> str:
    mark = "~" if "`" in block.language else "`"
    longest = max((len(run) for run in re.findall(f"{mark}+", block.text)), default=0)
    fence = mark * max(3, longest + 1)
    apart = " " if block.language.startswith(mark) else ""
    return f"{fence}{apart}{block.language}\n{block.text}\n{fence}"


def _table(table: Table) -> str:
    lines = [[_cell(cell) for cell in row.cells] for row in (table.header, *table.rows)]
    lines.insert(1, ["---"] * len(table.header.cells))
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _cell(phrase: Phrase) -> str:
    written = _phrase(phrase)
    # A table takes one backslash from before a bar. In words, the one that stands there will do;
    # in code it is part of the code.
    bare = written.replace("\\|", "|")
    return (bare if runs(bare) == runs(written) else written).replace("|", "\\|")


def _quote(quote: Quote) -> str:
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(_blocks(quote.blocks)).split("\n"))
