"""Ticking what one knows and has done, and seeing how far one is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, WIDE, Houses

TRACK = "tracks/data-engineer-to-machine-learning-engineer"
POINT = re.compile("^I can load an unfamiliar table")
DONE = re.compile(r"^(\d+) of (\d+) done$")


@pytest.fixture(params=[WIDE, PHONE], ids=["wide", "phone"])
def reader(houses: Houses, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a reader who has not been here before."""
    with houses.page(viewport=request.param) as page:
        yield page


def in_header(page: Page) -> str:
    """What the header says of the progress."""
    return page.get_by_role("banner").get_by_role("link", name=DONE).inner_text()


def test_a_tick_shows_in_the_header_of_every_page_and_at_home(reader: Page) -> None:
    reader.goto(f"/{TRACK}/roadmap/")
    expect(reader.get_by_role("banner").get_by_role("link", name=DONE)).to_have_count(0)
    reader.get_by_role("checkbox", name=POINT).check()
    expect(reader.get_by_role("status")).to_have_text(
        re.compile(r"^1 of \d+ done on this track: 1 checkpoint, 0 skills$")
    )
    said = in_header(reader)
    for leaf in ("", "skills/", "questions/", "faq/"):
        reader.goto(f"/{TRACK}/{leaf}")
        expect(reader.get_by_role("banner").get_by_role("link", name=said)).to_be_visible()
    reader.goto("/")
    start = reader.get_by_role("region", name=re.compile("^Data engineer"))
    expect(start.get_by_text(said)).to_be_visible()
    expect(start.get_by_role("progressbar", name="Progress on this track")).to_have_attribute("value", "1")
    expect(reader.get_by_role("region", name=re.compile("^Data scientist")).get_by_text(DONE)).to_have_count(0)
    way = start.get_by_text("Next:").get_by_role("link")
    expect(way).not_to_have_text(POINT)
    way.click()
    expect(reader).to_have_url(re.compile(rf"/{TRACK}/roadmap/#"))


def test_a_skill_is_ticked_where_it_stands_and_stays_ticked(reader: Page) -> None:
    reader.goto(f"/{TRACK}/skills/")
    box = reader.get_by_role("checkbox", name="I have this: Feature stores")
    box.focus()
    reader.keyboard.press("Space")
    expect(reader.get_by_role("status")).to_contain_text("0 checkpoints, 1 skill")
    expect(reader.get_by_role("banner").get_by_role("link", name=DONE)).to_be_visible()
    reader.reload()
    expect(reader.get_by_role("checkbox", name="I have this: Feature stores")).to_be_checked()
    reader.get_by_role("checkbox", name="I have this: Feature stores").uncheck()
    expect(reader.get_by_role("banner").get_by_role("link", name=DONE)).to_have_count(0)
    expect(reader.get_by_role("checkbox", name="I have this: Feature stores")).not_to_be_checked()


def test_what_carries_over_is_not_asked_for(reader: Page) -> None:
    reader.goto(f"/{TRACK}/skills/")
    expect(reader.get_by_role("checkbox").first).to_be_visible()
    names = [box.get_attribute("aria-label") for box in reader.get_by_role("checkbox").all()]
    new = reader.locator(".ct-easier h3, .ct-new h3").count()
    assert len(names) == new > 0


def test_the_whole_track_on_one_page_has_the_same_boxes(page: Page) -> None:
    page.goto(f"/{TRACK}/whole/")
    page.get_by_role("checkbox", name=POINT).check()
    page.get_by_role("checkbox", name="I have this: Feature stores").check()
    said = DONE.match(in_header(page))
    assert said and said[1] == "2"
    expect(page.get_by_role("checkbox")).to_have_count(int(said[2]))
    page.goto(f"/{TRACK}/roadmap/")
    expect(page.get_by_role("checkbox", name=POINT)).to_be_checked()


