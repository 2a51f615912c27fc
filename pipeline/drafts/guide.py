"""What was recognised as a guide: with front matter, with provenance, with links that lead somewhere."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from urllib.parse import urljoin, urlsplit

from pipeline.drafts.head import line, named, source_of, updated
from pipeline.foreign import Recast
from pipeline.guide import Guide, SourceEntry
from pipeline.inline import LINK, Run, plain, runs
from pipeline.model.item import Item, RoleName, Statement, walk
from pipeline.model.registry import Registry
from pipeline.model.roles import within
from pipeline.spelling import spell
from pipeline.structures import KINDS, own_ids
from pipeline.structures.base import Entry

UNKNOWN_ROLE = "unknown"
AUTHORS = ("Crosstrack editors",)
NO_SUMMARY = "To be written: what this move is, and for whom."
_LONGEST_SUMMARY = 240
_LONGEST_NAME = 90
M = TypeVar("M", bound=Item)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the one who imports knows better than the document, and the day it is."""

    today: dt.date
    origin: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A guide made of a foreign document."""

    guide: Guide
    stem: str
    """What its file should be called."""


def draft(recast: Recast, registry: Registry, stem: str, wishes: Wishes) -> Draft:
    """The guide that a document comes to; `stem` is the name of the document's file."""
    source = source_of(recast.about, stem)
    origin = _role(wishes.origin or recast.origin, registry)
    target = _role(wishes.target or recast.target, registry)
    make = _Making(source)
    ids = {kind.page: own_ids(kind.page, 1) for kind in KINDS}
    pages = {kind.name: kind.page for kind in KINDS}
    structures = tuple(make.item(structure, ids[pages[structure.kind]]) for structure in recast.structures)
    names = [role.name if (role := registry.role(name)) else str(name) for name in (origin, target)]
    known = UNKNOWN_ROLE not in (origin, target)
    guide = Guide.model_construct(
        title=line(recast.about.title) or (f"From {within(names[0])} to {within(names[1])}" if known else named(stem)),
        origin=origin,
        target=target,
        summary=_summary(recast),
        updated=updated(source, wishes.today),
        authors=AUTHORS,
        sources=(source,),
        structures=structures,
    )
    return Draft(guide, f"{_file_part(origin)}-to-{_file_part(target)}" if known else _file_part(stem))


def _role(name: str | None, registry: Registry) -> RoleName:
    """A role by its slug where it is registered, else as it is written."""
    role = registry.role(name) if name else None
    return RoleName(role.slug if role else line(name) or UNKNOWN_ROLE)


def _file_part(name: str) -> str:
    """A name as part of a file's name, with the letters it has; a file's name has a limit in bytes."""
    joined = "-".join(re.findall(r"[^\W_]+", name.casefold()))
    return joined.encode()[:_LONGEST_NAME].decode(errors="ignore").strip("-") or "draft"


def _summary(recast: Recast) -> str:
    """The first thing the document says, in a sentence or two."""
    for structure in recast.structures:
        first = next((value for value in walk(structure) if isinstance(value, Statement)), None)
        words = line(plain(first.text)) if first and structure.kind == "overview" else ""
        if words:
            whole = re.match(rf".{{20,{_LONGEST_SUMMARY}}}[.!?](?=\s|$)", words)
            short = words if len(words) <= _LONGEST_SUMMARY else words[: words.rfind(" ", 0, _LONGEST_SUMMARY)] + " …"
            return whole[0] if whole else short
    return NO_SUMMARY


class _Making:
    """One pass over what was recognised: every item says where it comes from, every link leads to the web."""

    def __init__(self, source: SourceEntry) -> None:
        self.source = source

    def item(self, item: M, ids: set[str]) -> M:
        """The item with all that it holds; `ids` are those that its page has already."""
        changed: dict[str, Any] = {}
        if isinstance(item, Entry):
            changed["id"] = _unused(item.id, ids)
        for name in type(item).model_fields:
            if name == "sources":
                changed[name] = (self.source.id,)
            elif name not in ("span", "id"):
                changed[name] = self._value(getattr(item, name), ids)
        if isinstance(item, Statement):
            changed["text"] = mended(item.text, self.source.url)
        return item.model_copy(update=changed)

    def _value(self, value: object, ids: set[str]) -> object:
        if isinstance(value, Item):
            return self.item(value, ids)
        return tuple(self._value(part, ids) for part in value) if isinstance(value, tuple) else value


def _unused(id: str, ids: set[str]) -> str:
    """The id, or with a number where the page has one like it."""
    wanted, number = id, 1
    while wanted in ids:
        number += 1
        wanted = f"{id}-{number}"
    ids.add(wanted)
    return wanted


def mended(markdown: str, base: str | None) -> str:
    """Inline Markdown whose links lead to the web; one that would lead nowhere leaves its words."""
    found = runs(markdown)
    linked = tuple(replace(run, marks=tuple(_marks(run, base))) for run in found)
    return spell(linked) if linked != found else markdown


def _marks(run: Run, base: str | None) -> Iterator[str]:
    for mark in run.marks:
        address = _whole(mark.removeprefix(LINK), base) if mark.startswith(LINK) else None
        if address:
            yield f"{LINK}{address}"
        elif not mark.startswith(LINK):
            yield mark


def _whole(address: str, base: str | None) -> str | None:
    try:
        whole = urljoin(base, address) if base else address
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https", "mailto") and (parts.netloc or parts.path) else None


def said(guide: Guide) -> set[str]:
    """All that a guide's structures say, word for word."""
    return {words for value in walk(guide.structures) for words in words_of(value)}


def words_of(value: object) -> Iterator[str]:
    """What one value of a structure says itself, without what it holds."""
    if isinstance(value, Statement):
        yield plain(value.text)
    elif isinstance(value, Entry):
        yield value.words
    elif isinstance(value, str):
        yield str(value)
