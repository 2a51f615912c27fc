"""Markdown phrases for the site's pages, escaped. Nobody else spells Markdown for Python-Markdown.

The dialect: `attr_list`, `def_list`, `md_in_html`, `tables`. A `Markup` is safe to put on a page, and the only
way to make one from words is `text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape as escape_html
from typing import NewType

Markup = NewType("Markup", str)

EMPTY = Markup("")
_ANYWHERE = re.compile(r"[\\`*{}\[\]#|]|(?<![^\W_])_|_(?![^\W_])")


def text(words: str) -> Markup:
    """Words that stand on the page as they are, on one line."""
    escaped = _ANYWHERE.sub(lambda found: f"\\{found[0]}", " ".join(words.split()))
    escaped = re.sub(r"&(?=#?\w+;)", "&amp;", escaped).replace("<", "&lt;")
    if escaped.startswith(":"):
        return Markup(f"&#58;{escaped[1:]}")
    if escaped[:1] in ("-", "+", ">"):
        return Markup(f"\\{escaped}")
    return Markup(re.sub(r"^(\d+)([.)])", r"\1\\\2", escaped))


def bold(content: Markup) -> Markup:
    """Strong emphasis."""
    return Markup(f"**{content}**") if content else EMPTY


def italic(content: Markup) -> Markup:
    """Emphasis."""
    return Markup(f"*{content}*") if content else EMPTY


def code(words: str) -> Markup:
    """Words as code, inline."""
    return Markup(f"<code>{escape_html(words, quote=False)}</code>".replace("*", "&#42;").replace("_", "&#95;"))


def link(content: Markup, address: str, title: str = "") -> Markup:
    """A link; the address is relative to the page's Markdown file, or absolute."""
    safe = re.sub(r"[\s()<>\"\\]", lambda found: f"%{ord(found[0]):02X}", address)
    note = f' "{_attribute(title)}"' if title else ""
    return Markup(f"[{content}]({safe}{note})")


def phrase(content: Markup, classes: str, title: str = "", tag: str = "span") -> Markup:
    """Inline content with a class of the style sheet."""
    note = f' title="{_attribute(title)}"' if title else ""
    return Markup(f'<{tag} class="{classes}"{note}>{content}</{tag}>')


def anchor(id: str) -> Markup:
    """A place to link to inside a block that can bear no id."""
    return Markup(f'<span id="{_attribute(id)}"></span>')


def _attribute(words: str) -> str:
    return escape_html(" ".join(words.split())).replace("*", "&#42;").replace("_", "&#95;").replace("\\", "&#92;")


def words(*parts: Markup | str, between: str = " ") -> Markup:
    """Inline parts side by side; plain strings must be our own."""
    return Markup(between.join(part for part in parts if part))


def blocks(*parts: Markup) -> Markup:
    """Blocks one below the other."""
    return Markup("\n\n".join(part.strip("\n") for part in parts if part.strip()))


def paragraph(content: Markup, classes: str = "") -> Markup:
    """A paragraph, with classes of the style sheet where they are given."""
    marks = " ".join(f".{name}" for name in classes.split())
    return Markup(f"{content}\n{{: {marks} }}" if marks and content else content)


def heading(level: int, content: Markup, id: str = "", classes: str = "") -> Markup:
    """A heading with its id."""
    marks = " ".join([*([f"#{id}"] if id else []), *(f".{name}" for name in classes.split())])
    return Markup(f"{'#' * level} {content}{f' {{ {marks} }}' if marks else ''}")


def bullets(items: Iterable[Markup], ordered: bool = False) -> Markup:
    """A list; an item may hold blocks."""
    lead = "1.  " if ordered else "-   "
    return Markup("\n".join(lead + item.strip().replace("\n", "\n    ").replace("\n    \n", "\n\n") for item in items))


def definitions(pairs: Iterable[tuple[Markup, Markup]]) -> Markup:
    """Labelled contents, as a definition list; pairs without content are left out."""
    told = [(label, content.strip()) for label, content in pairs if content.strip()]
    return Markup("\n\n".join(f"{label}\n:   {_indented(content)}" for label, content in told))


def _indented(content: str) -> str:
    return "\n".join(f"    {line}" if line and number else line for number, line in enumerate(content.split("\n")))


def table(header: Sequence[Markup], rows: Iterable[Sequence[Markup]], label: str, classes: str = "") -> Markup:
    """A table that scrolls by itself where it is too wide; `label` tells a screen reader what scrolls."""
    lines = [header, [Markup("---")] * len(header), *rows]
    drawn = Markup("\n".join("| " + " | ".join(cell.replace("\n", " ") for cell in line) + " |" for line in lines))
    name = f"ct-scroll {classes}".strip()
    start = f'<div class="{name}" tabindex="0" role="region" aria-label="{_attribute(label)}" markdown>'
    return Markup(f"{start}\n\n{drawn}\n\n</div>")


def fence(content: str, language: str = "") -> Markup:
    """A block of code, as it stands."""
    longest = max((len(ticks) for ticks in re.findall("`{3,}", content)), default=2)
    marks = "`" * (longest + 1)
    name = re.sub(r"[^\w+-]", "", language)
    return Markup(f"{marks}{name}\n{content}\n{marks}")


def box(content: Markup, classes: str, tag: str = "div", label: str = "") -> Markup:
    """Blocks with a class of the style sheet."""
    note = f' aria-label="{_attribute(label)}"' if label else ""
    return Markup(f'<{tag} class="{classes}"{note} markdown>\n\n{content}\n\n</{tag}>') if content else EMPTY


def folded(summary: Markup, content: Markup, classes: str = "") -> Markup:
    """Blocks behind a line that opens them; works without scripts."""
    if not content:
        return EMPTY
    start = f'<details class="{classes}" markdown>\n<summary markdown="span">{summary}</summary>'
    return Markup(f"{start}\n\n{content}\n\n</details>")
