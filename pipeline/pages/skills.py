"""A page a skill, the list of all skills, and the matrix of skills across tracks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pipeline import markup
from pipeline.guide import Library, Occurrence, Track
from pipeline.markup import Markup
from pipeline.model.item import Statement
from pipeline.model.page import COMPARE, SKILLS, Page, Target, skill_page, track_page
from pipeline.model.skills import Skill
from pipeline.pages import frame
from pipeline.pages.figures import bucket_counts, longest, weeks_words
from pipeline.pages.oldnews import old_news
from pipeline.pages.starts import distance, scale_of
from pipeline.pages.track import short_title
from pipeline.pages.trust import reviewed, shown_tracks
from pipeline.pages.view import PageView
from pipeline.structures import KINDS
from pipeline.structures.skills import TITLES, SkillBucket, SkillEntry, Skills, bucket_mark, bucket_title, draw_gap

CATEGORIES = {
    "programming": "Programming",
    "data-engineering": "Data engineering",
    "statistics": "Statistics",
    "machine-learning": "Machine learning",
    "mlops": "MLOps",
    "systems": "Systems",
    "cloud": "Cloud",
    "interviewing": "Interviewing",
    "tools": "Tools",
}
_SKILL_NOTE = "The description of the skill is the editors' own; what a guide says of it names its source there."
Placed = dict[str, dict[str, tuple[SkillBucket, SkillEntry]]]
"""From a skill's slug and a track's slug to where the track has the skill."""


def placed(library: Library) -> Placed:
    """Which skill is in which bucket of which track."""
    found: Placed = {}
    for track in library.tracks:
        skills = track.guide.find(Skills)
        for bucket in skills.buckets if skills else ():
            for entry in bucket.skills:
                skill = library.registry.skill(entry.skill)
                if skill:
                    found.setdefault(skill.slug, {})[track.slug] = (bucket, entry)
    return found


def skill_pages(library: Library) -> Iterator[Page]:
    """The pages of all skills."""
    where = placed(library)
    for skill in library.registry.skills:
        yield _skill(library, skill, where)


def _skill(library: Library, skill: Skill, where: Placed) -> Page:
    view = PageView(library, skill_page(skill.slug))
    category = CATEGORIES[skill.category]
    also = ", ".join(dict.fromkeys((*skill.exact, *skill.aliases)))
    known = markup.definitions([(markup.text("Also called"), markup.text(also))]) if also else markup.EMPTY
    there = {bucket.bucket for bucket, _ in where.get(skill.slug, {}).values()}
    buckets = [title for bucket, title in TITLES.items() if bucket in there]
    return frame.page(
        view,
        skill.name,
        skill.summary,
        frame.trail(view, ("Skills", SKILLS)),
        frame.title(markup.text(skill.name), category),
        frame.lead(view.text(Statement(text=skill.summary))),
        known,
        _buckets(library, skill, where, view),
        _occurrences(library, skill, view),
        _related(library, skill, view),
        reviewed(shown_tracks(library, skill.slug, where.get(skill.slug, {})), _SKILL_NOTE),
        facets={"kind": ["Skill"], "bucket": buckets},
    )


def _buckets(library: Library, skill: Skill, where: Placed, view: PageView) -> Markup:
    rows = []
    for track in library.tracks:
        found = where.get(skill.slug, {}).get(track.slug)
        if found:
            bucket, entry = found
            target = Target(track_page(track.slug, "skills"), entry.id)
            title = markup.text(bucket_title(bucket.bucket))
            words = markup.words(bucket_mark(bucket.bucket), view.link(title, target))
            rows.append((view.link(markup.text(track.origin.name), Target(track_page(track.slug))), words))
    if not rows:
        return markup.EMPTY
    header = (markup.text("If you are a"), markup.text("it"))
    table = markup.table(header, rows, f"{skill.name} in each track", "ct-buckets")
    return markup.blocks(markup.heading(2, markup.text("What it is to you"), "buckets"), table)


def _occurrences(library: Library, skill: Skill, view: PageView) -> Markup:
    found = library.occurrences.get(skill.slug, ())
    parts: list[Markup] = []
    for kind in KINDS:
        here = [place for place in found if place.kind == kind.name and kind.model is not Skills]
        if here:
            parts += [markup.heading(2, markup.text(kind.title), kind.name), _places(library, here, view)]
    return markup.blocks(*parts)


def _places(library: Library, found: list[Occurrence], view: PageView) -> Markup:
    """By track; what names the skill before what only mentions it."""
    items = []
    for slug, group in groupby(found, key=lambda place: place.track):
        places = sorted(group, key=lambda place: not place.named)
        links = markup.bullets(view.link(view.words(place.entry.title), place.target) for place in places)
        items.append(markup.blocks(markup.text(short_title(library.track(slug))), links))
    return markup.box(markup.bullets(items), "ct-places")


def _related(library: Library, skill: Skill, view: PageView) -> Markup:
    near = [other for slug in skill.related if (other := library.registry.skill(slug))]
    if not near:
        return markup.EMPTY
    links = markup.bullets(
        markup.words(
            view.link(markup.text(other.name), Target(skill_page(other.slug))),
            markup.phrase(markup.text(other.summary), "ct-leg-says"),
        )
        for other in near
    )
    return markup.blocks(markup.heading(2, markup.text("Related skills"), "related"), markup.box(links, "ct-legs"))


def skills_page(library: Library) -> Page:
    """All skills by category."""
    view = PageView(library, SKILLS)
    parts: list[Markup] = []
    for category, name in CATEGORIES.items():
        skills = [skill for skill in library.registry.skills if skill.category == category]
        if skills:
            parts.append(markup.heading(2, markup.text(name), category))
            parts.append(markup.box(markup.bullets(_line(skill, view) for skill in skills), "ct-legs"))
    return frame.page(
        view,
        "Skills",
        "Every skill that the tracks mention, by category, with where it occurs.",
        frame.trail(view),
        frame.title(markup.text("Skills")),
        frame.lead(
            markup.words(
                markup.text(f"{len(library.registry.skills)} skills by category."),
                view.link(markup.text("See all tracks side by side"), Target(COMPARE)),
                markup.text("to learn which of them is old news for whom."),
            )
        ),
        frame.contents(),
        *parts,
        reviewed(library.tracks, "The descriptions are the editors' own."),
        facets={"kind": ["Skill"]},
    )


def _line(skill: Skill, view: PageView) -> Markup:
    return markup.words(
        view.link(markup.text(skill.name), Target(skill_page(skill.slug))),
        markup.phrase(markup.text(skill.summary), "ct-leg-says"),
    )


def compare_page(library: Library) -> Page:
    """All tracks side by side: how far each is, and one matrix of skills."""
    view = PageView(library, COMPARE)
    return frame.page(
        view,
        "All tracks side by side",
        "Which skill carries over, is easier or is new, for each role you may come from.",
        frame.trail(view),
        frame.title(markup.text("All tracks side by side")),
        frame.lead(markup.text("Which skill is old news for whom, and how far each track is.")),
        markup.heading(2, markup.text("How far it is"), "distance"),
        _distances(library, view),
        old_news(library, placed(library), view),
        markup.heading(2, markup.text("Skills across tracks"), "skills"),
        _legend(),
        _matrix(library, view),
        reviewed(library.tracks, "Each mark leads to what a guide says of the skill, and to its source."),
        wide=True,
        facets={"kind": ["Skill"]},
    )


def _distances(library: Library, view: PageView) -> Markup:
    scale, weeks = longest(library.tracks), scale_of(library.tracks)
    rows = []
    for track in library.tracks:
        counts = bucket_counts(track)
        name = view.link(markup.text(short_title(track)), Target(track_page(track.slug)))
        bar = markup.phrase(draw_gap(counts, scale), "ct-bar")
        numbers = (markup.text(str(counts[bucket])) for bucket in TITLES)
        time = markup.words(markup.text(weeks_words(track)), distance(track, weeks))
        rows.append((markup.words(name, bar), time, *numbers))
    buckets = (markup.words(bucket_mark(bucket), markup.text(title)) for bucket, title in TITLES.items())
    header = (markup.text("Track"), markup.text("Time"), *buckets)
    return markup.table(header, rows, "How far each track is", "ct-stack ct-distances")


def _legend() -> Markup:
    """The shapes that the matrix has alone where there is no room for words."""
    shapes = [markup.words(bucket_mark(bucket), markup.text(title)) for bucket, title in TITLES.items()]
    none = markup.words(markup.phrase(markup.text("–"), "ct-none"), markup.text("Not named"))
    return markup.box(markup.bullets([*shapes, none]), "ct-bar-words")


def _matrix(library: Library, view: PageView) -> Markup:
    where = placed(library)
    header = (markup.text("Skill"), *(markup.text(f"From {track.origin.name.lower()}") for track in library.tracks))
    rows = [
        (
            view.link(markup.text(skill.name), Target(skill_page(skill.slug))),
            *(_cell(skill, track, where, view) for track in library.tracks),
        )
        for skill in sorted(library.registry.skills, key=lambda skill: skill.name.casefold())
        if skill.slug in where
    ]
    return markup.table(header, rows, "Skills across tracks", "ct-matrix")


def _cell(skill: Skill, track: Track, where: Placed, view: PageView) -> Markup:
    found = where[skill.slug].get(track.slug)
    if found is None:
        return markup.phrase(markup.text("–"), "ct-none")
    bucket, entry = found
    target = Target(track_page(track.slug, "skills"), entry.id)
    title = markup.text(bucket_title(bucket.bucket))
    return view.link(markup.words(bucket_mark(bucket.bucket), title, between=""), target)
