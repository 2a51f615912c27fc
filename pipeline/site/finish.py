"""What is done to the built site before it is put in place, in this order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.site.feed import write_feed
from pipeline.site.lean import lean_site
from pipeline.site.plain import write_plain_texts
from pipeline.site.policy import write_policies
from pipeline.site.rows import head_rows
from pipeline.site.search import write_search
from pipeline.site.sitemap import write_sitemap
from pipeline.site.styles import join_styles
from pipeline.site.worker import write_worker

STEPS: tuple[Callable[[Path], None], ...] = (
    lean_site,
    head_rows,
    join_styles,
    write_policies,
    write_search,
    write_plain_texts,
    write_feed,
    write_sitemap,
    write_worker,
)
"""Each is given the folder of the site. What reads the pages comes after what changes them; the worker, which
knows every file by its hash, comes last."""


def finish(site: Path) -> None:
    """All steps, on the engine's own output."""
    for step in STEPS:
        step(site)
