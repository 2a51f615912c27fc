"""Headers of rows: tables in Markdown have none, so a cell that is marked as one becomes one in the built HTML."""

from __future__ import annotations

import re
from pathlib import Path

_CELL = re.compile(r'<td class="ct-row">(?P<content>.*?)</td>', re.DOTALL)


def with_row_headers(html: str) -> str:
    """The page with its marked cells as headers of their rows."""
    return _CELL.sub(r'<th scope="row">\g<content></th>', html)


def head_rows(site: Path) -> None:
    """Do so for every page of a built site."""
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        headed = with_row_headers(text)
        if headed != text:
            path.write_text(headed, "utf-8", newline="")
