"""Markdown phrases for the site's pages, escaped. Nobody else spells Markdown for Python-Markdown.

The dialect: `attr_list`, `def_list`, `md_in_html`, `tables`. A `Markup` is safe to put on a page, and the only
way to make one from words is `text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NewType
from urllib.parse import quote

Markup = NewType("Markup", str)

EMPTY = Markup("")
_ANYWHERE = re.compile(r"[\\`*{}\[\]#|]|(?<![^\W_])_|_(?![^\W_])|!$")
_ENTITY = re.compile(r"&(?=#|\w)")
_MARKS = re.compile(r"[!-'*<>\[-`{-~]")
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)])
"""HTML has no place for them, and Python-Markdown takes two of them for its own."""


def text(words: str) -> Markup:
    """Words that stand on the page as they are, on one line."""
    safe = _ENTITY.sub("&amp;", _seen(words)).replace("<", "&lt;")
    escaped = _ANYWHERE.sub(lambda found: f"\\{found[0]}", safe)
    # In a link's words it would end the name of a link definition, backslash or not.
    escaped = escaped.replace("\\]:", "&#93;:")
    if escaped[:1] in (":", "~"):
        return Markup(f"&#{ord(escaped[0])};{escaped[1:]}")
    if escaped[:1] in ("-", "+", ">"):
        return Markup(f"\\{escaped}")
    return Markup(re.sub(r"^(\d+)([.)])", r"\1\\\2", escaped))


def _seen(words: str) -> str:
    return " ".join(" ".join(words.split()).translate(_CONTROLS).split())


def verbatim(words: str) -> str:
    """Words between or inside tags, where Python-Markdown still looks for its marks."""
    return _MARKS.sub(lambda found: f"&#{ord(found[0])};", _seen(words))


def bold(content: Markup) -> Markup:
    """Strong emphasis."""
    return Markup(f"**{content}**") if content else EMPTY


def code(words: str) -> Markup:
    """Words as code, inline."""
    return Markup(f"<code>{verbatim(words)}</code>")


def link(content: Markup, address: str, title: str = "") -> Markup:
    """A link; the address is relative to the page's Markdown file, or absolute."""
    safe = re.sub(r"[\x00-\x20\x7f-\x9f\s()<>\"'\\`|\[\]]", lambda found: quote(found[0], safe=""), address)
    note = f' "{verbatim(title)}"' if title else ""
    return Markup(f"[{content}]({_ENTITY.sub('&amp;', safe)}{note})")


def phrase(content: Markup, classes: str, title: str = "", tag: str = "span") -> Markup:
    """Inline content with a class of the style sheet."""
    note = f' title="{verbatim(title)}"' if title else ""
    return Markup(f'<{tag} class="{classes}"{note}>{content}</{tag}>')


def anchor(id: str) -> Markup:
    """A place to link to inside a block that can bear no id."""
    return Markup(f'<span id="{verbatim(id)}"></span>')


def _label(words: str) -> str:
    """An attribute of a tag with `markdown`: such a tag is read and written again, and its entities lose a layer."""
    return verbatim(words).replace("&#38;", "&#38;#38;")


def identified(content: Markup, id: str) -> Markup:
    """Inline content that can be linked to, and that can give its name to other things."""
    return Markup(f'<span id="{verbatim(id)}">{content}</span>')


def reference(mark: str, id: str) -> Markup:
    """A link to what stands on the same page under an id, and is named by it: the mark alone says little."""
    place = verbatim(id)
    return Markup(f'<a href="#{place}" aria-labelledby="{place}">{verbatim(mark)}</a>')


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
    held = [lead + item.strip().replace("\n", "\n    ").replace("\n    \n", "\n\n") for item in items]
    return Markup(("\n\n" if any("\n" in item for item in held) else "\n").join(held))


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
    start = f'<div class="{name}" tabindex="0" role="region" aria-label="{_label(label)}" markdown>'
    return Markup(f"{start}\n\n{drawn}\n\n</div>")


def row_header(content: Markup) -> Markup:
    """A cell that its row is about; `site/rows.py` makes it a header."""
    return Markup(f"{content} {{: .ct-row }}")


def contents(title: Markup) -> Markup:
    """What stands on the page, folded: for screens too narrow to show it at the side."""
    start = (
        f'<details class="ct-contents" data-pagefind-ignore="all" markdown>\n<summary markdown="span">{title}</summary>'
    )
    return Markup(f"{start}\n\n[TOC]\n\n</details>")


def here(content: Markup, current: str = "page") -> Markup:
    """The entry of a navigation that stands for the page itself, or (`true`) for the part that it belongs to."""
    return Markup(f'<span class="ct-here" aria-current="{current}">{content}</span>')


def fence(content: str, language: str = "") -> Markup:
    """A block of code, as it stands."""
    longest = max((len(ticks) for ticks in re.findall("`{3,}", content)), default=2)
    marks = "`" * (longest + 1)
    name = re.sub(r"[^\w+-]", "", language)
    shown = "\n".join(line.translate(_CONTROLS) for line in content.expandtabs(4).split("\n"))
    return Markup(f"{marks}{name}\n{shown}\n{marks}")


def box(content: Markup, classes: str, tag: str = "div", label: str = "") -> Markup:
    """Blocks with a class of the style sheet."""
    note = f' aria-label="{_label(label)}"' if label else ""
    return Markup(f'<{tag} class="{classes}"{note} markdown>\n\n{content}\n\n</{tag}>') if content else EMPTY


def unsearched(content: Markup, classes: str) -> Markup:
    """Blocks that say again what other pages say: the search leaves them out."""
    start = f'<div class="{classes}" data-pagefind-ignore="all" markdown>'
    return Markup(f"{start}\n\n{content}\n\n</div>")


def navigation(links: Iterable[Markup], label: str, classes: str, ordered: bool = False) -> Markup:
    """A list of links as a landmark; what it says is no content of the page, and is not searched."""
    start = f'<nav class="{classes}" aria-label="{_label(label)}" data-pagefind-ignore="all" markdown>'
    return Markup(f"{start}\n\n{bullets(links, ordered)}\n\n</nav>")


def folded(summary: Markup, content: Markup, classes: str = "") -> Markup:
    """Blocks behind a line that opens them; works without scripts."""
    if not content:
        return EMPTY
    start = f'<details class="{classes}" markdown>\n<summary markdown="span">{summary}</summary>'
    return Markup(f"{start}\n\n{content}\n\n</details>")
