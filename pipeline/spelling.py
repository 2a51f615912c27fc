"""Runs back to inline CommonMark, in one canonical spelling: what two texts that mean the same have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.inline import LINK, Run, runs, tidy

_SPECIAL = re.compile(r"[\\`*_\[\]<>&#~|!{}$^=]")
_BLOCK_START = re.compile(r"(?:(\d{1,9})([.)])|([-+]))(?=\s|$|[-+])")
_ENTITY = re.compile(r"&(?=#?\w+;)")

Marks = tuple[str, ...]
Runs = tuple[Run, ...]


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
        or (char == "&" and not _ENTITY.match(text, at))
        or (char in ">#=~$^" and at > 0)
        or (char == "!" and after != "[")
        or (char == "_" and after.isalnum() and text[at - 1 : at].isalnum())
    )
    return char if harmless else f"\\{char}"


def spell(found: Sequence[Run]) -> str:
    """Inline Markdown that parses into these runs; marks that cannot be spelled are left out, words never."""
    wanted = tidy(found)
    for form in _FORMS:
        meant = form(wanted)
        for emphasis in "*_":
            spelled = _spell(meant, emphasis)
            if runs(spelled) == meant:
                return spelled
    return _spell(_without_marks(wanted), "*")


def _as_they_are(found: Runs) -> Runs:
    return found


def _spaced_out(found: Runs) -> Runs:
    """White space at the edge of a mark, moved out of it: `** so**` is no strong emphasis."""
    moved: list[Run] = []
    for index, run in enumerate(found):
        if run.code or not run.marks:
            moved.append(run)
            continue
        words = run.text.strip()
        before = _shared(found[index - 1].marks, run.marks) if index else ()
        after = _shared(run.marks, found[index + 1].marks) if index + 1 < len(found) else ()
        lead, tail = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
        moved += [Run(lead, before), Run(words, run.marks), Run(tail if words else "", after)]
    return tidy(moved)


def _with_links_only(found: Runs) -> Runs:
    """The innermost link alone: a link in a link is none."""
    return tidy(replace(run, marks=tuple(mark for mark in run.marks if mark.startswith(LINK))[-1:]) for run in found)


def _without_marks(found: Runs) -> Runs:
    return tidy(replace(run, marks=()) for run in found)


_FORMS: tuple[Callable[[Runs], Runs], ...] = (_as_they_are, _spaced_out, _with_links_only)
"""From all that was meant to less and less of it."""


def _spell(found: Runs, emphasis: str) -> str:
    fences = {"strong": "**", "em": emphasis}
    spelled = ""
    open_marks: Marks = ()
    for run in found:
        shared = len(_shared(open_marks, run.marks))
        spelled += "".join(_close(mark, fences) for mark in reversed(open_marks[shared:]))
        opened = "".join("[" if mark.startswith(LINK) else fences[mark] for mark in run.marks[shared:])
        if opened.startswith("[") and spelled.endswith("!"):
            spelled = f"{spelled[:-1]}\\!"
        spelled += opened + (_code(run.text) if run.code else escape(run.text))
        open_marks = run.marks
    return _at_start(spelled + "".join(_close(mark, fences) for mark in reversed(open_marks)))


def _shared(first: Marks, second: Marks) -> Marks:
    """The marks that go on from one run to the next."""
    for index, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return first[:index]
    return min(first, second, key=len)


def _close(mark: str, fences: dict[str, str]) -> str:
    if not mark.startswith(LINK):
        return fences[mark]
    address = _ENTITY.sub(r"\\&", mark.removeprefix(LINK))
    return f"](<{address}>)" if re.search(r"[()\s]", address) or not address else f"]({address})"


def _code(text: str) -> str:
    longest = max((len(ticks) for ticks in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    edges = text.startswith("`") or text.endswith("`") or (text[:1] == text[-1:] == " " and text.strip(" "))
    padded = f" {text} " if edges else text
    return f"{fence}{padded}{fence}"
