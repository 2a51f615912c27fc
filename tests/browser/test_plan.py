"""The planner: its arithmetic, its links and files as functions, and the page as a reader uses it."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import PHONE, WIDE, Houses
from tests.browser.faults import faults_by_axe, faults_of_width

DE, DS = (f"{start}-to-machine-learning-engineer" for start in ("data-engineer", "data-scientist"))
LEVELS = ("none", "some", "solid")
PLANNING = {
    "presumed": "carries-over",
    "levels": [{"level": n, "worth": w} for n, w in zip(LEVELS, (0, 0.5, 1), strict=True)],
}


def phase(name: str, weeks: tuple[float, float] | None, *skills: str) -> dict[str, Any]:
    id = f"cook-to-baker/roadmap/{name}"
    return {
        "id": id,
        "title": name,
        "url": f"u/#{name}",
        "weeks": weeks,
        "ongoing": weeks is None,
        "skills": list(skills),
    }


def skill(slug: str, bucket: str | None) -> dict[str, Any]:
    return {"slug": slug, "title": slug.title(), "bucket": bucket, "url": f"skills/{slug}/"}


TRACK = {
    "slug": "cook-to-baker",
    "title": "From cook to baker",
    "url": "tracks/cook-to-baker/",
    "hours_per_week": 10,
    "phases": [
        phase("loaf", (2, 3), "yeast", "flour", "knives"),
        phase("oven", (1, 1), "heat", "steam"),
        phase("night", None, "sleep"),
    ],
    "skills": [
        skill("knives", "carries-over"),
        skill("salt", "carries-over"),
        skill("heat", "easier"),
        skill("yeast", "new"),
        skill("flour", "new"),
        skill("steam", None),
        skill("sleep", None),
        skill("patience", "new"),
    ],
}
SLUGS = [one["slug"] for one in TRACK["skills"]]  # type: ignore[index]


@pytest.fixture(scope="module")
def run(browser: Browser, address: str) -> Iterator[Callable[..., Any]]:
    """Calls a function of one of the site's modules, with values as JSON has them."""
    page = browser.new_page(base_url=address)
    page.goto("/plan/")
    script = "async ([module, name, values]) => (await import(`/assets/scripts/${module}.js`))[name](...values)"

    def call(module: str, name: str, *values: object) -> Any:  # noqa: ANN401
        return page.evaluate(script, [module, name, list(values)])

    yield call
    page.close()


def course(
    run: Callable[..., Any],
    levels: dict[str, str],
    hours: float = 10,
    track: object = TRACK,
    ticked: Sequence[str] = (),
) -> dict[str, Any]:
    wish = {"hours": hours, "start": "2027-01-04", "levels": levels, "ticked": list(ticked)}
    return dict(run("plan/arithmetic", "course", track, PLANNING, wish))


def states(found: dict[str, Any]) -> list[str]:
    return [leg["state"] for leg in found["legs"]]


def test_without_a_word_the_course_is_the_guides_own(run: Callable[..., Any]) -> None:
    found = course(run, {})
    assert states(found) == ["full", "full", "ongoing"]
    assert [(leg["from"], leg["until"]) for leg in found["legs"]] == [
        ("2027-01-04", "2027-01-24"),
        ("2027-01-25", "2027-01-31"),
        ("2027-02-01", None),
    ]
    assert found["weeks"] == [3, 4]
    assert (found["until"], found["ongoing"]) == ("2027-01-31", True)


def test_half_the_hours_take_twice_the_time(run: Callable[..., Any]) -> None:
    assert course(run, {}, hours=5)["weeks"] == [6, 8]


def test_what_is_known_shortens_and_skips(run: Callable[..., Any]) -> None:
    found = course(run, {"yeast": "solid", "flour": "some", "heat": "solid", "steam": "solid"})
    loaf, oven, _ = found["legs"]
    assert (loaf["state"], loaf["saved"], loaf["solid"], loaf["some"]) == ("shorter", 0.75, ["yeast"], ["flour"])
    assert (loaf["from"], loaf["until"]) == ("2027-01-04", "2027-01-09"), "a quarter of three weeks, in whole days"
    assert (oven["state"], oven["until"]) == ("skipped", None)
    assert found["until"] == "2027-01-09"


def test_a_phase_whose_checkpoints_are_all_ticked_is_behind_the_reader(run: Callable[..., Any]) -> None:
    points = [{"id": f"cook-to-baker/roadmap/{name}"} for name in ("rises", "tastes")]
    track = {**TRACK, "phases": [{**TRACK["phases"][0], "checkpoints": points}, *TRACK["phases"][1:]]}  # type: ignore[dict-item,index]
    ids = [point["id"] for point in points]
    some = course(run, {}, track=track, ticked=ids[:1])
    assert (some["weeks"], states(some)) == ([3, 4], ["full", "full", "ongoing"])
    assert str(run("plan/wording", "reason", some["legs"][0], None)).endswith(" 1 of its 2 checkpoints ticked.")
    done = course(run, {}, track=track, ticked=ids)
    assert (done["weeks"], states(done)) == ([1, 1], ["passed", "full", "ongoing"])
    assert run("plan/wording", "reason", done["legs"][0], None) == "All 2 of its checkpoints are ticked."


