"""Findings that need a whole guide, all guides, or the registries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from pipeline.checks.across import NOTHING, Elsewhere, check_questions, check_transitions
from pipeline.checks.names import check_buckets, check_columns, check_names, check_rounds, check_sides
from pipeline.checks.pages import check_pages
from pipeline.checks.references import check_ids, check_kinds, check_links, check_sources, check_summaries
from pipeline.checks.registries import Standing, check_redirects, check_registry
from pipeline.guide import Guide
from pipeline.library import Library
from pipeline.model.diagnostic import Report
from pipeline.model.page import Page
from pipeline.model.redirect import Redirect
from pipeline.model.source import Span

GUIDE_CHECKS: tuple[Callable[[Guide, Library, Report], None], ...] = (
    check_kinds,
    check_names,
    check_sides,
    check_columns,
    check_rounds,
    check_buckets,
    check_ids,
    check_sources,
    check_links,
)


def validate(guides: Sequence[Guide], library: Library, report: Report, elsewhere: Elsewhere = NOTHING) -> None:
    """Check the registries, every guide, and the guides among each other and against what is `elsewhere`."""
    check_registry(library.registry, report)
    check_summaries(library.registry, report)
    for guide in guides:
        for check in GUIDE_CHECKS:
            check(guide, library, report)
    check_transitions(library, report, elsewhere)
    check_questions(guides, report, elsewhere)


def validate_pages(pages: Iterable[Page], written: Mapping[str, str], report: Report) -> None:
    """Check that each page that people wrote has a place of its own."""
    check_pages(pages, written, report)


def validate_redirects(redirects: Iterable[tuple[Redirect, Span]], there: Standing, report: Report) -> None:
    """Check that each redirect leads from where nothing is to a page or an item."""
    check_redirects(redirects, there, report)
