"""Headings taken apart: numbers, labels ("Phase 2:"), durations and ornament, and the title that is left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.model.duration import read_duration
from pipeline.readers.lines import ICON

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = ("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_N = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)}|[ivx]{{1,4}})\b"
_LABELS = {
    **dict.fromkeys(("phase", "stage", "step", "level", "module", "part", "milestone", "tier", "chapter", "track"), 0),
    **dict.fromkeys(("year", "quarter", "sprint"), 0),
    "month": 1,
    "week": 2,
    "day": 3,
}
TIMES = ("year", "quarter", "month", "week", "day")
_ORNAMENT = rf"(?:{ICON}|[\s#*_>•·|])+"
_LABEL = re.compile(
    rf"(?P<label>{'|'.join(_LABELS)})s?\s*#?(?P<n>{_N})(?:\uFE0F?\u20E3)?"
    rf"(?P<to>\s*(?:[-–—]|to|and|&)\s*(?:{'|'.join(TIMES)})?s?\s*(?:{_N}))?\+?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(rf"(?:the\s+)?(?P<n>{'|'.join(_ORDINALS)})\s+(?P<label>{'|'.join(_LABELS)})\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:Q(?:uestion)?\s*)?#?(\d{1,3}|[A-H](?=[.)]\s))(?:\.\d{1,3})*\s*(?:[.):]|\s[-–—]|\uFE0F?\u20E3|(?<=\d\.\d)|(?<=\.\d\d))\s+"
)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_TIME = r"(?:months?|weeks?|days?|years?|hours?|hrs?|quarters?|mos?|wks?)"
_SPELT = "|".join(_WORDS)
_TIMED = re.compile(
    rf"(?:~|about|approx\.?|around)?\s*(?:\d+(?:\.\d+)?\+?(?:\s*(?:[-–—]|to)\s*\d+(?:\.\d+)?\+?)?[\s-]*{_TIME}"
    rf"|{_TIME}\s*\d+(?:\s*(?:[-–—]|to|&)\s*(?:{_TIME}\s*)?\d+)?\+?"
    rf"|(?:{_SPELT})\s*(?:to\s+(?:{_SPELT})\s+)?{_TIME}|q[1-4]|ongoing|continuous|open-ended)",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"\s*(?:[-–—|:,·•⏱]|\s)\s*(?P<time>{_TIMED.pattern})\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """The words of a heading, taken apart."""

    text: str
    """Without ornament, number, label, duration, and a colon at the end."""
    number: int | None = None
    label: str | None = None
    """`phase`, `month`, ...: with a number behind it in the heading."""
    duration: str | None = None
    """As written."""
    whole: str = ""
    """Without ornament and number only."""

    @property
    def rank(self) -> int:
        """How deep a label stands: weeks stand in months, and months in phases."""
        return _LABELS.get(self.label or "", 0)


@lru_cache(maxsize=65536)
def read_title(words: str) -> Title:
    """The parts of a heading."""
    whole = bare(words)
    numbered = _NUMBER.match(whole)
    number = (int(numbered[1]) if numbered[1].isdigit() else ord(numbered[1]) - ord("A") + 1) if numbered else None
    if numbered:
        whole = bare(whole[numbered.end() :])
    text, duration = _without_duration(whole)
    found = _LABEL.match(text) or _ORDINAL.match(text)
    if found is None or re.match(r"[\w'’]", text[found.end() :][:1]):
        return Title(text.rstrip(": ") or whole, number, None, duration, whole)
    label = found["label"].lower()
    rest = re.sub(rf"^{_ORNAMENT}", "", re.sub(r"^[\s:.,–—|-]+", "", text[found.end() :]))
    bracket = _BRACKET.match(rest)
    if bracket and _TIMED.fullmatch(bracket[1].strip()):
        duration, rest = duration or bracket[1].strip(), re.sub(r"^[\s:.,–—|-]+", "", rest[bracket.end() :])
    if label in TIMES and duration is None:
        duration = found[0].strip()
    return Title(rest.rstrip(": ") or text, _value(found["n"]), label, duration, whole)


def bare(words: str) -> str:
    """Words without pictures, bullets and quotation marks at their ends."""
    text = re.sub(rf"^{_ORNAMENT}|{_ORNAMENT}$", "", words.strip())
    return " ".join(text.strip("⏱").split())


def _value(word: str) -> int:
    word = word.lower()
    for values in (_WORDS, _ORDINALS):
        if word in values:
            return values.index(word)
    return int(word) if word.isdigit() else _ROMAN.get(word, 0)


def _without_duration(text: str) -> tuple[str, str | None]:
    for found in _BRACKET.finditer(text):
        inner = re.sub(rf"^{_ORNAMENT}", "", found[1]).strip()
        time = next((part.strip() for part in re.split(r"[,;|/·]", inner) if is_duration(part.strip())), None)
        before = text[: found.start()].strip()
        ends = re.match(r"\s*(?:$|[-–—|:])", text[found.end() :])
        # "Step one (4 weeks): Audit": the title is behind the label.
        if time and ends and before and (not _LABEL.fullmatch(before) or found.end() >= len(text)):
            return bare(text[: found.start()]), time
    tail = _TAIL.search(text)
    if tail and tail.start() > 3 and not _LABEL.fullmatch(text):
        return bare(text[: tail.start()]).rstrip(" -–—|:,"), tail["time"].strip()
    return text, None


def is_duration(words: str) -> bool:
    """Whether words say how long something takes, or when: `3-4 weeks`, `Months 1–3`, `ongoing`."""
    return bool(_TIMED.fullmatch(words)) or read_duration(words) is not None