def test_what_carries_over_counts_only_where_it_is_lacking(run: Callable[..., Any]) -> None:
    assert course(run, {"knives": "solid", "salt": "some"}) == course(run, {})
    found = course(run, {"salt": "none"})
    first = found["legs"][0]
    assert (first["state"], first["skills"], first["id"]) == ("catch-up", ["salt"], "cook-to-baker/plan/catch-up")
    # 3 to 4 weeks of 10 hours for the four skills that the phases name beside what carries over
    assert first["weeks"] == [0.75, 1]
    assert found["legs"][1]["from"] == "2027-01-11"


def test_what_is_left_and_what_fits(run: Callable[..., Any]) -> None:
    levels = {"yeast": "solid", "flour": "some", "salt": "none"}
    wish = {"hours": 10, "start": "2027-01-04", "levels": levels}
    left = [one["slug"] for one in run("plan/arithmetic", "left", TRACK, PLANNING, wish)]
    assert left == ["salt", "heat", "flour", "steam", "sleep", "patience"]
    items = [
        {"id": "a", "skills": ["yeast"]},
        {"id": "b", "skills": ["salt"]},
        {"id": "c", "skills": ["heat", "flour"]},
    ]
    found = run("plan/fit", "ranked", items, left)
    assert [(one["item"]["id"], one["skills"]) for one in found] == [("c", ["heat", "flour"]), ("b", ["salt"])]


def test_knowing_more_never_takes_longer(run: Callable[..., Any]) -> None:
    chance = random.Random(7)
    for _ in range(60):
        levels = {slug: chance.choice(LEVELS) for slug in chance.sample(SLUGS, chance.randint(0, len(SLUGS)))}
        slug, hours = chance.choice(SLUGS), chance.choice([1, 7.5, 10, 80])
        days = [course(run, {**levels, slug: level}, hours)["weeks"] for level in LEVELS]
        for end in (0, 1):
            assert days[0][end] >= days[1][end] >= days[2][end], (levels, slug, hours)


def test_a_track_without_times_or_skills_is_counted_too(run: Callable[..., Any]) -> None:
    bare = {**TRACK, "phases": [{**phase("wait", None), "ongoing": False}, phase("bake", (1, 2))]}
    found = course(run, {"salt": "none", "yeast": "solid"}, track=bare)
    assert states(found) == ["catch-up", "unknown", "full"]
    assert [leg["until"] for leg in found["legs"]] == [None, None, "2027-01-17"]
    assert found["legs"][0]["weeks"] is None, "nothing says how long a skill takes"
    for phases in ([bare["phases"][0]], []):
        untimed = course(run, {"salt": "none"}, track={**TRACK, "phases": phases})
        assert run("plan/wording", "summary", untimed) == "The guide gives no time for what is left"
    assert run("plan/wording", "summary", course(run, {}, track={**TRACK, "phases": []})) == "No weeks are left"


def state(chance: random.Random) -> dict[str, Any]:
    """Some state of a browser."""

    def at() -> str:
        return f"2026-11-{chance.randint(10, 12)}T08:00:00.000Z"

    names = ("bread", "cake", "cook-to-baker", "rye")
    picked = {part: chance.sample(names, chance.choice([0, 0, 0, 1, 3])) for part in ("ticks", "skills", "plans")}
    plans = {name: {"hours": chance.choice([5, 8.5]), "start": "2027-01-04", "at": at()} for name in picked["plans"]}
    return {
        "version": 1,
        "track": max(plans, key=lambda name: plans[name]["at"]) if plans else chance.choice(["", *names]),
        "ticks": {f"a/b/{name}": {"done": chance.random() < 0.5, "title": "T", "at": at()} for name in picked["ticks"]},
        "skills": {name: {"level": chance.choice(LEVELS), "title": "T", "at": at()} for name in picked["skills"]},
        "plans": plans,
        "cards": {},
        "choices": {},
    }


def test_merging_does_not_depend_on_the_order(run: Callable[..., Any]) -> None:
    chance = random.Random(11)
    for _ in range(40):
        a, b, c = (state(chance) for _ in range(3))
        together = [
            run("merge", "merged", run("merge", "merged", one, two), three)
            for one, two, three in itertools.permutations((a, b, c))
        ]
        assert [one for one in together if one != together[0]] == []
        assert run("merge", "merged", together[0], together[0]) == together[0]
        assert run("merge", "merged", together[0], a) == together[0], "what is in it already changes nothing"


def test_a_link_carries_the_whole_plan(run: Callable[..., Any]) -> None:
    chance = random.Random(3)
    for number in range(20):
        plan = state(chance) | {"ticks": {}, "track": f"track-{number}"}
        plan["plans"] = {plan["track"]: {"hours": 7.5, "start": "2027-02-01", "at": "2026-11-21T08:30:15.123Z"}}
        plan["skills"]["brot"] = {"level": "some", "title": "Brötchen & Café 🥖", "at": "2026-11-20T08:30:15.120Z"}
        code = run("plan/link", "encoded", plan)
        assert re.fullmatch(r"[\w-]+", code)
        assert run("plan/link", "decoded", code) == plan


