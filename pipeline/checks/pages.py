"""What should hold among pages: each has a place of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.page import Page, address
from pipeline.model.rules import PAGE_IS_UNIQUE
from pipeline.model.source import Span


def check_pages(pages: Iterable[Page], written: Mapping[str, str], report: Report) -> None:
    """No page that people wrote stands where another page does. `written` gives the page of each of their files."""
    every = Counter(address(page.path) for page in pages)
    by_hand = Counter(address(page) for page in written.values())
    first: dict[str, str] = {}
    for file, page in written.items():
        place = address(page)
        other = first.setdefault(place, file)
        if every[place] > by_hand[place]:
            message, hint = f"the site makes a page '{place}' itself", "give the file another name"
        elif other != file:
            message, hint = f"there is a page '{place}' already", f"join the file with {other}, or give it another name"
        else:
            continue
        report(Diagnostic(PAGE_IS_UNIQUE, message, Span(file, 1, 1), hint))
