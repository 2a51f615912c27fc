"""What was renamed: for everything outside the site that remembers ids, such as the state that a browser keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import Field

from pipeline.model.item import Model
from pipeline.model.redirect import Redirect, item_of


class AliasList(Model):
    """`aliases.json`: from every id that was given up to the one that took its place"""

    tracks: dict[str, str] = Field(description="From an old slug of a track to its new one.")
    skills: dict[str, str] = Field(description="From an old slug of a skill to its new one.")
    items: dict[str, str] = Field(
        description="From an item's old id, `<track>/<page>/<id>`, to its new one; of questions `<track>/<id>` too."
    )


def aliases(redirects: Iterable[Redirect]) -> AliasList:
    """The aliases that redirects amount to: those of items, of skills' pages and of tracks' hubs."""
    found = list(redirects)
    items = dict(pair for redirect in found for pair in _items(redirect))
    return AliasList(tracks=_slugs("tracks", found), skills=_slugs("skills", found), items=dict(sorted(items.items())))


def _items(redirect: Redirect) -> Iterator[tuple[str, str]]:
    old, new = item_of(redirect.origin), item_of(redirect.target)
    if old and new:
        yield old, new
        if _question(old) and _question(new):
            yield _question(old), _question(new)


def _question(id: str) -> str:
    """The shorter id of a question; empty if the item is none."""
    track, page, name = id.split("/")
    return f"{track}/{name}" if page == "questions" else ""


def _slugs(folder: str, redirects: Iterable[Redirect]) -> dict[str, str]:
    pairs = ((redirect.origin.split("/"), redirect.target.split("/")) for redirect in redirects)
    named = ((old, new) for old, new in pairs if [old[0], *old[2:]] == [new[0], *new[2:]] == [folder, ""])
    return dict(sorted((old[1], new[1]) for old, new in named))
