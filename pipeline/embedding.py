"""Blocks of one page as a part of a longer one: no id meets its like, no heading stands too high, nothing is folded.

It knows the dialect of `markup.py` and nothing else; what stands in a block of code is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.markup import Markup

_FENCE = re.compile(r" *(`{3,}|~{3,})")
_HEADING = re.compile(r"(#{1,5}) (?=\S)")
_HEADING_ID = re.compile(r"(?<= \{ #)[^\s}]+(?=[^{}\n]*\}$)")
_TAG = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
_ID = re.compile(r'(?<=\sid=")[^"]+(?=")')
_NAMED = re.compile(r'(?<=\saria-labelledby=")[^"]+(?=")|(?<=\saria-describedby=")[^"]+(?=")|(?<=\sfor=")[^"]+(?=")')
_LINK = re.compile(r'(?<=\]\(#)[^\s()]+(?=[ )])|(?<=\shref="#)[^"]+(?=")')
_FOLDED = re.compile(r"<details (?!open\b)")


def embedded(content: Markup, prefix: str) -> Markup:
    """The blocks with headings one level lower, `prefix-` before their ids and links to them, and details open."""
    known = {id for line, is_code in _lines(content) if not is_code for id in _ids(line)}
    return Markup("\n".join(line if is_code else _line(line, prefix, known) for line, is_code in _lines(content)))


def _lines(content: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it belongs to a block of code."""
    fence = ""
    for line in content.split("\n"):
        found = _FENCE.match(line)
        if fence:
            yield line, True
            if found and found[1].startswith(fence) and line.strip() == found[1]:
                fence = ""
        else:
            fence = found[1] if found else ""
            yield line, bool(found)


def _ids(line: str) -> Iterator[str]:
    yield from (id for tag in _TAG.findall(line) for id in _ID.findall(tag))
    if _HEADING.match(line):
        yield from _HEADING_ID.findall(line)


def _line(line: str, prefix: str, known: set[str]) -> str:
    def renamed(found: re.Match[str]) -> str:
        return " ".join(f"{prefix}-{id}" if id in known else id for id in found[0].split(" "))

    line = _FOLDED.sub("<details open ", _TAG.sub(_within_tags(renamed), line))
    line = _LINK.sub(renamed, line)
    return "#" + _HEADING_ID.sub(renamed, line) if _HEADING.match(line) else line


def _within_tags(renamed: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
    return lambda tag: _NAMED.sub(renamed, _ID.sub(renamed, tag[0]))
