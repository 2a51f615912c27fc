"""The three buckets of a skill gap: what they are called, their marks, and the gap drawn to scale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pipeline.drawing import drawing, stroke
from pipeline.markup import Markup

Bucket = Literal["carries-over", "easier", "new", "unspecified"]
"""`unspecified` is for guides still being written: which skills are meant is known, not yet how far off they are."""

TITLES: dict[Bucket, str] = {
    "carries-over": "Carries over",
    "easier": "Easier to pick up",
    "new": "Genuinely new",
}
UNSORTED: Bucket = "unspecified"
HEADINGS = {
    "carries over": "carries-over",
    "what carries over": "carries-over",
    "skills that carry over": "carries-over",
    "transferable skills": "carries-over",
    "easier to pick up": "easier",
    "easier": "easier",
    "skills easier to pick up": "easier",
    "genuinely new": "new",
    "new": "new",
    "new skills": "new",
    "skills that are new": "new",
    "not sorted yet": "unspecified",
    "unspecified": "unspecified",
}
"""What the heading of a bucket may be, in lower case."""


def bucket_title(bucket: Bucket) -> str:
    """What a bucket is called; the one that is still to be sorted is no bucket to a reader."""
    return TITLES.get(bucket, "Not sorted yet")


def bucket_mark(bucket: Bucket) -> Markup:
    """The shape of a bucket, beside its word: colour is never the only sign. Empty, it is never read out."""
    return Markup(f'<span class="ct-mark ct-mark-{bucket}"></span>')


def draw_gap(counts: Mapping[Bucket, int], longest: int = 0) -> Markup:
    """The skill gap to scale: a cell for each skill; `longest` is the length at which the drawing is full."""
    parts, start = [], 0
    for name in (*TITLES, UNSORTED):
        if counts.get(name):
            parts.append(stroke(f"M{start} 5h{counts[name]}", f"ct-bar-{name}"))
            start += counts[name]
    return drawing(max(start, longest), 10, parts, stretched=True)
