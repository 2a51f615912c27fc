"""Redirects: addresses that were published once."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from pipeline.model.item import Model

SiteAddress = Annotated[str, StringConstraints(pattern=r"^([\w.-]+/)+$")]


class Redirect(Model):
    """Where the page of an old address is now; both addresses are below the site's root."""

    origin: SiteAddress = Field(alias="from")
    target: SiteAddress = Field(alias="to")
