"""Practice, as a reader does it: by role and name, at a desk and on a phone, with time in the test's hands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import PHONE, WIDE
from tests.browser.faults import faults_by_axe, faults_of_width

TRACK = "data-engineer-to-machine-learning-engineer"
OTHER = "data-scientist-to-machine-learning-engineer"
THIRD = "software-engineer-to-machine-learning-engineer"
HERE = f"/practice/?track={TRACK}"
ROUND = f"{HERE}&round=production-ml"
BEFORE, NOW = "2026-11-21T08:59:00Z", "2026-11-21T09:00:00Z"
MINUTE = 60_000


@pytest.fixture(params=[WIDE, PHONE], ids=["wide", "phone"])
def reader(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A reader at a desk or on a phone, on a day of the test's choice; time stands still unless it is moved."""
    phone = request.param is PHONE
    context = browser.new_context(viewport=request.param, base_url=address, has_touch=phone, is_mobile=phone)
    page = context.new_page()
    stop_time(page)
    yield page
    context.close()


def stop_time(page: Page) -> None:
    """Have it be a moment of our choice until the test moves it."""
    page.clock.install(time=BEFORE)
    page.clock.pause_at(NOW)


@pytest.fixture
def desk(newcomer: Page) -> Page:
    """A reader at a desk, on that day."""
    stop_time(newcomer)
    return newcomer


def asked(site: Path, track: str = TRACK) -> list[dict[str, Any]]:
    """The questions of a track, as they are published."""
    found: list[dict[str, Any]] = json.loads((site / f"api/v1/questions/{track}.json").read_text("utf-8"))["questions"]
    return found


def run(page: Page, module: str, code: str) -> Any:  # noqa: ANN401 - JSON holds anything
    """What an expression gives, in which `m` is a module of the page."""
    return page.evaluate(f"import('/assets/scripts/practice/{module}.js').then(m => {code})")


def kept(page: Page) -> dict[str, Any]:
    """The cards in the browser's storage."""
    cards: dict[str, Any] = page.evaluate("JSON.parse(localStorage.getItem('crosstrack') ?? '{}').cards ?? {}")
    return cards


def keep(page: Page, cards: dict[str, Any]) -> None:
    """Have cards in the browser's storage before the page is opened."""
    whole = {
        name: {"box": 1, "title": name, "at": "2026-11-01T08:00:00.000Z", **card}  # a card of the first of November
        for name, card in cards.items()
    }
    state = json.dumps({"version": 1, "track": "", "ticks": {}, "skills": {}, "plans": {}, "cards": whole})
    page.goto("/practice/decks/")
    page.evaluate("state => localStorage.setItem('crosstrack', state)", state)


