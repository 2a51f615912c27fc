"""HTML in: a page as headings, paragraphs, lists and tables; what is no text of the page is left out by name.

The standard library's parser reports where it is, keeps no tree, and does not mind how deep a page nests.
"""

from __future__ import annotations

from html.parser import HTMLParser

from pipeline.model.diagnostic import Report
from pipeline.model.document import Block, Document, FrontMatter, Heading, LeftOut
from pipeline.model.source import Source
from pipeline.readers import page
from pipeline.readers.blocks import Blocks
from pipeline.readers.outline import nest

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SECTIONS = {"p", "div", "section", "article", "main", "header", "footer", "figure", "form", "address", "center"}
_MARKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}
_VOID = {"br", "hr", "img", "input", "meta", "link", "source", "wbr", "col", "area", "base", "embed", "track"}


def parse(source: Source, report: Report) -> Document:
    """The tree of a page. What the page says of itself in its head is its front matter."""
    del report
    trusted: frozenset[int] = frozenset()
    while True:
        reading = _Reading(source, trusted)
        reading.feed("\n".join(source.lines))
        reading.close()
        flat = reading.finished()
        # A name that says "search" or "widget" is wrong about the element that most of the text stands in.
        line, words = max(
            ((line, words) for line, words in reading.skipped_words.items()), key=lambda x: x[1], default=(0, 0)
        )
        if words <= reading.kept_words or line in trusted:
            break
        trusted |= {line}
    blocks, sections = nest(flat)
    values = {key: value for key, value in reading.said.items() if value}
    head = FrontMatter(values, {}, source.span(1)) if values else None
    return Document(source, head, blocks, sections, reading.left_out())


class _Reading(HTMLParser):
    """One pass over one page."""

    def __init__(self, source: Source, trusted: frozenset[int]) -> None:
        super().__init__(convert_charrefs=True)
        self.trusted = trusted
        self.skipped_words: dict[int, int] = {}
        """From the line where an element begins that was left out by its name to the words in it outside links."""
        self.kept_words = 0
        self.source = source
        self.blocks = Blocks(source)
        self.said: dict[str, str] = {}
        self._open: list[str] = []
        self._skipping: tuple[int, str, int] | None = None
        """How deep the element stands that is left out, why, and where it began."""
        self._skipped: list[LeftOut] = []
        self._in_title = False
        self._weighed = False

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        # The library's own raises AssertionError at `<![x[`; browsers take it for a comment.
        return self.parse_bogus_comment(i, report)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("meta", "link", "title", "time"):
            self._head(tag, given)
        if tag in _VOID:
            if self._skipping is None:
                self._void(tag)
            return
        self._open.append(tag)
        if self._skipping is None:
            reason = page.left_out(tag, given, bool(self.blocks.flat))
            if reason and not (self.getpos()[0] in self.trusted and page.by_name(tag, given)):
                self._weighed = page.by_name(tag, given)
                self.blocks.flush()
                self._skipping = (len(self._open), reason, self.getpos()[0])
            else:
                self._begin(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        if tag not in self._open[-64:]:
            return
        while True:
            closed = self._open.pop()
            if self._skipping and len(self._open) < self._skipping[0]:
                self._skipped.append(LeftOut(self.source.span(self._skipping[2], self.getpos()[0]), self._skipping[1]))
                self._skipping = None
            elif self._skipping is None:
                self._end(closed)
            if closed == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.said["title"] = self.said.get("title", "") + " ".join(data.split())
        elif self._skipping is None:
            self.kept_words += len(data.split())
            self.blocks.words.text(data, self.getpos()[0])
        elif self._weighed and "a" not in self._open[-8:] and self._open[-1] not in ("script", "style"):
            begun = self._skipping[2]
            self.skipped_words[begun] = self.skipped_words.get(begun, 0) + len(data.split())

    def _head(self, tag: str, given: dict[str, str]) -> None:
        self._in_title = tag == "title" and "title" not in self.said and "svg" not in self._open[-8:]
        for key, value in page.said(tag, given):
            self.said.setdefault(key, value)

    def _void(self, tag: str) -> None:
        if tag == "br":
            self.blocks.line_break()
        elif tag == "hr":
            self.blocks.flush()

    def _begin(self, tag: str) -> None:
        blocks = self.blocks
        if tag in _HEADINGS:
            blocks.begin_heading(_HEADINGS[tag])
        elif tag in ("summary", "dt"):
            blocks.begin_heading(0)
        elif tag in ("ul", "ol"):
            blocks.begin_list(tag == "ol", self.getpos()[0])
        elif tag == "li":
            self._close_item()
            blocks.begin_item(self.getpos()[0])
        elif tag == "table":
            blocks.begin_table(self.getpos()[0])
        elif tag == "tr":
            blocks.begin_row(self.getpos()[0])
        elif tag in ("td", "th"):
            blocks.begin_cell()
        elif tag in _MARKS:
            blocks.words.mark(_MARKS[tag])
        elif tag in _SECTIONS or tag in ("blockquote", "pre", "dd", "details"):
            blocks.flush()

    def _close_item(self) -> None:
        """An item that was never closed ends where the next begins."""
        recent = self._open[-2:-1]
        if recent == ["li"]:
            del self._open[-2]
            self.blocks.end_item()

    def _end(self, tag: str) -> None:
        blocks = self.blocks
        if tag in _HEADINGS or tag in ("summary", "dt"):
            blocks.end_heading()
        elif tag in ("ul", "ol"):
            blocks.end_list()
        elif tag == "li":
            blocks.end_item()
        elif tag == "table":
            blocks.end_table()
        elif tag in ("td", "th"):
            blocks.end_cell()
        elif tag in _MARKS:
            blocks.words.unmark(_MARKS[tag])
        elif tag in _SECTIONS or tag in ("blockquote", "pre", "dd", "details"):
            blocks.flush()

    def finished(self) -> list[Heading | Block]:
        """All headings and blocks of the page."""
        if self._skipping:
            last = len(self.source.lines)
            self._skipped.append(LeftOut(self.source.span(self._skipping[2], last), self._skipping[1]))
            self._skipping = None
        return self.blocks.finished()

    def left_out(self) -> tuple[LeftOut, ...]:
        """What was skipped, and the lines that hold nothing but mark-up."""
        named = {line for gone in self._skipped for line in range(gone.span.line, gone.span.end_line + 1)}
        bare = [
            LeftOut(self.source.span(number), "mark-up")
            for number, text in enumerate(self.source.lines, start=1)
            if text.strip() and number not in self.blocks.words.written and number not in named
        ]
        return (*self._skipped, *bare)
