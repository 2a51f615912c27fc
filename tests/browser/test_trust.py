"""Where things come from: sources one tap away, what is editorial, days of review, disagreements side by side."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PHONE

TRACKS = tuple(f"tracks/{start}-to-machine-learning-engineer" for start in ("data-engineer", "data-scientist"))
TRACK = TRACKS[0]
GUIDE = "How to Transition from Data Engineer to Machine Learning Engineer"
DATE = r"(?:[12]?\d|3[01]) [A-Z][a-z]+ 20\d\d"
LEAST_TARGET = 24
"""Of anything to tap, in CSS pixels: WCAG 2.2, target size (minimum)."""


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"], scope="module")
def phone(browser: Browser, address: str, request: pytest.FixtureRequest):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """A page of a reader with a phone, who may have no scripts."""
    context = browser.new_context(viewport=PHONE, base_url=address, java_script_enabled=request.param, has_touch=True)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def marks(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("link", name=re.compile(r"^Source \d+: "))


@pytest.mark.parametrize("path", [f"{TRACK}/", f"{TRACK}/skills/", f"{TRACK}/comparison/", "roles/data-scientist/"])
def test_a_source_is_one_tap_away(phone: Page, path: str) -> None:
    phone.goto(f"/{path}")
    mark = marks(phone).first
    name = mark.get_attribute("aria-labelledby")
    mark.tap()
    source = phone.locator(f"[id='{name}']")
    expect(phone).to_have_url(re.compile(f"#{name}$"))
    expect(source).to_be_in_viewport()
    expect(source.get_by_role("link")).to_have_attribute("href", re.compile("/sources/[a-z-]+/#"))


def test_a_mark_is_read_out_with_its_title(page: Page) -> None:
    page.goto(f"/{TRACK}/roadmap/")
    mark = page.get_by_role("main").get_by_role("link", name=f"Source 1: {GUIDE}", exact=True).first
    expect(mark).to_have_text("1")


@pytest.mark.parametrize("path", [f"{TRACK}/", f"{TRACK}/faq/", f"{TRACKS[1]}/comparison/", "roles/data-engineer/"])
def test_marks_are_wide_enough_to_tap(phone: Page, path: str) -> None:
    phone.goto(f"/{path}")
    boxes = [mark.bounding_box() for mark in marks(phone).all()]
    assert boxes, "there are marks"
    small = [box for box in boxes if box and min(box["width"], box["height"]) < LEAST_TARGET]
    assert small == []


def test_the_numbers_behind_the_word_source_stand_close_and_apart(reading: Page) -> None:
    """Two numbers are read as one list, and neither box takes the other's taps."""
    reading.goto(f"/{TRACK}/skills/")
    pair = reading.locator(".ct-sourced:has(a:nth-child(2):last-child)").first.get_by_role("link")
    words = """links => links.flatMap(link => {
      const range = document.createRange()
      range.selectNodeContents(link)
      return [range.getBoundingClientRect(), link.getBoundingClientRect()].map(({ left, right }) => [left, right])
    })"""
    one, its_box, other, box = pair.evaluate_all(words)
    assert 3 < other[0] - one[1] < 14
    assert its_box[1] <= box[0] + 0.1


SHADED = """marks => marks.filter(mark => {
  mark.scrollIntoView({ block: "center" })
  const { x, y, width, height } = mark.getBoundingClientRect()
  return document.elementFromPoint(x + width / 2, y + height / 2) !== mark
}).length"""


@pytest.mark.parametrize("path", [f"{TRACK}/", f"{TRACK}/interview/", f"{TRACK}/faq/"])
def test_nothing_lies_over_a_mark(reading: Page, path: str) -> None:
    reading.goto(f"/{path}")
    assert marks(reading).evaluate_all(SHADED) == 0


def test_what_is_editorial_says_so_among_what_is_not(page: Page) -> None:
    page.goto(f"/{TRACK}/")
    takeaways = page.get_by_role("listitem").filter(has_text="Spend your study time in inverse proportion")
    expect(takeaways).to_have_count(1)
    assert "ed." in after(takeaways)
    sourced = page.get_by_role("listitem").filter(has_text="Strength in data engineering is an edge")
    assert after(sourced) == "none"


def after(item: Locator) -> str:
    """What the style sheet puts behind an item."""
    return str(item.evaluate("item => getComputedStyle(item, '::after').content"))


def test_disagreements_stand_side_by_side_and_one_below_the_other_on_a_phone(page: Page) -> None:
    page.goto(f"/{TRACK}/")
    page.get_by_role("main").get_by_role("link", name="How long until the switch?").click()
    expect(page).to_have_url(re.compile(rf"/{TRACK}/faq/#sources-on-length$"))
    expect(page.get_by_role("heading", name="How long until the switch?")).to_be_in_viewport()
    sides = [page.get_by_role("listitem").filter(has_text=text) for text in ("Three phases of 3–4", "Between half a")]
    sides.append(page.get_by_role("listitem").filter(has_text="Take the shorter figures"))
    first, second, ours = (side.bounding_box() for side in sides)
    assert first and second and ours
    assert first["y"] == second["y"] == ours["y"]
    assert first["x"] < second["x"] < ours["x"]
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    first, second, ours = (side.bounding_box() for side in sides)
    assert first and second and ours
    assert first["x"] == second["x"] == ours["x"]
    assert first["y"] < second["y"] < ours["y"]


def test_each_position_says_whose_it_is(page: Page) -> None:
    for track in TRACKS:
        page.goto(f"/{track}/faq/")
        positions = page.locator(".ct-positions").get_by_role("listitem")
        for position in positions.all():
            linked = position.get_by_role("link", name=re.compile(r"^Source \d+: ")).count()
            own = position.get_by_text("The editors", exact=True).count()
            assert (linked > 0) != (own > 0), position.inner_text()
        assert positions.count() >= 8


REVIEWED = (
    "",
    "tracks/",
    f"{TRACK}/",
    f"{TRACK}/questions/",
    "compare/",
    "skills/",
    "skills/feature-stores/",
    "roles/",
    "roles/machine-learning-engineer/",
    "questions/",
    "sources/",
    f"sources/{TRACK.removeprefix('tracks/')}/",
    f"{TRACK}/questions/lifecycle/",
)


@pytest.mark.parametrize("path", REVIEWED)
def test_a_page_says_when_it_was_reviewed(reading: Page, path: str) -> None:
    reading.goto(f"/{path}")
    note = reading.get_by_role("main").get_by_text(
        re.compile(rf"[Ll]ast reviewed (?:on {DATE}|between {DATE} and {DATE})")
    )
    expect(note).to_have_count(1)


def test_a_skill_of_which_no_guide_says_anything_claims_no_review(page: Page) -> None:
    page.goto("/skills/databricks/")
    main = page.get_by_role("main")
    expect(main.get_by_text("The description of the skill is the editors' own")).to_be_visible()
    expect(main.get_by_text("last reviewed")).to_have_count(0)


def test_the_hub_says_how_many_hours_its_weeks_presume(page: Page) -> None:
    page.goto(f"/{TRACKS[1]}/")
    expect(page.get_by_role("term").filter(has_text="Presumes")).to_be_visible()
    expect(page.get_by_role("definition").filter(has_text="10 hours a week")).to_be_visible()
    page.goto(f"/{TRACK}/")
    expect(page.get_by_role("term").filter(has_text="Presumes")).to_have_count(0)
