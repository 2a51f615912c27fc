"""What is done to the built site before it is put in place, in this order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.site.lean import lean_site
from pipeline.site.policy import write_policies

STEPS: tuple[Callable[[Path], None], ...] = (lean_site, write_policies)
"""Each is given the folder of the site. What reads the pages comes after what changes them."""


def finish(site: Path) -> None:
    """All steps, on the engine's own output."""
    for step in STEPS:
        step(site)
