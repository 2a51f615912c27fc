"""The inline content of Markdown as phrases: its words, the sources it names, and what stands in braces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from pipeline import inline
from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.document import NO_ATTRIBUTES, Attributes, Phrase
from pipeline.model.rules import ATTRIBUTES_ARE_READABLE
from pipeline.model.source import Source, Span
from pipeline.spelling import spell

_ATTRIBUTE = re.compile(r"#(?P<id>[\w.-]+)|kind=(?P<kind>[\w-]+)")


def read_phrase(tokens: Sequence[Token], content: str, span: Span, source: Source, report: Report) -> Phrase:
    """The phrase that the tokens of `content` are; `span` is where to look for it in the source."""
    found = inline.runs_of(tokens)
    sources = tuple(dict.fromkeys(t.content for t in tokens if t.type == "reference"))
    braces = [t.content for t in tokens if t.type == "attributes"]
    start = source.locate(span, content.split("\n")[0])
    attributes = _attributes(braces, span, source, report)
    return Phrase(spell(found), inline.words(found), _from(span, start), sources, attributes)


def _attributes(braces: Sequence[str], span: Span, source: Source, report: Report) -> Attributes:
    if not braces:
        return NO_ATTRIBUTES
    given: dict[str, str] = {}
    for word in " ".join(braces).split():
        found = _ATTRIBUTE.fullmatch(word)
        if found is None:
            where = source.locate(span, word)
            hint = "write {#short-name} for an id, {kind=roadmap} for the kind of a section"
            message = f"'{word}' in braces is neither an id nor a kind"
            report(Diagnostic(ATTRIBUTES_ARE_READABLE, message, where, hint))
        else:
            given |= {name: value for name, value in found.groupdict().items() if value}
    return Attributes(**given)


def _from(span: Span, start: Span) -> Span:
    """The lines of `span`, beginning at the column of `start`."""
    if start.column is None:
        return span
    return Span(span.path, start.line, span.end_line, start.column)


def defines(tokens: Sequence[Token]) -> bool:
    """Whether a paragraph is the definition of a footnote: `[^oven-book]: The Oven Book`."""
    return len(tokens) > 1 and tokens[0].type == "reference" and tokens[1].content.startswith(":")
