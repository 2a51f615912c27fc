"""What search engines are told of the whole site: the list of its pages, and where it stands.

Written in place of the engine's own list, which names every page, also those that ask to be left out, and gives all
the same day. Source: https://www.sitemaps.org/protocol.html
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from pipeline.site.heads import Head, home_of, read_heads
from pipeline.site.plain import tracks_of


def write_sitemap(site: Path) -> None:
    """Write `sitemap.xml` (and as gzip) and `robots.txt`; without a published address there is only the latter."""
    heads = read_heads(site)
    home = home_of(heads)
    said = ["User-agent: *", "Allow: /"]
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)
    if home:
        text = _sitemap([head for head in heads if head.is_listed], _days(site)).encode()
        (site / "sitemap.xml").write_bytes(text)
        (site / "sitemap.xml.gz").write_bytes(gzip.compress(text, mtime=0))
        said += ["", f"Sitemap: {home}sitemap.xml"]
    (site / "robots.txt").write_bytes("\n".join([*said, ""]).encode())


def _days(site: Path) -> Mapping[str, str]:
    """From the address of a track to the day that its guide was changed."""
    return {track["url"]: track["updated"] for track in tracks_of(site)}


def _sitemap(heads: Sequence[Head], days: Mapping[str, str]) -> str:
    entries = "".join(_entry(head, days) for head in heads)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )


def _entry(head: Head, days: Mapping[str, str]) -> str:
    """A page of a track changed with its guide; of other pages no day is known, and none is made up."""
    day = days.get("/".join([*head.path.split("/")[:2], ""]))
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{escape(head.canonical)}</loc>{changed}</url>\n"
