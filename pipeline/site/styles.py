"""The site's own style sheets as one file, named by what it holds: a page asks once instead of seven times."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

FOLDER = "assets/stylesheets"
_RUN = re.compile(rf'(?:<link rel="stylesheet" href="[^"]*{FOLDER}/[a-z]+\.css">\s*){{2,}}')
_ONE = re.compile(rf'href="(?P<up>[^"]*){FOLDER}/(?P<name>[a-z]+\.css)"')


def join_styles(site: Path) -> None:
    """Put one link in the place of each run of links to our own style sheets; the theme's bear a hash, and stay."""
    joined: set[str] = set()
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        run = _RUN.search(text)
        if run:
            found = list(_ONE.finditer(run[0]))
            names = tuple(one["name"] for one in found)
            joined.update(names)
            link = f'<link rel="stylesheet" href="{found[0]["up"]}{FOLDER}/{_written(site, names)}">\n'
            path.write_text(text.replace(run[0], link), "utf-8")
    for name in joined:
        (site / FOLDER / name).unlink()


def _written(site: Path, names: tuple[str, ...]) -> str:
    """The name of the file that holds these style sheets in their order; it is written if it is not there yet."""
    text = "".join((site / FOLDER / name).read_text("utf-8") for name in names)
    name = f"crosstrack.{hashlib.sha256(text.encode('utf-8')).hexdigest()[:8]}.css"
    (site / FOLDER / name).write_text(text, "utf-8")
    return name