@pytest.mark.parametrize(
    "code",
    [
        "",
        "x",
        "d",
        "dAAAA",
        "j",
        "jbnVsbA",
        "jWzFd",
        "jWzksMSwyXQ",
        "jWzEsIngiLDksIjIwMjctMDEtMDEiLDEsW11d%",
        "d" * 30_000,
    ],
)
def test_a_foreign_link_is_refused(run: Callable[..., Any], code: str) -> None:
    with pytest.raises(Exception, match="RangeError: The link"):
        run("plan/link", "decoded", code)


def test_a_link_that_swells_is_refused(run: Callable[..., Any]) -> None:
    plan = {
        **state(random.Random(1)),
        "track": "t",
        "plans": {"t": {"hours": 8, "start": "2027-01-04", "at": "2026-11-21T08:00:00Z"}},
    }
    plan["skills"] = {"x": {"level": "some", "title": "x" * 3_000_000, "at": "2026-11-21T08:00:00Z"}}
    code = run("plan/link", "encoded", plan)
    assert len(code) < 20_000
    with pytest.raises(Exception, match="RangeError: The link carries no plan"):
        run("plan/link", "decoded", code)


def ics(page: Page, track: dict[str, Any], levels: dict[str, str]) -> str:
    script = """async ([track, planning, wish]) => {
      const { course } = await import("/assets/scripts/plan/arithmetic.js");
      const { calendar } = await import("/assets/scripts/plan/calendar.js");
      const about = { name: track.title, stamp: "2026-11-21T08:30:15.123Z", says: () => "Why; so, \\\\ and\\nmore",
        address: (url) => `https://crosstrack.example/${url}` };
      return calendar(course(track, planning, wish), about); }"""
    return str(page.evaluate(script, [track, PLANNING, {"hours": 10, "start": "2027-01-04", "levels": levels}]))


def test_the_calendar_has_a_day_long_event_a_phase(page: Page) -> None:
    page.goto("/plan/")
    long = "Öfen, Dampf; Hitze \\ " + "Kälte 🥖 " * 20
    track = {**TRACK, "phases": [{**phase("loaf", (2, 3), "yeast"), "title": long}, *TRACK["phases"][1:]]}  # type: ignore[index]
    text = ics(page, track, {"heat": "solid", "steam": "solid"})
    assert text.replace("\r\n", "").count("\n") == text.replace("\r\n", "").count("\r") == 0
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    found = Calendar.from_ical(text)
    assert found["VERSION"] == "2.0"
    events = found.walk("VEVENT")
    assert [event["SUMMARY"] for event in events] == [long, "night (from here on)"], "what is skipped is no event"
    first, night = events
    assert first["UID"] == "cook-to-baker/roadmap/loaf@crosstrack"
    assert first["DESCRIPTION"] == "Why; so, \\ and\nmore\nhttps://crosstrack.example/u/#loaf"
    assert first["DTSTAMP"].dt == dt.datetime(2026, 11, 21, 8, 30, 15, tzinfo=dt.UTC)
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (dt.date(2027, 1, 4), dt.date(2027, 1, 25))
    assert (night["DTSTART"].dt, night["DTEND"].dt) == (dt.date(2027, 1, 25), dt.date(2027, 1, 26))
    assert text == ics(page, track, {"heat": "solid", "steam": "solid"})


ALIASES = {
    "tracks": {"chef-to-baker": "cook-to-baker"},
    "skills": {"old": "older", "older": "new", "round": "about", "about": "round"},
    "items": {"cook-to-baker/roadmap/a": "cook-to-baker/roadmap/b"},
}


def test_old_ids_lead_to_new_ones(page: Page) -> None:
    page.goto("/plan/")
    script = """async ([ids, known, aliases]) => (await import("/assets/scripts/aliases.js"))
      .resolve(ids, new Set(known), aliases)"""
    ids = ["new", "old", "round", "lost", "constructor", "chef-to-baker", "chef-to-baker/roadmap/a", "chef-to-baker/q"]
    known = ["new", "cook-to-baker", "cook-to-baker/roadmap/b", "cook-to-baker/q"]
    assert page.evaluate(script, [ids, known, ALIASES]) == {
        "renamed": {
            "old": "new",
            "chef-to-baker": "cook-to-baker",
            "chef-to-baker/roadmap/a": "cook-to-baker/roadmap/b",
            "chef-to-baker/q": "cook-to-baker/q",
        },
        "gone": ["round", "lost", "constructor"],
    }


def test_of_two_entries_that_become_one_the_later_holds(run: Callable[..., Any]) -> None:
    part = {
        "old": {"level": "some", "at": "2026-11-21T08:00:00Z"},
        "new": {"level": "none", "at": "2026-11-20T08:00:00Z"},
    }
    assert run("aliases", "renamed", part, {"old": "new"}) == {"new": part["old"]}


# As a reader


ON_BOTH = pytest.mark.parametrize("reader", [WIDE, PHONE], ids=["wide", "phone"], indirect=True)
"""For what a screen changes: what is kept, linked or counted is the same on each."""


@pytest.fixture
def reader(request: pytest.FixtureRequest, houses: Houses) -> Iterator[Page]:
    """A reader with a phone, or at a desk where the test says so, on a known day."""
    with houses.page("planner", viewport=getattr(request, "param", PHONE), accept_downloads=True) as page:
        page.clock.set_fixed_time("2026-11-21T08:00:00Z")
        yield page


