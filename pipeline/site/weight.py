"""How much the HTML of each page weighs: what a reader on a phone waits for before anything else."""

from __future__ import annotations

from pathlib import Path

from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.rules import PAGE_IS_LIGHT
from pipeline.model.source import Span
from pipeline.site.html import read_html

LIMIT = 60_000
"""Bytes of HTML, before the server compresses it."""
_HINT = (
    "divide or shorten what the page shows, such as a long set of questions; a page that is meant to be whole says so "
    'in its head: <meta name="crosstrack:whole" content="for print">'
)


def check_weight(site: Path, report: Report) -> None:
    """Report each page of the built site that is over the limit and does not say that it is meant to be."""
    for path in sorted(site.rglob("*.html")):
        weight = path.stat().st_size
        if weight > LIMIT and not read_html(path.read_text("utf-8", errors="replace")).is_whole:
            message = f"the page weighs {weight} bytes, {weight - LIMIT} more than a page may"
            report(Diagnostic(PAGE_IS_LIGHT, message, Span(path.as_posix(), 1, 1, 1), _HINT))
