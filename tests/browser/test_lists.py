"""Lists of many tracks: nobody meets them among the project's own three, so this site has eight."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from pipeline.site.server import server_for
from tests.browser.conftest import PHONE
from tests.browser.faults import faults_by_axe
from tests.conftest import REPO, crosstrack
from tests.many import crowd, start

TRACKS = 8


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site of eight tracks is served; every link of it was checked, and every page weighed."""
    root = tmp_path_factory.mktemp("crowded") / "project"
    crowd(root, TRACKS, TRACKS)
    shutil.copytree(REPO / "overrides", root / "overrides")
    shutil.copy(REPO / "mkdocs.yml", root)
    done = crosstrack("build", "--root", str(root))
    assert done.returncode == 0, done.stdout + done.stderr
    with server_for(root / "site", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def reader(browser: Browser, crowded: str) -> Iterator[Page]:
    """A reader with a phone and without scripts: lists need none."""
    context = browser.new_context(viewport=PHONE, base_url=crowded, java_script_enabled=False)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("", "All tracks"),
        ("tracks/", "All tracks"),
        ("questions/", "Questions of all tracks"),
        ("sources/", "Sources of all tracks"),
        ("roles/baker/", "Tracks from and to baker"),
        ("skills/fermentation/", "Tracks with Fermentation"),
    ],
)
def test_a_page_that_shows_a_few_leads_to_the_list_of_all(reader: Page, path: str, title: str) -> None:
    reader.goto(f"/{path}")
    reader.get_by_role("main").get_by_role("link", name=f"All {TRACKS} tracks").click()
    main = reader.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_contain_text(title)
    for number in range(TRACKS):
        expect(main.get_by_role("link", name=f"{start(number)} → baker")).to_be_visible()


def test_a_reader_pages_through_tracks_side_by_side(reader: Page) -> None:
    reader.goto("/compare/")
    seen: list[str] = []
    for number in (1, 2, 3):
        main, pager = reader.get_by_role("main"), reader.get_by_role("navigation", name="Pages of this list")
        expect(main.get_by_role("heading", level=1)).to_contain_text("Tracks side by side")
        expect(main.get_by_text("On the way to baker")).to_be_visible()
        expect(pager.get_by_text(f"Page {number} of 3")).to_be_visible()
        seen += main.get_by_role("columnheader", name=re.compile("^From cook")).all_inner_texts()
        if number < 3:
            pager.get_by_role("link", name="Next").click()
    assert seen == [f"From {start(number).lower()}" for number in range(TRACKS)]
    expect(pager.get_by_role("link", name="Next")).to_have_count(0)
    pager.get_by_role("link", name="First").click()
    expect(reader).to_have_url(re.compile("/compare/$"))


SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LISTS = ("tracks/", "tracks/all/", "questions/all/", "sources/all/", "skills/fermentation/tracks/", "compare/page-2/")


def test_axe_finds_nothing_on_lists(browser: Browser, crowded: str) -> None:
    context = browser.new_context(viewport=PHONE, base_url=crowded)  # type: ignore[arg-type]
    page, found = context.new_page(), {}
    for path in LISTS:
        page.goto(f"/{path}")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found[path, scheme] = faults_by_axe(page)
    context.close()
    assert found == {(path, scheme): [] for path in LISTS for scheme in SCHEMES}


def test_the_role_that_tracks_lead_to_shows_them_side_by_side(reader: Page) -> None:
    reader.goto("/roles/baker/")
    reader.get_by_role("link", name="See them side by side").click()
    expect(reader).to_have_url(re.compile("/compare/$"))
