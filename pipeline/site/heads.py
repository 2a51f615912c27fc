"""What the pages of a built site say of themselves in their heads."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Head:
    """A page of the site, by what its head says."""

    path: str
    """Its address below the site's root: `skills/`; the home page has none."""
    title: str
    """Its own, without the name of the site."""
    description: str
    canonical: str
    """Its published address; empty if the site has none yet."""
    is_listed: bool
    """Whether it is for search engines: neither a redirect nor one that asks to be left out."""
    whole: str
    """The track that it has all of; empty for every other page."""


def read_heads(site: Path) -> list[Head]:
    """The heads of all pages, in the order of their addresses; the page for what is not found is none of them."""
    found = (read_head(path.read_text("utf-8"), _address(path, site)) for path in site.rglob("index.html"))
    return sorted(found, key=lambda head: head.path)


def _address(path: Path, site: Path) -> str:
    return path.relative_to(site).as_posix().removesuffix("index.html")


def read_head(html: str, path: str) -> Head:
    """The head of one page."""
    reader = _Reader()
    reader.feed(html.partition("</head>")[0])
    reader.close()
    said = reader.said
    return Head(
        path=path,
        title=said.get("og:title") or " ".join(reader.title.split()),
        description=said.get("description", ""),
        canonical=said.get("canonical", ""),
        is_listed="noindex" not in said.get("robots", "") and "refresh" not in said,
        whole=said.get("crosstrack:whole", ""),
    )


def home_of(heads: list[Head]) -> str:
    """Where the site is published, with a slash at its end; empty if its home page does not say."""
    return next((head.canonical for head in heads if head.path == ""), "")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: dict[str, str] = {}
        self.title = ""
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._in_title = tag == "title"
        if tag == "link" and values.get("rel") == "canonical":
            self.said["canonical"] = values.get("href", "")
        if tag == "meta":
            name = values.get("property") or values.get("name") or values.get("http-equiv", "").lower()
            self.said.setdefault(name, values.get("content", ""))

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
