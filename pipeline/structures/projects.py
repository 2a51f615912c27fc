"""Projects: what to build, what to avoid, and what the building proves.

A guide shows one heading a project under "To build", a list under "To avoid".
"""

from __future__ import annotations

from typing import Literal

from pipeline import markup
from pipeline.markup import Markup
from pipeline.model.document import Section
from pipeline.model.item import Prose, SkillName, Statement
from pipeline.structures import components
from pipeline.structures import compose as made
from pipeline.structures.base import Context, Entry, Kind, Structure, View, entry_id, never
from pipeline.structures.entries import Written, listed, read_entries, read_item_entries, read_parts
from pipeline.structures.fields import prose_of
from pipeline.structures.naming import skill_names

PARTS = {
    "to build": "build",
    "projects to build": "build",
    "what to build": "build",
    "build": "build",
    "to avoid": "avoid",
    "projects to avoid": "avoid",
    "what to avoid": "avoid",
    "avoid": "avoid",
    "what they prove": "proof",
    "what the projects prove": "proof",
}
LABELS = {
    "problem": "problem",
    "constraint": "constraint",
    "proves": "proves",
    "what it proves": "proves",
    "skills": "skills",
    "components": "components",
    "core components": "components",
}
AVOID_LABELS = {"why": "why"}


class Project(Entry):
    """A project worth building."""

    problem: Statement | None
    components: tuple[components.Component, ...]
    constraint: Statement | None
    proves: Statement | None
    skills: tuple[SkillName, ...]
    body: Prose


class AvoidedProject(Entry):
    """A project that does a candidate no good, and why."""

    why: Prose


class Projects(Structure):
    """Projects to build and to avoid."""

    kind: Literal["projects"] = "projects"
    intro: Prose
    build: tuple[Project, ...]
    avoid: tuple[AvoidedProject, ...]
    avoid_intro: Prose = ()
    build_intro: Prose = ()
    proof: tuple[Statement, ...]


def extract(section: Section, context: Context) -> Projects:
    """Parts by their headings."""
    parts = read_parts(section, PARTS, context)
    build_intro, build = read_entries(parts["build"], LABELS, context) if "build" in parts else ((), ())
    avoid_intro, avoid = read_entries(parts["avoid"], AVOID_LABELS, context) if "avoid" in parts else ((), ())
    return Projects(
        intro=prose_of(section.blocks, context),
        build_intro=build_intro,
        build=tuple(_project(entry, context) for entry in build),
        avoid_intro=avoid_intro,
        avoid=tuple(_avoided(entry) for entry in avoid),
        proof=listed(parts, "proof"),
        span=section.heading.phrase.span,
    )


def _project(entry: Written, context: Context) -> Project:
    contents = entry.contents
    field = contents.fields.get("components")
    written = read_item_entries(field.items if field else (), components.LABELS, context)
    return Project(
        id=entry_id(entry.title),
        title=entry.title.plain,
        sources=entry.sources,
        problem=contents.say("problem"),
        components=tuple(components.extract(part, context) for part in written),
        constraint=contents.say("constraint"),
        proves=contents.say("proves"),
        skills=skill_names(contents.list("skills"), context),
        body=entry.prose,
        span=entry.span,
    )


def _avoided(entry: Written) -> AvoidedProject:
    return AvoidedProject(
        id=entry_id(entry.title),
        title=entry.title.plain,
        sources=entry.sources,
        why=(*entry.contents.list("why"), *entry.prose),
        span=entry.span,
    )


def check(projects: Projects, context: Context) -> None:
    """Both parts; a problem for each project to build, a reason for each to avoid."""
    hint = "add an entry for each project under '### To build'"
    context.need(projects.build, "the part 'To build' of the projects", projects.span, hint)
    hint = "add an entry for each project under '### To avoid'"
    context.need(projects.avoid, "the part 'To avoid' of the projects", projects.span, hint)
    for project in projects.build:
        hint = f"add a line 'Problem: ...' under '{project.title}'"
        context.need(project.problem or project.body, f"the problem of '{project.title}'", project.span, hint)
        components.check(project.components, project.title, context)
    for avoided in projects.avoid:
        context.need(
            avoided.why, f"the reason to avoid '{avoided.title}'", avoided.span, "add a sentence after its name"
        )


def compose(projects: Projects) -> Section:
    """The inverse of `extract`."""
    inner = [
        *made.titled("To build", 3, made.prose(projects.build_intro), map(_compose_project, projects.build)),
        *made.titled("To avoid", 3, made.prose(projects.avoid_intro), map(_compose_avoided, projects.avoid)),
        *made.titled("What they prove", 3, made.bullets(projects.proof)),
    ]
    return made.section(made.phrase(KIND.title), 2, made.prose(projects.intro), inner)


def _compose_avoided(avoided: AvoidedProject) -> Section:
    title = made.title(avoided)
    return made.section(title, 4, made.prose(avoided.why, "Why", AVOID_LABELS))


def _compose_project(project: Project) -> Section:
    labelled = made.fields(
        ("Problem", project.problem),
        ("Constraint", project.constraint),
        ("Proves", project.proves),
        ("Skills", made.names(project.skills)),
    )
    title = made.title(project)
    return made.section(title, 4, [*made.prose(project.body), *labelled, *components.compose(project.components)])


def render(projects: Projects, view: View) -> Markup:
    """What to build, part by part; then what to leave, and why."""
    avoided = markup.blocks(*(_render_avoided(avoided, view) for avoided in projects.avoid))
    proof = markup.bullets(view.text(said) for said in projects.proof)
    return markup.blocks(
        view.prose(projects.intro),
        markup.heading(2, markup.text("To build")),
        view.prose(projects.build_intro),
        *(_render_project(project, view) for project in projects.build),
        markup.heading(2, markup.text("To avoid")),
        view.prose(projects.avoid_intro),
        markup.box(avoided, "ct-avoid"),
        markup.heading(2, markup.text("What they prove")) if projects.proof else markup.EMPTY,
        proof,
    )


def _render_avoided(avoided: AvoidedProject, view: View) -> Markup:
    title = markup.heading(3, markup.text(avoided.title), avoided.id)
    return markup.blocks(title, markup.paragraph(view.origin(avoided), "ct-origin"), view.prose(avoided.why))


def _render_project(project: Project, view: View) -> Markup:
    pairs = [
        (markup.text(label), view.text(said))
        for label, said in (
            ("Problem", project.problem),
            ("Constraint", project.constraint),
            ("Proves", project.proves),
        )
    ]
    pairs.append((markup.text("Skills"), view.names(project.skills)))
    parts = markup.blocks(
        markup.heading(3, markup.text(project.title), project.id),
        markup.paragraph(view.origin(project), "ct-origin"),
        view.prose(project.body),
        markup.definitions(pairs),
        components.render(project.components, project.title, view),
    )
    return markup.box(parts, "ct-project")


KIND = Kind(
    name="projects",
    title="Projects",
    headings=("projects", "portfolio", "portfolio projects", "projects to build", "what to build"),
    page="projects",
    model=Projects,
    matches=never,
    extract=extract,
    check=check,
    compose=compose,
    render=render,
)
