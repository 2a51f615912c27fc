"""What a page says of itself: its title, who published it, when and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a source; everything else is for the editor to find out."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    """A year, a month or a day, in ISO 8601."""
    url: str | None = None
    authors: tuple[str, ...] = ()
