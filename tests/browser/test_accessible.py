"""What axe finds on a page of every kind: nothing, wide in light and on a phone in dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import PHONE, WIDE
from tests.browser.test_site import KINDS_OF_PAGE

RULES = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]},
}


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (PHONE, "dark")], ids=["wide-light", "phone-dark"])
def test_axe_finds_nothing(browser: Browser, address: str, size: dict, scheme: str) -> None:  # type: ignore[type-arg]
    context = browser.new_context(viewport=size, base_url=address, color_scheme=scheme)  # type: ignore[arg-type]
    page, axe = context.new_page(), Axe()
    found = {}
    # The whole track is made of parts that stand on pages of their own, and takes as long as all of them: once will do.
    for path in (path for path in KINDS_OF_PAGE if size is WIDE or not path.endswith("/whole/")):
        page.goto(f"/{path}")
        violations = axe.run(page, options=RULES).response["violations"]
        if violations:
            found[path] = [(one["id"], one["nodes"][0]["html"][:200], len(one["nodes"])) for one in violations]
    context.close()
    assert found == {}
