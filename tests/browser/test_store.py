"""What a browser keeps: nothing that a reader said is lost, whatever is stored, full, newer or of another window."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

AT = "2026-11-2{}T08:00:00.000Z"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
ROOM = "Storage.prototype.setItem = window.roomy;"
Asked = Callable[..., Any]


@pytest.fixture
def ask(modules: Page) -> Iterator[Asked]:
    """Runs a piece of script with `store`, `merge` and `progress` at hand, in a window that has kept nothing yet."""
    modules.reload()
    modules.evaluate("localStorage.clear(); window.roomy = Storage.prototype.setItem; null")

    def asked(code: str, value: object = None) -> Any:  # noqa: ANN401
        names = {"store": "store", "merge": "merge", "progress": "track/progress"}
        imports = " ".join(f"const {k} = await import('/assets/scripts/{v}.js');" for k, v in names.items())
        return modules.evaluate(f"async (value) => {{ {imports} {code} }}", value)

    yield asked
    modules.evaluate(f"localStorage.clear(); {ROOM} null")


def state(**parts: object) -> dict[str, Any]:
    empty = {"version": 1, "track": "", "ticks": {}, "skills": {}, "plans": {}, "cards": {}, "choices": {}}
    return empty | parts


def tick(title: str = "T", day: int = 1) -> dict[str, Any]:
    return {"done": True, "title": title, "at": AT.format(day)}


SET = "localStorage.setItem('crosstrack', JSON.stringify(value));"
STORED = "return JSON.parse(localStorage.getItem('crosstrack'));"
TICK = "store.update((state) => { state.ticks[value[0]] = value[1]; });"


def test_a_title_of_any_length_is_kept_as_far_as_it_can_be_read_again(ask: Asked) -> None:
    ask(TICK, ["a/b/first", tick()])
    ask(TICK, ["a/b/long", tick("x" * 499 + "🥖" + "y" * 9)])
    kept = ask("return store.load();")
    assert [len(one["title"]) for one in kept["ticks"].values()] == [1, 499], "no character is cut in two"
    assert kept == ask(STORED)


def test_what_could_not_be_read_again_is_not_saved(ask: Asked, modules: Page) -> None:
    ask(TICK, ["a/b/first", tick()])
    ask(TICK, ["<b>", tick()])
    expect(modules.get_by_role("alert")).to_contain_text("What was just said could not be kept")
    assert set(ask("return store.load();")["ticks"]) == {"a/b/first"}
    assert ask(STORED)["ticks"] == {"a/b/first": tick()}


def test_what_a_newer_edition_saves_is_left_alone(ask: Asked, modules: Page) -> None:
    newer = {"version": 2, "ticks": "as it likes"}
    ask("store.watch(() => {});")
    ask(f"{SET} dispatchEvent(new StorageEvent('storage', {{ key: 'crosstrack' }}));", newer)
    expect(modules.get_by_role("alert")).to_contain_text("saved by a newer edition")
    ask(TICK, ["a/b/c", tick()])
    assert ask("return Object.keys(store.load().ticks);") == ["a/b/c"]
    assert ask("return { ...localStorage };") == {"crosstrack": json.dumps(newer, separators=(",", ":"))}
    ask(SET, state(ticks={"d/e/f": tick()}))
    ask(TICK, ["g/h/i", tick()])
    assert set(ask(STORED)["ticks"]) == {"a/b/c", "d/e/f", "g/h/i"}, "what was said meanwhile is saved once it can be"


def test_a_second_bad_state_does_not_replace_the_first(ask: Asked) -> None:
    for text in ("one", "two", "one"):
        ask("localStorage.setItem('crosstrack', value); store.load();", text)
    assert ask("return { ...localStorage };") == {"crosstrack.aside": "one", "crosstrack.aside.2": "two"}
    assert ask("return store.aside();") == ["one", "two"]
    ask("store.clear();")
    assert ask("return localStorage.length;") == 0


def test_what_cannot_be_put_aside_stays_where_it_is(ask: Asked, modules: Page) -> None:
    ask(f"localStorage.setItem('crosstrack', 'bad'); {FULL} store.load();")
    expect(modules.get_by_role("alert")).to_contain_text("no room to put it aside")
    ask(f"{ROOM} Storage.prototype.setItem = function (key, text) {{"
        " if (key.includes('aside')) throw new DOMException('full', 'QuotaExceededError');"
        " window.roomy.call(this, key, text); };")  # fmt: skip
    ask(TICK, ["a/b/c", tick()])
    assert ask("return { ...localStorage };") == {"crosstrack": "bad"}
    assert ask("return Object.keys(store.load().ticks);") == ["a/b/c"]


def test_a_save_after_a_failed_one_keeps_what_another_window_saved(ask: Asked, modules: Page) -> None:
    ask(TICK, ["a/b/c", tick()])
    ask(f"{FULL} {TICK}", ["d/e/f", tick()])
    expect(modules.get_by_role("alert")).to_contain_text("What was saved before is still there")
    ask(f"{ROOM} {SET}", state(ticks={"a/b/c": tick(), "g/h/i": tick()}))
    ask(TICK, ["j/k/l", tick()])
    assert set(ask(STORED)["ticks"]) == {"a/b/c", "d/e/f", "g/h/i", "j/k/l"}
    ask(f"{FULL} store.clear(); {ROOM}")
    assert ask("return [localStorage.length, Object.keys(store.load().ticks).length];") == [0, 0]


TICKED = "store.update(progress.ticked({ kind: 'skill', key: 'bread', title: 'Bread' }, value[0], value[1]));"


@pytest.mark.parametrize("level", [None, "none", "some", "solid"])
def test_to_untick_a_skill_restores_what_was_said_of_it(ask: Asked, level: str | None) -> None:
    said = {"bread": {"level": level, "title": "Bread", "at": AT.format(1)}} if level else {}
    ask(SET, state(skills=said))
    ask(TICKED, [True, AT.format(2)])
    assert ask("return store.load().skills.bread.level;") == "solid"
    ask(TICKED, [False, AT.format(3)])
    found = ask("const { levelsOf } = await import('/assets/scripts/shape.js'); return levelsOf(store.load());")
    assert found == ({"bread": level} if level in ("none", "some") else {}), "what was solid is taken back"


def test_an_unticked_skill_wins_over_an_older_tick_in_any_order(ask: Asked) -> None:
    ask(TICKED, [True, AT.format(2)])
    ticked = ask(STORED)
    ask(TICKED, [False, AT.format(3)])
    unticked = ask(STORED)
    said = state(skills={"bread": {"level": "some", "title": "Bread", "at": AT.format(3)}})
    script = "return value.reduce((one, other) => merge.merged(one, other));"
    together = [ask(script, order) for order in itertools.permutations((ticked, unticked, said, unticked))]
    assert [one for one in together if one != together[0]] == []
    assert ask(script, [ticked, unticked]) == unticked
    assert unticked["skills"]["bread"]["level"] == "none", "a page of before this word exists reads the nearest"
