"""What is wrong with a page, whatever its kind."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]},
}
"""What axe is asked: https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#options-parameter"""


def faults_by_axe(page: Page) -> list[str]:
    """Each rule that is broken, how often, and the first element that breaks it."""
    return [
        f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:200]}"
        for one in Axe().run(page, options=RULES).response["violations"]
    ]


def faults_of_width(page: Page) -> list[str]:
    """Whether the reader has to scroll sideways."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{wide} px wider than the screen"] if wide > 0 else []
