"""The article of a built page as plain CommonMark: what a program reads beside the page.

No HTML, no attributes, no tables (CommonMark has none): a row becomes a list of its labelled cells. Links lead to the
Markdown of other pages. Source: https://spec.commonmark.org/0.31.2/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeGuard

from pipeline.site.phrases import inline
from pipeline.site.tree import Element, read_article

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = {"a", "abbr", "b", "br", "code", "del", "em", "i", "img", "kbd", "label", "mark", "q", "s", "small", "span"}
_INLINE |= {"strong", "sub", "sup", "time", "u", "var", "wbr"}


def as_markdown(html: str) -> str:
    """The Markdown of a page, ending in one line end; empty if the page has no article."""
    blocks = list(_blocks(read_article(html).children))
    if len(blocks) > 1 and blocks[1].startswith("# "):
        # What sort of page it is stands above its title; a Markdown file begins with its title.
        blocks[:2] = blocks[1], blocks[0]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _blocks(children: Sequence[Element | str], before: str = "") -> Iterator[str]:
    """One text a block; inline content between blocks is a paragraph. `before` is the block above them."""
    run: list[Element | str] = []
    for child in (*children, None):
        if isinstance(child, str) or (child and child.tag in _INLINE):
            run.append(child)
            continue
        for text in (_paragraph(run), *(_block(child, "" if inline(run) else before) if child else ())):
            if text:
                yield text
                before = text
        run = []


def _block(element: Element, before: str) -> Iterator[str]:
    level = _HEADINGS.get(element.tag)
    make = _MAKERS.get(element.tag)
    if level:
        # Hashes at the end would close the heading.
        words = re.sub(r"(?<=\s)(#+)$", r"\\\1", inline(element.children))
        yield from [f"{'#' * level} {words}"] if words else []
    elif make:
        # Two lists side by side are one list, unless their markers differ.
        yield from filter(None, [make(element, int(before.startswith(("- ", "1. "))))])
    else:
        yield from _blocks(element.children, before)


def _paragraph(children: Sequence[Element | str]) -> str:
    """Inline content as a paragraph that is not taken for another block."""
    words = inline(children)
    words = re.sub(r"^(#{1,6}(?=\s|$)|[-+>](?=\s|$)|>|~~~|=+\s*$|-+\s*$)", r"\\\1", words)
    return re.sub(r"^(\d{1,9})([.)])(?=\s|$)", r"\1\\\2", words)


def _item(lead: str, blocks: Sequence[str]) -> str:
    apart = "\n" if len(blocks) == 2 and re.match(r"[-*] |1[.)] ", blocks[1]) else "\n\n"
    return lead + apart.join(blocks).replace("\n", f"\n{' ' * len(lead)}").replace(f"\n{' ' * len(lead)}\n", "\n\n")


def _items(leads: Iterator[str], items: Sequence[Sequence[str]]) -> str:
    told = [_item(next(leads), blocks) for blocks in items if blocks]
    return ("\n\n" if any("\n\n" in one for one in told) else "\n").join(told)


def _list(element: Element, turn: int) -> str:
    items = [list(_blocks(child.children)) for child in element.children if _is(child, "li")]
    return _items(_numbers(turn) if element.tag == "ol" else _bullets(turn), items)


def _bullets(turn: int) -> Iterator[str]:
    while True:
        yield "* " if turn else "- "


def _numbers(turn: int) -> Iterator[str]:
    number = 0
    while number := number + 1:
        yield f"{number}{')' if turn else '.'} "


def _definitions(element: Element, turn: int) -> str:
    items: list[list[str]] = []
    for child in element.children:
        if _is(child, "dt"):
            items.append([f"**{inline(child.children)}**:"])
        elif _is(child, "dd") and items:
            first, *more = [*_blocks(child.children)] or [""]
            joined = first and not re.match(r"[-*] |1[.)] |```|#", first)
            items[-1] = [f"{items[-1][0]} {first}", *more] if joined else [*items[-1], first, *more]
    return _items(_bullets(turn), [[block for block in item if block] for item in items])


def _table(element: Element, turn: int) -> str:
    rows = [[child for child in row.children if _is(child, "td", "th")] for row in _found(element, "tr")]
    if not rows:
        return ""
    header = [inline(cell.children) for cell in rows[0] if isinstance(cell, Element)]
    items = []
    for row in rows[1:]:
        cells = [inline(cell.children) for cell in row if isinstance(cell, Element)]
        named = [
            (f"{label}: " if label else "") + said for label, said in zip(header[1:], cells[1:], strict=False) if said
        ]
        inner = _items(_bullets(0), [[one] for one in named])
        lead = cells[0] if cells and cells[0].startswith(("**", "[")) else f"**{cells[0]}**" if cells else ""
        items.append([part for part in (lead, inner) if part])
    return _items(_bullets(turn), items)


def _code(element: Element, turn: int) -> str:
    del turn
    text = "".join(_words(element)).strip("\n")
    fence = "`" * (max((len(found) for found in re.findall("`{3,}", text)), default=2) + 1)
    return f"{fence}\n{text}\n{fence}"


def _quote(element: Element, turn: int) -> str:
    del turn
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(_blocks(element.children)).split("\n"))


def _folded(element: Element, turn: int) -> str:
    """What is folded on the page stands open here, under the words that open it."""
    del turn
    lead = [f"**{inline(child.children)}**" for child in element.children if _is(child, "summary")]
    rest = [child for child in element.children if not _is(child, "summary")]
    return "\n\n".join([*lead, *_blocks(rest)])


_MAKERS: dict[str, Callable[[Element, int], str]] = {
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "table": _table,
    "pre": _code,
    "blockquote": _quote,
    "details": _folded,
    "p": lambda element, _: _paragraph(element.children),
    "hr": lambda _, __: "---",
}


def _is(child: Element | str, *tags: str) -> TypeGuard[Element]:
    return isinstance(child, Element) and child.tag in tags


def _found(element: Element, tag: str) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            if child.tag == tag:
                yield child
            else:
                yield from _found(child, tag)


def _words(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _words(child)
