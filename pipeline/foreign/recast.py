"""A foreign document recast: what is found in it in our layout, extracted as always, and a ledger of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.foreign.about import About, about
from pipeline.foreign.chrome import Cleaned, clean, span_of
from pipeline.foreign.finders import FINDERS
from pipeline.foreign.layout import laid_out, overview
from pipeline.foreign.ledger import LineFate, draw_up
from pipeline.foreign.parts import Flat, contents_of, flatten, outline
from pipeline.foreign.places import Find, View, places
from pipeline.foreign.prose import plainly
from pipeline.foreign.roles import Named, Roles
from pipeline.foreign.topics import Topic
from pipeline.foreign.transition import roles_of
from pipeline.model.diagnostic import Diagnostic
from pipeline.model.document import Block, Document, Heading, ItemList, ListItem, Paragraph
from pipeline.model.item import RoleName
from pipeline.model.registry import Registry
from pipeline.structures import KINDS
from pipeline.structures.base import Context, Structure

_KINDS = (
    Topic.COMPARISON,
    Topic.DUTIES,
    Topic.SKILLS,
    Topic.ROADMAP,
    Topic.PROJECTS,
    Topic.ROUNDS,
    Topic.QUESTIONS,
    Topic.MISTAKES,
    Topic.FAQ,
)


@dataclass(frozen=True, slots=True)
class Recast:
    """What was recognised in a document."""

    origin: RoleName | None
    target: RoleName | None
    structures: tuple[Structure, ...]
    """At most one of each kind, in the order of kinds, with spans into the source."""
    about: About
    ledger: tuple[LineFate, ...]


def recast(document: Document, registry: Registry) -> Recast:
    """The structures that a foreign document holds; nothing it can hold is an error."""
    flat = flatten(document)
    contents = contents_of(flat)
    cleaned = clean(flat)
    opening, parts = outline(cleaned.flat, contents)
    roles = Roles(registry)
    origin, target = _roles(document, flat, cleaned, roles)
    view = View(document.source, roles, origin, target, opening, places(parts))
    finds = [found for finder in FINDERS for found in finder(view)]
    structures = _structures(view, finds)
    return Recast(
        _role_name(origin),
        _role_name(target),
        structures,
        about(document, flat),
        draw_up(document, structures, cleaned.boilerplate),
    )


def _role_name(named: Named | None) -> RoleName | None:
    return RoleName(named.name) if named else None


def _roles(document: Document, flat: Flat, cleaned: Cleaned, roles: Roles) -> tuple[Named | None, Named | None]:
    values = document.front_matter.values if document.front_matter else {}
    heads = [block.phrase.plain for block in cleaned.flat if isinstance(block, Heading)]
    opening = [
        block.phrase.plain
        for block in [block for block in flat if _is_told(block, cleaned)][:6]
        if isinstance(block, Heading | Paragraph) and len(block.phrase.plain.split()) <= 24
    ]
    title = [str(values["title"])] if isinstance(values.get("title"), str) else []
    body = [block.phrase.plain for block in cleaned.flat if isinstance(block, Paragraph)]
    return roles_of(roles, [*title, *opening], heads, body)


def _is_told(block: Heading | Block, cleaned: Cleaned) -> bool:
    """Whether a block is text, or what a chat said before its text."""
    return cleaned.boilerplate.get(span_of(block).line, "chat") == "chat"


def _structures(view: View, finds: Sequence[Find]) -> tuple[Structure, ...]:
    context = Context(view.source, _unheard)
    used = {line for found in finds if not found.partial for line in _lines_of(found)}
    columns = tuple(role.name if role else "" for role in (view.origin, view.target))
    by_name = {kind.name: kind for kind in KINDS}
    found: list[Structure] = []
    kept = _kept(view, finds, used)
    if kept.get(None):
        section = overview(kept[None])
        found.append(by_name["overview"].extract(section, context))
    for topic in _KINDS:
        mine = [item for item in finds if item.topic is topic]
        if mine:
            named = (columns[0] or "From", columns[1] or "To")
            section = laid_out(topic, mine, tuple(plainly(kept.get(topic, ()))), named)
            found.append(by_name[topic.value].extract(section, context))
    order = [kind.name for kind in KINDS]
    return tuple(sorted(found, key=lambda structure: order.index(structure.kind)))


def _lines_of(found: Find) -> Iterator[int]:
    phrases = (found.title, *found.sides, *((found.gloss,) if found.gloss else ()))
    for span in (*(phrase.span for phrase in phrases), *(block.span for block in found.blocks)):
        yield from range(span.line, span.end_line + 1)


def _kept(view: View, finds: Sequence[Find], used: set[int]) -> dict[Topic | None, list[Block]]:
    """Running text that is kept: under the kind of its part, or of what was found in it; the opening under none."""
    there = {found.topic for found in finds}
    partial = {found.title.span.line: found.topic for found in finds if found.partial}
    kept: dict[Topic | None, list[Block]] = {}
    first = min((place.part.phrase.span.line for place in view.places if place.topic in there), default=0)
    for topic, block, line in _running(view):
        told = next((partial[n] for n in range(block.span.line, block.span.end_line + 1) if n in partial), None)
        early = first == 0 or line < first
        if topic in there or told or early:
            left = _left(block, used)
            if left:
                kept.setdefault(told or (topic if topic in there else None), []).append(left)
    return kept


def _running(view: View) -> Iterator[tuple[Topic | None, Block, int]]:
    for block in view.opening:
        yield None, block, block.span.line
    for place in view.places:
        for block in place.part.blocks:
            yield place.topic, block, block.span.line


def _left(block: Block, used: set[int]) -> Block | None:
    """What of a block is not used yet; a list without its items that are."""
    if isinstance(block, ItemList):
        items = tuple(item for item in block.items if not _is_used(item, used))
        return ItemList(block.ordered, items, block.span) if items else None
    lines = range(block.span.line, block.span.end_line + 1)
    return None if any(line in used for line in lines) else block


def _is_used(item: ListItem, used: set[int]) -> bool:
    return any(line in used for line in range(item.phrase.span.line, item.phrase.span.end_line + 1))


def _unheard(finding: Diagnostic) -> None:
    """What a foreign section lacks is for the editor to add: `check` says so of the draft."""
    del finding
