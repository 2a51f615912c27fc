"""What the first result of a search costs a reader: requests and bytes, counted in the browser."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page, expect

_WATCH = """
() => {
  window.searchOpened = performance.now();
  const first = (selector) => new Promise((found) => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector(selector)) return;
      watch.disconnect();
      found(performance.now());
    });
    watch.observe(document.body, { subtree: true, childList: true });
  });
  window.firstFound = [first(".ct-search-found > :is(ol, ul) > li"), first(".ct-search-found > ol > li")];
}
"""
_COUNT = """
async () => {
  const moments = [...await Promise.all(window.firstFound), Infinity];
  const asked = performance.getEntriesByType("resource").filter((one) => one.startTime >= window.searchOpened);
  return moments.map((moment) => asked.filter((one) => one.responseEnd <= moment)).map((entries) => [
    entries.length, entries.reduce((bytes, one) => bytes + one.transferSize, 0)
  ]);
}
"""


@dataclass(frozen=True)
class Cost:
    """Since the search was opened; bytes as they were sent, with 300 for the head of each answer."""

    requests: int
    bytes: int


@dataclass(frozen=True)
class Costs:
    """Up to three moments of one search."""

    result: Cost
    """Anything to follow is shown: a role or skill of that name, or a page."""
    page: Cost
    """The first page that has the words is shown."""
    rest: Cost
    """All is: the other pages, what the search narrows down by."""


def costs_of_search(page: Page, query: str) -> Costs:
    """Open the search on a page that is at rest, ask, and count."""
    page.wait_for_load_state("networkidle")
    page.evaluate(_WATCH)
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox", name="Search this site").fill(query)
    expect(page.get_by_role("combobox", name="Kind")).to_be_visible()
    page.wait_for_load_state("networkidle")
    return Costs(*(Cost(*counted) for counted in page.evaluate(_COUNT)))
