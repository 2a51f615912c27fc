"""Each page's Markdown beside it, and `llms.txt`, which says where a program finds what: https://llmstxt.org/"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.site.article import as_markdown
from pipeline.site.heads import Head, read_heads

LISTED = 40
"""How many tracks `llms.txt` names, those changed last first; the page of all tracks has the others."""
_ABOUT = """# {name}

> {says}

Every page of this site has its text as Markdown beside it: `index.md` below the address of the page. The same content
as typed data is [JSON]({home}api/v1/index.json){changed}.
"""
_CHANGED = ", and what changed is in the [feed]({home}feed.xml)"


def write_plain_texts(site: Path) -> None:
    """Write `index.md` beside every page, `llms.txt` for the site, and one for each track."""
    heads = read_heads(site)
    for head in heads:
        folder = site / head.path
        if text := as_markdown((folder / "index.html").read_text("utf-8")):
            (folder / "index.md").write_bytes(text.encode("utf-8"))
    pages = [head for head in heads if (site / head.path / "index.md").exists()]
    tracks = tracks_of(site)
    for track in tracks:
        (site / track["url"] / "llms.txt").write_bytes(_track_text(track, pages).encode("utf-8"))
    (site / "llms.txt").write_bytes(_site_text(pages, tracks).encode("utf-8"))


def tracks_of(site: Path) -> list[dict[str, str]]:
    """The tracks as the site publishes them, those changed last first."""
    told = json.loads((site / "api/v1/guides.json").read_text("utf-8"))["guides"]
    return sorted(sorted(told, key=lambda one: str(one["slug"])), key=lambda one: str(one["updated"]), reverse=True)


def _site_text(pages: Sequence[Head], tracks: Sequence[dict[str, str]]) -> str:
    home = next(head for head in pages if head.path == "")
    base = home.canonical or "/"
    hubs = [head for head in pages if head.path.count("/") <= 1]
    first = [f"- [{_bare(t['title'])}]({base}{t['url']}llms.txt): {t['summary']}" for t in tracks[:LISTED]]
    rest = [f"- [All {len(tracks)} tracks]({base}tracks/index.md)"] if len(tracks) > LISTED else []
    changed = _CHANGED.format(home=base) if home.canonical else ""
    about = _ABOUT.format(name=home.title, says=home.description, home=base, changed=changed)
    return "\n".join([about, "## Tracks", "", *first, *rest, "", "## Across all tracks", "", *_links(hubs, base), ""])


def _track_text(track: dict[str, str], pages: Sequence[Head]) -> str:
    own = [head for head in pages if head.path.startswith(track["url"])]
    base = next((head.canonical.removesuffix(head.path) for head in own), "") or "/"
    parts = [head for head in own if not head.whole]
    whole = [head for head in own if head.whole]
    lines = [f"# {track['title']}", "", f"> {track['summary']}", "", "## Pages", "", *_links(parts, base)]
    return "\n".join([*lines, "", "## Optional", "", *_links(whole, base), ""])


def _links(pages: Iterable[Head], base: str) -> Iterable[str]:
    for head in pages:
        yield f"- [{_bare(head.title)}]({base}{head.path}index.md): {head.description}"


def _bare(words: str) -> str:
    return words.replace("[", "(").replace("]", ")")
