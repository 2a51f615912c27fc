"""A whole track on one page: what a reader sees, and what comes out of the printer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PageObject, PdfReader

from tests.browser.conftest import PHONE, WIDE
from tests.browser.test_site import TRACK

LEAVES = ("Overview", "Comparison", "Skills", "Roadmap", "Projects", "Interview", "Questions", "Mistakes", "FAQ")


@pytest.fixture(scope="module", params=["light", "dark"])
def pdf(
    request: pytest.FixtureRequest, browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory
) -> PdfReader:
    """What the browser makes of the page."""
    path = tmp_path_factory.mktemp("pdf") / "whole.pdf"
    context = browser.new_context(viewport=WIDE, base_url=address, color_scheme=request.param)
    page = context.new_page()
    page.goto(f"/{TRACK}/whole/")
    page.pdf(path=path, prefer_css_page_size=True, format="A4", outline=True, tagged=True)
    context.close()
    return PdfReader(path)


@pytest.fixture(scope="module")
def pages(pdf: PdfReader) -> list[str]:
    """The text of each page of the PDF."""
    return [" ".join(found.extract_text().split()) for found in pdf.pages]


def test_the_pdf_has_a_cover_contents_and_every_part(pages: list[str]) -> None:
    assert "From data engineer to machine learning engineer" in pages[0]
    assert "Reviewed on" in pages[0]
    assert "On this page" in pages[0]
    for leaf in LEAVES:
        assert leaf in pages[0]
        assert any(text.replace("Crosstrack", "").lstrip(" 0123456789/").startswith(leaf) for text in pages[1:]), leaf


def test_the_pdf_is_no_longer_than_it_has_to_say(pages: list[str]) -> None:
    """A page with little on it is the last of its part, or all there is of it; forty-five pages hold the track."""
    assert len(pages) <= 45
    begins = [text.replace("Crosstrack", "").lstrip(" 0123456789/").startswith(LEAVES) for text in pages]
    assert [number for number, text in enumerate(pages[1:-2], start=2) if len(text) < 1200 and not begins[number]] == []


def test_outlines_of_answers_are_printed_open(pages: list[str], page: Page) -> None:
    page.goto(f"/{TRACK}/whole/")
    points = page.locator("details li:first-child").all_text_contents()
    printed = re.sub(r"\s", "", " ".join(pages))
    assert len(points) > 5
    assert [point for point in points if re.sub(r"\s", "", point) not in printed] == []


def test_the_pdf_has_no_navigation_and_no_addresses_of_links(pages: list[str]) -> None:
    text = " ".join(pages)
    for words in ("Home / Tracks", "Skip to content", "Back to top", "Next leg", "¶", "http", "../"):
        assert words not in text, words


def test_every_page_after_the_cover_has_its_number(pages: list[str]) -> None:
    assert f"/ {len(pages)}" not in pages[0]
    for number, text in enumerate(pages[1:], start=2):
        assert f"{number} / {len(pages)}" in text


def test_no_heading_stands_alone_at_the_foot_of_a_page(pdf: PdfReader) -> None:
    """Below each heading of the outline there are lines of its page, above its foot."""
    lowest = [min(_heights(page)) for page in pdf.pages]
    found = list(_headings(pdf.outline))
    assert len(found) > 100
    places = [(heading.title, pdf.get_destination_page_number(heading), heading.top) for heading in found]
    assert [place for place in places if lowest[place[1]] > place[2] - LINES] == []


LINES, FOOT = 24, 50
"""More than a heading takes by itself, and the margin with the number of the page, in points."""


def _headings(outline: list[Any]) -> Iterator[Any]:
    for one in outline:
        if isinstance(one, list):
            yield from _headings(one)
        else:
            yield one


def _heights(page: PageObject) -> list[float]:
    """How high each piece of text stands on a page, without its foot."""
    found: list[float] = []

    def note(text: str, base: list[float], matrix: list[float], *_: object) -> None:
        height = base[3] * matrix[5] + base[5]
        if text.strip() and height > FOOT:
            found.append(height)

    page.extract_text(visitor_text=note)
    return found


def test_the_pdf_is_on_light_paper(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=WIDE, base_url=address, color_scheme="dark")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"/{TRACK}/whole/")
    page.emulate_media(media="print")
    shown = "(name) => getComputedStyle(document.querySelector(name)).backgroundColor"
    for name in ("html", "body"):
        assert page.evaluate(shown, name) == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('article')).color") == "rgb(0, 0, 0)"
    context.close()


def test_its_links_stay_on_the_page_where_they_can(page: Page) -> None:
    page.goto(f"/{TRACK}/whole/")
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_have_count(1)
    main.get_by_role("article").get_by_role("link", name="Roadmap", exact=True).click()
    expect(page).to_have_url(re.compile(r"/whole/#roadmap$"))
    expect(main.get_by_role("heading", name="Roadmap", level=2)).to_be_in_viewport()
    leads = main.get_by_role("link").evaluate_all("(links) => links.map((link) => link.pathname)")
    inside = [path for path in leads if path.startswith(f"/{TRACK}/")]
    assert set(inside) == {f"/{TRACK}/whole/", f"/{TRACK}/"}
    outline = main.get_by_role("group").first
    expect(outline.get_by_role("listitem").first).to_be_visible()


def test_only_components_of_a_project_stand_in_boxes(reading: Page) -> None:
    """The sections of this page hold diagrams of projects; what is bold elsewhere bears no frame."""
    reading.goto(f"/{TRACK}/whole/")
    framed = "(found) => found.filter((one) => getComputedStyle(one).borderStyle !== 'none').length"
    inside = reading.get_by_role("figure").locator("strong")
    assert inside.count() > 3
    assert inside.evaluate_all(framed) == inside.count()
    assert reading.locator("strong:not(figure *)").evaluate_all(framed) == 0


def test_its_headings_do_not_jump(page: Page) -> None:
    page.goto(f"/{TRACK}/whole/")
    levels = (
        page.get_by_role("main")
        .locator("h1, h2, h3, h4, h5")
        .evaluate_all("(found) => found.map((heading) => Number(heading.tagName[1]))")
    )
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_it_is_found_from_the_hub_and_every_page_of_the_track(browser: Browser, address: str, size: dict) -> None:  # type: ignore[type-arg]
    context = browser.new_context(viewport=size, base_url=address)
    page = context.new_page()
    for leaf in ("", "roadmap/", "questions/", "faq/"):
        page.goto(f"/{TRACK}/{leaf}")
        link = page.get_by_role("link", name="The whole track on one page")
        expect(link).to_be_visible()
        assert link.evaluate("link => link.pathname") == f"/{TRACK}/whole/"
    link.click()
    expect(page).to_have_url(re.compile(rf"/{TRACK}/whole/$"))
    context.close()
