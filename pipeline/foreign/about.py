"""What a page says of itself: its title, who published it, when and where."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.foreign.titles import bare
from pipeline.model.document import Block, Document, Heading, Paragraph

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
_DATES = (
    re.compile(r"(?P<year>20\d\d)-(?P<n>\d\d)-(?P<day>\d\d)"),
    re.compile(rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>20\d\d)", re.IGNORECASE),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>20\d\d)", re.IGNORECASE),
    re.compile(rf"{_MONTH}\s+(?P<year>20\d\d)", re.IGNORECASE),
)
_BY = re.compile(r"(?:written |posted )?by\s+(?P<name>[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){1,3})\b")
_OPENING = 12
"""Headings and paragraphs in which a page tells who wrote it, and when."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a source; everything else is for the editor to find out."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    """A year, a month or a day, in ISO 8601."""
    url: str | None = None
    authors: tuple[str, ...] = ()


def about(document: Document, flat: Sequence[Heading | Block]) -> About:
    """What the document's head says, or else its first lines."""
    values = document.front_matter.values if document.front_matter else {}
    said = {key: str(value) for key, value in values.items() if isinstance(value, str) and value.strip()}
    told = list(_opening(flat))
    dates = [said[key] for key in ("date", "published", "updated") if key in said] or told
    names = [said["author"]] if "author" in said else [found["name"] for text in told if (found := _BY.match(text))]
    return About(
        title=_title(said.get("title"), flat),
        publisher=said.get("publisher"),
        published=next((date for text in dates if (date := _date(text))), None),
        url=next((said[key] for key in ("url", "canonical_url") if said.get(key, "").startswith("http")), None),
        authors=tuple(names[:3]),
    )


def _opening(flat: Sequence[Heading | Block]) -> Iterator[str]:
    for block in flat[:_OPENING]:
        if isinstance(block, Heading | Paragraph):
            yield block.phrase.plain[:300]


def _title(said: str | None, flat: Sequence[Heading | Block]) -> str | None:
    """The title of the head, else the highest first heading that is more than a word."""
    if said:
        return bare(said)
    heads = [
        block for block in flat[: _OPENING * 2] if isinstance(block, Heading) and len(block.phrase.plain.split()) > 2
    ]
    best = min(heads, key=lambda head: head.level, default=None)
    return bare(best.phrase.plain) if best else None


def _date(text: str) -> str | None:
    for pattern in _DATES:
        found = pattern.search(text)
        if not found:
            continue
        parts = found.groupdict()
        month = int(parts["n"]) if parts.get("n") else _month(parts["month"])
        try:
            day = dt.date(int(parts["year"]), month, int(parts.get("day") or 1))
        except ValueError:
            continue
        return day.isoformat() if parts.get("day") else day.isoformat()[:7]
    return None


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, start=1) if month.startswith(name.lower()[:3]))
