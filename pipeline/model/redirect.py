"""Redirects: addresses that were published once, of pages and of the items on them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from pipeline.model.item import Model

SiteAddress = Annotated[str, StringConstraints(pattern=r"^([\w-][\w.-]*/)+(#[\w-][\w.-]*)?$")]
"""Plain names, each with a slash at its end, and perhaps the id of an item on the page.

No name begins with a dot: it would lead out of the site, or be hidden.
"""


class Redirect(Model):
    """Where the page or the item of an old address is now; both addresses are below the site's root."""

    origin: SiteAddress = Field(alias="from")
    target: SiteAddress = Field(alias="to")

    @property
    def names_item(self) -> bool:
        """Whether it renames an item of a page, as against a page."""
        return "#" in self.origin


def item_of(place: str) -> str | None:
    """The id by which data and browsers know the item at an address; None where the address is of no track's item.

    `tracks/cook-to-baker/roadmap/#proving` is `cook-to-baker/roadmap/proving`: on whichever page below a track's own
    an item stands, its id keeps to the first.
    """
    page, _, id = place.partition("#")
    names = page.strip("/").split("/")
    if not id or len(names) < 3 or names[0] != "tracks":
        return None
    return f"{names[1]}/{names[2]}/{id}"
