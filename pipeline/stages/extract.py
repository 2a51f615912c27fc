"""Tree to structures: a document as a guide, names as written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.guide import FrontMatterModel, Guide
from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.document import Document, FrontMatter, Section
from pipeline.model.item import Placed, RoleName
from pipeline.model.nearest import nearest
from pipeline.model.rules import (
    CONTENT_HAS_A_PLACE,
    FRONT_MATTER_IS_COMPLETE,
    FRONT_MATTER_KEY_IS_KNOWN,
    FRONT_MATTER_VALUE_IS_VALID,
    HEADINGS_DO_NOT_JUMP,
    SECTION_HAS_KIND,
    UNPLACED_IS_EMPTY,
)
from pipeline.readers.values import Rules, read_model
from pipeline.structures import KINDS
from pipeline.structures.base import Context, Kind, Structure
from pipeline.structures.coverage import left_out

_RULES = Rules(FRONT_MATTER_IS_COMPLETE, FRONT_MATTER_KEY_IS_KNOWN, FRONT_MATTER_VALUE_IS_VALID)
UNPLACED = "unplaced"


def extract(document: Document, report: Report) -> Guide | None:
    """The guide that a document holds; None if its front matter does not say of which roles it is.

    The sections are extracted and checked all the same, so that an editor sees every finding at once.
    """
    context = Context(document.source, report)
    structures = _structures(document, context)
    if document.front_matter is None:
        return None
    head = _front_matter(document.front_matter, report)
    if head is None:
        return None
    return Guide.model_construct(
        **{name: getattr(head, name) for name in FrontMatterModel.model_fields},
        structures=structures,
    )


def _front_matter(found: FrontMatter, report: Report) -> FrontMatterModel | None:
    head = read_model(found.values, found.spans, FrontMatterModel, _RULES, report)
    if head is None:
        return None
    sources = tuple(
        source.model_copy(update={"span": found.spans.get(("sources", index, "id"))})
        for index, source in enumerate(head.sources)
    )
    placed = {
        "summary": Placed(head.summary, found.spans.get(("summary",))),
        "origin": RoleName(head.origin, found.spans.get(("from",))),
        "target": RoleName(head.target, found.spans.get(("to",))),
    }
    return head.model_copy(update={**placed, "sources": sources, "span": found.span})


def _structures(document: Document, context: Context) -> tuple[Structure, ...]:
    sections = _sections(document, context)
    for section in sections:
        _check_levels(section, context)
    found: dict[str, Structure] = {}
    for section in sections:
        kind = _kind_of(section, context)
        if kind is None:
            continue
        if kind.name in found:
            message = f"this is a second section of kind {kind.name}, and will not be on the site"
            context.find(CONTENT_HAS_A_PLACE, message, section.heading.phrase.span, "join the two into one")
            continue
        found[kind.name] = _structure(kind, section, context)
    order = [kind.name for kind in KINDS]
    return tuple(found[name] for name in sorted(found, key=order.index))


def _structure(kind: Kind[Any], section: Section, context: Context) -> Structure:
    told: set[int] = set()

    def report(finding: Diagnostic) -> None:
        told.update(range(finding.span.line, finding.span.end_line + 1) if finding.span else ())
        context.report(finding)

    inner = Context(context.source, report)
    inner.drop_sources(section.heading.phrase.sources, section.heading.phrase.span)
    structure: Structure = kind.extract(section, inner)
    kind.check(structure, inner)
    for span in left_out(section, structure):
        # What could not be used for a reason that was told is not told of again.
        if span.line not in told:
            hint = f"move it into a part of the section '{kind.title}', or delete it"
            context.find(CONTENT_HAS_A_PLACE, "this has no place here and will not be on the site", span, hint)
    return structure


def _sections(document: Document, context: Context) -> tuple[Section, ...]:
    """The sections of level 2; a single title above them all is let pass, the front matter has it."""
    outer = [block.span for block in document.blocks]
    sections = document.sections
    if len(sections) == 1 and sections[0].heading.level == 1:
        outer += [block.span for block in sections[0].blocks]
        sections = sections[0].sections
    for span in outer:
        hint = "move it below a heading, such as '## Overview'"
        context.find(CONTENT_HAS_A_PLACE, "this stands above the first section", span, hint)
    return sections


def _check_levels(section: Section, context: Context) -> None:
    level = section.heading.level
    if level == 1:
        message = "a second heading of level 1"
        context.find(HEADINGS_DO_NOT_JUMP, message, section.heading.phrase.span, "begin it with '## '")
        level = 2
    for inner in section.sections:
        if inner.heading.level > level + 1:
            message = f"'{inner.heading.phrase.plain}' is of level {inner.heading.level}, its parent of level {level}"
            hint = f"begin it with '{'#' * (level + 1)} '"
            context.find(HEADINGS_DO_NOT_JUMP, message, inner.heading.phrase.span, hint)
        _check_levels(inner, context)


def _kind_of(section: Section, context: Context) -> Kind[Any] | None:
    """By what the heading states, by its words, by the section's shape: in this order."""
    phrase = section.heading.phrase
    stated, words = phrase.attributes.kind, phrase.plain.casefold()
    if words == UNPLACED:
        hint = "move what is worth keeping to where it belongs, and delete the section"
        context.find(UNPLACED_IS_EMPTY, "this section was left by an import", phrase.span, hint)
        return None
    for kind in KINDS:
        if stated == kind.name or (stated is None and words in kind.headings):
            return kind
    shaped = [kind for kind in KINDS if kind.matches(section)] if stated is None else []
    if len(shaped) == 1:
        return shaped[0]
    message = f"no kind is called '{stated}'" if stated else f"the kind of the section '{phrase.plain}' is not known"
    context.find(SECTION_HAS_KIND, message, phrase.span, _kind_hint(stated or words, KINDS))
    return None


def _kind_hint(words: str, kinds: Iterable[Kind[Any]]) -> str:
    headings = {heading: kind for kind in kinds for heading in (kind.name, *kind.headings)}
    near = nearest(words, headings)
    if near:
        return f"did you mean '{near}'? or state the kind: {{kind={headings[near].name}}}"
    return f"state the kind at the end of the heading: {{kind=...}} with one of {', '.join(k.name for k in KINDS)}"