def say(page: Page, name: str, level: str) -> None:
    """Choose a level for a skill, opening its bucket first where it is closed."""
    group = page.get_by_role("group", name=name, exact=True).filter(has=page.get_by_role("radio", include_hidden=True))
    bucket = page.locator(".ct-levels details", has=page.locator(f"legend:text-is('{name}')"))
    if bucket.get_attribute("open") is None:
        bucket.locator("summary").click()
    group.get_by_role("radio", name=level).check()


def plan(page: Page, hours: str = "8") -> None:
    page.goto(f"/plan/?track={DE}")
    page.get_by_label("Hours a week").fill(hours)


@ON_BOTH
def test_a_reader_plans_and_finds_the_plan_again(reader: Page) -> None:
    reader.goto("/plan/")
    reader.get_by_label("Track", exact=True).select_option(label="From data engineer to machine learning engineer")
    answer = reader.get_by_role("main").get_by_text("hours a week, done by")
    expect(answer).to_have_text("About 9–12 weeks at 10 hours a week, done by 12 February 2027, then ongoing.")
    expect(answer).to_be_in_viewport()
    reader.get_by_label("Hours a week").fill("20")
    expect(answer).to_contain_text("at 20 hours a week, done by 2 January 2027")
    reader.get_by_label("Start").fill("2027-01-04")
    expect(answer).to_contain_text("done by 15 February 2027")
    for name in ("Statistics", "Pandas", "NumPy", "Data visualisation", "Exploratory data analysis", "Data leakage"):
        say(reader, name, "Solid")
    roadmap = reader.get_by_role("region", name="Your roadmap")
    expect(roadmap).to_contain_text("The guide does not say how many hours its weeks presume: 10 are taken.")
    first = roadmap.get_by_role("listitem").first
    expect(first).to_contain_text("Shortened by 86%: solid in Statistics, Pandas, NumPy")
    say(reader, "scikit-learn", "Solid")
    expect(first).to_contain_text("Skipped")
    expect(first.get_by_role("link", name="Foundations of data science")).to_have_attribute(
        "href", re.compile(rf"/tracks/{DE}/roadmap/#foundations$")
    )
    expect(roadmap.get_by_role("listitem").last).to_contain_text("Ongoing from 2 February 2027")
    say(reader, "Containers", "None")
    expect(roadmap.get_by_role("listitem").first).to_contain_text("takes for granted what you lack: Containers")
    before = reader.get_by_role("main").inner_text()
    reader.goto("/plan/")
    expect(reader.get_by_label("Hours a week")).to_have_value("20")
    expect(reader.get_by_role("region", name="Your roadmap").get_by_role("listitem").nth(1)).to_contain_text("Skipped")
    assert before.split("Your roadmap")[1] == reader.get_by_role("main").inner_text().split("Your roadmap")[1]


def test_the_answer_names_what_fits(reader: Page) -> None:
    plan(reader)
    left = reader.get_by_role("region", name="What is left: 36 skills")
    expect(left.get_by_role("heading", name="Genuinely new: 23")).to_be_visible()
    projects = reader.get_by_role("region", name="Projects that fit").get_by_role("listitem")
    expect(projects.first.get_by_role("link", name="Monitoring that spots a degrading model")).to_be_visible()
    expect(projects.first).to_contain_text("5 skills you have left: Model monitoring, Data drift, Model drift")
    sets = reader.get_by_role("region", name="Questions to practise").get_by_role("listitem")
    expect(sets.first).to_contain_text("8 skills you have left")
    say(reader, "Model drift", "Solid")
    expect(projects.first).to_contain_text("4 skills you have left")


def test_a_guide_may_state_its_hours(reader: Page) -> None:
    def stated(route: Route) -> None:
        record = route.fetch().json()
        route.fulfill(json={**record, "hours_per_week": 5, "hours_stated": True})

    reader.route("**/api/v1/plans/*.json", stated)
    reader.goto(f"/plan/?track={DE}")
    expect(reader.get_by_label("Hours a week")).to_have_value("5")
    expect(reader.get_by_role("region", name="Your roadmap")).to_contain_text("The guide's weeks presume 5 hours.")
    reader.get_by_label("Hours a week").fill("10")
    expect(reader.get_by_role("main").get_by_text("About 5–6 weeks at 10 hours a week")).to_be_visible()


@ON_BOTH
def test_a_short_summary_is_announced(reader: Page) -> None:
    plan(reader)
    say(reader, "Statistics", "Some")
    expect(reader.get_by_role("status")).to_have_text(
        re.compile(r"^About \d+–\d+ weeks at 8 hours a week, done by .{10,20}, then ongoing\.$")
    )


def test_levels_are_chosen_with_the_keyboard(page: Page) -> None:
    plan(page)
    group = page.get_by_role("group", name="Statistics", exact=True)
    group.get_by_role("radio", name="None").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(group.get_by_role("radio", name="Solid")).to_be_checked()
    expect(group.get_by_role("radio", name="Solid")).to_be_focused()
    expect(page.get_by_role("region", name="What is left: 35 skills")).to_be_visible()


