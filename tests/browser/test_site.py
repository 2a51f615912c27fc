"""The site as a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, WIDE
from tests.browser.faults import faults_by_axe, faults_of_width

TRACK = "tracks/data-engineer-to-machine-learning-engineer"
KINDS_OF_PAGE = (
    "",
    "tracks/",
    f"{TRACK}/",
    f"{TRACK}/comparison/",
    f"{TRACK}/skills/",
    f"{TRACK}/roadmap/",
    f"{TRACK}/projects/",
    f"{TRACK}/interview/",
    f"{TRACK}/questions/",
    f"{TRACK}/questions/lifecycle/",
    f"{TRACK}/mistakes/",
    f"{TRACK}/faq/",
    "plan/",
    f"{TRACK}/whole/",
    "compare/",
    "skills/",
    "skills/feature-stores/",
    "skills/seaborn/",
    "roles/",
    "roles/machine-learning-engineer/",
    "questions/",
    "practice/",
    "practice/decks/",
    "sources/",
    "sources/data-engineer-to-machine-learning-engineer/",
    "offline/",
    "write/",
    "rules/",
    "rules/skill-is-known/",
    "nowhere/",
)

INK_AND_PAPER = "(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))"


def test_a_reader_chooses_a_start_and_walks_the_track(page: Page) -> None:
    page.goto("/")
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_be_visible()
    for role in ("Data engineer", "Data scientist", "Software engineer"):
        expect(main.get_by_role("link", name=role, exact=True).first).to_be_visible()
    main.get_by_role("link", name="Data engineer", exact=True).first.click()
    expect(page).to_have_url(re.compile(rf"/{TRACK}/$"))
    pages = page.get_by_role("navigation", name="Pages of this track")
    for name in ("Comparison", "Skills", "Roadmap", "Projects", "Interview", "Questions", "Mistakes", "FAQ"):
        pages.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def test_a_skill_leads_to_its_page_and_back(page: Page) -> None:
    page.goto(f"/{TRACK}/skills/")
    page.locator('article a[href$="/skills/feature-stores/"]').first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Feature stores")
    page.get_by_role("link", name="Easier to pick up", exact=True).first.click()
    expect(page).to_have_url(re.compile(rf"/{TRACK}/skills/#feature-store"))


def test_a_reference_leads_to_its_source(page: Page) -> None:
    page.goto(f"/{TRACK}/roadmap/")
    page.get_by_role("main").get_by_role("link", name="Source 1: ").first.click()
    expect(page).to_have_url(re.compile("#source-1$"))
    expect(page.get_by_text("Interview Kickstart").last).to_be_in_viewport()


def test_a_heading_is_named_by_its_words_and_has_a_link_for_the_pointer(page: Page) -> None:
    page.goto(f"/{TRACK}/skills/")
    heading = page.get_by_role("main").get_by_role("heading", name="Carries over", exact=True)
    link = heading.get_by_title("Link to this heading")
    expect(link).to_have_text("¶")
    heading.hover()
    link.click()
    expect(page).to_have_url(re.compile("/skills/#carries-over$"))


def test_the_outline_of_an_answer_opens(page: Page) -> None:
    page.goto(f"/{TRACK}/questions/lifecycle/")
    outline = page.get_by_role("group").first
    expect(outline.get_by_role("listitem").first).to_be_hidden()
    outline.get_by_text("Outline of a strong answer").click()
    expect(outline.get_by_role("listitem").first).to_be_visible()


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (PHONE, "dark")], ids=["wide-light", "phone-dark"])
def test_every_kind_of_page_is_sound(browser: Browser, address: str, size: dict, scheme: str) -> None:  # type: ignore[type-arg]
    """Nothing that axe finds, nothing wider than the screen, one title, the scheme asked for; no request elsewhere,
    and nothing in the console but that a page is nowhere."""
    context = browser.new_context(viewport=size, base_url=address, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    found = {}
    for path in KINDS_OF_PAGE:
        page.goto(f"/{path}")
        # The whole track is made of parts that stand on pages of their own, and takes axe as long: once will do.
        by_axe = faults_by_axe(page) if size is WIDE or "/whole/" not in path else []
        if faults := [*faults_of_look(page, scheme), *faults_of_width(page), *by_axe]:
            found[path] = faults
    context.close()
    assert found == {}
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert [text for text in said if "404" not in text] == []


def faults_of_look(page: Page, scheme: str) -> Iterator[str]:
    if (titles := page.get_by_role("heading", level=1).count()) != 1:
        yield f"{titles} titles"
    ink, paper = page.evaluate(INK_AND_PAPER)
    if (lightness(paper) > lightness(ink)) != (scheme == "light"):
        yield f"{ink} on {paper} is not {scheme}"


def lightness(colour: str) -> float:
    """Of a CSS colour, roughly: the sum of its three channels."""
    return sum(float(channel) for channel in re.findall(r"[\d.]+", colour)[:3])


def test_every_page_reads_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=WIDE, base_url=address, java_script_enabled=False)
    page = context.new_page()
    for path in KINDS_OF_PAGE:
        page.goto(f"/{path}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"/{TRACK}/questions/lifecycle/")
    page.get_by_text("Outline of a strong answer").first.click()
    expect(page.get_by_role("group").first.get_by_role("listitem").first).to_be_visible()
    context.close()


def test_what_is_nowhere_says_so(page: Page) -> None:
    response = page.goto("/skills/juggling/")
    assert response is not None
    assert response.status == 404
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Home").click()
    expect(page).to_have_url(re.compile(r":\d+/$"))
