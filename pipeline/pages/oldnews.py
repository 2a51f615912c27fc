"""Which skill is old news for whom: skills that several tracks sort, by the roles that they carry over from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline import markup
from pipeline.library import InBucket, Library, Track
from pipeline.markup import Markup
from pipeline.model.page import Target, skill_page
from pipeline.model.skills import Skill
from pipeline.pages.figures import bucket_words
from pipeline.pages.view import PageView
from pipeline.structures.buckets import bucket_mark

_SAYS = "Of the skills that more than one track sorts: from which roles they carry over."
_MOST = 8
"""So many groups are shown, the largest: as many as three tracks can make, for more there would be no end of them."""


def old_news(library: Library, tracks: Sequence[Track], view: PageView) -> Markup:
    """A list of skills for each group of roles that the tracks begin at; nothing unless there are tracks to compare."""
    groups: dict[tuple[str, ...], list[Skill]] = {}
    for skill in sorted(library.registry.skills, key=lambda skill: skill.name.casefold()):
        where = library.placements.get(skill.slug, {})
        if sum(track.slug in where for track in tracks) > 1:
            carried = (track for track in tracks if _carries_over(track, where))
            groups.setdefault(tuple(track.origin.within for track in carried), []).append(skill)
    largest = sorted(groups, key=lambda roles: (-len(groups[roles]), roles))[:_MOST]
    # Who has most of it already comes first; what nobody has comes last.
    shown = sorted(largest, key=lambda roles: (-len(roles), roles))
    listed = markup.box(markup.blocks(*(_group(roles, groups[roles], view) for roles in shown)), "ct-names")
    title = markup.heading(2, markup.text("Old news for whom"), "old-news")
    return markup.blocks(title, markup.paragraph(markup.text(_SAYS), "ct-says"), listed) if shown else markup.EMPTY


def _carries_over(track: Track, where: Mapping[str, InBucket]) -> bool:
    return track.slug in where and where[track.slug].bucket.bucket == "carries-over"


def _group(roles: tuple[str, ...], skills: list[Skill], view: PageView) -> Markup:
    said = f"from {' and '.join(roles)}{'' if len(roles) > 1 else ' alone'}" if roles else "from none"
    mark = bucket_mark("carries-over") if roles else ""
    title = markup.words(
        mark,
        markup.bold(markup.text(f"{len(skills)}")),
        markup.text(f"{bucket_words('carries-over', len(skills))} {said}"),
    )
    names = (view.link(markup.text(skill.name), Target(skill_page(skill.slug))) for skill in skills)
    return markup.box(markup.blocks(title, markup.bullets(names)), "ct-names-bucket")
