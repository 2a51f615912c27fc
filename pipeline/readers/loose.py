"""Markdown that nobody wrote for us: islands of HTML, breaks that mean a new line, items under pictures for bullets.

The text is loosened into plain CommonMark, line by line; every line remembers the number it had.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model.diagnostic import Report
from pipeline.model.document import Document, LeftOut
from pipeline.model.source import Source
from pipeline.readers import markdown
from pipeline.readers.lines import is_rule, read_line
from pipeline.readers.wrappers import Numbered, without_program
from pipeline.readers.yaml import extent, parse_front_matter

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TITLE = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1\s*>", re.IGNORECASE)
_SUMMARY = re.compile(r"<summary\b[^>]*>(.*?)</summary>", re.IGNORECASE)
_INLINE = (
    (re.compile(r"</?(?:b|strong)\b[^>]*>", re.IGNORECASE), "**"),
    (re.compile(r"<li\b[^>]*>", re.IGNORECASE), "- "),
    (re.compile(r"<img\b[^>]*>", re.IGNORECASE), ""),
    (re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>"), ""),
)
_TICK = re.compile(r"(\s*)([✔✓☑✅❌✗✘✖🚫⛔❎👉➡→▶►▸➤➜🔹🔸▪◾◽•●○◦‣·]\uFE0F?)\s*(?=\S)")
_KEYCAP = re.compile(r"(\s*)(\d{1,2})\uFE0F?\u20E3\s*(?=\S)")
_KEPT = "✅❌✗✘✖🚫⛔❎"
_LEAD = re.compile(r"\s*(?:[^\w\s*]+\s*)?\*\*[^*]+\*\*")
_MANY_BREAKS = 5


def parse(source: Source, report: Report) -> Document:
    """The tree of foreign Markdown; front matter is taken if it is there and well-formed."""
    numbered, program = without_program(source)
    skipped = extent(source)
    front_matter = parse_front_matter(source, _unheard) if skipped else None
    if skipped and front_matter is None:
        program = [*program, LeftOut(source.span(1, skipped), "front matter")]
    document = parse_lines(source, numbered[skipped:] if skipped else numbered, program, report)
    return Document(source, front_matter, document.blocks, document.sections, document.left_out)


def _unheard(finding: object) -> None:
    """Front matter of another program need not be ours."""


def parse_lines(source: Source, numbered: Numbered, left_out: Sequence[LeftOut], report: Report) -> Document:
    """The tree of lines that are Markdown; one long line full of breaks is plain text behind its breaks."""
    from pipeline.readers import text

    loosened = list(_loosened(numbered))
    held = {number for words, number in loosened if words.strip()}
    gone = [
        LeftOut(source.span(number), "mark-up")
        for words, number in numbered
        if words.strip() and (number not in held or is_rule(words))
    ]
    if any(len(_BREAK.findall(words)) >= _MANY_BREAKS for words, _ in numbered):
        return text.parse_lines(source, [read_line(words, number) for words, number in loosened], left_out)
    document = markdown.parse_numbered(source, loosened, report)
    return Document(source, None, document.blocks, document.sections, (*left_out, *gone))


def _loosened(numbered: Numbered) -> Iterator[tuple[str, int]]:
    fence = ""
    before = ""
    margin = _margin(numbered)
    for words, number in numbered:
        opened = re.match(r"\s*(```+|~~~+)", words)
        if opened and (not fence or words.strip().startswith(fence)):
            fence = "" if fence else opened[1]
        if fence or opened:
            yield words[margin:], number
            continue
        for line in _without_tags(words[margin:] if words[:margin].isspace() else words):
            if _needs_gap(before, line):
                yield "", number
            yield line, number
            before = line


def _margin(numbered: Numbered) -> int:
    """What the whole text is indented by."""
    written = [words for words, _ in numbered if words.strip()]
    margins = {len(words) - len(words.lstrip(" ")) for words in written[1:]}
    return min(margins, default=0)


def _without_tags(words: str) -> Iterator[str]:
    if "<" in words:
        words = _COMMENT.sub("", words)
        words = _TITLE.sub(lambda found: f"\n{'#' * int(found[1])} {found[2].strip()}\n", words)
        words = _SUMMARY.sub(lambda found: f"\n**{re.sub('<[^>]*>', '', found[1]).strip()}**\n", words)
        parts = re.split(r"\n|<br\s*/?>|</?(?:p|div|li|ul|ol|tr|blockquote)\b[^>]*>(?=.*\S)", words, flags=re.I)
        for part in parts if len(parts) > 1 else [words]:
            for tag, instead in _INLINE:
                part = tag.sub(instead, part)
            yield _listed(part)
    else:
        yield _listed(words)


def _listed(words: str) -> str:
    """A line that begins with a tick or a picture of a number, as an item; a tick that means something stays."""
    numbered = _KEYCAP.match(words)
    if numbered:
        return f"{numbered[1]}{numbered[2]}. {words[numbered.end() :]}"
    words = re.sub(r"^(\s*(?:[-*+]|\d+[.)])\s+)\[[ xX]\]\s+", r"\1", words)
    ticked = _TICK.match(words)
    if ticked and not words[ticked.end() :].startswith("**"):
        kept = f"{ticked[2]} " if ticked[2][:1] in _KEPT else ""
        return f"{ticked[1]}- {kept}{words[ticked.end() :]}"
    return words


def _needs_gap(before: str, line: str) -> bool:
    """Two lines right below each other that each begin with bold words are two paragraphs."""
    if not before.strip() or not line.strip():
        return False
    if _LEAD.match(line) and not before.lstrip().startswith(("#", "-", "*  ", "* ", "|", ">")):
        return True
    lead = re.match(_LEAD.pattern + r"\s*$", before)
    return bool(lead) and not line.lstrip().startswith(("-", "* ", "+", "|"))
