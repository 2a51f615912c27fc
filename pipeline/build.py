"""The whole flow on one screen. This module alone knows the order of the steps."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from pipeline import api
from pipeline.checks.registries import Standing
from pipeline.guide import Guide
from pipeline.library import Library, Mention
from pipeline.model.diagnostic import Diagnostic, Report, in_order
from pipeline.model.document import Document
from pipeline.model.page import Page, Target, address
from pipeline.model.redirect import Redirect
from pipeline.model.registry import Registry
from pipeline.model.source import Source, Span
from pipeline.readers import markdown
from pipeline.recall import recall_guides, recall_mentions
from pipeline.stages.extract import extract
from pipeline.stages.link import link
from pipeline.stages.parse import parse, parse_redirects, parse_registry
from pipeline.stages.read import find, name_of, read, read_all, site_url
from pipeline.stages.render import page_of, render
from pipeline.stages.validate import validate, validate_pages, validate_redirects
from pipeline.stages.write import write_file, write_folder
from pipeline.writers.json import write_json
from pipeline.writers.redirects import redirect_html

GUIDES, PAGES, RULES = "content/guides", "content/pages", "content/rules"
_SEARCHED = ("sitemap.xml", "sitemap.xml.gz", "robots.txt", "llms.txt", "feed.xml")
ENGINE_FILES = ("404.html", *_SEARCHED, "sw.js", "offline.json")
"""What the engine, and what finishes its output, add to the root of the site."""
DOCS, ORIGINS = "build/docs", "build/origins.json"
GUIDE_CACHE, MENTION_CACHE = "build/cache/guides", "build/cache/mentions.json"


@dataclass
class Project:
    """What a run has read so far, and all that it found."""

    root: Path
    sources: dict[str, Source] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)

    def report(self, finding: Diagnostic) -> None:
        """Take one finding."""
        self.findings.append(finding)

    def take_spans(self) -> None:
        """Read the files that findings point to, so that their lines can be shown."""
        paths = {finding.span.path for finding in self.findings if finding.span} - self.sources.keys()
        unread = Project(self.root)
        self.sources |= {s.path: s for s in read_all([self.root / p for p in sorted(paths)], self.root, unread.report)}

    @property
    def ordered(self) -> list[Diagnostic]:
        """The findings, in the order of the files."""
        return in_order(self.findings)

    @property
    def has_errors(self) -> bool:
        """Whether anything stands in the way of a build."""
        return any(finding.is_error for finding in self.findings)

    def take(self, paths: Sequence[Path]) -> list[Source]:
        """Read files, and remember them for the findings."""
        found = list(read_all(paths, self.root, self.report))
        self.sources |= {source.path: source for source in found}
        return found


def check(root: Path, more: Sequence[Path] = ()) -> tuple[Project, Library]:
    """Everything up to the findings: read, parse, extract, link, validate. `more` are guides that stand elsewhere."""
    project = Project(root)
    paths = [*find(root, GUIDES), *more]
    sources = project.take(list(dict.fromkeys(paths)))
    guides = recall_guides(root / GUIDE_CACHE, sources, _read_guide, project.report)
    library = _linked(project, guides)
    validate(guides, library, project.report)
    return project, library


def _read_guide(source: Source, report: Report) -> Guide | None:
    return extract(parse(source, report), report)


def build(root: Path) -> tuple[Project, Library, list[Page]]:
    """The whole flow. Nothing is written if there is an error: the last good pages stay."""
    project, library = check(root)
    written = [markdown.parse(source, project.report) for source in project.take(find(root, PAGES))]
    rules = {Path(d.source.path).stem: d for d in _documents(project, RULES)}
    pages = list(render(library, written, rules))
    validate_pages(pages, {d.source.path: page_of(d.source.path) for d in written}, project.report)
    files: dict[str, str | bytes] = {page.path: page.text for page in pages}
    redirects = redirects_of(project)
    if not project.has_errors:
        data = api.published(library, (redirect for redirect, _ in redirects))
        files |= {f"api/v1/{path}": write_json(value) for path, value in data.items()}
        files |= api.decks(library, site_url(root))
    validate_redirects(redirects, _standing(pages, files.keys(), library), project.report)
    if not project.has_errors:
        moved = [redirect for redirect, _ in redirects if not redirect.names_item]
        files |= {f"{one.origin}index.html": redirect_html(one.origin, one.target) for one in moved}
        write_folder(root / DOCS, files)
        _write_origins(root / ORIGINS, pages)
    return project, library, pages


def _documents(project: Project, folder: str) -> list[Document]:
    return [markdown.parse(source, project.report) for source in project.take(find(project.root, folder))]


def _linked(project: Project, guides: Sequence[Guide]) -> Library:
    registry, own = registries(project), _own_pages(project.root)

    def mentions(texts: frozenset[str]) -> Mapping[str, tuple[Mention, ...]]:
        return recall_mentions(project.root / MENTION_CACHE, texts, registry)

    return link(guides, registry, own, mentions)


def settled(root: Path) -> tuple[list[Guide], dict[str, str]]:
    """What is there to import beside: the guides, and the pages of our own; nothing is checked."""
    unread = Project(root)
    sources = unread.take(find(root, GUIDES))
    guides = recall_guides(root / GUIDE_CACHE, sources, _read_guide, unread.report)
    return guides, _own_pages(root)


def _own_pages(root: Path) -> dict[str, str]:
    """From each page that people wrote to the page that it becomes."""
    names = (name_of(path, root) for path in find(root, PAGES))
    return {name: page_of(name) for name in names}


def registries(project: Project) -> Registry:
    """The registries of a project, as one; what is wrong with them is reported to it."""
    roles, skills = (_registry_source(project, name) for name in ("roles", "skills"))
    return parse_registry(roles, skills, project.report)


def _registry_source(project: Project, name: str) -> Source | None:
    found = project.take([project.root / "data" / f"{name}.yaml"])
    return found[0] if found else None


def redirects_of(project: Project) -> list[tuple[Redirect, Span]]:
    """The project's redirects, each with its place; none where it has no such file."""
    path = project.root / "data/redirects.yaml"
    source = read(path, project.root, project.report) if path.exists() else None
    if source is None:
        return []
    project.sources[source.path] = source
    return parse_redirects(source, project.report)


def _standing(pages: Sequence[Page], files: Set[str], library: Library) -> Standing:
    addresses = {address(page.path) for page in pages}
    return Standing(addresses, files | {f"{a}index.html" for a in addresses} | set(ENGINE_FILES), library.items)


def _write_origins(path: Path, pages: Sequence[Page]) -> None:
    """Where somebody wrote the links of each page: for the check of the built site."""
    origins = {page.path: _origins(page) for page in pages}
    write_file(path, json.dumps(origins, ensure_ascii=False))


def _origins(page: Page) -> dict[str, list[str | int | None]]:
    return {_goal(link.target): [link.span.path, link.span.line, link.span.column] for link in page.links if link.span}


def _goal(target: Target) -> str:
    return address(target.path) if "://" in target.path else f"{address(target.path)}#{target.anchor}"
