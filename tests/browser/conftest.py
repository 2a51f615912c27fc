"""A real browser on the built site, served from this machine."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

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
def page(context: BrowserContext) -> Page:
    """A page of that reader."""
    return context.new_page()


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
