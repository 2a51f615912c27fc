"""What a page is, as schema.org says it (JSON-LD): for machines, in words that stand on the page.

Addresses begin with `SITE`; the theme puts the published address of the site in its place, so that pages do not
depend on where they are published. Search engines document what they read of it:
https://developers.google.com/search/docs/appearance/structured-data/search-gallery
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.inline import plain
from pipeline.library import Library, Track
from pipeline.model.item import Bullets, Listing, Prose
from pipeline.model.page import address
from pipeline.model.registry import also_called
from pipeline.model.roles import Role
from pipeline.structures.base import Structure
from pipeline.structures.faq import Faqs
from pipeline.structures.questions import Questions
from pipeline.structures.responsibilities import Duties, Responsibilities
from pipeline.structures.roadmap import Roadmap

SITE = "site:/"
Thing = dict[str, Any]
Step = tuple[str, str]
"""The name of a page and its file, on the way from the home page to another."""


@dataclass
class Account:
    """What a page tells the theme and other programs of itself, taken down while it is made."""

    head: dict[str, object] = field(default_factory=dict)
    """What its front matter holds beside title and description."""
    steps: list[Step] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)


def graph(account: Account, path: str, title: str, description: str) -> list[Thing]:
    """All that is said of a page; what names nothing of its own bears the page's title, description and address."""
    about = {"name": title, "description": description, "url": url(path)}
    things = [{"@type": thing["@type"], **about, **thing} for thing in account.things]
    return [*things, *([_trail([*account.steps, (title, path)])] if account.steps else [])]


def in_script(things: Sequence[Thing]) -> str:
    """The things as one JSON text in which nothing can end the element that holds it."""
    text = json.dumps({"@context": "https://schema.org", "@graph": things}, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[<>&]", lambda found: f"\\u{ord(found[0]):04x}", text)


def url(path: str, anchor: str = "") -> str:
    """The address of a page, or of a place on it."""
    return f"{SITE}{address(path)}{f'#{anchor}' if anchor else ''}"


def _trail(steps: Sequence[Step]) -> Thing:
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": url(path)}
        for number, (name, path) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def site() -> Thing:
    """The site as a whole, said on its home page."""
    return {"@type": "WebSite", "inLanguage": "en"}


def resource(track: Track, sort: str) -> Thing:
    """A page to learn from. `sort` says in words what it is: `Roadmap`."""
    return {
        "@type": "LearningResource",
        "learningResourceType": sort,
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "dateModified": track.guide.updated.isoformat(),
        "author": [{"@type": "Organization", "name": name} for name in track.guide.authors],
    }


def leaf(track: Track, path: str, sort: str, structure: Structure) -> list[Thing]:
    """What a page of a track holds, where schema.org has a word for it."""
    if isinstance(structure, Faqs):
        return [_faq(structure)]
    if isinstance(structure, Roadmap):
        return [_whole(resource(track, sort), path, ((phase.id, phase.words) for phase in structure.phases))]
    if isinstance(structure, Questions):
        sets = ((part.id, part.words) for part in structure.sets)
        return [_whole(resource(track, f"Interview {sort.lower()}"), path, sets)]
    return []


def _whole(thing: Thing, path: str, parts: Iterable[tuple[str, str]]) -> Thing:
    """A thing with its parts: from their ids to their titles."""
    held = [{"@type": "LearningResource", "name": title, "url": url(path, id)} for id, title in parts]
    return {**thing, "hasPart": held} if held else thing


def _faq(faqs: Faqs) -> Thing:
    asked = [
        {
            "@type": "Question",
            "name": faq.words,
            "acceptedAnswer": {"@type": "Answer", "text": _words(faq.answer)},
        }
        for faq in faqs.faqs
        if faq.answer
    ]
    return {"@type": "FAQPage", "inLanguage": "en", "mainEntity": asked}


def _words(prose: Prose) -> str:
    """Running text without its markup, a paragraph a line."""
    lines: list[str] = []
    for part in prose:
        if isinstance(part, Bullets):
            lines += [plain(item.text) for item in part.items]
        else:
            lines.append(part.code if isinstance(part, Listing) else plain(part.text))
    return "\n".join(lines)


def occupation(library: Library, role: Role, tracks: Iterable[Track]) -> Thing:
    """A role, with its duties from the tracks that its page shows."""
    duties = [
        plain(duty.text)
        for track in tracks
        for duties in _answers(track)
        if library.registry.role(duties.role) == role
        for duty in duties.duties
    ]
    thing: Thing = {"@type": "Occupation"}
    also = list(also_called(role))
    return thing | ({"alternateName": also} if also else {}) | ({"responsibilities": duties} if duties else {})


def _answers(track: Track) -> tuple[Duties, ...]:
    found = track.guide.find(Responsibilities)
    return found.roles if found else ()
