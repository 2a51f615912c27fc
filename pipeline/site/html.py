"""Read what a built HTML page or style sheet refers to, and which ids the page offers.

The parser is `html.parser`: it forgives what browsers forgive, and it tells line and column.
`<base href>` is not understood; MkDocs and its themes write none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from html.parser import HTMLParser


class Use(Enum):
    """What a page wants of an address; the more a reader would notice it, the lower the number."""

    REDIRECT = 1
    """The browser goes there by itself."""
    LINK = 2
    """A reader can follow it."""
    ASSET = 3
    """The page is not whole without it: a picture, a style, a script, a frame."""
    RELATION = 4
    """A machine can follow it: `canonical`, `next`, a feed."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as written, entities decoded, and the 1-based place of the tag or `url()` that has it."""

    href: str
    use: Use
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """One built page, as far as links go."""

    references: tuple[Reference, ...]
    anchors: frozenset[str]
    """Ids and the names of `<a name>`: what a fragment can lead to."""
    repeated: tuple[Reference, ...]
    """Where an id stands that stood on the page before; as `#id`."""
    redirect: Reference | None
    """Where the page sends its reader at once, if it does."""
    is_whole: bool
    """Whether its head says that it holds all there is of something, as for print: `crosstrack:whole`."""


def read_html(text: str) -> HtmlPage:
    """Read a page. Any text will do: broken HTML is read the way a browser would guess it."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    redirect = next((one for one in reader.references if one.use is Use.REDIRECT), None)
    anchors = frozenset(reader.ids | reader.names)
    return HtmlPage(tuple(reader.references), anchors, tuple(reader.repeated), redirect, reader.is_whole)


def split_address(href: str) -> tuple[str | None, str | None, str, str]:
    """Scheme and host (None where left out), path and fragment of an address. Any text will do."""
    match = _ADDRESS.fullmatch(href)
    assert match is not None, "every part may be left out, so every text matches"
    return match["scheme"], match["host"], match["path"], match["fragment"] or ""


def read_css(text: str, line: int = 1, column: int = 1) -> Iterator[Reference]:
    """Give each `url()` and `@import` of a style sheet that starts at this place."""
    for match in _CSS.finditer(text):
        href = match["double"] or match["single"] or match["bare"]
        if href:
            before = text[: match.start()]
            lines, last = before.count("\n"), before.rfind("\n")
            place = match.start() - last if lines else column + match.start()
            yield Reference(href.strip(), Use.ASSET, line + lines, place)


# The grammar of RFC 3986, appendix B. Unlike `urlsplit` it raises nothing.
_ADDRESS = re.compile(
    r"(?:(?P<scheme>[^:/?#]+):)?(?://(?P<host>[^/?#]*))?(?P<path>[^?#]*)(?:\?[^#]*)?(?:#(?P<fragment>.*))?",
    re.DOTALL,
)
# Comments and plain strings are matched too, so that a `url(` inside one is passed over.
_CSS = re.compile(
    r"""/\*.*?\*/
    | (?:url\(\s*|@import\s*)(?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' )
    | url\(\s*(?P<bare>[^\s"')]+)
    | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*'""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_REFRESH = re.compile(r"""\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?(["']?)(?P<href>.+?)\1\s*""", re.IGNORECASE)
# An address may hold commas (`data:`), so a comma parts two candidates only where the standard says so.
_CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])(?:\s[^,]*)?(?:,|$)")

_LINKS = {("a", "href"), ("a", "xlink:href"), ("area", "href"), ("form", "action")}
_ASSETS = {
    *((tag, "src") for tag in ("img", "source", "video", "audio", "track", "input")),
    *((tag, "src") for tag in ("script", "iframe", "embed")),
    *((tag, name) for tag in ("use", "image") for name in ("href", "xlink:href")),
    ("video", "poster"),
    ("object", "data"),
}
_ADDRESSES = dict.fromkeys(_LINKS, Use.LINK) | dict.fromkeys(_ASSETS, Use.ASSET)
_CANDIDATE_LISTS = {("img", "srcset"), ("source", "srcset"), ("link", "imagesrcset")}
_ASSET_RELATIONS = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "modulepreload", "prefetch"}
)
_HOST_RELATIONS = frozenset({"preconnect", "dns-prefetch"})
_PREVIEWS = frozenset({"og:image", "og:image:url", "twitter:image"})

_Attributes = dict[str, str]


class _Reader(HTMLParser):
    """Collects references and ids while the parser goes through the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)  # text is of no interest, so its entities may stay
        self.references: list[Reference] = []
        self.ids: set[str] = set()
        self.names: set[str] = set()
        self.repeated: list[Reference] = []
        self.is_whole = False
        self._templates = 0
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "template":
            self._templates += 1
        self._in_style = tag == "style"
        if not attrs:
            return
        # Of two attributes with one name the first counts, as in a browser.
        values = {name: value or "" for name, value in reversed(attrs)}
        self._keep_id(tag, values)
        for name, value in values.items():
            if use := _ADDRESSES.get((tag, name)):
                self._refer(value, use)
            elif (tag, name) in _CANDIDATE_LISTS:
                for href in _CANDIDATE.findall(value):
                    self._refer(href, Use.ASSET)
        if tag == "link":
            self._keep_relation(values)
        elif tag == "meta":
            self._keep_meta(values)
        if "style" in values:
            self._keep_css(values["style"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self._templates -= 1
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            line, offset = self.getpos()
            self.references.extend(read_css(data, line, offset + 1))

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        # The library's own raises AssertionError at `<![x[`; browsers take it for a comment.
        return self.parse_bogus_comment(i, report)

    def _keep_id(self, tag: str, values: _Attributes) -> None:
        name = values.get("id")
        if tag == "a" and values.get("name"):
            self.names.add(values["name"])
        # What stands in a template is no part of the page until a script copies it.
        if not name or self._templates > 0:
            return
        line, offset = self.getpos()
        if name in self.ids:
            self.repeated.append(Reference(f"#{name}", Use.LINK, line, offset + 1))
        self.ids.add(name)

    def _keep_relation(self, values: _Attributes) -> None:
        relations = set(values.get("rel", "").lower().split())
        if "href" in values and not relations & _HOST_RELATIONS:
            self._refer(values["href"], Use.ASSET if relations & _ASSET_RELATIONS else Use.RELATION)

    def _keep_meta(self, values: _Attributes) -> None:
        content = values.get("content", "")
        if values.get("http-equiv", "").lower() == "refresh":
            if match := _REFRESH.fullmatch(content):
                self._refer(match["href"], Use.REDIRECT)
        elif values.get("name") == "crosstrack:whole":
            self.is_whole = bool(content)
        elif content and values.get("property", values.get("name")) in _PREVIEWS:
            self._refer(content, Use.ASSET)

    def _keep_css(self, style: str) -> None:
        line, offset = self.getpos()
        self.references.extend(Reference(one.href, one.use, line, offset + 1) for one in read_css(style))

    def _refer(self, href: str, use: Use) -> None:
        line, offset = self.getpos()
        self.references.append(Reference(href.strip(), use, line, offset + 1))
