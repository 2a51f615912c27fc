"""What of schema.org this site uses: the types, their properties, and which a search engine asks for.

The types of the properties are those of https://schema.org/Occupation, https://schema.org/FAQPage,
https://schema.org/LearningResource, https://schema.org/BreadcrumbList and https://schema.org/WebSite; what must be
there is what these pages ask for, as far as the type has a feature of its own:

- https://developers.google.com/search/docs/appearance/structured-data/faqpage (`mainEntity`; of a question `name`
  and `acceptedAnswer`, of an answer `text`)
- https://developers.google.com/search/docs/appearance/structured-data/breadcrumb (`itemListElement`, two at least; of
  each `position`, `name` and, but for the last, `item`)
- https://developers.google.com/search/docs/appearance/site-names (`name` and `url` of the site, on its home page)

`Occupation` and `LearningResource` have no rich result that this site could ask for (an estimated salary, a practice
problem): there a name, a description and an address are the least that says anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_THING = {"name": "Text", "description": "Text", "url": "URL"}
_WORK = {**_THING, "inLanguage": "Language", "dateModified": "Date", "author": "Organization*"}
PROPERTIES: dict[str, dict[str, str]] = {
    "WebSite": _WORK,
    "LearningResource": {
        **_WORK,
        "learningResourceType": "Text",
        "isAccessibleForFree": "Boolean",
        "hasPart": "LearningResource*",
    },
    "FAQPage": {**_WORK, "mainEntity": "Question*"},
    "Question": {"name": "Text", "acceptedAnswer": "Answer"},
    "Answer": {"text": "Text"},
    "Occupation": {**_THING, "alternateName": "Text*", "responsibilities": "Text*"},
    "Organization": {"name": "Text"},
    "BreadcrumbList": {"itemListElement": "ListItem*"},
    "ListItem": {"position": "Integer", "name": "Text", "item": "URL"},
}
"""Each property with the type of its value; a star stands for a list of one or more."""
REQUIRED: dict[str, set[str]] = {
    "WebSite": {"name", "url"},
    "LearningResource": {"name", "url"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "Occupation": {"name", "description", "url"},
    "Organization": {"name"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}


def faults(told: object, home: str) -> list[str]:
    """What is wrong with a block of linked data on a site at the address `home`; empty if it is sound."""
    if not isinstance(told, dict) or told.keys() != {"@context", "@graph"}:
        return ["a block is a context and a graph"]
    if told["@context"] != "https://schema.org":
        return ["the context is schema.org"]
    found = [fault for thing in told["@graph"] for fault in _thing(thing, home)]
    trails = [thing for thing in told["@graph"] if thing.get("@type") == "BreadcrumbList"]
    for trail in trails:
        places = [item["position"] for item in trail["itemListElement"]]
        if len(places) < 2 or places != list(range(1, len(places) + 1)):
            found.append("a trail has two steps or more, numbered from one")
    return found


def _thing(thing: object, home: str) -> Iterator[str]:
    sort = thing.get("@type") if isinstance(thing, dict) else None
    if not isinstance(thing, dict) or sort not in PROPERTIES:
        yield f"{sort} is no type that is used here"
        return
    yield from (f"{sort} has no {name}" for name in sorted(REQUIRED[sort] - thing.keys()))
    for name, value in thing.items():
        if name == "@type":
            continue
        wanted = PROPERTIES[sort].get(name)
        if wanted is None:
            yield f"{sort} has no property {name}"
        else:
            yield from (f"{sort}.{name}: {fault}" for fault in _value(value, wanted, home))


def _value(value: object, wanted: str, home: str) -> Iterator[str]:
    if wanted.endswith("*"):
        if not isinstance(value, list) or not value:
            yield "no list of one or more"
            return
        for one in value:
            yield from _value(one, wanted[:-1], home)
    elif wanted in PROPERTIES:
        yield from ([] if isinstance(value, dict) and value.get("@type") == wanted else [f"no {wanted}"])
        yield from _thing(value, home)
    elif not _PLAIN[wanted](value):
        yield f"{value!r} is no {wanted}"
    elif wanted == "URL" and not str(value).startswith(home):
        yield f"{value!r} is not on this site"


def _is_text(value: object) -> bool:
    """Words, and nothing of any markup."""
    return isinstance(value, str) and bool(value.strip()) and not re.search(r"</?\w|\[\^|\]\(|\*\*|&\w+;", value)


_PLAIN = {
    "Text": _is_text,
    "URL": lambda value: isinstance(value, str) and bool(re.fullmatch(r"https?://[^\s<>\"]+", value)),
    "Language": lambda value: value == "en",
    "Date": lambda value: isinstance(value, str) and bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value)),
    "Boolean": lambda value: isinstance(value, bool),
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
}
