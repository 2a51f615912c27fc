"""Markdown in: CommonMark with tables, and the two inline additions of our format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from pipeline import inline
from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.document import (
    NO_ATTRIBUTES,
    Attributes,
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
from pipeline.model.rules import ATTRIBUTES_ARE_READABLE, CONTENT_HAS_A_PLACE
from pipeline.model.source import Source, Span
from pipeline.readers.outline import nest
from pipeline.readers.yaml import extent, parse_front_matter
from pipeline.spelling import spell

_PARSER = inline.parser().enable("table").disable("code")
"""Indented code is off: an editor who indents a paragraph means a paragraph."""

_ATTRIBUTE = re.compile(r"#(?P<id>[\w.-]+)|kind=(?P<kind>[\w-]+)")


def parse(source: Source, report: Report) -> Document:
    """The tree of a Markdown text, front matter included.

    Never raises for anything a text can hold; what cannot be understood is reported.
    """
    front_matter = parse_front_matter(source, report)
    blocks, sections = nest(_Reading(source, report).blocks())
    return Document(source, front_matter, blocks, sections)


class _Reading:
    """One pass over one source."""

    def __init__(self, source: Source, report: Report) -> None:
        self.source, self.report = source, report

    def blocks(self) -> Iterator[Heading | Block]:
        skipped = extent(self.source)
        # Blank lines in place of the front matter: line numbers stay those of the file.
        text = "\n".join([""] * skipped + list(self.source.lines[skipped:]))
        env: dict[str, dict[str, dict[str, list[int]]]] = {}
        root = SyntaxTreeNode(_PARSER.parse(text, env))
        for label, definition in env.get("references", {}).items():
            if label.startswith("^"):
                self._definition(definition["map"][0] + 1)
        return self._blocks(root.children)

    def _definition(self, line: int) -> None:
        hint = "declare the source under 'sources:' in the front matter and delete this line"
        message = "a footnote definition has no place in a guide"
        self.report(Diagnostic(CONTENT_HAS_A_PLACE, message, self.source.span(line), hint))

    def _blocks(self, nodes: Iterable[SyntaxTreeNode]) -> Iterator[Heading | Block]:
        for node in nodes:
            if node.type == "heading":
                yield Heading(int(node.tag[1:]), self._phrase(node))
            elif node.type == "paragraph":
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
        while last > first + 1 and not self.source.lines[last - 1].strip():
            last -= 1
        return self.source.span(first + 1, last)

    def _item(self, node: SyntaxTreeNode) -> ListItem:
        span = self._span(node)
        children = list(node.children)
        if children and children[0].type == "paragraph":
            return ListItem(self._phrase(children[0]), self._inner(children[1:]), span)
        return ListItem(Phrase("", "", span.at(span.line)), self._inner(children), span)

    def _table(self, node: SyntaxTreeNode) -> Table:
        rows = [self._row(row) for part in node.children for row in part.children]
        return Table(rows[0], tuple(rows[1:]), self._span(node))

    def _row(self, node: SyntaxTreeNode) -> Row:
        span = self._span(node)
        line = self.source.lines[span.line - 1]
        # markdown-it pads and cuts rows to the header; what the editor wrote is what counts.
        written = len(re.findall(r"(?<!\\)\|", line.strip().strip("|"))) + 1
        cells: list[Phrase] = []
        start = 0
        for cell in node.children:
            content = cell.children[0].content if cell.children else ""
            found = line.find(content, start)
            start = found + len(content) if found >= 0 else start
            cells.append(self._phrase(cell, Span(span.path, span.line, span.line, max(found, 0) + 1)))
        extra = [Phrase("", "", span)] * max(written - len(cells), 0)
        return Row((*cells[:written], *extra), span)

    def _phrase(self, node: SyntaxTreeNode, within: Span | None = None) -> Phrase:
        inlines = node.children[0] if node.children else None
        span = within or self._span(node)
        if inlines is None:
            return Phrase("", "", span)
        tokens = _tokens(inlines)
        found = inline.runs_of(tokens)
        sources = tuple(dict.fromkeys(t.content for t in tokens if t.type == "reference"))
        braces = [t.content for t in tokens if t.type == "attributes"]
        start = self.source.locate(span, inlines.content.split("\n")[0])
        return Phrase(spell(found), inline.words(found), _from(span, start), sources, self._attributes(braces, span))

    def _attributes(self, braces: Sequence[str], span: Span) -> Attributes:
        if not braces:
            return NO_ATTRIBUTES
        given: dict[str, str] = {}
        for word in " ".join(braces).split():
            found = _ATTRIBUTE.fullmatch(word)
            if found is None:
                where = self.source.locate(span, word)
                hint = "write {#short-name} for an id, {kind=roadmap} for the kind of a section"
                message = f"'{word}' in braces is neither an id nor a kind"
                self.report(Diagnostic(ATTRIBUTES_ARE_READABLE, message, where, hint))
            else:
                given |= {name: value for name, value in found.groupdict().items() if value}
        return Attributes(**given)


def _tokens(node: SyntaxTreeNode) -> list[Token]:
    return node.token.children or [] if node.token else []


def _from(span: Span, start: Span) -> Span:
    """The lines of `span`, beginning at the column of `start`."""
    if start.column is None:
        return span
    return Span(span.path, start.line, span.end_line, start.column)
