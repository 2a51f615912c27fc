"""The feed of changed guides, as Atom: https://www.rfc-editor.org/rfc/rfc4287"""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as Xml

from pipeline.site.heads import home_of, read_head
from pipeline.site.plain import tracks_of

ENTRIES = 50
"""How many guides the feed holds at most, those changed last."""
_ATOM = "http://www.w3.org/2005/Atom"


def write_feed(site: Path) -> None:
    """Write `feed.xml`; a site that has no published address yet has no feed, whose ids could not be kept."""
    home = home_of([read_head((site / "index.html").read_text("utf-8"), "")])
    if not home:
        return
    tracks = tracks_of(site)[:ENTRIES]
    head = read_head((site / "index.html").read_text("utf-8"), "")
    feed = _element(None, "feed", **{"xml:lang": "en"})
    _element(feed, "id", home)
    _element(feed, "title", f"{head.title}: changed guides")
    _element(feed, "subtitle", head.description)
    _element(feed, "updated", _moment(tracks[0]["updated"] if tracks else "1970-01-01"))
    _element(feed, "link", href=home, rel="alternate", type="text/html")
    _element(feed, "link", href=f"{home}feed.xml", rel="self", type="application/atom+xml")
    for track in tracks:
        _entry(feed, track, home, _authors(site, track))
    Xml.indent(feed, space=" ")
    text = Xml.tostring(feed, encoding="unicode")
    (site / "feed.xml").write_bytes(f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode())


def _authors(site: Path, track: dict[str, str]) -> list[str]:
    record = json.loads((site / "api/v1" / track["data"]).read_text("utf-8"))
    return [str(name) for name in record["guide"]["authors"]]


def _entry(feed: Xml.Element, track: dict[str, str], home: str, authors: list[str]) -> None:
    address = f"{home}{track['url']}"
    entry = _element(feed, "entry")
    _element(entry, "id", address)
    _element(entry, "title", track["title"])
    _element(entry, "updated", _moment(track["updated"]))
    for name in authors:
        _element(_element(entry, "author"), "name", name)
    _element(entry, "summary", track["summary"])
    _element(entry, "link", href=address, rel="alternate", type="text/html")
    _element(entry, "link", href=f"{address}index.md", rel="alternate", type="text/markdown")


def _moment(day: str) -> str:
    """A guide says the day; a feed must say a moment of it."""
    return f"{day}T00:00:00Z"


def _element(parent: Xml.Element | None, tag: str, text: str = "", **attributes: str) -> Xml.Element:
    made = Xml.Element(tag, attributes) if parent is not None else Xml.Element(tag, {"xmlns": _ATOM, **attributes})
    made.text = text or None
    if parent is not None:
        parent.append(made)
    return made
