"""The flow of an import on one screen: the same way in as a build, with another way out.

read ─► parse ─► recast ─► draft ─► check ─► write
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from pipeline.build import Project, registries, settled
from pipeline.checks.across import Elsewhere, questions_of
from pipeline.drafts import Account, Draft, Wishes, draft, proposals, said, unplaced_section
from pipeline.drafts.guide import UNKNOWN_ROLE, words_of
from pipeline.drafts.head import UNKNOWN_PUBLISHER
from pipeline.foreign import Fate, LineFate, Recast, recast
from pipeline.guide import Guide
from pipeline.manuscript import write_guide
from pipeline.model.diagnostic import Diagnostic, Report, in_order
from pipeline.model.item import Item, Name, walk
from pipeline.model.registry import Registry
from pipeline.model.source import Source, Span
from pipeline.readers import markdown
from pipeline.stages.extract import extract
from pipeline.stages.link import link
from pipeline.stages.parse import is_html, parse_foreign
from pipeline.stages.read import name_of, read_document, read_stream
from pipeline.stages.validate import validate

STREAM = Path("stdin")
"""What the standard input is called in findings, and where a draft has no better name."""
NOT_WRITABLE = "could not be written in the guide's format"


@dataclass(frozen=True, slots=True)
class Desk:
    """What every document of a run is drafted against: it is sent to each worker once."""

    root: Path
    out: Path
    registry: Registry
    elsewhere: Elsewhere
    pages: dict[str, str]
    """From a file that a draft may link to, to the page that it becomes."""
    wishes: Wishes


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one document: a draft and its account, or findings alone."""

    path: Path
    stem: str = ""
    text: str = ""
    account: Account | None = None
    findings: tuple[Diagnostic, ...] = ()
    """Of the document itself."""
    excerpts: dict[str, Source] = field(default_factory=dict)
    """The texts that the findings point to."""
    roles: tuple[str, str] | None = None
    """The names of the draft's two roles, if both are registered."""
    asked: dict[str, Span | None] = field(default_factory=dict)
    """The questions of the draft, as they are compared: another draft of the same run may ask them too."""


def desk(root: Path, out: Path, wishes: Wishes) -> tuple[Desk, Project]:
    """What is there before a run; the findings of the registries are in the project."""
    project = Project(root)
    registry = registries(project)
    guides, pages = settled(root)
    library = link(guides, registry, {}, _no_mentions)
    tracks = {track.slug: track.path for track in library.tracks}
    elsewhere = Elsewhere(tracks, {asked: q.span for guide in guides for asked, q in questions_of(guide)})
    pages |= {path: slug for slug, path in tracks.items()}
    return Desk(root, out, registry, elsewhere, pages, wishes), project


def import_file(path: Path, desk: Desk) -> Imported:
    """One document from the disk as a draft."""
    findings: list[Diagnostic] = []
    source = read_document(path, desk.root, findings.append)
    return Imported(path, findings=tuple(findings)) if source is None else import_source(path, source, desk)


def import_stream(stream: BinaryIO, desk: Desk) -> Imported:
    """What comes in as a draft."""
    findings: list[Diagnostic] = []
    source = read_stream(stream, STREAM.name, findings.append)
    return Imported(STREAM, findings=tuple(findings)) if source is None else import_source(STREAM, source, desk)


def import_source(path: Path, source: Source, desk: Desk) -> Imported:
    """One document as a draft, checked as the file that it will be."""
    findings: list[Diagnostic] = []
    found = recognised(source, desk.registry, findings.append)
    made = draft(found, desk.registry, path.stem, desk.wishes)
    name = name_of(desk.out / f"{made.stem}.md", desk.root)
    text, ledger = _written(made, name, source, found.ledger)
    gaps: list[Diagnostic] = []
    guide = _read_back(text, name, gaps.append)
    _check(guide, desk, gaps.append)
    account = Account(
        source=source.path,
        draft=name,
        ledger=ledger,
        findings=tuple(gap for gap in in_order(gaps) if gap.span and gap.span.path == name),
        notes=tuple(_notes(found, guide, desk)),
        proposals=proposals(guide, desk.registry),
    )
    asked = {words: question.span for words, question in questions_of(guide)}
    roles = [desk.registry.role(name) for name in (guide.origin, guide.target)]
    return Imported(
        path,
        made.stem,
        text,
        account,
        tuple(in_order(findings)),
        {source.path: source} if findings else {},
        (roles[0].name, roles[1].name) if roles[0] and roles[1] else None,
        asked,
    )


def recognised(source: Source, registry: Registry, report: Report) -> Recast:
    """All that is recognised in a document."""
    return recast(parse_foreign(source, report), registry)


def _written(made: Draft, name: str, source: Source, ledger: tuple[LineFate, ...]) -> tuple[str, tuple[LineFate, ...]]:
    """The draft's text, what found no place at its end, and where each line went now that it is written."""
    guide = _read_back(write_guide(made.guide), name, _ignored)
    lost = _lost(made, guide)
    told = tuple(_with_loss(line, lost) for line in ledger)
    return write_guide(guide, unplaced_section(source, told, is_html(source))), told


def _read_back(text: str, name: str, report: Report) -> Guide:
    guide = extract(markdown.parse(Source(name, text), report), report)
    assert guide is not None, "what we write has front matter that we can read"
    return guide


def _lost(made: Draft, guide: Guide) -> set[int]:
    """The lines of the document of which something is recognised that the written guide does not say."""
    kept = said(guide)
    return {
        value.span.line
        for value in walk(made.guide.structures)
        if isinstance(value, Item | Name) and value.span and any(words not in kept for words in words_of(value))
    }


def _with_loss(line: LineFate, lost: set[int]) -> LineFate:
    return replace(line, fate=Fate.UNPLACED, reason=NOT_WRITABLE) if line.line in lost else line


def _check(guide: Guide, desk: Desk, report: Report) -> None:
    own = guide.span.path if guide.span else ""
    elsewhere = Elsewhere(
        {slug: path for slug, path in desk.elsewhere.tracks.items() if path != own},
        {asked: span for asked, span in desk.elsewhere.questions.items() if span is None or span.path != own},
    )
    validate([guide], link([guide], desk.registry, desk.pages, _no_mentions), report, elsewhere)


def _notes(found: Recast, guide: Guide, desk: Desk) -> Iterator[str]:
    source = guide.sources[0]
    if source.publisher == UNKNOWN_PUBLISHER:
        yield "the document does not say who published it: complete 'sources:' in the front matter"
    if source.published is None:
        yield f"the document does not say when it was published: 'updated' is the day of the import, {guide.updated}"
    for key, role, option in (("from", guide.origin, "--from"), ("to", guide.target, "--to")):
        if role == UNKNOWN_ROLE:
            yield f"no role was recognised for '{key}': name it in the front matter, or import again with {option}"


def _no_mentions(texts: frozenset[str]) -> dict[str, tuple[()]]:
    """No check asks what a text mentions, and looking takes long."""
    return dict.fromkeys(texts, ())


def _ignored(finding: Diagnostic) -> None:
    """The draft is read twice; the second time is the one that tells."""
    del finding
