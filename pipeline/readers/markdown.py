"""Markdown in: CommonMark with tables, and the two inline additions of our format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from pipeline import inline
from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.document import (
    Block,
    Code,
    Document,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Phrase,
    Quote,
    Row,
    Table,
)
from pipeline.model.rules import CONTENT_HAS_A_PLACE, FILE_IS_READABLE
from pipeline.model.source import Source, Span
from pipeline.readers.outline import nest
from pipeline.readers.phrases import defines, read_phrase
from pipeline.readers.yaml import extent, parse_front_matter

_PARSER = inline.parser().enable("table").disable("code")
"""Indented code is off: an editor who indents a paragraph means a paragraph."""
_HOLDERS = ("list_item_open", "blockquote_open")


def parse(source: Source, report: Report) -> Document:
    """The tree of a Markdown text, front matter included.

    Never raises for anything a text can hold; what cannot be understood is reported.
    """
    front_matter = parse_front_matter(source, report)
    blocks, sections = nest(_Reading(source, report).blocks())
    return Document(source, front_matter, blocks, sections)


def parse_numbered(source: Source, numbered: Sequence[tuple[str, int]], report: Report) -> Document:
    """The tree of lines that stand in the source under other numbers, some of them changed."""
    blocks, sections = nest(_Reading(source, report, numbered).blocks())
    return Document(source, None, blocks, sections)


class _Reading:
    """One pass over one source."""

    def __init__(self, source: Source, report: Report, numbered: Sequence[tuple[str, int]] | None = None) -> None:
        self.source, self.report = source, report
        self.env: dict[str, Any] = {}
        if numbered is None:
            skipped = extent(source)
            # Blank lines in place of the front matter: line numbers stay those of the file.
            numbered = [
                ("" if number <= skipped else line, number) for number, line in enumerate(source.lines, start=1)
            ]
        self.lines = [line for line, _ in numbered]
        self.numbers = [number for _, number in numbered]

    def blocks(self) -> Iterator[Heading | Block]:
        tokens = _PARSER.parse("\n".join(self.lines), self.env)
        self._definitions()
        self._depth(tokens)
        self._lengths(tokens)
        for token in tokens:
            # The tree is built by recursion: of blocks only, whose depth has a limit; marks in a text have none.
            token.meta["inline"], token.children = token.children, None
        return self._blocks(SyntaxTreeNode(tokens).children)

    def _lengths(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            if "length" in token.meta:
                span = self._place((token.map or [0])[0] + 1)
                hint = f"divide it with blank lines; one text may have {inline.LONGEST:,} characters"
                message = f"one text of {token.meta['length']:,} characters; it was not read"
                self.report(Diagnostic(FILE_IS_READABLE, message, span, hint))

    def _definitions(self) -> None:
        for label, definition in self.env.get("references", {}).items():
            if label.startswith("^"):
                self._definition(self._place(definition["map"][0] + 1))

    def _definition(self, span: Span) -> None:
        hint = "declare the source under 'sources:' in the front matter and delete this line"
        self.report(Diagnostic(CONTENT_HAS_A_PLACE, "a footnote definition has no place in a guide", span, hint))

    def _depth(self, tokens: Iterable[Token]) -> None:
        """The parser ends a text that is nested beyond its limit, and says nothing."""
        limit = _PARSER.options["maxNesting"] - 1
        deep = (token for token in tokens if token.type in _HOLDERS and token.level >= limit and token.map)
        for token in deep:
            hint = "indent it less; lists and quotations in each other are read to fifty levels"
            message = "this is nested too deeply; neither it nor what follows was read"
            line = (token.map or [0])[0] + 1
            self.report(Diagnostic(CONTENT_HAS_A_PLACE, message, self._place(line), hint))

    def _blocks(self, nodes: Iterable[SyntaxTreeNode]) -> Iterator[Heading | Block]:
        for node in nodes:
            if node.type == "heading":
                yield Heading(int(node.tag[1:]), self._phrase(node))
            elif node.type == "paragraph":
                if defines(_tokens(node.children[0])):
                    self._definition(self._span(node))
                    continue
                yield Paragraph(self._phrase(node), self._span(node))
            elif node.type in ("bullet_list", "ordered_list"):
                items = tuple(self._item(child) for child in node.children)
                yield ItemList(node.type == "ordered_list", items, self._span(node))
            elif node.type == "table":
                yield self._table(node)
            elif node.type == "fence":
                yield Code(node.content.rstrip("\n"), node.info.strip(), self._span(node))
            elif node.type == "blockquote":
                yield Quote(self._inner(node.children), self._span(node))

    def _inner(self, nodes: Iterable[SyntaxTreeNode]) -> tuple[Block, ...]:
        """Blocks inside a list or quotation, where a heading is a paragraph: it opens no section there."""
        return tuple(
            Paragraph(block.phrase, block.phrase.span) if isinstance(block, Heading) else block
            for block in self._blocks(nodes)
        )

    def _span(self, node: SyntaxTreeNode) -> Span:
        first, after = node.map or (0, 1)
        last = max(after, first + 1)
        while last > first + 1 and not self.lines[last - 1].strip():
            last -= 1
        return self._place(first + 1, last)

    def _place(self, line: int, end_line: int | None = None) -> Span:
        """Lines of the text that was parsed, as lines of the source."""
        last = min(end_line or line, len(self.numbers))
        return (
            self.source.span(self.numbers[min(line, last) - 1], self.numbers[last - 1])
            if last
            else Span(self.source.path, 1, 1)
        )

    def _item(self, node: SyntaxTreeNode) -> ListItem:
        span = self._span(node)
        children = list(node.children)
        if children and children[0].type in ("paragraph", "heading"):
            return ListItem(self._phrase(children[0]), self._inner(children[1:]), span)
        return ListItem(Phrase("", "", span.at(span.line)), self._inner(children), span)

    def _table(self, node: SyntaxTreeNode) -> Table:
        rows = [self._row(row) for part in node.children for row in part.children]
        return Table(rows[0], tuple(rows[1:]), self._span(node))

    def _row(self, node: SyntaxTreeNode) -> Row:
        span = self._span(node)
        line = self.lines[(node.map or (0, 1))[0]]
        tokens = [_tokens(cell.children[0]) if cell.children else [] for cell in node.children]
        if node.parent and node.parent.type == "tbody":
            # markdown-it pads and cuts rows to the header; what the editor wrote is what counts.
            written = _cells(line)
            tokens = [*tokens[: len(written)], *map(self._inline, written[len(tokens) :])]
        else:
            written = [cell.children[0].content if cell.children else "" for cell in node.children]
        cells: list[Phrase] = []
        start = 0
        for content, parsed in zip(written, tokens, strict=True):
            found = max(line.find(content.replace("|", "\\|"), start), start)
            start = min(found + len(content), len(line))
            place = Span(span.path, span.line, span.line, found + 1)
            cells.append(read_phrase(parsed, content, place, self.source, self.report))
        return Row(tuple(cells), span)

    def _inline(self, content: str) -> list[Token]:
        return _PARSER.parseInline(content, self.env)[0].children or []

    def _phrase(self, node: SyntaxTreeNode) -> Phrase:
        inlines = node.children[0] if node.children else None
        span = self._span(node)
        if inlines is None:
            return Phrase("", "", span)
        return read_phrase(_tokens(inlines), inlines.content, span, self.source, self.report)


def _cells(line: str) -> list[str]:
    """The cells of a row of a table's body, as GFM divides it."""
    found = re.split(r"(?<!\\)\|", re.sub(r"^[ \t>]*", "", line).rstrip())
    if found[0] == "":
        found.pop(0)
    if found and found[-1] == "":
        found.pop()
    return [cell.strip().replace("\\|", "|") for cell in found]


def _tokens(node: SyntaxTreeNode) -> list[Token]:
    return (node.token.meta.get("inline") if node.token else None) or []