def test_a_second_window_follows(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(f"/{TRACK}/roadmap/")
    first.get_by_role("checkbox", name=POINT).check()
    expect(second.get_by_role("checkbox", name=POINT)).to_be_checked()
    expect(second.get_by_role("banner").get_by_role("link", name=DONE)).to_be_visible()
    context.close()


def test_a_tick_follows_its_checkpoint_to_a_new_id(page: Page) -> None:
    page.goto(f"/{TRACK}/roadmap/")
    page.get_by_role("checkbox", name=POINT).check()
    page.goto("/api/v1/index.json")
    slug = TRACK.removeprefix("tracks/")
    now = page.evaluate("Object.keys(JSON.parse(localStorage.getItem('crosstrack')).ticks)[0]")
    old = f"{slug}/roadmap/as-it-was-called"
    page.evaluate("([now, old]) => localStorage.crosstrack = localStorage.crosstrack.replace(now, old)", [now, old])
    aliases = {"tracks": {}, "skills": {}, "items": {old: now}}
    page.route("**/api/v1/aliases.json", lambda route: route.fulfill(json=aliases))
    page.goto(f"/{TRACK}/roadmap/")
    expect(page.get_by_role("checkbox", name=POINT)).to_be_checked()
    assert page.evaluate("Object.keys(JSON.parse(localStorage.getItem('crosstrack')).ticks)") == [now]


def test_ticks_follow_their_track_to_a_new_name_at_home_too(page: Page) -> None:
    slug = TRACK.removeprefix("tracks/")
    page.goto("/api/v1/index.json")
    point = page.evaluate(FIRST_POINT, slug)
    old = point.replace(slug, "as-it-was-called")
    ticks = {old: {"done": True, "title": "", "at": "2026-01-01T00:00:00.000Z"}}
    page.evaluate("(state) => localStorage.setItem('crosstrack', state)", json.dumps({"version": 1, "ticks": ticks}))
    aliases = {"tracks": {"as-it-was-called": slug}, "skills": {}, "items": {}}
    page.route("**/api/v1/aliases.json", lambda route: route.fulfill(json=aliases))
    page.goto("/")
    start = page.get_by_role("region", name=re.compile("^Data engineer"))
    expect(start.get_by_text(DONE)).to_have_text(re.compile("^1 of "))


FIRST_POINT = """(slug) => fetch(`/api/v1/plans/${slug}.json`).then((answer) => answer.json())
  .then(({ phases }) => phases.flatMap(({ checkpoints }) => checkpoints.map(({ id }) => id))[0])"""


FOREIGN = {
    "no JSON": "{{{",
    "not ours": '{"todos": ["milk"]}',
    "a list": "[1, 2]",
    "a bad entry": json.dumps({"version": 1, "ticks": {"a/b/c": {"done": "yes"}}}),
    "a bad name": json.dumps({"version": 1, "ticks": {"<img src=x>": {"done": True, "title": "", "at": ""}}}),
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_foreign_state_is_put_aside_with_a_message(page: Page, text: str) -> None:
    page.goto("/api/v1/index.json")  # the site's own origin, without its scripts
    page.evaluate("text => localStorage.setItem('crosstrack', text)", text)
    page.goto(f"/{TRACK}/roadmap/")
    expect(page.get_by_role("alert")).to_contain_text("could not be read")
    page.get_by_role("alert").get_by_role("button", name="Close").click()
    expect(page.get_by_role("alert").get_by_text("could not be read")).to_have_count(0)
    page.get_by_role("checkbox", name=POINT).check()
    expect(page.get_by_role("banner").get_by_role("link", name=DONE)).to_be_visible()
    assert page.evaluate("localStorage.getItem('crosstrack.aside')") == text


def test_a_browser_that_keeps_nothing_says_so_and_still_ticks(page: Page) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto(f"/{TRACK}/roadmap/")
    page.get_by_role("checkbox", name=POINT).check()
    expect(page.get_by_role("alert")).to_contain_text("This browser keeps nothing for this site")
    expect(page.get_by_role("banner").get_by_role("link", name=DONE)).to_be_visible()


def test_to_untick_takes_back_the_tick_alone(page: Page) -> None:
    """A skill that is new on one track carries over on another: a None there would add a leg to that plan."""
    page.goto(f"/{TRACK}/skills/")
    box = page.get_by_role("checkbox", name="I have this: Statistics")
    box.check()
    box.uncheck()
    page.goto("/plan/?track=data-scientist-to-machine-learning-engineer")
    expect(page.get_by_role("region", name="Your roadmap")).to_be_visible()
    expect(page.get_by_role("link", name="Before the first phase")).to_have_count(0)
