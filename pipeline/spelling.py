"""Runs back to inline CommonMark, in one canonical spelling: what two texts that mean the same have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.inline import LINK, Run, runs

_SPECIAL = re.compile(r"[\\`*_\[\]<>&#~|!{}$^=]")
_BLOCK_START = re.compile(r"(?:(\d{1,9})([.)])|([-+]))(?=\s|$|[-+])")
_FENCES = {"strong": "**", "em": "*"}


def escape(text: str) -> str:
    """Words as inline CommonMark that reads back as exactly these words."""
    return _SPECIAL.sub(_escaped_where_it_matters, text)


def _at_start(spelled: str) -> str:
    """So that the first words of a paragraph begin no list."""
    found = _BLOCK_START.match(spelled)
    if found is None:
        return spelled
    mark = found.end() - 1
    return f"{spelled[:mark]}\\{spelled[mark:]}"


def _escaped_where_it_matters(found: re.Match[str]) -> str:
    """Editors read this text: a mark that cannot mean anything where it stands stays as it is."""
    char, text, at = found[0], found.string, found.start()
    after = text[at + 1 : at + 2]
    harmless = (
        (char == "<" and not re.match(r"[\w/!?]", after))
        or (char == "&" and not re.match(r"&#?\w+;", text[at:]))
        or (char in ">#=~$^" and at > 0)
        or (char == "!" and after != "[" and at + 1 < len(text))
        or (char == "_" and after.isalnum() and text[at - 1 : at].isalnum())
    )
    return char if harmless else f"\\{char}"


def spell(found: Sequence[Run]) -> str:
    """Inline Markdown that parses into these runs; marks that cannot be spelled are left out, words never."""
    spelled = _spell(found)
    if runs(spelled) == tuple(found):
        return spelled
    return _spell([Run(run.text, tuple(m for m in run.marks if m.startswith(LINK)), run.code) for run in found])


def _spell(found: Sequence[Run]) -> str:
    parts: list[str] = []
    open_marks: tuple[str, ...] = ()
    for run in found:
        shared = _shared(open_marks, run.marks)
        parts.extend(_close(mark) for mark in reversed(open_marks[shared:]))
        parts.extend(_open(mark) for mark in run.marks[shared:])
        parts.append(_code(run.text) if run.code else escape(run.text))
        open_marks = run.marks
    parts.extend(_close(mark) for mark in reversed(open_marks))
    return _at_start("".join(parts))


def _shared(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    for index, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return index
    return min(len(first), len(second))


def _open(mark: str) -> str:
    return "[" if mark.startswith(LINK) else _FENCES[mark]


def _close(mark: str) -> str:
    if not mark.startswith(LINK):
        return _FENCES[mark]
    address = mark.removeprefix(LINK)
    return f"](<{address}>)" if re.search(r"[()\s]", address) or not address else f"]({address})"


def _code(text: str) -> str:
    longest = max((len(ticks) for ticks in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    padded = f" {text} " if text.startswith("`") or text.endswith("`") or text != text.strip() else text
    return f"{fence}{padded}{fence}"
