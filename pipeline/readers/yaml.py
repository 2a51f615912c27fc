"""YAML in: front matter and registries, as plain values with the place of every key and value."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

import yaml

from pipeline.model.diagnostic import Diagnostic, Report, Rule
from pipeline.model.document import FrontMatter
from pipeline.model.rules import FRONT_MATTER_IS_YAML
from pipeline.model.source import Source, Span

Path = tuple[str | int, ...]
_LEVELS = 40
"""Levels of nesting: our files need four, and a very deep one would exhaust the stack."""


class _NotPlain(Exception):
    """YAML that is more than plain keys, lists and values."""

    def __init__(self, message: str, node: yaml.Node, hint: str = "write each key once, with a plain value") -> None:
        super().__init__(message)
        self.node, self.hint = node, hint


def extent(source: Source) -> int:
    """How many lines the front matter takes, its two fences included; 0 if there is none."""
    if not re.fullmatch(r"---[ \t]*", source.lines[0]):
        return 0
    for index, line in enumerate(source.lines[1:], start=1):
        if re.fullmatch(r"(---|\.\.\.)[ \t]*", line):
            return index + 1
    return 0


def parse_front_matter(source: Source, report: Report) -> FrontMatter | None:
    """The front matter; None, with a finding, if there is none or it is not well-formed."""
    lines = extent(source)
    if not lines:
        opened = source.lines[0].startswith("---")
        what = "the front matter is never closed" if opened else "the file has no front matter"
        hint = "begin the file with a line '---', then keys and values, then a line '---'"
        if opened:
            hint = "end it with a line '---' above the first heading"
        report(Diagnostic(FRONT_MATTER_IS_YAML, what, source.span(1), hint))
        return None
    within = source.span(2, max(lines - 1, 2))
    values, spans = parse_yaml(source, within, FRONT_MATTER_IS_YAML, report)
    if not isinstance(values, dict):
        if spans:
            hint = "write keys and values, such as 'title: From data engineer to ...'"
            report(Diagnostic(FRONT_MATTER_IS_YAML, "the front matter holds no keys", within, hint))
        return None
    return FrontMatter(values, spans, within)


def parse_yaml(source: Source, within: Span, rule: Rule, report: Report) -> tuple[Any, Mapping[Path, Span]]:
    """The plain value that the lines of `within` hold, and where each part stands.

    No places at all, and a finding, if the lines are not well-formed YAML.
    """
    text = "\n".join(source.lines[within.line - 1 : within.end_line])
    places = _Places(source, within, text)
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        if root is None:
            return None, {(): within}
        return places.plain(root, ()), places.spans
    except _NotPlain as error:
        report(Diagnostic(rule, str(error), places.span(error.node), error.hint))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        report(_finding(error, places, rule))
    return None, {}


class _Places:
    """Plain values out of YAML nodes, and where the nodes stand in their file."""

    def __init__(self, source: Source, within: Span, text: str) -> None:
        self.source, self.within, self.text = source, within, text
        self.spans: dict[Path, Span] = {}
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._seen: set[int] = set()

    def _index(self, mark: yaml.Mark) -> int:
        # YAML does not count a byte order mark, and may count a character beyond the last.
        return min(mark.index + self.text.startswith("\ufeff"), len(self.text))

    def _point(self, index: int) -> tuple[int, int]:
        """Line and column, counted here: YAML has more line ends than an editor."""
        line = bisect_right(self._starts, index)
        return self.within.line + line - 1, index - self._starts[line - 1] + 1

    def point(self, mark: yaml.Mark) -> tuple[int, int]:
        """The line and column of a mark."""
        return self._point(self._index(mark))

    def span(self, node: yaml.Node) -> Span:
        first, last = self._index(node.start_mark), self._index(node.end_mark)
        line, column = self._point(first)
        # A value ends with its last word; YAML has it end where the next begins.
        end_line, end_column = self._point(first + len(self.text[first:last].rstrip()))
        return Span(self.source.path, line, end_line, column, end_column)

    def plain(self, node: yaml.Node, path: Path) -> Any:  # noqa: ANN401 - YAML holds anything
        """The value of a node. Scalars stay text: dates and numbers are read by the schema."""
        if len(path) > _LEVELS:
            raise _NotPlain("the YAML is nested too deeply", node)
        self.spans[path] = self.span(node)
        if isinstance(node, yaml.CollectionNode):
            # Lists of aliases of lists of aliases: a few lines can mean more than a machine holds.
            if id(node) in self._seen:
                raise _NotPlain("the YAML refers to one of its parts with '*'", node)
            self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(part, (*path, index)) for index, part in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        return None if node.tag.endswith(":null") else _text(node)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name_node, value in node.value:
            name = str(name_node.value) if isinstance(name_node, yaml.ScalarNode) else "?"
            if name in values:
                raise _NotPlain(f"the key '{name}' stands twice", name_node)
            values[name] = self.plain(value, (*path, name))
            self.spans[(*path, name, "key")] = self.span(name_node)
        return values


CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no text has, and XML must not have. A file that has it as it is was refused before; an escape means it, too."""


def _text(node: yaml.Node) -> str:
    found = CONTROL.search(str(node.value))
    if found:
        hint = "delete it; between double quotation marks a backslash begins an escape, and two are a backslash"
        raise _NotPlain(f"the value holds the control character U+{ord(found[0]):04X}", node, hint)
    return str(node.value)


_WORDINGS = (
    ("mapping values are not allowed", "there is a second ': ' on this line, or none on the line above"),
    ("unexpected end of stream", "the quotation mark is never closed"),
    ("cannot start any token", "a value cannot begin with this character, nor a line with a tab"),
    ("could not find expected ':'", "there is no ': ' after the key"),
    ("did not find expected key", "this does not belong to the value before it"),
    ("did not find expected ',' or", "the bracket is never closed"),
    ("did not find expected '-' indicator", "this line is not indented like those above it"),
    ("alphabetic or numeric character", "a value cannot begin with '*' or '&'"),
)
"""What the parser says, and what an editor understands."""


def _finding(error: Exception, places: _Places, rule: Rule) -> Diagnostic:
    problem = getattr(error, "problem", None) or ""
    # For what was never finished the place where it began says more than the place where the text ended.
    begun = str(getattr(error, "context", None) or "").startswith("while scanning")
    mark = (getattr(error, "context_mark", None) if begun else None) or getattr(error, "problem_mark", None)
    line, column = places.point(mark) if mark else (places.within.line, None)
    told = next((words for said, words in _WORDINGS if said in problem), problem or "a value is not plain text")
    hint = "put a value that holds ': ', '#' or quotation marks between quotation marks; indent with spaces"
    message = f"this is not well-formed YAML: {told}"
    return Diagnostic(rule, message, Span(places.source.path, line, line, column), hint)