@ON_BOTH
def test_targets_are_large_enough_to_touch(reader: Page) -> None:
    plan(reader)
    say(reader, "Statistics", "Some")
    for control in reader.locator(":is(.ct-planner, .ct-plan-keep) :is(button, select, input, summary)").all():
        box = control.bounding_box()
        if box and control.is_visible():
            assert min(box["width"], box["height"]) >= 24, control.evaluate("one => one.outerHTML")


def test_a_wrong_number_is_told_and_the_answer_stays(reader: Page) -> None:
    plan(reader)
    answer = reader.get_by_role("main").get_by_text("hours a week, done by")
    before = answer.inner_text()
    for wrong in ("0", "200", ""):
        reader.get_by_label("Hours a week").fill(wrong)
        expect(reader.get_by_role("alert").filter(has_text="from 1 to 80")).to_be_visible()
        assert answer.inner_text() == before
    reader.get_by_label("Hours a week").fill("4")
    expect(reader.get_by_text("from 1 to 80")).to_have_count(0)
    expect(answer).to_contain_text("at 4 hours a week")
    reader.get_by_label("Hours a week").fill("0")
    say(reader, "Statistics", "Some")
    expect(reader.get_by_label("Hours a week")).to_have_value("4")
    expect(reader.get_by_text("from 1 to 80")).to_have_count(0)
    expect(reader.get_by_label("Hours a week")).not_to_have_attribute("aria-invalid", "true")


def link_of(page: Page) -> str:
    page.get_by_role("button", name="Copy a link").click()
    field = page.get_by_label("A link with the whole plan")
    expect(field).to_have_value(re.compile("#plan="))
    return field.input_value()


@ON_BOTH
def test_a_link_opens_the_plan_and_asks_before_it_merges(reader: Page, browser: Browser, address: str) -> None:
    plan(reader, "12")
    say(reader, "Statistics", "Solid")
    link = link_of(reader)
    assert len(link) < 400
    say(reader, "Statistics", "Some")
    expect(reader.get_by_label("A link with the whole plan")).to_be_hidden()  # it no longer holds
    other = browser.new_context(base_url=address)
    page = other.new_page()
    page.goto(f"/plan/?track={DE}")
    say(page, "Model theory", "Some")
    page.goto(link)
    page.reload()
    expect(page.get_by_label("Hours a week")).to_have_value("12")
    statistics, theory = (page.get_by_role("group", name=name, exact=True) for name in ("Statistics", "Model theory"))
    expect(statistics.get_by_role("radio", name="Solid")).to_be_checked()
    expect(theory.get_by_role("radio", name="None")).to_be_checked()
    asked = page.get_by_role("region", name="A plan from a link")
    asked.get_by_role("button", name="Leave it").click()
    expect(asked).to_have_count(0)
    expect(page.get_by_label("Hours a week")).to_have_value("10")
    expect(theory.get_by_role("radio", name="Some")).to_be_checked()
    expect(statistics.get_by_role("radio", name="None")).to_be_checked()
    page.goto(link)
    page.reload()
    asked.get_by_role("button", name="Keep it").click()
    expect(asked).to_have_count(0)
    expect(theory.get_by_role("radio", name="Some")).to_be_checked()
    expect(statistics.get_by_role("radio", name="Solid")).to_be_checked()
    page.goto("/plan/")
    expect(statistics.get_by_role("radio", name="Solid")).to_be_checked()
    other.close()


@pytest.mark.parametrize("code", ["rubbish", "d%00", "jWzksMSwyXQ"])
def test_a_bad_link_is_told_and_breaks_nothing(reader: Page, code: str) -> None:
    plan(reader)
    reader.goto(f"/plan/#plan={code}")
    reader.reload()
    expect(reader.get_by_role("alert").filter(has_text="What this browser keeps is as it was")).to_be_visible()
    expect(reader.get_by_label("Hours a week")).to_have_value("8")
    expect(reader.get_by_role("region", name="Your roadmap")).to_be_visible()


def code_of(page: Page, track: str, skills: dict[str, Any], at: str = "2026-11-20T08:00:00.000Z") -> str:
    """The fragment of a link that somebody else made."""
    page.goto("/plan/")
    plan = {"hours": 6, "start": "2027-01-04", "at": at}
    script = "async (state) => (await import('/assets/scripts/plan/link.js')).encoded(state)"
    return f"#plan={page.evaluate(script, {'track': track, 'plans': {track: plan}, 'skills': skills})}"


def test_a_link_from_before_a_renaming_is_followed(reader: Page) -> None:
    reader.route("**/api/v1/aliases.json", lambda route: route.fulfill(json=RENAMED))
    code = code_of(reader, "de-to-mle", {"stats": KEPT["skills"]["stats"]})  # type: ignore[index]
    reader.goto(f"/plan/{code}")
    reader.reload()
    expect(reader.get_by_label("Track", exact=True)).to_have_value(DE)
    expect(reader.get_by_label("Hours a week")).to_have_value("6")
    expect(reader.get_by_role("region", name="What is left: 35 skills")).to_be_visible()
    assert reader.evaluate("localStorage.crosstrack") is None
    reader.get_by_role("button", name="Keep it").click()
    expect(reader.get_by_role("region", name="A plan from a link")).to_have_count(0)
    kept = json.loads(reader.evaluate("localStorage.crosstrack"))
    assert (set(kept["plans"]), set(kept["skills"]), kept["track"]) == ({DE}, {"statistics"}, DE)


