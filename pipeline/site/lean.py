"""White space that no reader sees, taken out of built HTML: templates indent what they write, page after page."""

from __future__ import annotations

import re
from pathlib import Path

_SPACE = re.compile(
    r"(?P<kept><(?P<tag>pre|textarea|script|style)\b.*?</(?P=tag)\s*>)|\s*\n\s*", re.DOTALL | re.IGNORECASE
)


def lean(html: str) -> str:
    """The page with every run of white space that holds a line end cut to the line end alone.

    A browser shows both alike, save where white space counts: there nothing changes.
    """
    return _SPACE.sub(lambda found: found["kept"] or "\n", html)


def lean_site(site: Path) -> None:
    """Do so for every page of a built site."""
    for path in site.rglob("*.html"):
        path.write_text(lean(path.read_text("utf-8")), "utf-8", newline="")
