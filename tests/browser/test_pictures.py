"""Pictures as a reader meets them: to scale on any screen, linked, told in words, and never wider than the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PHONE, WIDE, Houses
from tests.browser.faults import faults_of_width

TRACK = "tracks/data-engineer-to-machine-learning-engineer"
PICTURES = {
    "": ".ct-starts",
    "tracks/": ".ct-starts",
    "compare/": ".ct-distances",
    f"{TRACK}/": ".ct-timeline",
    f"{TRACK}/roadmap/": ".ct-timeline",
    f"{TRACK}/skills/": ".ct-bar",
    f"{TRACK}/interview/": ".ct-path",
    f"{TRACK}/projects/": ".ct-flow",
}
"""By page, what bears its first picture."""
PHASES = {
    "Foundations of data science": ("3–4 weeks", 3, 4),
    "Core ML and modelling": ("4–5 weeks", 4, 5),
    "ML in production, with MLOps and feature stores": ("2–3 weeks", 2, 3),
}
OUTSIDE = """(drawn, edge) => [...drawn.querySelectorAll("line, path, text, a, strong, li")]
  .filter(part => { const box = part.getBoundingClientRect(); return box.right > edge + 1 || box.left < -1 })
  .map(part => part.outerHTML.slice(0, 80))"""


@pytest.fixture(params=[WIDE, PHONE], ids=["wide", "phone"])
def reader(request: pytest.FixtureRequest, houses: Houses) -> Iterator[Page]:
    """A reader without scripts at a desk, and one with a phone."""
    with houses.page(viewport=request.param, java_script_enabled=False) as page:
        yield page


def phase(page: Page, name: str) -> Locator:
    """The entry of a phase on the timeline."""
    return page.locator(".ct-timeline").get_by_role("listitem").filter(has=page.get_by_role("link", name=name))


def breadth(drawn: Locator) -> float:
    """How broad a bar is on the screen, in pixels."""
    box = drawn.evaluate("bar => bar.getBoundingClientRect().width")
    assert isinstance(box, int | float)
    return float(box)


@pytest.mark.parametrize("path", ["", "roadmap/"], ids=["hub", "roadmap"])
def test_phases_are_as_long_on_the_screen_as_in_weeks(reader: Page, path: str) -> None:
    reader.goto(f"/{TRACK}/{path}")
    weeks = []
    for name, (words, least, most) in PHASES.items():
        row = phase(reader, name)
        expect(row).to_contain_text(words)
        solid, hatched = breadth(row.locator(".ct-least")), breadth(row.locator(".ct-most"))
        weeks += [solid / least, hatched / (most - least)]
    assert max(weeks) - min(weeks) < 0.02 * max(weeks), weeks
    assert min(weeks) > 12, "a week can be seen"


def test_each_phase_begins_where_the_one_before_ends(reader: Page) -> None:
    reader.goto(f"/{TRACK}/roadmap/")
    ends = [
        phase(reader, name)
        .locator("line")
        .evaluate_all("bars => [bars[0].getBoundingClientRect().left, bars.at(-1).getBoundingClientRect().right]")
        for name in (*PHASES, "Interviews and system design")
    ]
    for (_, end), (start, _) in pairwise(ends):
        assert start == pytest.approx(end, abs=1)


def test_what_is_ongoing_says_so_and_has_an_arrow(reader: Page) -> None:
    reader.goto(f"/{TRACK}/")
    row = phase(reader, "Interviews and system design")
    expect(row.get_by_text("ongoing", exact=True)).to_be_visible()
    expect(row.locator("svg path")).to_have_count(1)


@pytest.mark.parametrize("path", ["", "roadmap/"], ids=["hub", "roadmap"])
def test_a_phase_leads_to_its_part_of_the_roadmap(reader: Page, path: str) -> None:
    reader.goto(f"/{TRACK}/{path}")
    phase(reader, "Core ML and modelling").get_by_role("link").click()
    expect(reader).to_have_url(re.compile(rf"/{TRACK}/roadmap/#modelling$"))
    expect(reader.get_by_role("heading", name="Core ML and modelling")).to_be_in_viewport()


def test_stages_and_rounds_lead_to_their_entries(reader: Page) -> None:
    reader.goto(f"/{TRACK}/interview/")
    path = reader.get_by_role("navigation", name="Stages and rounds in order")
    for name in ("Recruiter screen", "Technical screen", "Interview loop", "Project deep dive"):
        path.get_by_role("link", name=name, exact=True).click()
        expect(reader.get_by_role("heading", name=name)).to_be_in_viewport()
    loop = path.get_by_role("listitem").filter(has=reader.get_by_role("link", name="Interview loop"))
    expect(loop.get_by_role("list").get_by_role("link")).to_have_count(6)


def test_what_flows_between_components_is_told_and_drawn(reader: Page) -> None:
    reader.goto(f"/{TRACK}/projects/")
    picture = reader.get_by_role("figure", name="What flows in Feature store in real time with a prediction system")
    expect(picture.get_by_role("listitem").filter(has_text="Stream processing")).to_contain_text(
        "fresh click features to Feature store"
    )
    expect(picture.locator(".ct-head")).to_have_count(6)
    boxes = picture.locator("strong")
    expect(boxes).to_have_text(["Stream processing", "Feature store", "Training", "Inference", "Monitoring"])


def test_an_arrow_reaches_the_box_that_its_words_name(reader: Page) -> None:
    """The words may wrap as they like: heads of arrows from the side end at the edge of a box, beside its words."""
    reader.goto(f"/{TRACK}/projects/")
    picture = reader.get_by_role("figure").first
    reached = picture.evaluate(
        """figure => [...figure.querySelectorAll(".ct-flow-part .ct-head")].map(head => {
          const tip = head.getBoundingClientRect()
          const box = head.closest(".ct-flow-part").querySelector("strong").getBoundingClientRect()
          return Math.abs(tip.right - box.left) < 2 && tip.top > box.top - 1 && tip.bottom < box.bottom + 1
        })"""
    )
    assert reached == [True, True, True]


SPACED = """() => {
  const wide = new CSSStyleSheet()
  wide.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`)
  document.adoptedStyleSheets = [wide]
}"""
"""The space between letters, words and lines that a reader may need: WCAG 2.2, text spacing."""


def test_nothing_comes_apart_or_is_cut_off_with_a_readers_own_spacing(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 740}, base_url=address)
    page = context.new_page()
    page.goto(f"/{TRACK}/projects/")
    page.evaluate(SPACED)
    below = page.get_by_role("figure").first.locator(".ct-flow-part:has(+ ul), p:has(+ ul) .ct-flow-part")
    apart = """boxes => boxes.map(box => box.closest("li").querySelector("li").getBoundingClientRect().top
      - box.getBoundingClientRect().bottom)"""
    gaps = below.evaluate_all(apart)
    assert len(gaps) == 3
    assert [gap for gap in gaps if gap > 1] == []
    page.goto("/rules/skill-is-known/")
    page.evaluate(SPACED)
    cut = "found => found.filter(code => code.scrollWidth > code.clientWidth).map(code => code.textContent)"
    assert page.locator("pre > code").evaluate_all(cut) == []
    context.close()


def test_a_start_says_what_it_brings_and_how_far_it_is(reader: Page) -> None:
    reader.goto("/")
    start = reader.get_by_role("region", name="Data engineer → machine learning engineer")
    expect(start).to_contain_text("9–12 weeks, then ongoing")
    expect(start).to_contain_text(
        "Data pipelines and orchestration, Big data frameworks, Distributed systems and 17 more"
    )
    start.get_by_role("link", name="20 carry over").click()
    expect(reader).to_have_url(re.compile(rf"/{TRACK}/skills/#carries-over$"))


def test_old_news_leads_to_the_skill(reader: Page) -> None:
    reader.goto("/compare/")
    expect(reader.get_by_role("heading", name="Old news for whom")).to_be_visible()
    expect(reader.get_by_text("12 carry over from data scientist alone")).to_be_visible()
    reader.locator(".ct-names").get_by_role("link", name="Feature engineering", exact=True).click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Feature engineering")


def test_pictures_fit_a_phone_and_are_silent(browser: Browser, address: str) -> None:
    """Nothing drawn or said reaches beyond the screen; drawings are hidden from readers, to whom the words are told."""
    context = browser.new_context(viewport=PHONE, base_url=address)  # type: ignore[arg-type]
    page = context.new_page()
    for path, picture in PICTURES.items():
        page.goto(f"/{path}")
        drawn = page.locator(picture).first
        expect(drawn).to_be_visible()
        assert drawn.evaluate(OUTSIDE, PHONE["width"]) == [], path
        assert faults_of_width(page) == [], path
        loud = page.locator("main article svg:not([aria-hidden] svg, [aria-hidden])")
        expect(loud).to_have_count(0)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_stand_out_from_the_paper(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(viewport=WIDE, base_url=address, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"/{TRACK}/")
    ink, paper = page.locator(".ct-least").first.evaluate(
        "bar => [getComputedStyle(bar).stroke, getComputedStyle(document.body).backgroundColor]"
    )
    light, dark = sorted((luminance(ink), luminance(paper)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) > 3
    context.close()


def luminance(colour: str) -> float:
    """Of a CSS colour `rgb(…)`, from 0 to 1, as WCAG has it."""
    channels = [int(channel) / 255 for channel in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
