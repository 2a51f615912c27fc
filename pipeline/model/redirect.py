"""Redirects: addresses that were published once."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from pipeline.model.item import Model

SiteAddress = Annotated[str, StringConstraints(pattern=r"^([\w-][\w.-]*/)+$")]
"""Plain names, each with a slash at its end. None begins with a dot: it would lead out of the site, or be hidden."""


class Redirect(Model):
    """Where the page of an old address is now; both addresses are below the site's root."""

    origin: SiteAddress = Field(alias="from")
    target: SiteAddress = Field(alias="to")