def test_a_link_of_a_track_that_is_nowhere_is_refused(reader: Page) -> None:
    code = code_of(reader, "poet-to-pilot", {})
    plan(reader, "12")
    reader.goto(f"/plan/{code}")
    expect(reader.get_by_role("alert").filter(has_text="is not on this site any more")).to_be_visible()
    expect(reader.get_by_label("Hours a week")).to_have_value("12")
    expect(reader.get_by_role("region", name="A plan from a link")).to_have_count(0)


SAID = {"hours": 5, "start": "2026-03-01", "at": "2026-05-01T08:00:00.000Z"}


def kept(page: Page) -> dict[str, Any]:
    return dict(json.loads(page.evaluate("localStorage.crosstrack")))


def file_of(folder: Path, **parts: object) -> Path:
    """An exported file."""
    file = folder / "crosstrack.json"
    file.write_text(json.dumps({"version": 1, **parts}), "utf-8")
    return file


def test_what_was_said_wins_over_what_nobody_said(reader: Page, tmp_path: Path) -> None:
    """Hours and a start are the reader's word only where the reader entered them."""
    track = reader.get_by_label("Track", exact=True)
    reader.goto("/plan/")
    track.select_option(DE)
    say(reader, "Statistics", "Solid")
    reader.get_by_label("Import a file").set_input_files(file_of(tmp_path, plans={DE: SAID}))
    expect(reader.get_by_label("Hours a week")).to_have_value("5")
    expect(reader.get_by_label("Start")).to_have_value("2026-03-01")
    code = code_of(reader, DE, {}, at="1970-01-01T00:00:00.000Z")
    reader.goto(f"/plan/?track={DE}{code}")
    reader.reload()
    expect(reader.get_by_label("Hours a week")).to_have_value("6")
    reader.get_by_role("button", name="Keep it").click()
    expect(reader.get_by_label("Hours a week")).to_have_value("5")
    assert kept(reader)["plans"] == {DE: SAID}


def test_a_file_is_imported_before_a_track_is_chosen(reader: Page, tmp_path: Path) -> None:
    reader.goto("/plan/")
    reader.get_by_label("Import a file").set_input_files(file_of(tmp_path, track=DE, plans={DE: SAID}))
    expect(reader.get_by_label("Track", exact=True)).to_have_value(DE)
    expect(reader.get_by_label("Hours a week")).to_have_value("5")


def test_of_two_quick_choices_the_last_holds_with_its_own_hours(reader: Page) -> None:
    def stated(route: Route) -> None:
        route.fulfill(json={**route.fetch().json(), "hours_per_week": 5, "hours_stated": True})

    reader.route(f"**/api/v1/plans/{DS}.json", stated)
    reader.goto("/plan/")
    reader.get_by_label("Track", exact=True).evaluate(
        "(field, tracks) => tracks.forEach((track) => {"
        " field.value = track; field.dispatchEvent(new Event('change')); })",
        [DE, DS],
    )
    expect(reader.get_by_label("Hours a week")).to_have_value("5")
    assert (kept(reader)["track"], kept(reader)["plans"]) == (DS, {})


def test_hours_count_for_the_track_that_they_were_said_of(reader: Page) -> None:
    track, hours = reader.get_by_label("Track", exact=True), reader.get_by_label("Hours a week")
    reader.goto("/plan/")
    hours.fill("7")
    track.select_option(DE)
    expect(reader.get_by_text("at 7 hours a week, done by")).to_be_visible()
    hours.fill("20")
    track.select_option(DS)
    expect(hours).to_have_value("10")
    reader.once("dialog", lambda dialog: dialog.accept())
    reader.get_by_role("button", name="Forget everything").click()
    expect(reader.get_by_role("status")).to_have_text("Everything was forgotten.")
    track.select_option(DE)
    expect(reader.get_by_text("at 10 hours a week, done by")).to_be_visible()


def test_what_was_put_aside_can_be_had_as_a_file(reader: Page, tmp_path: Path) -> None:
    reader.goto("/plan/")
    aside = reader.get_by_role("button", name="Download what was put aside")
    expect(aside).to_be_hidden()
    reader.evaluate("localStorage.crosstrack = '{{{'")
    reader.reload()
    with reader.expect_download() as download:
        aside.click()
    download.value.save_as(tmp_path / "aside.txt")
    assert (tmp_path / "aside.txt").read_text("utf-8") == "{{{\n"


def test_back_out_of_a_shared_plan_ends_the_look_at_it(reader: Page) -> None:
    code = code_of(reader, DE, {})
    reader.goto(f"/plan/?track={DS}")
    expect(reader.get_by_label("Track", exact=True)).to_have_value(DS)
    reader.evaluate("code => { location.hash = code; }", code)
    expect(reader.get_by_label("Track", exact=True)).to_have_value(DE)
    reader.go_back()
    expect(reader.get_by_label("Track", exact=True)).to_have_value(DS)
    expect(reader.get_by_role("region", name="A plan from a link")).to_have_count(0)


