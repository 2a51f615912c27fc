"""Skills: what carries over, what is easier to pick up, what is genuinely new.

A guide shows one heading a bucket; each skill is an entry with why, tools and its counterpart.
"""

from __future__ import annotations

from typing import Literal

from pipeline import markup
from pipeline.drawing import figure
from pipeline.inline import plain, words
from pipeline.markup import Markup
from pipeline.model.document import Section
from pipeline.model.item import Item, Prose, SkillName, Statement, Toolset
from pipeline.model.rules import COUNTERPART_HAS_TWO_SIDES, UNPLACED_IS_EMPTY
from pipeline.spelling import spell
from pipeline.structures import compose as made
from pipeline.structures.base import Context, Entry, Kind, Structure, View, entry_id, never
from pipeline.structures.buckets import TITLES, UNSORTED, Bucket, bucket_mark, bucket_title, draw_gap
from pipeline.structures.entries import Written, read_entries, read_parts
from pipeline.structures.fields import prose_of
from pipeline.structures.naming import toolset
from pipeline.structures.statements import divide

PARTS = {
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
LABELS = {
    "tools": "tools",
    "counterpart": "counterpart",
    "learn": "learn",
    "left to learn": "learn",
    "why": "why",
}


class Counterpart(Item):
    """The same thing under two names: `origin` in the old role, `target` in the new."""

    origin: Statement
    target: Statement


class SkillEntry(Entry):
    """One skill, and why it is in its bucket."""

    skill: SkillName
    why: Prose
    learn: Statement | None = None
    """What is left to learn."""
    tools: Toolset | None = None
    counterpart: Counterpart | None = None


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
    parts = read_parts(section, PARTS, context)
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
        counterpart=_counterpart(entry.contents.say("counterpart"), context),
        span=entry.span,
    )


def _counterpart(said: Statement | None, context: Context) -> Counterpart | None:
    if said is None:
        return None
    origin, target = divide(said.text, "≈") or ((), ())
    if not words(target):
        message = f"the counterpart '{plain(said.text)}' does not have two sides"
        hint = "write what the old role knows, then ≈, then what the new role calls it"
        context.find(COUNTERPART_HAS_TWO_SIDES, message, said.span, hint)
        return None
    sides = (said.model_copy(update={"text": spell(side)}) for side in (origin, target))
    return Counterpart(origin=next(sides), target=next(sides), span=said.span)


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
    pair = entry.counterpart
    both = pair.origin.model_copy(update={"text": f"{pair.origin.text} ≈ {pair.target.text}"}) if pair else None
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
    pair = entry.counterpart
    pairs = [
        (markup.text("Left to learn"), view.text(entry.learn)),
        (markup.text("Tools"), view.tools(entry.tools)),
        (
            markup.text("Counterpart"),
            markup.words(view.text(pair.origin), "≈", view.text(pair.target)) if pair else markup.EMPTY,
        ),
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
