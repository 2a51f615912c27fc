"""The article of a built page as a tree: the elements and words that a reader sees."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr", "area", "col", "embed", "track", "base"}
_UNSEEN = {"nav", "script", "style", "svg", "template", "noscript", "button", "input", "select", "textarea", "iframe"}
_UNSAID = {"ct-contents", "ct-next"}
"""Classes of what leads about the page and says nothing of its own."""


@dataclass
class Element:
    """An element with its contents; of its attributes only what says something."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        """The classes of the style sheet that it bears."""
        return set(self.attributes.get("class", "").split())


def read_article(html: str) -> Element:
    """The contents of the page's `article`; empty if it has none. Expects what our own engine writes."""
    start, end = html.find("<article"), html.rfind("</article>")
    reader = _Reader()
    if 0 <= start < end:
        reader.feed(html[start:end])
        reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root")
        self._open = [self.root]
        self._unseen = 0
        """How many elements are open from the one on that is left out."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unseen:
            self._unseen += tag not in _VOID
            return
        element = Element(tag, {name: value or "" for name, value in attrs})
        if _is_unseen(element):
            self._unseen = int(tag not in _VOID)
            return
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            self._unseen -= tag not in _VOID
        elif tag in (element.tag for element in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._open[-1].children.append(data)


def _is_unseen(element: Element) -> bool:
    given = element.attributes
    named = element.tag in _UNSEEN or bool(element.classes & _UNSAID)
    return named or given.get("aria-hidden") == "true" or "hidden" in given