def test_a_track_that_is_gone_is_no_alarm_and_focus_stays_with_the_list(page: Page) -> None:
    skills = {slug: {"level": "some", "title": slug, "at": SAID["at"]} for slug in ("alchemy", "magic")}
    page.goto("/plan/")
    page.evaluate(
        "state => { localStorage.crosstrack = JSON.stringify(state); }",
        {"version": 1, "track": "poet-to-pilot", "plans": {"poet-to-pilot": SAID}, "skills": skills},
    )
    page.reload()
    forget = page.get_by_role("region", name="Archived").get_by_role("button")
    expect(forget).to_have_count(3)
    assert page.locator("#ct-notices").inner_text() == ""
    forget.last.focus()
    page.keyboard.press("Enter")
    expect(forget).to_have_count(2)
    expect(page.get_by_role("status")).to_have_text("poet to pilot was forgotten.")
    expect(forget.last).to_be_focused()
    assert kept(page)["track"] == ""
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(forget).to_have_count(0)
    expect(page.get_by_label("Track", exact=True)).to_be_focused()


def test_a_notice_hands_the_focus_on_when_it_is_closed(modules: Page) -> None:
    script = """async () => {
      const { tell } = await import("/assets/scripts/notice.js");
      const place = document.createElement("button");
      document.body.append(place);
      place.focus();
      ["One.", "Two."].forEach(tell);
      const told = document.getElementById("ct-notices");
      return ["Two.", null].map((next) => {
        const close = told.querySelector("button");
        close.focus();
        close.click();
        return document.activeElement === (next ? told.querySelector("button") : place); }); }"""
    assert modules.evaluate(script) == [True, True]


def test_only_a_change_is_announced(newcomer: Page) -> None:
    """The places of announcements are there from the start; opening a plan says nothing of itself."""
    newcomer.clock.install(time="2026-11-21T08:00:00Z")
    newcomer.goto(f"/plan/?track={DE}")
    expect(newcomer.get_by_role("region", name="Your roadmap")).to_be_visible()
    expect(newcomer.get_by_role("alert").and_(newcomer.locator("#ct-notices"))).to_have_count(1)
    newcomer.clock.run_for(5000)
    expect(newcomer.get_by_role("status")).to_have_text("")
    newcomer.get_by_label("Hours a week").fill("20")
    newcomer.clock.run_for(5000)
    expect(newcomer.get_by_role("status")).to_contain_text("at 20 hours a week")
    newcomer.evaluate(
        "import('/assets/scripts/notice.js').then(({ announce }) => { announce('Twice.'); announce('Twice.'); })"
    )
    assert newcomer.evaluate("document.getElementById('ct-said').textContent") == "Twice.\u00a0"


@ON_BOTH
def test_everything_is_exported_and_merged_back(reader: Page, browser: Browser, address: str, tmp_path: Path) -> None:
    plan(reader, "12")
    say(reader, "Statistics", "Solid")
    with reader.expect_download() as download:
        reader.get_by_role("button", name="Export everything").click()
    assert download.value.suggested_filename == "crosstrack-2026-11-21.json"
    file = tmp_path / "plan.json"
    download.value.save_as(file)
    kept = json.loads(file.read_text("utf-8"))
    assert kept["skills"]["statistics"]["level"] == "solid"
    other = browser.new_context(base_url=address)
    page = other.new_page()
    page.goto(f"/plan/?track={DE}")
    say(page, "Model theory", "Some")
    page.get_by_label("Import a file").set_input_files(file)
    expect(page.get_by_role("group", name="Statistics", exact=True).get_by_role("radio", name="Solid")).to_be_checked()
    expect(page.get_by_role("group", name="Model theory", exact=True).get_by_role("radio", name="Some")).to_be_checked()
    other.close()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("bread", "It is no JSON."),
        ("[]", "It is not a plan of this site."),
        ('{"version": 9}', "It was saved by a newer edition of this site"),
        (
            '{"version": 1, "skills": {"x": {"level": "expert"}}}',
            'Its part "skills" has an entry that cannot be read: x.',
        ),
    ],
)
def test_a_bad_file_is_refused_with_the_reason(page: Page, tmp_path: Path, text: str, says: str) -> None:
    plan(page)
    before = page.evaluate("localStorage.crosstrack")
    file = tmp_path / "bad.json"
    file.write_text(text, "utf-8")
    page.get_by_label("Import a file").set_input_files(file)
    expect(page.get_by_role("alert").filter(has_text=f"bad.json was not imported. {says}")).to_be_visible()
    assert page.evaluate("localStorage.crosstrack") == before


def test_the_calendar_file_holds_the_plan(reader: Page, tmp_path: Path) -> None:
    plan(reader, "10")
    with reader.expect_download() as download:
        reader.get_by_role("button", name="Save to calendar").click()
    download.value.save_as(tmp_path / "plan.ics")
    events = Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).walk("VEVENT")
    assert [str(event["UID"]).removeprefix(f"{DE}/roadmap/") for event in events] == [
        f"{name}@crosstrack" for name in ("foundations", "modelling", "production", "interviews")
    ]
    assert events[0]["DTSTART"].dt == dt.date(2026, 11, 21)
    assert "The guide gives 3–4 weeks." in events[0]["DESCRIPTION"]


