"""What planning counts with. The page that explains it and the scripts that count read the same numbers."""

from __future__ import annotations

from typing import Literal

Level = Literal["none", "some", "solid"]

HOURS_PER_WEEK = 10
"""Hours a week that the durations of a guide presume, where it does not say: evenings and part of a weekend."""

WORTH: dict[Level, float] = {"none": 0.0, "some": 0.5, "solid": 1.0}
"""How much of the time that a skill takes is saved by having it: with "some", half is left to learn."""

MEANING: dict[Level, str] = {
    "none": "new to you, or long forgotten",
    "some": "you have used it, with help or on a small scale",
    "solid": "you could do it at work tomorrow, and explain it",
}
"""What a reader says by a level."""

PRESUMED: Literal["carries-over"] = "carries-over"
"""The bucket whose skills the durations of a guide take for granted."""
