"""What an address written in a guide means: the web, a file of the project, or something outside it."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Address:
    """An address as seen from the file it is written in."""

    reach: Literal["web", "file", "outside"]
    path: str = ""
    """The file it leads to, relative to the project; the file itself for a bare fragment."""
    fragment: str = ""


def read_address(path: str, written: str) -> Address:
    """What `written` means in the file `path`."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return Address("outside", written)
    if parts.scheme in ("http", "https", "mailto"):
        return Address("web", written)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return Address("outside", written)
    if not parts.path:
        return Address("file", path, unquote(parts.fragment))
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    if found.startswith(".."):
        return Address("outside", found)
    return Address("file", found, unquote(parts.fragment))
