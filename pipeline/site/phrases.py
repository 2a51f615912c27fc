"""Inline content of a built page as inline CommonMark, escaped; links lead to the Markdown of other pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from pipeline.site.tree import Element

_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|&(?=#|\w)")
_LABELS = {"ct-number", "ct-kicker"}
_SAYS = {"ct-leg-says", "ct-duration"}
"""What stands in a column of its own behind a name, and is set off by a colon here."""


def inline(children: Sequence[Element | str]) -> str:
    """Inline content on one line, white space folded."""
    return " ".join(_joined(children).split())


def _joined(children: Sequence[Element | str]) -> str:
    out = ""
    for child in children:
        piece = _SPECIAL.sub(r"\\\g<0>", child) if isinstance(child, str) else _element(child, out)
        if out.endswith("]") and piece.startswith(("(", ":")):
            piece = f"\\{piece}"
        if out.endswith("!") and piece.startswith("["):
            out = f"{out[:-1]}\\!"
        if isinstance(child, Element) and child.classes & _SAYS and out.strip() and piece.strip():
            out, piece = out.rstrip(), f": {piece}"
        out += piece
    return out


def _element(element: Element, before: str) -> str:
    content = _joined(element.children)
    if element.tag == "code":
        return _code("".join(child for child in element.children if isinstance(child, str)))
    if "ct-ref" in element.classes:
        return f"{' ' if before.strip() else ''}[{', '.join(content.replace('[', '').replace(']', '').split())}]"
    if element.tag == "a":
        return _link(content, element.attributes.get("href", ""))
    if element.tag == "img":
        return element.attributes.get("alt", "")
    if element.tag in ("strong", "b"):
        return _marked(content, "**")
    if element.tag in ("em", "i"):
        return _marked(content, "*")
    if element.tag == "br":
        return " "
    if element.classes & _LABELS and content.strip():
        return f"{content.rstrip()}: "
    return content


def _marked(content: str, mark: str) -> str:
    """Emphasis; white space at its ends stands outside, where it closes."""
    inner = content.strip()
    if not inner:
        return content
    return f"{content[: len(content) - len(content.lstrip())]}{mark}{inner}{mark}{content[len(content.rstrip()) :]}"


def _code(words: str) -> str:
    text = " ".join(words.split())
    if not text:
        return ""
    ticks = "`" * (max((len(found) for found in re.findall("`+", text)), default=0) + 1)
    apart = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{ticks}{apart}{text}{apart}{ticks}"


def _link(content: str, href: str) -> str:
    """A link; one to another place on the same page is only its words, for there are no ids here."""
    address = markdown_address(href)
    words = " ".join(content.split())
    if not address or not words:
        return content
    return f"[{words}]({address})"


def markdown_address(href: str) -> str:
    """Where the Markdown of a linked page stands; an address of the web, or of a file, is what it is."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return re.sub(r"[\s()<>]", lambda found: f"%{ord(found[0]):02X}", href)
    last = parts.path.rpartition("/")[2]
    if not parts.path:
        return ""
    if last in ("", ".", ".."):
        return f"{parts.path.rstrip('/') or '.'}/index.md".removeprefix("./")
    return parts.path