def question(page: Page, words: str) -> None:
    """Expect a question, and nothing of its answer."""
    expect(page.get_by_role("heading", level=2, name=words, exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Interviewers listen for")).to_be_hidden()


def press(page: Page, name: str) -> None:
    """Press a button."""
    page.get_by_role("button", name=name).click()


def to_interview(page: Page) -> None:
    """Ask for a mock interview, and wait for its form: its modules come when it is asked for first."""
    press(page, "Mock interview")
    expect(page.get_by_role("heading", level=2, name="Mock interview", exact=True)).to_be_focused()


def answer(page: Page, grade: str) -> None:
    """Look at the answer, and grade oneself."""
    press(page, "Show the answer")
    press(page, grade)


# What needs no page


@pytest.mark.parametrize(
    ("card", "grade", "place"),
    [
        (None, "missed", [1, "2026-11-22"]),
        (None, "shaky", [1, "2026-11-22"]),
        (None, "solid", [2, "2026-11-24"]),
        ([2, "2026-11-21"], "solid", [3, "2026-11-28"]),
        ([3, "2026-11-01"], "solid", [4, "2026-12-05"]),
        ([4, "2026-11-21"], "solid", [5, "2026-12-21"]),
        ([5, "2026-11-20"], "solid", [5, "2026-12-21"]),
        ([3, "2026-11-21"], "shaky", [3, "2026-11-28"]),
        ([5, "2026-11-21"], "missed", [1, "2026-11-22"]),
        ([3, "2026-11-22"], "solid", [3, "2026-11-22"]),
        ([3, "2026-11-22"], "shaky", [3, "2026-11-22"]),
        ([3, "2026-11-22"], "missed", [1, "2026-11-22"]),
    ],
)
def test_a_grade_puts_a_card_in_its_box(modules: Page, card: list[Any] | None, grade: str, place: list[Any]) -> None:
    held = json.dumps({"box": card[0], "due": card[1]}) if card else "undefined"
    found = run(modules, "leitner", f"m.graded({held}, '{grade}', '2026-11-21')")
    assert [found["box"], found["due"]] == place


def test_those_due_longest_come_first_then_the_unseen(modules: Page) -> None:
    cards = {"a": "2026-11-22", "b": "2026-11-21", "d": "2026-11-02", "e": "2026-11-21"}
    held = json.dumps({name: {"box": 1, "due": due} for name, due in cards.items()})
    found = run(modules, "leitner", f"m.inTurn(['f', 'e', 'd', 'c', 'b', 'a'], {held}, '2026-11-21')")
    assert found == {"due": ["d", "e", "b"], "unseen": ["f", "c"], "later": ["a"]}


def test_a_seed_draws_the_same_for_ever(modules: Page) -> None:
    """If this fails, links to mock interviews ask other questions than they did."""
    drawn = run(modules, "draw", "['k3f9', 'k3f9', 'k3fa'].map(seed => m.drawn([...'abcdefghij'], 4, seed).join(''))")
    assert drawn == ["ajcf", "ajcf", "djac"]


def test_a_draw_repeats_nothing_and_takes_no_more_than_there_is(modules: Page) -> None:
    assert sorted(run(modules, "draw", "m.drawn([1, 2, 3], 9, 'x')")) == [1, 2, 3]
    every = run(modules, "draw", "[...Array(600).keys()].map(n => m.drawn([0, 1, 2], 1, `s${n}`)[0])")
    assert all(150 < every.count(item) < 250 for item in range(3)), "each has its chance"


def test_rounds_hold_what_fits(modules: Page) -> None:
    assert run(modules, "draw", "m.ROUNDS.map(m.fitting)") == [3, 6, 9, 12]


def test_an_address_says_what_is_wanted(modules: Page) -> None:
    text = "?track=all&domain=dough&round=shaping&skill=salt&answer=5&mock=30&seed=k3f9"
    assert run(modules, "filters", f"m.query(m.wanted('{text}'))") == text
    assert run(modules, "filters", "m.query(m.wanted('?track=a%22b&answer=7&mock=31&seed=k3f9&x=<'))") == ""
    assert run(modules, "filters", "m.query(m.wanted('?mock=30&seed=%2e%2e'))") == ""
    beside = run(modules, "filters", "m.query(m.wanted('?answer=5'), '?q=feature+store&answer=2&in-track=a&seed=b')")
    assert beside == "?answer=5&q=feature+store&in-track=a"


def test_choices_say_how_many_questions_they_leave(modules: Page) -> None:
    questions = [
        {"track": "t", "set": "s", "domain": "S", "rounds": ["r"], "skills": ["b", "a"]},
        {"track": "t", "set": "u", "domain": "U", "rounds": [], "skills": ["a"]},
    ]
    names = {"questions": questions, "rounds": {"t/r": "R"}, "skills": {"a": "Anis", "b": "Bread"}}
    filters = {"track": "t", "domain": "s", "round": "", "skill": ""}
    found = run(modules, "filters", f"m.choices({json.dumps(names)}, {json.dumps(filters)})")
    assert found == {
        "domain": [{"id": "s", "name": "S", "count": 1}, {"id": "u", "name": "U", "count": 1}],
        "round": [{"id": "r", "name": "R", "count": 1}],
        "skill": [{"id": "a", "name": "Anis", "count": 1}, {"id": "b", "name": "Bread", "count": 1}],
    }


def test_what_is_chosen_stays_a_choice_though_it_leaves_nothing(modules: Page) -> None:
    questions = [
        {"track": "t", "set": "s", "domain": "S", "rounds": ["r"], "skills": ["a"]},
        {"track": "t", "set": "u", "domain": "U", "rounds": [], "skills": ["b"]},
    ]
    names = {"questions": questions, "rounds": {"t/r": "R"}, "skills": {"a": "Anis", "b": "Bread"}}
    filters = {"track": "t", "domain": "s", "round": "", "skill": "b"}
    found = run(modules, "filters", f"m.choices({json.dumps(names)}, {json.dumps(filters)})")
    assert found["domain"] == [{"id": "s", "name": "S", "count": 0}, {"id": "u", "name": "U", "count": 1}]
    assert found["skill"] == [{"id": "a", "name": "Anis", "count": 1}, {"id": "b", "name": "Bread", "count": 0}]


def test_a_clock_counts_what_it_ran(modules: Page) -> None:
    told = "(() => { let now = 5; const c = new m.Clock(() => now); const seen = [c.elapsed]; c.start(); now = 1005;"
    told += "seen.push(c.elapsed); c.start(); c.pause(); now = 9005; seen.push(c.elapsed); c.start(); now = 70005;"
    told += "seen.push(c.elapsed, m.digits(c.elapsed), m.spoken(c.elapsed), m.spoken(500)); return seen; })()"
    assert run(modules, "clock", told) == [0, 1000, 1000, 62000, "1:02", "1 minute 2 seconds", "0 seconds"]


def test_cards_follow_their_question_and_none_is_dropped(modules: Page) -> None:
    days = {"t/old": 1, "t/new": 2, "t/older": 3, "t/gone": 1, "u/elsewhere": 1}
    cards = {name: {"box": day, "at": f"2026-11-0{day}T08:00:00Z"} for name, day in days.items()}
    told = f"m.settled({json.dumps(cards)}, new Set(['t/new']), id => id.startsWith('t/'),"
    told += "id => ['t/old', 't/older'].includes(id) ? 't/new' : id)"
    found = run(modules, "archive", told)
    assert found["cards"]["t/new"]["box"] == 3, "of three cards of one question, the one that was graded last"
    assert list(found["cards"]) == ["t/new"]
    assert [item["id"] for item in found["archived"]] == ["t/gone"]


def test_the_card_of_a_track_that_was_renamed_twice_is_not_taken_for_gone(modules: Page) -> None:
    card = {"box": 2, "due": "2026-11-21", "title": "Salt?", "at": "2026-11-01T08:00:00Z"}
    state = json.dumps(json.dumps({"version": 1, "cards": {"first/salt": card}}))
    aliases = json.dumps({"tracks": {"first": "second", "second": "third"}, "skills": {}, "items": {}})
    asked = "[{id: 'here/a', track: 'here'}], [{slug: 'here'}, {slug: 'third'}]"
    told = f"(localStorage.setItem('crosstrack', {state}), m.kept({asked}, {aliases}))"
    try:
        assert run(modules, "kept", told) == {"cards": {}, "archived": []}
    finally:
        modules.evaluate("localStorage.clear()")


def test_a_grade_that_was_taken_back_stays_so_when_merged(modules: Page) -> None:
    """Whatever another window or an older file still says of it, and whatever its clock says."""
    card = {"box": 3, "due": "2026-11-20", "title": "B?", "at": "2999-01-01T00:00:00.000Z"}
    told = """(async () => {
        const store = await import('/assets/scripts/store.js');
        const { merged } = await import('/assets/scripts/merge.js');
        const questions = ['t/a', 't/b'].map(id => ({ id, track: 't', text: id }));
        const cards = () => m.kept(questions, [{ slug: 't' }], { tracks: {}, skills: {}, items: {} });
        store.update(state => { state.cards['t/b'] = CARD; });
        const given = questions.map(question => m.keep(question, 'missed', cards().cards[question.id]));
        const graded = store.load();
        const found = [Object.values(cards().cards).map(({ box }) => box), given.map(({ takeBack }) => takeBack())];
        for (const state of [merged(graded, store.load()), merged(store.load(), graded)]) {
            store.update(kept => Object.assign(kept, state));
            const now = cards();
            found.push([Object.keys(now.cards), now.cards['t/b'].box, now.cards['t/b'].due, now.archived]);
        }
        const gone = m.kept([], [], { tracks: {}, skills: {}, items: {} }).archived.map(({ id }) => id);
        const [one, other] = [1, 2].map(() => m.keep(questions[0], 'solid', undefined));
        return [...found, gone, [one.takeBack(), cards().cards['t/a'].box, other.takeBack()]];
    })()""".replace("CARD", json.dumps(card))
    try:
        merged = [["t/b"], 3, "2026-11-20", []]
        assert run(modules, "kept", told) == [[1, 1], [True, True], merged, merged, ["t/b"], [False, 2, True]]
    finally:
        modules.evaluate("localStorage.clear()")


def test_what_to_revisit_comes_from_what_was_not_solid(modules: Page) -> None:
    results = [
        {"question": {"skills": ["a", "b"]}, "grade": "shaky"},
        {"question": {"skills": ["b", "x"]}, "grade": "missed"},
        {"question": {"skills": ["c"]}, "grade": "solid"},
        {"question": {"skills": ["c"]}, "grade": None},
    ]
    plan = {
        "skills": [{"slug": slug, "title": slug.upper(), "url": f"#{slug}"} for slug in "abc"],
        "phases": [
            {"title": "1", "url": "#1", "skills": ["c"]},
            {"title": "2", "url": "#2", "skills": ["b", "c", "a"]},
        ],
    }
    found = run(modules, "revisit", f"m.revisit({json.dumps(results)}, {json.dumps(plan)}, {{ x: 'Xylitol' }})")
    assert [(skill["title"], skill["url"], skill["count"]) for skill in found["skills"]] == [
        ("B", "#b", 2),
        ("A", "#a", 1),
        ("Xylitol", "skills/x/", 1),
    ]
    assert [(phase["title"], phase["teaches"]) for phase in found["phases"]] == [("2", ["B", "A"])]


def test_the_page_explains_the_boxes_that_there_are(page: Page) -> None:
    page.goto("/practice/")
    days = run(page, "leitner", "m.INTERVALS")
    rows = page.get_by_role("region", name="Boxes and how long each waits").get_by_role("row").all_inner_texts()[1:]
    assert [row.split() for row in rows] == [
        [str(box), str(count), "day" if count == 1 else "days"] for box, count in enumerate(days, start=1)
    ]


# As a reader


def test_a_reader_answers_aloud_and_grades_the_answer(reader: Page, site: Path) -> None:
    first, second = asked(site)[:2]
    reader.goto(HERE)
    question(reader, first["text"])
    count = len(asked(site))
    expect(reader.get_by_text(f"0 due today, {count} new, {count} in all")).to_be_visible()
    press(reader, "Start the timer")
    reader.clock.run_for(61_000)
    expect(reader.get_by_role("timer", name="Time for your answer")).to_have_text("1:01")
    press(reader, "Pause the timer")
    reader.clock.run_for(MINUTE)
    expect(reader.get_by_role("timer", name="Time for your answer")).to_have_text("1:01")
    press(reader, "Show the answer")
    expect(reader.get_by_role("heading", name="Interviewers listen for")).to_be_focused()
    for point in (*first["listens_for"], *first["outline"]):
        expect(reader.get_by_role("listitem").get_by_text(point, exact=True)).to_be_visible()
    press(reader, "Solid")
    question(reader, second["text"])
    expect(reader.get_by_role("heading", level=2, name=second["text"])).to_be_focused()
    expect(reader.get_by_role("status")).to_have_text("Solid. It comes again in 3 days.")
    expect(reader.get_by_text(f"0 due today, {count - 1} new, {count} in all")).to_be_visible()
    card = kept(reader)[first["id"]]
    assert (card["box"], card["due"], card["title"]) == (2, "2026-11-24", first["text"])


def test_the_end_of_the_time_is_shown_and_said_once(desk: Page) -> None:
    desk.goto(f"{HERE}&answer=1")
    press(desk, "Start the timer")
    desk.clock.run_for(MINUTE - 1000)
    expect(desk.get_by_text("1 minute is over.")).to_have_count(0)
    desk.clock.run_for(2000)
    expect(desk.get_by_role("status")).to_have_text("1 minute is over.")
    expect(desk.get_by_role("main").get_by_text("1 minute is over.")).to_be_visible()
    desk.evaluate("document.querySelector('#ct-said').textContent = ''")
    desk.clock.run_for(MINUTE)
    expect(desk.get_by_role("timer")).to_have_text("2:01")
    expect(desk.get_by_role("status")).to_have_text("")
    press(desk, "Reset")
    expect(desk.get_by_role("timer")).to_have_text("0:00")


def test_the_last_grade_can_be_taken_back(desk: Page, site: Path) -> None:
    questions = asked(site)
    (first, due), count = (questions[0], questions[4]), len(questions)
    keep(desk, {due["id"]: {"due": "2026-11-20", "box": 2}})
    desk.goto(HERE)
    undo = desk.get_by_role("button", name="Undo the last grade")
    expect(undo).to_have_count(0)
    answer(desk, "Missed")
    answer(desk, "Solid")
    expect(desk.get_by_text("Last grade: Solid, again in 3 days.")).to_be_visible()
    expect(desk.get_by_text(f"0 due today, {count - 2} new, {count} in all")).to_be_visible()
    undo.click()
    expect(desk.get_by_role("heading", level=2, name=first["text"], exact=True)).to_be_focused()
    expect(desk.get_by_role("heading", name="Interviewers listen for")).to_be_visible()
    expect(desk.get_by_role("status")).to_have_text("Taken back: Solid. The question stands as it did before.")
    expect(desk.get_by_text("You have not seen this one yet.")).to_be_visible()
    expect(desk.get_by_text("Last grade: Missed, again tomorrow.")).to_be_visible()
    desk.keyboard.press("u")
    expect(desk.get_by_role("heading", level=2, name=due["text"], exact=True)).to_be_focused()
    expect(desk.get_by_text("Box 2 of 5, due since yesterday")).to_be_visible()
    expect(desk.get_by_text(f"1 due today, {count - 1} new, {count} in all")).to_be_visible()
    expect(undo).to_have_count(0)
    press(desk, "Solid")
    question(desk, first["text"])
    desk.reload()
    question(desk, first["text"])
    assert (kept(desk)[due["id"]]["box"], kept(desk)[due["id"]]["due"]) == (3, "2026-11-28")


def test_what_is_due_comes_first(reader: Page, site: Path) -> None:
    questions = asked(site)
    due = {questions[3]["id"]: "2026-11-21", questions[5]["id"]: "2026-11-19", questions[0]["id"]: "2026-11-22"}
    keep(reader, {name: {"due": day, "box": 2} for name, day in due.items()})
    reader.goto(HERE)
    expect(reader.get_by_text(f"2 due today, {len(questions) - 3} new, {len(questions)} in all")).to_be_visible()
    for number in (5, 3, 1, 2, 4):
        question(reader, questions[number]["text"])
        if number == 5:
            expect(reader.get_by_text("Box 2 of 5, due since 19 November")).to_be_visible()
        answer(reader, "Shaky")
    assert kept(reader)[questions[5]["id"]]["due"] == "2026-11-24"


def test_a_question_can_wait_until_the_others_were_asked(desk: Page, site: Path) -> None:
    first, second = asked(site)[:2]
    desk.goto(HERE)
    press(desk, "Next question")
    expect(desk.get_by_role("heading", level=2, name=second["text"])).to_be_focused()
    for _ in asked(site)[1:]:
        press(desk, "Next question")
    question(desk, first["text"])
    assert kept(desk) == {}


def test_filters_stand_in_the_address(reader: Page, site: Path) -> None:
    reader.goto(HERE)
    reader.get_by_text("From data engineer to machine learning engineer").first.click()
    reader.get_by_label("Domain").select_option(label="Coding and SQL (6)")
    expect(reader).to_have_url(re.compile(rf"/practice/\?track={TRACK}&domain=coding$"))
    expect(reader.get_by_label("Domain")).to_be_focused()
    expect(reader.get_by_role("status")).to_have_text("0 due today, 6 new, 6 in all.")
    reader.get_by_label("Skill", exact=True).select_option(index=1)
    chosen = reader.get_by_label("Skill", exact=True).input_value()
    wanted = [q for q in asked(site) if q["set"] == "coding" and chosen in q["skills"]]
    reader.reload()
    question(reader, wanted[0]["text"])
    expect(reader.get_by_text(f"0 due today, {len(wanted)} new, {len(wanted)} in all")).to_be_visible()
    reader.get_by_text("· Coding and SQL").click()
    press(reader, "Clear the filters")
    expect(reader).to_have_url(re.compile(rf"/practice/\?track={TRACK}$"))


def test_a_link_that_asks_for_what_is_not_there_says_so(desk: Page, site: Path) -> None:
    desk.goto(f"{HERE}&domain=juggling")
    expect(desk.get_by_role("alert")).to_contain_text("a domain that no question has")
    question(desk, asked(site)[0]["text"])
    desk.goto("/practice/?track=juggler-to-baker&mock=45&seed=a")
    expect(desk.get_by_role("alert")).to_contain_text("a track that is not there")
    desk.get_by_label("Track", exact=True).select_option(label="From data engineer to machine learning engineer")
    question(desk, asked(site)[0]["text"])


def test_only_what_is_chosen_is_fetched(desk: Page, site: Path) -> None:
    fetched: list[str] = []
    desk.on("request", lambda request: fetched.append(request.url.partition("/api/v1/")[2]))
    desk.goto("/practice/")
    expect(desk.get_by_role("heading", name="Which track do you practise for?")).to_be_visible()
    desk.get_by_label("Track", exact=True).select_option(label="From data engineer to machine learning engineer")
    question(desk, asked(site)[0]["text"])
    assert [path for path in fetched if path] == ["guides.json", "aliases.json", f"questions/{TRACK}.json"]
    fetched.clear()
    desk.goto("/practice/?track=all")
    tracks = [guide["slug"] for guide in json.loads((site / "api/v1/guides.json").read_text("utf-8"))["guides"]]
    total = sum(len(asked(site, track)) for track in tracks)
    expect(desk.get_by_text(f"0 due today, {total} new, {total} in all")).to_be_visible()
    assert [path for path in fetched if path] == [
        "guides.json",
        "aliases.json",
        *(f"questions/{track}.json" for track in tracks),
    ]


def test_the_track_that_was_planned_is_practised(desk: Page, site: Path) -> None:
    keep(desk, {})
    desk.evaluate(f"localStorage.setItem('crosstrack', JSON.stringify({{ version: 1, track: '{OTHER}' }}))")
    desk.goto("/practice/")
    question(desk, asked(site, OTHER)[0]["text"])
    expect(desk).to_have_url(re.compile(rf"\?track={OTHER}$"))


def test_when_nothing_is_due_it_says_when_something_is(desk: Page, site: Path) -> None:
    questions = [q for q in asked(site) if q["set"] == "coding"]
    keep(desk, {q["id"]: {"due": f"2026-11-{25 + at}", "box": 3} for at, q in enumerate(questions)})
    desk.goto(f"{HERE}&domain=coding")
    expect(desk.get_by_role("heading", level=2, name="Nothing more is due today")).to_be_visible()
    expect(desk.get_by_text("The next one comes in 4 days.")).to_be_visible()
    press(desk, "Go on ahead of time")
    question(desk, questions[0]["text"])
    answer(desk, "Solid")
    assert kept(desk)[questions[0]["id"]]["due"] == "2026-11-25", "before it is due, knowing it moves nothing"
    answer(desk, "Missed")
    assert kept(desk)[questions[1]["id"]]["due"] == "2026-11-22"


def test_a_question_that_is_gone_is_archived(reader: Page, site: Path) -> None:
    gone = {"due": "2026-11-01", "title": "How is bread made?"}
    keep(reader, {f"{TRACK}/of-old": gone, "cook-to-baker/salt": {**gone, "title": "Salt?"}, f"{OTHER}/x": gone})
    reader.goto(HERE)
    reader.get_by_text("Archived (2)").click()
    expect(reader.get_by_role("listitem").get_by_text("How is bread made?")).to_be_visible()
    expect(reader.get_by_role("listitem").get_by_text("Salt?")).to_be_visible()
    expect(reader.get_by_text("0 due today")).to_be_visible()
    answer(reader, "Missed")
    assert len(kept(reader)) == 4


def test_a_question_with_another_id_keeps_its_box(desk: Page, site: Path) -> None:
    third = asked(site)[2]
    aliases = {"tracks": {"de-to-mle": TRACK}, "skills": {}, "items": {f"{TRACK}/of-old": third["id"]}}
    desk.route("**/api/v1/aliases.json", lambda route: route.fulfill(json=aliases))
    keep(desk, {"de-to-mle/of-old": {"due": "2026-11-21", "box": 4}})
    desk.goto(HERE)
    question(desk, third["text"])
    expect(desk.get_by_text("Box 4 of 5, due today")).to_be_visible()
    expect(desk.get_by_text("Archived")).to_have_count(0)


def test_what_cannot_be_read_is_put_aside_and_breaks_nothing(desk: Page, site: Path) -> None:
    keep(desk, {"a": {"due": "never"}})
    desk.goto(HERE)
    expect(desk.get_by_role("alert")).to_contain_text("could not be read")
    question(desk, asked(site)[0]["text"])


def held(page: Page, path: str) -> Callable[[], None]:
    """Keep a file of the data back; what is returned answers, and waits until the page has taken it in."""
    routes: list[Route] = []
    page.route(f"**/api/v1/{path}", lambda route: routes.append(route))

    def answer() -> None:
        routes[0].continue_()
        page.evaluate(f"import('/assets/scripts/site.js').then(m => m.data('{path}'))")
        page.evaluate(
            "new Promise(done => { const ways = new MessageChannel(); ways.port1.onmessage = () => done(null);"
            "ways.port2.postMessage(null); })"
        )

    return answer


def test_what_is_answered_late_takes_nobody_back(desk: Page, site: Path) -> None:
    answer_late = held(desk, f"questions/{OTHER}.json")
    desk.goto(HERE)
    desk.get_by_text("From data engineer to machine learning engineer").first.click()
    track = desk.get_by_label("Track", exact=True)
    track.select_option(OTHER)
    track.select_option(THIRD)
    question(desk, asked(site, THIRD)[0]["text"])
    to_interview(desk)
    track.select_option(OTHER)
    press(desk, "Back to practice")
    answer_late()
    question(desk, asked(site, THIRD)[0]["text"])
    expect(track).to_have_value(THIRD)
    expect(desk).to_have_url(re.compile(rf"\?track={THIRD}$"))


def test_a_track_that_cannot_be_fetched_changes_nothing(desk: Page, site: Path) -> None:
    desk.route(f"**/questions/{OTHER}.json", lambda route: route.abort())
    desk.goto(f"/practice/?track={OTHER}")
    alert = desk.get_by_role("alert")
    expect(alert).to_contain_text("could not be fetched")
    expect(desk.get_by_text("All questions, by track and domain")).to_have_count(1)
    expect(desk).to_have_url(re.compile(rf"\?track={OTHER}$"))
    desk.goto(HERE)
    press(desk, "Next question")
    desk.get_by_text("From data engineer to machine learning engineer").first.click()
    track = desk.get_by_label("Track", exact=True)
    for _ in ("practice", "the form of an interview"):
        track.focus()
        track.select_option(OTHER)
        expect(alert).to_contain_text("could not be fetched")
        expect(track).to_have_value(TRACK)
        expect(track).to_be_focused()
        press(desk, "Close")
        expect(desk).to_have_url(re.compile(rf"\?track={TRACK}$"))
        if desk.get_by_role("button", name="Mock interview").count():
            question(desk, asked(site)[1]["text"])
            to_interview(desk)
    expect(desk.get_by_role("button", name="Begin")).to_be_enabled()
    desk.unroute(f"**/questions/{OTHER}.json")
    track.select_option(OTHER)
    expect(desk).to_have_url(re.compile(rf"\?track={OTHER}$"))


# Mock interviews


def test_a_mock_interview_is_drawn_timed_and_summed_up(reader: Page, site: Path) -> None:
    reader.goto(ROUND)
    to_interview(reader)
    expect(reader.get_by_role("heading", level=2, name="Mock interview", exact=True)).to_be_focused()
    expect(reader.get_by_label("Round")).to_have_value("production-ml")
    reader.get_by_label("How long", exact=True).select_option(label="15 minutes")
    expect(reader.get_by_role("main").get_by_text("3 questions, 5 minutes each.")).to_be_visible()
    press(reader, "Begin")
    expect(reader).to_have_url(re.compile(r"&mock=15&seed=[a-z0-9]+$"))
    title = reader.get_by_role("heading", level=2).first
    by_text = {q["text"]: q for q in asked(site)}
    drawn: list[dict[str, Any]] = []
    for number, grade in enumerate(("Missed", "Solid", "Shaky"), start=1):
        expect(reader.get_by_text(f"Production ML · question {number} of 3")).to_be_visible()
        expect(title).to_be_focused()
        drawn.append(by_text[title.inner_text()])
        reader.clock.run_for(2 * MINUTE)
        answer(reader, grade)
    assert all("production-ml" in q["rounds"] for q in drawn)
    expect(reader.get_by_role("heading", level=2, name="Production ML: how it went")).to_be_focused()
    expect(reader.get_by_text("1 solid, 1 shaky, 1 missed. 6 minutes of 15 minutes.")).to_be_visible()
    plan = json.loads((site / f"api/v1/plans/{TRACK}.json").read_text("utf-8"))
    weak = {slug for q in (drawn[0], drawn[2]) for slug in q["skills"]}
    main = reader.get_by_role("main")
    for skill in plan["skills"]:
        count = 1 if skill["slug"] in weak else 0
        expect(main.locator(f'a[href$="/{skill["url"]}"]')).to_have_count(count)
    for phase in plan["phases"]:
        count = 1 if weak.intersection(phase["skills"]) else 0
        expect(main.locator(f'a[href$="/{phase["url"]}"]')).to_have_count(count)
    assert {name: card["box"] for name, card in kept(reader).items()} == {
        drawn[0]["id"]: 1,
        drawn[1]["id"]: 2,
        drawn[2]["id"]: 1,
    }


def test_a_link_repeats_a_mock_interview(desk: Page, site: Path) -> None:
    seen: list[list[str]] = []
    for _ in range(2):
        desk.goto(f"{ROUND}&mock=30&seed=k3f9")
        expect(desk.get_by_text("They are those of the link, in the same order.")).to_be_visible()
        press(desk, "Begin")
        seen.append([])
        for number in range(1, 7):
            expect(desk.get_by_text(f"question {number} of 6")).to_be_visible()
            seen[-1].append(desk.get_by_role("heading", level=2).first.inner_text())
            answer(desk, "Solid")
        expect(desk.get_by_role("heading", name="Production ML: how it went")).to_be_visible()
        expect(desk.get_by_text("No question was missed or shaky.")).to_be_visible()
    assert seen[0] == seen[1]
    assert len(set(seen[0])) == 6
    press(desk, "Repeat it")
    expect(desk.get_by_role("heading", level=2, name=seen[0][0])).to_be_visible()
    desk.go_back()
    desk.goto(f"{ROUND}&mock=30&seed=other")
    press(desk, "Begin")
    expect(desk.get_by_text("question 1 of 6")).to_be_visible()


def test_the_time_of_an_interview_runs_out_without_ending_it(desk: Page) -> None:
    desk.goto(f"{ROUND}&mock=15&seed=k3f9")
    press(desk, "Begin")
    desk.clock.run_for(5 * MINUTE)
    expect(desk.get_by_role("timer", name="Time of the interview")).to_have_text("10:00")
    press(desk, "Next question")
    desk.clock.run_for(11 * MINUTE)
    expect(desk.get_by_role("timer", name="Time of the interview")).to_have_text("0:00")
    expect(desk.get_by_role("status")).to_have_text("Time is up. Finish your answer.")
    answer(desk, "Missed")
    desk.keyboard.press("p")  # to leave an interview is to end it
    expect(desk.get_by_text("0 solid, 0 shaky, 1 missed, 2 not reached. 16 minutes of 15 minutes.")).to_be_visible()
    press(desk, "Back to practice")
    expect(desk.get_by_role("button", name="Show the answer")).to_be_visible()
    expect(desk).to_have_url(re.compile(rf"\?track={TRACK}&round=production-ml$"))


def test_going_back_in_the_browser_leaves_the_interview(desk: Page) -> None:
    desk.goto(ROUND)
    to_interview(desk)
    press(desk, "Begin")
    expect(desk.get_by_text("question 1 of 9")).to_be_visible()
    desk.go_back()
    expect(desk.get_by_text("0 due today, 10 new, 10 in all")).to_be_visible()


def test_an_interview_ends_once_and_its_end_can_be_left(desk: Page) -> None:
    answer_late = held(desk, f"plans/{TRACK}.json")
    faults: list[str] = []
    desk.on("pageerror", lambda error: faults.append(str(error)))
    desk.goto(f"{ROUND}&mock=15&seed=k3f9")
    press(desk, "Begin")
    for _ in range(3):
        desk.keyboard.press("Space")
        desk.keyboard.press("3")
    for key in "33ep":
        desk.keyboard.press(key)
    expect(desk.get_by_text("0 due today, 7 new, 10 in all")).to_be_visible()
    answer_late()
    expect(desk.get_by_text("0 due today, 7 new, 10 in all")).to_be_visible()
    expect(desk).to_have_url(re.compile("round=production-ml$"))
    assert faults == []


def test_the_last_grade_of_an_interview_can_be_taken_back(desk: Page) -> None:
    desk.goto(f"{ROUND}&mock=15&seed=k3f9")
    press(desk, "Begin")
    title = desk.get_by_role("heading", level=2).first
    answer(desk, "Missed")
    second = title.inner_text()
    desk.clock.run_for(MINUTE)
    answer(desk, "Solid")
    desk.keyboard.press("u")
    expect(title).to_have_text(second)
    expect(title).to_be_focused()
    answer_again = desk.get_by_role("group", name="How was your answer?")
    for grade in ("Shaky", "Solid"):
        answer_again.get_by_role("button", name=grade).click()
        desk.keyboard.press("Space")
    expect(desk.get_by_text("1 solid, 1 shaky, 1 missed. 1 minute of 15 minutes.")).to_be_visible()
    press(desk, "Undo the last grade")
    expect(desk.get_by_text("question 3 of 3")).to_be_visible()
    expect(answer_again).to_be_visible()
    desk.clock.run_for(MINUTE)
    expect(desk.get_by_role("timer", name="Time of the interview")).to_have_text("13:00")
    press(desk, "Missed")
    expect(desk.get_by_text("0 solid, 1 shaky, 2 missed. 2 minutes of 15 minutes.")).to_be_visible()
    assert sorted(card["box"] for card in kept(desk).values()) == [1, 1, 1]


def test_what_changes_nothing_in_the_address_is_no_step_to_go_back_from(desk: Page) -> None:
    desk.goto("/practice/decks/")
    desk.goto(f"{ROUND}&mock=15&seed=k3f9&from=letter")
    press(desk, "Begin")
    expect(desk.get_by_text("question 1 of 3")).to_be_visible()
    expect(desk).to_have_url(re.compile(r"&mock=15&seed=k3f9&from=letter$"))
    desk.go_back()
    expect(desk).to_have_url(re.compile("/practice/decks/$"))
    desk.goto(ROUND)
    to_interview(desk)
    press(desk, "Back to practice")
    desk.go_back()
    expect(desk).to_have_url(re.compile("/practice/decks/$"))


def test_a_link_to_a_place_on_the_page_disturbs_nothing(desk: Page, site: Path) -> None:
    desk.goto(HERE)
    press(desk, "Next question")
    press(desk, "Show the answer")
    desk.evaluate("location.hash = 'boxes'")
    expect(desk.get_by_role("button", name="Shaky")).to_be_visible()
    expect(desk.get_by_role("heading", level=2, name=asked(site)[1]["text"])).to_be_visible()


# Keys


def test_every_step_has_a_key(desk: Page, site: Path) -> None:
    questions = asked(site)
    desk.goto(HERE)
    question(desk, questions[0]["text"])
    keys = desk.keyboard
    keys.press("1")
    question(desk, questions[0]["text"])
    keys.press("t")
    desk.clock.run_for(2000)
    expect(desk.get_by_role("timer")).to_have_text("0:02")
    keys.press("t")
    keys.press("r")
    expect(desk.get_by_role("timer")).to_have_text("0:00")
    desk.get_by_role("heading", level=2).first.focus()
    for key, number in (("1", 1), ("2", 2), ("3", 3)):
        keys.press("Space")
        keys.press(key)
        question(desk, questions[number]["text"])
    assert [kept(desk)[questions[at]["id"]]["box"] for at in range(3)] == [1, 1, 2]
    keys.press("n")
    question(desk, questions[4]["text"])
    keys.press("f")
    expect(desk.get_by_label("Track", exact=True)).to_be_focused()
    desk.get_by_role("heading", level=2).first.focus()
    keys.press("m")
    expect(desk.get_by_role("heading", name="Mock interview", exact=True)).to_be_visible()
    keys.press("b")
    expect(desk.get_by_text("question 1 of")).to_be_visible()
    keys.press("e")
    expect(desk.get_by_role("heading", name="how it went")).to_be_visible()
    keys.press("p")
    expect(desk.get_by_role("button", name="Show the answer")).to_be_visible()
    keys.press("?")
    shown = desk.get_by_role("dialog", name="Keys")
    for key in ("Space", "1", "2", "3", "u", "n", "t", "r", "f", "m", "b", "e", "p", "?"):
        expect(shown.get_by_text(key, exact=True)).to_be_visible()
    keys.press("Escape")
    expect(shown).to_be_hidden()


def test_keys_are_left_to_what_is_written_in(desk: Page, site: Path) -> None:
    desk.goto(HERE)
    question(desk, asked(site)[0]["text"])
    desk.keyboard.press("f")
    desk.get_by_label("Time for an answer").focus()
    desk.keyboard.press("n")
    desk.keyboard.press("m")
    question(desk, asked(site)[0]["text"])
    expect(desk).to_have_url(re.compile("practice"))
    desk.get_by_role("button", name="Next question").focus()
    desk.keyboard.press("Space")
    question(desk, asked(site)[1]["text"])


def test_a_key_is_taken_only_where_it_does_something(desk: Page, site: Path) -> None:
    desk.set_viewport_size({"width": 800, "height": 300})
    desk.goto(ROUND)
    expect(desk.get_by_role("button", name="Show the answer")).to_be_visible()
    desk.get_by_role("heading", level=2).first.focus()
    desk.keyboard.press("Shift+Space")
    expect(desk.get_by_role("heading", name="Interviewers listen for")).to_be_hidden()
    desk.keyboard.press("Space")
    expect(desk.get_by_role("heading", name="Interviewers listen for")).to_be_focused()
    before = desk.evaluate("scrollY")
    desk.keyboard.press("Space")
    desk.wait_for_function("before => scrollY > before", arg=before)
    to_interview(desk)
    press(desk, "Begin")
    expect(desk.get_by_role("button", name="Pause the clock")).to_be_visible()
    desk.keyboard.press("b")
    expect(desk.get_by_role("button", name="Pause the clock")).to_be_visible()


def test_keys_can_be_switched_off_for_good(desk: Page, site: Path) -> None:
    desk.goto(HERE)
    press(desk, "Keys")
    desk.get_by_label("Use these keys on this page").uncheck()
    press(desk, "Close")
    for _ in range(2):
        question(desk, asked(site)[0]["text"])
        desk.get_by_role("heading", level=2).first.focus()
        for key in ("n", "Space", "m", "?", "."):
            desk.keyboard.press(key)
        question(desk, asked(site)[0]["text"])
        expect(desk.get_by_role("dialog")).to_be_hidden()
        desk.reload()
    press(desk, "Keys")
    desk.get_by_label("Use these keys on this page").check()
    press(desk, "Close")
    desk.keyboard.press("n")
    question(desk, asked(site)[1]["text"])


# How it is made


def test_on_a_phone_the_buttons_are_at_the_thumb(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, base_url=address, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(HERE)
    found = [page.get_by_role("button", name="Show the answer").bounding_box()]
    press(page, "Show the answer")
    found += [page.get_by_role("button", name=name).bounding_box() for name in ("Missed", "Shaky", "Solid")]
    press(page, "Shaky")
    expect(page.get_by_text("You have not seen this one yet.")).to_be_visible()
    found.append(page.get_by_role("button", name="Show the answer").bounding_box())
    for box in found:
        assert box is not None
        assert box["height"] >= 44
        assert PHONE["height"] * 0.85 < box["y"] < PHONE["height"] - box["height"]
    context.close()


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (PHONE, "dark")], ids=["wide-light", "phone-dark"])
def test_axe_finds_nothing_at_any_step(browser: Browser, address: str, size: Any, scheme: Any) -> None:  # noqa: ANN401
    context = browser.new_context(viewport=size, base_url=address, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()

    def look(step: str) -> None:
        assert [*faults_by_axe(page), *faults_of_width(page)] == [], step

    page.goto("/practice/")
    expect(page.get_by_role("heading", level=2, name="Which track")).to_be_visible()
    look("which track")
    page.goto(f"{ROUND}&answer=1")
    page.get_by_text("From data engineer to machine learning engineer").first.click()
    look("a question, and the filters")
    press(page, "Show the answer")
    look("an answer")
    press(page, "Keys")
    look("the keys")
    press(page, "Close")
    to_interview(page)
    look("what the interview is to be")
    press(page, "Begin")
    answer(page, "Missed")
    look("the interview")
    press(page, "End the interview")
    expect(page.get_by_role("heading", name="how it went")).to_be_visible()
    look("how it went")
    context.close()


def test_without_scripts_the_page_says_what_it_would_do(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=WIDE, base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/practice/")
    main = page.get_by_role("main")
    expect(main.get_by_text("With scripts, this page asks you one question at a time.")).to_be_visible()
    main.get_by_role("link", name="A deck for Anki for each track", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Data engineer → machine learning engineer").click()
    assert download.value.suggested_filename == f"{TRACK}.apkg"
    page.goto("/practice/")
    main.get_by_role("link", name="All questions").click()
    expect(page.get_by_role("heading", level=1, name="Questions")).to_be_visible()
    context.close()


def test_a_track_leads_to_its_practice_and_its_deck(desk: Page, site: Path) -> None:
    desk.goto(f"/tracks/{TRACK}/questions/")
    expect(desk.get_by_role("link", name="take them with you as a deck for Anki")).to_have_attribute(
        "href", re.compile(rf"/decks/{TRACK}\.apkg$")
    )
    desk.get_by_role("link", name="Practise these questions").click()
    question(desk, asked(site)[0]["text"])
    expect(desk.get_by_role("link", name="This track as a deck for Anki")).to_be_visible()


def test_the_page_is_the_same_however_many_tracks_there_are(site: Path) -> None:
    html = (site / "practice/index.html").read_text("utf-8")
    assert "-to-machine-learning-engineer" not in html
    assert len(html) < 60_000
