"""What a first visit costs, as a host sends it: compressed text, nothing from a cache."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.conftest import PHONE
from tests.browser.test_site import TRACK

PAGES = (
    "",
    f"{TRACK}/",
    f"{TRACK}/skills/",
    f"{TRACK}/roadmap/",
    "compare/",
    "skills/",
    "plan/",
    "practice/",
    "write/",
)
"""The heaviest of each sort, and each page that has scripts of its own."""
ALL, OWN_SCRIPTS = 250_000, 40_000
"""Bytes."""


@pytest.mark.parametrize("path", PAGES)
def test_a_first_visit_is_light(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport=PHONE, base_url=address, service_workers="block")
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"/{path}", wait_until="networkidle")
    sizes = {answer.url: answer.request.sizes()["responseBodySize"] for answer in answers}
    context.close()
    assert any(url.endswith(".css") for url in sizes)
    assert sum(sizes.values()) < ALL, sizes
    assert sum(size for url, size in sizes.items() if "/assets/scripts/" in url) < OWN_SCRIPTS, sizes
