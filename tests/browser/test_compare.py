"""All tracks side by side: the matrix of skills, whose marks are read out, tapped and kept under their columns."""

from __future__ import annotations

from itertools import combinations

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE

LEAST_TARGET = 24
"""Of anything to tap, in CSS pixels: WCAG 2.2, target size (minimum)."""

BOXES = "found => found.map(one => (({ x, y, right, bottom }) => [x, y, right, bottom])(one.getBoundingClientRect()))"


def test_a_mark_stands_under_the_heads_of_its_row_and_column(reading: Page) -> None:
    reading.goto("/compare/")
    matrix = reading.get_by_role("region", name="Skills across tracks")
    row = matrix.get_by_role("row").filter(has=reading.get_by_role("rowheader", name="Statistics", exact=True))
    expect(row.get_by_role("cell").first.get_by_role("link", name="Genuinely new", exact=True)).to_be_visible()
    expect(matrix.get_by_role("columnheader").nth(1)).to_have_text("From data engineer")
    distances = reading.get_by_role("region", name="How far each track is")
    expect(distances.get_by_role("rowheader")).to_have_count(3)


def test_marks_on_a_phone_are_tapped_apart_and_stay_under_their_columns(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, base_url=address, has_touch=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto("/compare/")
    matrix = page.get_by_role("region", name="Skills across tracks")
    found = matrix.get_by_role("cell").get_by_role("link").evaluate_all(BOXES)
    assert len(found) > 90
    assert [box for box in found if min(box[2] - box[0], box[3] - box[1]) < LEAST_TARGET] == []
    assert [pair for pair in combinations(found[:30], 2) if overlap(*pair)] == []
    row = matrix.get_by_role("rowheader", name="Statistics", exact=True)
    row.evaluate("row => row.scrollIntoView({ block: 'center' })")
    expect(matrix.get_by_role("columnheader", name="From data engineer")).to_be_in_viewport(ratio=1)
    context.close()


def overlap(one: list[float], other: list[float]) -> bool:
    """Whether two boxes, each left, top, right and bottom, have more than an edge in common."""
    left, top, right, bottom = (
        pick(pair) for pick, pair in zip((max, max, min, min), zip(one, other, strict=True), strict=True)
    )
    return right - left > 1 and bottom - top > 1
