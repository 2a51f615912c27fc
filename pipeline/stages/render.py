"""A library as pages: every page of the site, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.library import Library
from pipeline.model.document import Document
from pipeline.model.page import WRITE, Page
from pipeline.model.rules import RULES
from pipeline.pages.compare import compare_pages
from pipeline.pages.decks import decks_pages
from pipeline.pages.groups import group_pages
from pipeline.pages.home import home_page, tracks_pages
from pipeline.pages.offline import offline_page
from pipeline.pages.plan import plan_page
from pipeline.pages.practice import practice_page
from pipeline.pages.questions import questions_pages
from pipeline.pages.roles import role_pages, roles_pages
from pipeline.pages.skills import skill_pages, skills_pages
from pipeline.pages.sources import sources_pages
from pipeline.pages.track import track_pages
from pipeline.pages.whole import whole_page
from pipeline.pages.written import one_rule, rules_page, written_page

OWN_PAGES = {"content/pages/write.md": WRITE}
"""Pages whose place is given; any other page that people write stands at its own name."""


def page_of(path: str) -> str:
    """The page that a file of `content/pages` becomes."""
    stem = path.removeprefix("content/pages/").removesuffix(".md")
    return OWN_PAGES.get(path, f"{stem}/index.md" if stem != "index" else "about/index.md")


def render(library: Library, written: Iterable[Document], rules: Mapping[str, Document]) -> Iterator[Page]:
    """All pages. `written` are the pages that people wrote, `rules` the texts on rules by their names."""
    yield home_page(library)
    yield from tracks_pages(library)
    for track in library.tracks:
        yield from track_pages(library, track)
        yield from group_pages(library, track)
        yield whole_page(library, track)
    yield plan_page(library)
    yield from compare_pages(library)
    yield from skills_pages(library)
    yield from skill_pages(library)
    yield from roles_pages(library)
    yield from role_pages(library)
    yield from questions_pages(library)
    yield from sources_pages(library)
    yield offline_page(library)
    yield practice_page(library)
    yield from decks_pages(library)
    for document in written:
        yield written_page(library, document, page_of(document.source.path))
    yield rules_page(library, RULES)
    for rule in RULES:
        yield one_rule(library, rule, rules.get(rule.name))
