"""A real browser on the built site, served from this machine."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from pipeline.site.server import server_for

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


def chromium_path() -> str:
    """The system's Chromium: none is downloaded."""
    names = (os.environ.get("CROSSTRACK_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("no Chromium: 'make test' installs it on Debian as root, or says what to do")
    return found


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served."""
    with server_for(site, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker, with an empty profile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A desktop reader in the light scheme."""
    context = browser.new_context(viewport=WIDE, base_url=address, color_scheme="light")
    yield context
    context.close()


@pytest.fixture
def newcomer(context: BrowserContext) -> Page:
    """A page of that reader, of whom nothing is kept: neither a file of the site nor a clock that was set."""
    return context.new_page()


class Houses:
    """Browsers' profiles that last as long as the tests: to begin one takes longer than most tests.

    What a site keeps in one is forgotten after each test; files of the site that were fetched are not, and a clock
    that a test sets stays set.
    """

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address = browser, address
        self._kept: dict[str, Page] = {}

    @contextmanager
    def page(self, of: str = "", **options: Any) -> Iterator[Page]:  # noqa: ANN401 - what Playwright takes
        """A new page in the profile of these options; `of` is whose it is, where others may not share it."""
        key = repr((of, sorted(options.items())))
        if key not in self._kept:
            self._kept[key] = self._browser.new_context(base_url=self._address, **options).new_page()
            self._kept[key].goto("/robots.txt")  # while a page of the site is open, its process stays
        first = self._kept[key]
        page = first.context.new_page()
        try:
            yield page
        finally:
            for one in first.context.pages:
                if one is not first:
                    one.close()
            session = first.context.new_cdp_session(first)
            session.send("Storage.clearDataForOrigin", {"origin": self._address, "storageTypes": "all"})
            session.detach()

    def leave(self) -> None:
        for page in self._kept.values():
            page.context.close()


@pytest.fixture(scope="session")
def houses(browser: Browser, address: str) -> Iterator[Houses]:
    """Profiles to be shared by tests."""
    houses = Houses(browser, address)
    yield houses
    houses.leave()


@pytest.fixture
def page(houses: Houses) -> Iterator[Page]:
    """A page of a desktop reader in the light scheme, of whom the site keeps nothing."""
    with houses.page(viewport=WIDE, color_scheme="light") as page:
        yield page


@pytest.fixture(scope="session")
def modules(browser: Browser, address: str) -> Iterator[Page]:
    """A place to call functions of the site's modules that depend on nothing but their arguments."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto("/api/v1/index.json")
    yield page
    context.close()


@pytest.fixture(scope="session")
def reading(browser: Browser, address: str) -> Iterator[Page]:
    """A desktop reader who only reads: pages are opened one after the other, and nothing is kept."""
    context = browser.new_context(viewport=WIDE, base_url=address, color_scheme="light")
    yield context.new_page()
    context.close()
