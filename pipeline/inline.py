"""Inline Markdown as runs of text: what the reader, the linker and the page writer all look at.

CommonMark with two additions of our own format, references to sources (`[^ik-guide]`) and attributes
(`{#release-bar}`). Raw HTML is text, so that nothing a guide says can become markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

LINK = "link:"
LONGEST = 20_000
"""The most characters in one stretch of inline Markdown: some constructs take time by the square of their length."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share their marks."""

    text: str
    marks: tuple[str, ...] = ()
    """Outermost first: `strong`, `em`, or `link:` and an address."""
    code: bool = False

    @property
    def is_linkable(self) -> bool:
        """Whether a mention in this run may become a link: not in code, not in a link."""
        return not self.code and not any(mark.startswith(LINK) for mark in self.marks)


_REFERENCE = re.compile(r"\[\^([\w.-]+)\]")
_ATTRIBUTES = re.compile(r"\{(#[^{}\n]*|[\w-]+=[^{}\n]*)\}")


def _rule(pattern: re.Pattern[str], name: str) -> object:
    """A markdown-it inline rule that turns what `pattern` matches into a token of that name."""

    def rule(state: StateInline, silent: bool) -> bool:
        found = pattern.match(state.src, state.pos)
        if found is None:
            return False
        if not silent:
            state.push(name, "", 0).content = found[1]
        state.pos = found.end()
        return True

    return rule


def parser() -> MarkdownIt:
    """A CommonMark parser with our inline additions and without HTML."""
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 100})
    markdown.inline.ruler.before("link", "reference", _rule(_REFERENCE, "reference"))  # type: ignore[arg-type]
    markdown.core.ruler.before("inline", "cap", _cap)
    markdown.inline.ruler.before("link", "attributes", _rule(_ATTRIBUTES, "attributes"))  # type: ignore[arg-type]
    return markdown


def _cap(state: StateCore) -> None:
    """Empty a text that is longer than any paragraph, and say so in its token: parsing it would take minutes."""
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > LONGEST:
            token.meta["length"], token.content = len(token.content), ""


_PARSER = parser()
_OPENERS = {"strong_open": "strong", "em_open": "em"}


@lru_cache(maxsize=65536)
def runs(markdown: str) -> tuple[Run, ...]:
    """The runs of one stretch of inline Markdown, in order; line breaks become spaces."""
    return runs_of(_PARSER.parseInline(markdown)[0].children or [])


def runs_of(tokens: Iterable[Token]) -> tuple[Run, ...]:
    """The runs of parsed inline tokens."""
    found: list[Run] = []
    marks: list[str] = []
    gap = False
    for token in tokens:
        if token.nesting == 1:
            marks.append(_OPENERS.get(token.type) or f"{LINK}{token.attrGet('href')}")
        elif token.nesting == -1:
            marks.pop()
        elif token.type in ("reference", "attributes"):
            # The space before what is taken out goes with it: "so [^a]." is "so.".
            if found and not found[-1].code:
                gap = gap or found[-1].text.endswith(" ")
                found[-1] = replace(found[-1], text=found[-1].text.rstrip())
        else:
            leaf = _leaf(token, tuple(marks))
            if gap and (leaf.code or leaf.text[:1].isalnum()):
                # But not between words: "so [^a]it" is "so it".
                found[-1] = replace(found[-1], text=f"{found[-1].text} ")
            found.append(leaf)
            gap = False
    return tidy(found)


def _leaf(token: Token, marks: tuple[str, ...]) -> Run:
    if token.type == "image":
        return Run(words(runs_of(token.children or [])), (*marks, f"{LINK}{token.attrGet('src')}"))
    if token.type in ("softbreak", "hardbreak"):
        return Run(" ", marks)
    if token.type == "code_inline":
        return Run(token.content, marks, code=True)
    return Run(re.sub(r"\s+", " ", token.content), marks)


def tidy(found: Iterable[Run]) -> tuple[Run, ...]:
    """Runs as they would be read: none empty, no neighbours alike, no white space at the two ends."""
    return _trimmed(_merged(found))


def _merged(found: Iterable[Run]) -> list[Run]:
    """Neighbours with the same marks as one: an escape or a line break divides no phrase."""
    merged: list[Run] = []
    for run in found:
        last = merged[-1] if merged else None
        if last and run.code == last.code and last.marks == run.marks:
            joined = last.text + run.text
            merged[-1] = replace(run, text=joined if run.code else re.sub(r" +", " ", joined))
        elif run.text:
            merged.append(run)
    return merged


def _trimmed(found: Sequence[Run]) -> tuple[Run, ...]:
    """Without white space at the two ends."""
    kept = list(found)
    while kept and not kept[0].code and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].code and not kept[-1].text.strip():
        kept.pop()
    if kept and not kept[0].code:
        kept[0] = Run(kept[0].text.lstrip(), kept[0].marks)
    if kept and not kept[-1].code:
        kept[-1] = Run(kept[-1].text.rstrip(), kept[-1].marks)
    return tuple(kept)


@lru_cache(maxsize=65536)
def plain(markdown: str) -> str:
    """The words alone, white space folded."""
    return words(runs(markdown))


def words(found: Iterable[Run]) -> str:
    """The words of runs, white space folded."""
    return " ".join("".join(run.text for run in found).split())


def links(markdown: str) -> tuple[str, ...]:
    """The addresses of the links and pictures, in order."""
    return tuple(mark.removeprefix(LINK) for run in runs(markdown) for mark in run.marks if mark.startswith(LINK))


def cut(found: Sequence[Run], at: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The runs before and after a character of their joined text."""
    before: list[Run] = []
    for index, run in enumerate(found):
        if at < len(run.text):
            after = [Run(run.text[at:], run.marks, run.code), *found[index + 1 :]]
            return _trimmed([*before, Run(run.text[:at], run.marks, run.code)]), _trimmed(after)
        before.append(run)
        at -= len(run.text)
    return _trimmed(before), ()


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """A stable id from words: lower case, hyphens, at most 64 characters, cut between words.

    Letters of every script are kept, so that no wording is left without an id.
    """
    found = re.findall(r"[^\W_]+", text.casefold().replace("’", "").replace("'", ""))
    kept = found[:1]
    for word in found[1:]:
        if len("-".join([*kept, word])) > 64:
            break
        kept.append(word)
    return "-".join(kept)[:64] or "item"
