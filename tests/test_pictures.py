"""Pictures: what is drawn is to scale, and says in words what it shows."""

from __future__ import annotations

import re

import pytest

from pipeline import markup
from pipeline.drawing import Scale
from pipeline.model.duration import read_duration
from pipeline.structures.path import Stop, path
from pipeline.structures.timeline import Bar, Leg, bars, timeline


def legs(*durations: str) -> list[Leg]:
    """Phases called A, B, C, each linked; a dash: nobody says how long."""
    names = "ABCDEFGH"[: len(durations)]
    return [
        Leg(markup.link(markup.text(name), f"#{name}"), None if told == "-" else read_duration(told))
        for name, told in zip(names, durations, strict=True)
    ]


def drawn(*durations: str) -> str:
    return timeline(legs(*durations))


def lengths(picture: str, classes: str) -> list[tuple[float, float]]:
    """Start and end of each bar of a class, in hundredths of the width."""
    found = re.findall(rf'<line class="{classes}" x1="([\d.]+)%" x2="([\d.]+)%"', picture)
    return [(float(start), float(end)) for start, end in found]


def test_widths_are_to_each_other_as_weeks() -> None:
    picture = drawn("2-4 weeks", "6 weeks", "1 month")
    least, most = lengths(picture, "ct-least"), lengths(picture, "ct-most")
    week = (least[1][1] - least[1][0]) / 6
    assert least[0][1] - least[0][0] == pytest.approx(2 * week, abs=0.02)
    assert most == [pytest.approx((2 * week, 4 * week), abs=0.02)]
    assert least[2][1] - least[2][0] == pytest.approx(52 / 12 * week, abs=0.02)


def test_each_phase_begins_where_the_one_before_ends() -> None:
    placed = bars(leg.duration for leg in legs("2-4 weeks", "5 days", "-", "1-2 weeks"))
    assert placed == [Bar(0, 2, 4), Bar(4, 5, 5), None, Bar(5, 6, 7)]


def test_a_phase_that_says_when_stands_there() -> None:
    placed = bars(leg.duration for leg in legs("weeks 1-2", "weeks 5-6", "1 week", "month 2"))
    assert placed == [Bar(0, 2, 2), Bar(4, 6, 6), Bar(6, 7, 7), Bar(52 / 12, 104 / 12, 104 / 12)]


def test_what_is_ongoing_has_an_open_end_and_takes_no_time_of_others() -> None:
    picture = drawn("3 weeks", "ongoing", "4 weeks")
    (start, end), (second, _) = lengths(picture, "ct-open")[0], lengths(picture, "ct-least")[1]
    assert (start, end) == (second, 100)
    assert picture.count('<svg x="100%"') == 1, "the head of the arrow"
    assert ">ongoing<" in picture
    assert "An arrow" in picture


def test_without_an_ongoing_phase_nothing_is_said_of_arrows() -> None:
    picture = drawn("3 weeks")
    assert "ct-open" not in picture
    assert "rrow" not in picture


@pytest.mark.parametrize("told", [("ongoing",), ("-", "-"), ("-", "ongoing")])
def test_without_weeks_there_is_a_list_without_an_axis(told: tuple[str, ...]) -> None:
    picture = drawn(*told)
    assert "ct-weeks" not in picture
    assert picture.count("](#") == len(told)


def test_no_time_at_all_can_be_drawn() -> None:
    assert lengths(drawn("0 weeks"), "ct-least") == [(0, 0)]


def test_every_phase_is_linked_and_says_how_long() -> None:
    picture = drawn("3-4 weeks", "weeks 5-6", "ongoing")
    for name, words in zip("ABC", ("3–4 weeks", "weeks 5–6", "ongoing"), strict=True):
        assert re.search(rf"\[{name}\]\(#{name}\) <span class=\"ct-duration\">{words}</span>", picture)


@pytest.mark.parametrize(
    ("whole", "step"), [(0.4, 1), (6, 1), (6.5, 2), (13, 5), (30, 5), (31, 10), (48, 10), (600, 100), (40_000, 10_000)]
)
def test_the_axis_has_a_round_step(whole: float, step: int) -> None:
    assert Scale(whole).step == step


ROUNDS = (Stop("Coding", "coding"), Stop("Behaviour", "behaviour"))


def stations(*titles: str, rounds: tuple[Stop, ...] = ROUNDS) -> list[str]:
    """The lines of a path that are entries, each as deep as it stands."""
    drawn = path([Stop(title, title.casefold().replace(" ", "-")) for title in titles], rounds)
    return re.findall(r"^ *(?:1\.|-) .*$", drawn, re.MULTILINE)


@pytest.mark.parametrize("loop", ["Interview loop", "Onsite", "On-site rounds", "Final interviews"])
def test_rounds_branch_off_the_stage_that_holds_them(loop: str) -> None:
    assert stations("Screen", loop, "Offer") == [
        "1.  [Screen](#screen)",
        f"1.  [{loop}](#{loop.casefold().replace(' ', '-')})",
        "    -   [Coding](#coding)",
        "    -   [Behaviour](#behaviour)",
        "1.  [Offer](#offer)",
    ]


def test_rounds_that_no_stage_holds_follow_the_last() -> None:
    assert stations("Screen", "Trial shift") == [
        "1.  [Screen](#screen)",
        "1.  [Trial shift](#trial-shift)",
        "1.  [Rounds](#rounds)",
        "    -   [Coding](#coding)",
        "    -   [Behaviour](#behaviour)",
    ]


def test_without_rounds_nothing_branches() -> None:
    assert stations("Screen", "Interview loop", rounds=()) == [
        "1.  [Screen](#screen)",
        "1.  [Interview loop](#interview-loop)",
    ]


def test_without_stages_there_is_no_path() -> None:
    assert path([], ROUNDS) == ""