KEPT = {
    "version": 1,
    "track": "de-to-mle",
    "plans": {
        "de-to-mle": {"hours": 6, "start": "2027-01-04", "at": "2026-11-20T08:00:00.000Z"},
        "poet-to-pilot": {"hours": 6, "start": "2027-01-04", "at": "2026-11-19T08:00:00.000Z"},
    },
    "skills": {
        "stats": {"level": "solid", "title": "Stats", "at": "2026-11-20T08:00:00.000Z"},
        "alchemy": {"level": "solid", "title": "The art of gold", "at": "2026-11-20T08:00:00.000Z"},
        "kubernetes": {"level": "some", "title": "Kubernetes", "at": "2026-11-20T08:00:00.000Z"},
    },
    "ticks": {f"{DE}/roadmap/gone": {"done": True, "title": "I can make gold", "at": "2026-11-20T08:00:00.000Z"}},
}
RENAMED = {"tracks": {"de-to-mle": DE}, "skills": {"stats": "maths", "maths": "statistics"}, "items": {}}


def test_what_was_renamed_is_followed_and_what_is_gone_is_kept(reader: Page) -> None:
    reader.route("**/api/v1/aliases.json", lambda route: route.fulfill(json=RENAMED))
    reader.goto("/plan/")
    reader.evaluate("state => { localStorage.crosstrack = JSON.stringify(state); }", KEPT)
    reader.reload()
    expect(reader.get_by_label("Hours a week")).to_have_value("6")
    expect(reader.get_by_label("Track", exact=True)).to_have_value(DE)
    statistics = reader.locator("fieldset", has=reader.locator("legend:text-is('Statistics')"))
    expect(statistics.get_by_role("radio", name="Solid", include_hidden=True)).to_be_checked()
    gone = reader.get_by_role("region", name="Archived")
    expect(gone.get_by_role("listitem")).to_contain_text(
        ["The art of gold (skill)", "poet to pilot (plan of a track)", "I can make gold (tick)"]
    )
    gone.get_by_role("button", name="Forget The art of gold").click()
    expect(gone.get_by_role("listitem")).to_have_count(2)
    kept = json.loads(reader.evaluate("localStorage.crosstrack"))
    assert set(kept["skills"]) == {"statistics", "kubernetes"}
    assert set(kept["plans"]) == {DE, "poet-to-pilot"}


def test_the_names_are_asked_for_only_where_something_is_unknown(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    plan(page)
    say(page, "Statistics", "Solid")
    expect(page.get_by_role("region", name="Your roadmap")).to_be_visible()
    assert [url for url in asked if url.endswith(("aliases.json", "slugs.json", "skills.json"))] == []


def test_a_track_leads_to_its_plan(reader: Page) -> None:
    reader.goto(f"/tracks/{DS}/")
    reader.get_by_role("link", name="Plan it for yourself").click()
    expect(reader.get_by_label("Track", exact=True)).to_have_value(DS)
    expect(reader.get_by_role("region", name="Your roadmap").get_by_role("listitem")).to_have_count(5)
    assert reader.evaluate("localStorage.crosstrack") is None, "looking saves nothing"


def test_a_browser_that_keeps_nothing_plans_all_the_same(reader: Page) -> None:
    reader.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    )
    plan(reader, "20")
    expect(reader.get_by_text("at 20 hours a week, done by")).to_be_visible()
    expect(reader.get_by_role("alert").filter(has_text="This browser keeps nothing for this site")).to_be_visible()


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (PHONE, "dark")], ids=["wide-light", "phone-dark"])
def test_axe_finds_nothing_in_a_plan(browser: Browser, address: str, size: Any, scheme: Any) -> None:  # noqa: ANN401
    context = browser.new_context(viewport=size, base_url=address, color_scheme=scheme)
    page = context.new_page()
    plan(page)
    for name, level in (("Statistics", "Some"), ("Containers", "None"), ("scikit-learn", "Solid")):
        say(page, name, level)
    page.get_by_label("Hours a week").fill("-1")
    expect(page.get_by_text("done by")).to_be_visible()
    assert [*faults_by_axe(page), *faults_of_width(page)] == []
    context.close()


def test_the_plan_prints_without_the_form(page: Page) -> None:
    plan(page)
    expect(page.get_by_role("region", name="Your roadmap")).to_be_visible()
    page.emulate_media(media="print")
    for shown in ("Your roadmap", "What is left", "Projects that fit", "Questions to practise"):
        expect(page.get_by_role("heading", name=shown)).to_be_visible()
    expect(page.get_by_text("From data engineer to machine learning engineer").last).to_be_visible()
    for hidden in (
        page.get_by_label("Hours a week"),
        page.get_by_role("radio"),
        page.get_by_role("button", name="Print"),
    ):
        expect(hidden).to_have_count(0) if hidden.count() == 0 else expect(hidden.first).to_be_hidden()


def test_without_scripts_the_page_answers_all_the_same(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/plan/")
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", name="Data engineer → machine learning engineer")).to_be_visible()
    expect(main.get_by_role("listitem").filter(has_text="Foundations of data science")).to_contain_text("3–4 weeks")
    expect(main.get_by_text("In all: 9–12 weeks, then ongoing.")).to_be_visible()
    expect(main.get_by_role("row", name=re.compile("^Some"))).to_contain_text("50%")
    expect(main.get_by_text("A guide's week is 10 hours")).to_be_visible()
    main.get_by_role("link", name="All tracks, with how far each is").click()
    expect(page).to_have_url(re.compile("/tracks/$"))
    context.close()
