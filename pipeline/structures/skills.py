"""Skills: what carries over, what is easier to pick up, what is genuinely new.

A guide shows one heading a bucket; each skill is an entry with why, tools and its counterpart.
"""

from __future__ import annotations

from typing import Literal

from pipeline import markup
from pipeline.drawing import figure
from pipeline.markup import Markup
from pipeline.model.document import Section
from pipeline.model.item import Item, Prose, SkillName, Statement, Toolset
from pipeline.model.rules import UNPLACED_IS_EMPTY
from pipeline.structures import compose as made
from pipeline.structures import counterparts
from pipeline.structures.base import Context, Entry, Kind, Structure, View, entry_id, never
from pipeline.structures.buckets import HEADINGS, TITLES, UNSORTED, Bucket, bucket_mark, bucket_title, draw_gap
from pipeline.structures.entries import Written, read_entries, read_parts
from pipeline.structures.fields import prose_of
from pipeline.structures.naming import toolset

LABELS = {
    "tools": "tools",
    "counterpart": "counterpart",
    "learn": "learn",
    "left to learn": "learn",
    "why": "why",
}


class SkillEntry(Entry):
    """One skill, and why it is in its bucket."""

    skill: SkillName
    why: Prose
    learn: Statement | None = None
    """What is left to learn."""
    tools: Toolset | None = None
    counterpart: counterparts.Counterpart | None = None


class SkillBucket(Item):
    """The skills of one bucket."""

    bucket: Bucket
    intro: Prose
    skills: tuple[SkillEntry, ...]


class Skills(Structure):
    """The skill gap in three buckets."""

    kind: Literal["skills"] = "skills"
    intro: Prose
    buckets: tuple[SkillBucket, ...]


def extract(section: Section, context: Context) -> Skills:
    """Buckets by their headings, in the order written."""
    parts = read_parts(section, HEADINGS, context)
    intro = prose_of(section.blocks, context)
    buckets = tuple(_bucket(name, part, context) for name, part in parts.items())
    return Skills(intro=intro, buckets=buckets, span=section.heading.phrase.span)


def _bucket(name: str, section: Section, context: Context) -> SkillBucket:
    intro, entries = read_entries(section, LABELS, context)
    skills = tuple(_skill(entry, context) for entry in entries)
    return SkillBucket.model_validate(
        {"bucket": name, "intro": intro, "skills": skills, "span": section.heading.phrase.span}
    )


def _skill(entry: Written, context: Context) -> SkillEntry:
    return SkillEntry(
        id=entry_id(entry.title),
        title=entry.title.plain,
        sources=entry.sources,
        skill=SkillName(entry.title.plain, context.source.locate(entry.span, entry.title.plain)),
        why=(*entry.contents.list("why"), *entry.prose),
        learn=entry.contents.say("learn"),
        tools=toolset(entry.contents.list("tools"), context),
        counterpart=counterparts.extract(entry.contents.say("counterpart"), context),
        span=entry.span,
    )


def check(skills: Skills, context: Context) -> None:
    """All three buckets, none empty, each skill with why."""
    there = {bucket.bucket: bucket for bucket in skills.buckets}
    for name, title in TITLES.items():
        bucket = there.get(name)
        hint = f"add an entry for each skill under '### {title}'"
        span = bucket.span if bucket else skills.span
        context.need(bucket and bucket.skills, f"the bucket '{title}'", span, hint)
    if UNSORTED in there:
        message = "these skills are in no bucket yet"
        hint = "move each below 'Carries over', 'Easier to pick up' or 'Genuinely new', and delete this heading"
        context.find(UNPLACED_IS_EMPTY, message, there[UNSORTED].span, hint)
    for entry in (entry for bucket in skills.buckets for entry in bucket.skills):
        context.need(entry.why, f"the reason why '{entry.title}' is in its bucket", entry.span, "add a sentence or two")


def compose(skills: Skills) -> Section:
    """The inverse of `extract`."""
    inner = [
        made.section(
            made.phrase(bucket_title(bucket.bucket)),
            3,
            made.prose(bucket.intro),
            map(_compose_skill, bucket.skills),
        )
        for bucket in skills.buckets
    ]
    return made.section(made.phrase(KIND.title), 2, made.prose(skills.intro), inner)


def _compose_skill(entry: SkillEntry) -> Section:
    both = counterparts.compose(entry.counterpart) if entry.counterpart else None
    labelled = made.fields(("Tools", made.tools(entry.tools)), ("Counterpart", both), ("Learn", entry.learn))
    title = made.title(entry)
    return made.section(title, 4, [*made.prose(entry.why, "Why", LABELS), *labelled])


def render(skills: Skills, view: View) -> Markup:
    """The names first, bucket by bucket; then one part a bucket, each skill with all that is said of it."""
    counts = {bucket.bucket: len(bucket.skills) for bucket in skills.buckets}
    return markup.blocks(
        figure(draw_gap(counts), "ct-bar"),
        markup.box(markup.blocks(*map(_render_names, skills.buckets)), "ct-names"),
        view.prose(skills.intro),
        *(_render_bucket(bucket, view) for bucket in skills.buckets),
    )


def _render_names(bucket: SkillBucket) -> Markup:
    told = markup.words(bucket_mark(bucket.bucket), markup.bold(markup.text(f"{len(bucket.skills)}")))
    title = markup.link(markup.words(told, markup.text(bucket_title(bucket.bucket))), f"#{bucket.bucket}")
    names = markup.bullets(markup.link(markup.text(entry.title), f"#{entry.id}") for entry in bucket.skills)
    return markup.box(markup.blocks(title, names), "ct-names-bucket")


def _render_bucket(bucket: SkillBucket, view: View) -> Markup:
    title = markup.words(bucket_mark(bucket.bucket), markup.text(bucket_title(bucket.bucket)))
    return markup.box(
        markup.blocks(
            markup.heading(2, title, bucket.bucket),
            view.prose(bucket.intro),
            *(_render_skill(entry, view) for entry in bucket.skills),
        ),
        f"ct-bucket ct-{bucket.bucket}",
    )


def _render_skill(entry: SkillEntry, view: View) -> Markup:
    title = markup.heading(3, view.name(entry.skill), entry.id)
    with view.about(entry.skill):
        return markup.blocks(title, _render_said(entry, view))


def _render_said(entry: SkillEntry, view: View) -> Markup:
    pairs = [
        (markup.text("Left to learn"), view.text(entry.learn)),
        (markup.text("Tools"), view.tools(entry.tools)),
        (markup.text("Counterpart"), counterparts.render(entry.counterpart, view)),
    ]
    return markup.blocks(
        markup.paragraph(view.origin(entry), "ct-origin"),
        view.prose(entry.why),
        markup.definitions(pairs),
    )


KIND = Kind(
    name="skills",
    title="Skills",
    headings=(
        "skills",
        "skill gap",
        "skills gap",
        "the skill gap",
        "skill buckets",
        "skills in three buckets",
    ),
    page="skills",
    model=Skills,
    matches=never,
    extract=extract,
    check=check,
    compose=compose,
    render=render,
    ids=(*TITLES, UNSORTED),
)
