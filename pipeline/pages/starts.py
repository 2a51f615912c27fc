"""What a start already brings, and how far it is: bars to a scale that all tracks share, with the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline import markup
from pipeline.drawing import Scale, figure, ruled
from pipeline.library import Track
from pipeline.markup import Markup
from pipeline.model.page import Target, track_page
from pipeline.pages.figures import bucket_counts, bucket_words, weeks
from pipeline.pages.view import PageView
from pipeline.structures.buckets import bucket_mark, draw_gap
from pipeline.structures.skills import SkillBucket, Skills

_NAMED = 3
"""How many skills of a bucket are named."""
_TAIL = 1 / 12
"""How far the arrow of an ongoing phase goes beyond the longest track, as a share of it."""


def scale_of(tracks: Iterable[Track]) -> Scale | None:
    """The weeks of the longest track, and room for an arrow behind it; None where no track says how long it takes."""
    longest = max((weeks(track)[1] for track in tracks), default=0.0)
    return Scale(longest * (1 + _TAIL)) if longest else None


def distance(track: Track, scale: Scale | None) -> Markup:
    """How far it is, in weeks: solid the least, hatched to the most, an arrow for what goes on."""
    return markup.phrase(ruled(_strokes(track, scale)), "ct-distance") if scale and weeks(track)[1] else markup.EMPTY


def _strokes(track: Track, scale: Scale) -> Iterator[Markup]:
    least, most, ongoing = weeks(track)
    yield scale.bar(0, least, "ct-least")
    if most > least:
        yield scale.bar(least, most, "ct-most")
    if ongoing:
        end = most + scale.whole * _TAIL / (1 + _TAIL)
        yield scale.bar(most, end, "ct-open")
        yield scale.arrow(end)


def brought(track: Track, view: PageView, longest: int) -> Markup:
    """The skill gap as a bar, and below it each bucket with the first of its skills; `longest` is the longest bar."""
    skills = track.guide.find(Skills)
    buckets = [bucket for bucket in (skills.buckets if skills else ()) if bucket.skills]
    if not buckets:
        return markup.EMPTY
    bar = figure(draw_gap(bucket_counts(track), longest), "ct-bar")
    told = markup.bullets(_bucket(bucket, track, view) for bucket in buckets)
    return markup.blocks(bar, markup.box(told, "ct-bar-words"))


def _bucket(bucket: SkillBucket, track: Track, view: PageView) -> Markup:
    count, left = markup.bold(markup.text(f"{len(bucket.skills)}")), len(bucket.skills) - _NAMED
    target = Target(track_page(track.slug, "skills"), bucket.bucket)
    link = view.link(markup.words(count, markup.text(bucket_words(bucket.bucket, len(bucket.skills)))), target)
    names = ", ".join(entry.title for entry in bucket.skills[:_NAMED])
    said = markup.text(f"{names} and {left} more" if left > 0 else names)
    return markup.words(bucket_mark(bucket.bucket), link, markup.phrase(said, "ct-named"))
