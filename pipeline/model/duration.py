"""How long something takes, as numbers and a unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import Field

from pipeline.model.counting import counted, plural
from pipeline.model.item import Item

Unit = Literal["hour", "day", "week", "month", "year"]
_WEEKS: dict[Unit, float] = {"hour": 1 / 40, "day": 1 / 5, "week": 1.0, "month": 52 / 12, "year": 52.0}
"""Working weeks in a unit: a 40-hour week of 5 days, twelve equal months of a 52-week year."""


class Duration(Item):
    """A number of units, a range of them, or ongoing."""

    least: float | None = Field(default=None, description="Lower end, in units; null where ongoing.")
    most: float | None = Field(default=None, description="Upper end, in units; equal to `least` if exact.")
    unit: Unit | None = Field(default=None, description="Null where ongoing.")
    ongoing: bool = False
    calendar: bool = Field(
        default=False, description="Whether the numbers say when, counted from the start: weeks 3 to 4, not how many."
    )

    def __str__(self) -> str:
        if self.ongoing or self.least is None or self.most is None:
            return "ongoing"
        if self.calendar:
            one = self.least == self.most
            return f"{self.unit} {self.least:g}" if one else f"{self.unit}s {self.least:g}–{self.most:g}"
        amount = f"{self.least:g}" if self.least == self.most else f"{self.least:g}–{self.most:g}"
        return f"{amount} {self.unit}{'' if self.most == 1 else 's'}"

    @property
    def length(self) -> tuple[float, float]:
        """The least and the most units it takes; none where ongoing."""
        if self.least is None or self.most is None:
            return 0, 0
        if self.calendar:
            return self.most - self.least + 1, self.most - self.least + 1
        return self.least, self.most

    @property
    def weeks(self) -> tuple[float, float]:
        """The least and the most working weeks it takes; none where ongoing."""
        size = _WEEKS[self.unit] if self.unit else 0.0
        return self.length[0] * size, self.length[1] * size

    @property
    def starts(self) -> float | None:
        """How many working weeks after the start it begins, where it says so: weeks 3 to 4 begin after two."""
        return (self.least - 1) * _WEEKS[self.unit] if self.calendar and self.least is not None and self.unit else None

    @property
    def as_length(self) -> Duration:
        """How long it is, without when."""
        least, most = self.length
        return self if self.ongoing else self.model_copy(update={"least": least, "most": most, "calendar": False})

    def moved(self, weeks: float) -> Duration:
        """As long, in the unit of the calendar that begins nearest to that many working weeks after the start."""
        least, length = round(weeks / _WEEKS[self.unit or "week"]) + 1, self.length[1]
        return self.model_copy(update={"least": float(least), "most": least + length - 1})


def misplaced(durations: Iterable[Duration | None]) -> Iterator[tuple[int, Duration]]:
    """Which of them say when, but do not begin where the one before ends at the latest; each as it would have to be.

    Less than one unit is no difference: months have no whole weeks. After one that nobody told, nothing is known until
    the next that says when.
    """
    now: float | None = 0.0
    for index, duration in enumerate(durations):
        if duration is None:
            now = None
        elif not duration.ongoing:
            if duration.starts is not None:
                if now is not None and abs(duration.starts - now) > 0.99 * _WEEKS[duration.unit or "week"]:
                    yield index, duration.moved(now)
                now = duration.starts
            now = None if now is None else now + duration.weeks[1]


def unit_for(weeks: float) -> tuple[Unit, float]:
    """The largest of week, day and hour that so many working weeks fill, and its size in weeks."""
    units: tuple[Unit, ...] = ("week", "day", "hour")
    return next(((unit, _WEEKS[unit]) for unit in units if weeks >= _WEEKS[unit]), ("hour", _WEEKS["hour"]))


def roughly(least: float, most: float) -> str:
    """A range of working weeks in round numbers: `9–12 weeks`, `2 days`."""
    unit, size = unit_for(most)
    low, high = round(least / size), round(most / size)
    if low == high:
        return counted(high, unit)
    return f"{low}–{high} {plural(unit)}" if low else f"up to {counted(high, unit)}"


_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_AMOUNT = rf"(\d+(?:\.\d+)?|an?|{'|'.join(_WORDS)})"
_DURATION = re.compile(
    rf"(?:about |around |roughly |another |the )?(?:first |last |next |opening |final )?"
    rf"{_AMOUNT}(?:\s*(?:-|–|—|to|or|and)\s*{_AMOUNT})?[\s-]*(hour|hr|day|week|wk|month|mo|year|yr)s?",
    re.IGNORECASE,
)
_CALENDAR = re.compile(r"(day|week|month|year)s?\s+(\d+)(?:\s*(?:-|–|—|to|and|&)\s*(\d+))?")
_UNITS: dict[str, Unit] = {"hr": "hour", "wk": "week", "mo": "month", "yr": "year"}
_FULL: dict[str, Unit] = {"hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"}


def read_duration(text: str) -> Duration | None:
    """The duration that `text` is, or None if it is none: `3–4 weeks`, `6 to 12 months`, `ongoing`."""
    wanted = " ".join(text.split()).strip(" .").casefold()
    if wanted in ("ongoing", "continuous", "open-ended"):
        return Duration(ongoing=True)
    when = _CALENDAR.fullmatch(wanted)
    if when:
        first, last = float(when[2]), float(when[3] or when[2])
        unit = _FULL[when[1]]
        return Duration(least=first, most=last, unit=unit, calendar=True) if first <= last else None
    found = _DURATION.fullmatch(re.sub(r"^(?:~|approx\.?)\s*|(?<=\d)\+", "", wanted))
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
