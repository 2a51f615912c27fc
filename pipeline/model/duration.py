"""How long something takes, as numbers and a unit."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field

from pipeline.model.item import Item

Unit = Literal["hour", "day", "week", "month", "year"]


class Duration(Item):
    """A number of units, a range of them, or ongoing."""

    least: float | None = Field(default=None, description="Lower end, in units; null where ongoing.")
    most: float | None = Field(default=None, description="Upper end, in units; equal to `least` if exact.")
    unit: Unit | None = Field(default=None, description="Null where ongoing.")
    ongoing: bool = False

    def __str__(self) -> str:
        if self.ongoing or self.least is None or self.most is None:
            return "ongoing"
        amount = f"{self.least:g}" if self.least == self.most else f"{self.least:g}–{self.most:g}"
        return f"{amount} {self.unit}{'' if self.most == 1 else 's'}"


_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_AMOUNT = rf"(\d+(?:\.\d+)?|an?|{'|'.join(_WORDS)})"
_DURATION = re.compile(
    rf"(?:about |around |roughly |another |the )?(?:first |last |next |opening |final )?"
    rf"{_AMOUNT}(?:\s*(?:-|–|—|to|or|and)\s*{_AMOUNT})?[\s-]*(hour|hr|day|week|wk|month|mo|year|yr)s?",
    re.IGNORECASE,
)
_UNITS: dict[str, Unit] = {"hr": "hour", "wk": "week", "mo": "month", "yr": "year"}
_FULL: dict[str, Unit] = {"hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"}


def read_duration(text: str) -> Duration | None:
    """The duration that `text` is, or None if it is none: `3–4 weeks`, `6 to 12 months`, `ongoing`."""
    wanted = " ".join(text.split()).strip(" .").casefold()
    if wanted in ("ongoing", "continuous", "open-ended"):
        return Duration(ongoing=True)
    found = _DURATION.fullmatch(wanted)
    if found is None:
        return None
    least = _number(found[1])
    most = _number(found[2]) if found[2] else least
    unit = _UNITS.get(found[3]) or _FULL[found[3]]
    return Duration(least=least, most=most, unit=unit) if least <= most else None


def _number(word: str) -> float:
    if word in ("a", "an"):
        return 1
    return float(_WORDS.index(word) + 1 if word in _WORDS else word)
