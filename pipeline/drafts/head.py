"""What a draft says of itself and of its source, from what the page says: the front matter."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from urllib.parse import urlsplit

from pipeline.foreign import About
from pipeline.guide import PUBLISHED, SourceEntry, first_day, names_server
from pipeline.inline import slug
from pipeline.readers.yaml import CONTROL

UNKNOWN_PUBLISHER = "Unknown publisher"
_LONGEST_ID = 40


def source_of(about: About, stem: str) -> SourceEntry:
    """The document that was imported, as an entry of the front matter; `stem` is its file's name."""
    url = web_address(about.url)
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    publisher, title = line(about.publisher) or host, line(about.title) or named(stem)
    return SourceEntry(
        id=ascii_slug(publisher or title, "source"),
        title=title,
        publisher=publisher or UNKNOWN_PUBLISHER,
        url=url,
        published=published(about.published),
        authors=tuple(dict.fromkeys(author for name in about.authors if (author := line(name)))),
    )


def updated(source: SourceEntry, today: dt.date) -> dt.date:
    """The day of which a draft speaks: that of its source, so that the same document always gives the same draft.

    A year or a month counts from its first day, for a draft is never fresher than its source. Only a document
    without a date takes the day of the import.
    """
    if source.published is None:
        return today
    return first_day(source.published)


def published(text: str | None) -> str | None:
    """A date as the front matter has it: a year, a month or a day; None for anything else."""
    found = re.match(r"\d{4}(-\d\d(-\d\d)?)?(?!\d)", (text or "").strip())
    if found is None or not re.fullmatch(PUBLISHED, found[0]) or found[0] < "1000":
        return None
    try:
        first_day(found[0])
    except ValueError:
        return None
    return found[0]


def web_address(text: str | None) -> str | None:
    """The text, if it is a whole address of the web."""
    return (
        text
        if text and re.fullmatch(r"https?://\S+", text) and names_server(text) and not CONTROL.search(text)
        else None
    )


def line(text: str | None) -> str:
    """The text on one line, without what no front matter can hold."""
    return " ".join(CONTROL.sub("", text or "").split())


def named(stem: str) -> str:
    """A file's name as words."""
    words = line(re.sub(r"[\s_\-.]+", " ", stem))
    return words[:1].upper() + words[1:] or "Untitled"


def ascii_slug(text: str, otherwise: str) -> str:
    """Lower-case letters, digits and hyphens, cut between words: for ids that stand in files by themselves."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    if not re.search(r"[A-Za-z0-9]", folded):
        return otherwise
    made = slug(folded)
    return made if len(made) <= _LONGEST_ID else made[: made.rfind("-", 0, _LONGEST_ID + 1)].strip("-") or otherwise
