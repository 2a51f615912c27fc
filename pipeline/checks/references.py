"""What should hold inside a guide: its kinds, ids, sources and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from pipeline.addresses import read_address
from pipeline.guide import Guide, SourceEntry
from pipeline.inline import links
from pipeline.library import Library
from pipeline.model.diagnostic import Diagnostic, Report, Rule
from pipeline.model.item import Item, Statement, walk
from pipeline.model.registry import Registered, Registry
from pipeline.model.rules import (
    ID_IS_UNIQUE,
    KIND_IS_PRESENT,
    LINK_STAYS_INSIDE,
    LINK_TARGET_EXISTS,
    SOURCE_IS_DECLARED,
    SOURCE_IS_USED,
)
from pipeline.model.source import Span
from pipeline.structures import KINDS, own_ids
from pipeline.structures.base import Entry


def check_kinds(guide: Guide, library: Library, report: Report) -> None:
    """A section of every kind that is not optional."""
    del library
    there = {structure.kind for structure in guide.structures}
    for kind in KINDS:
        if kind.needed and kind.name not in there:
            hint = f"add a section '## {kind.title}'; the page on writing guides shows what it holds"
            span = guide.span.at(1) if guide.span else None
            report(Diagnostic(KIND_IS_PRESENT, f"the guide has no section of kind {kind.name}", span, hint))


def check_ids(guide: Guide, library: Library, report: Report) -> None:
    """An id stands once on a page of the track."""
    del library
    pages: dict[str, list[Entry]] = {}
    for kind in KINDS:
        structures = (structure for structure in guide.structures if structure.kind == kind.name)
        entries = (value for structure in structures for value in walk(structure) if isinstance(value, Entry))
        pages.setdefault(kind.page, []).extend(entries)
    for page, found in pages.items():
        _check_page(found, own_ids(page, len(guide.sources)), report)


def _check_page(entries: Iterable[Entry], own: Set[str], report: Report) -> None:
    seen: dict[str, Entry] = {}
    for entry in entries:
        first = seen.setdefault(entry.id, entry)
        hint = f"give it an id of its own, such as {{#{entry.id}-2}}"
        if entry.id in own:
            report(Diagnostic(ID_IS_UNIQUE, f"the page has the id '{entry.id}' itself", entry.span, hint))
        elif first is not entry:
            message, hint = (
                f"the id '{entry.id}' is used twice on one page",
                f"{hint}; the other stands at {first.span}",
            )
            report(Diagnostic(ID_IS_UNIQUE, message, entry.span, hint))


def check_sources(guide: Guide, library: Library, report: Report) -> None:
    """Each source is declared, and referred to."""
    del library
    declared: dict[str, SourceEntry] = {}
    for source in guide.sources:
        first = declared.setdefault(source.id, source)
        if first is not source:
            hint = f"give it an id of its own, such as {source.id}-2; the other stands at {first.span}"
            report(Diagnostic(ID_IS_UNIQUE, f"two sources have the id '{source.id}'", source.span, hint))
    used: set[str] = set()
    for id, span in _references(guide):
        if id not in declared and id not in used:
            hint = f"declare it under 'sources:' in the front matter; declared are: {', '.join(declared) or 'none'}"
            report(Diagnostic(SOURCE_IS_DECLARED, f"no source has the id '{id}'", span, hint))
        used.add(id)
    for id, source in declared.items():
        if id not in used:
            hint = f"refer to it as [^{id}] where it is the source of something, or remove it"
            report(Diagnostic(SOURCE_IS_USED, f"nothing refers to the source '{id}'", source.span, hint))


def _references(guide: Guide) -> Iterator[tuple[str, Span | None]]:
    for value in walk(guide.structures):
        if isinstance(value, Item):
            for id in getattr(value, "sources", ()):
                yield id, value.span


def check_links(guide: Guide, library: Library, report: Report) -> None:
    """Each link leads to a page, or to the web."""
    path = guide.span.path if guide.span else ""
    for value in (guide.in_short, *walk(guide.structures)):
        if isinstance(value, Statement | Entry):
            for address in links(value.text if isinstance(value, Statement) else value.markdown):
                finding = _link_finding(path, address, library)
                if finding:
                    report(Diagnostic(finding[0], finding[1], value.span, finding[2]))


def check_summaries(registry: Registry, report: Report) -> None:
    """Each link in the summary of a role or skill leads to the web: summaries stand on pages of several folders."""
    entries: tuple[Registered, ...] = (*registry.roles, *registry.skills)
    for entry in entries:
        span = registry.spans.get(entry.slug)
        for address in links(entry.summary):
            if read_address(span.path if span else "", address).reach != "web":
                hint = "link to the web by its whole address; roles and skills that are named get a link by themselves"
                report(Diagnostic(LINK_TARGET_EXISTS, f"the link '{address}' leads nowhere", span, hint))


def _link_finding(path: str, address: str, library: Library) -> tuple[Rule, str, str] | None:
    meant = read_address(path, address)
    if meant.reach == "outside":
        hint = "link to a file of this project by its path, or to the web by its whole address"
        return LINK_STAYS_INSIDE, f"the link '{address}' leads out of the project", hint
    if meant.reach == "file" and (path, address) not in library.links:
        hint = "link to a guide in content/guides, a page in content/pages, or '#' and the id of an entry"
        return LINK_TARGET_EXISTS, f"the link '{address}' leads nowhere", hint
    return None
