"""Pictures: what is drawn is to scale, and says in words what it shows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import markup
from pipeline.build import build
from pipeline.drawing import Scale
from pipeline.model.duration import misplaced, read_duration
from pipeline.structures.flow import MOST_LANES, Flowing, flow
from pipeline.structures.path import Stop, path
from pipeline.structures.timeline import Bar, Leg, bars, timeline
from tests.conftest import GUIDE, PROJECT


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


def test_a_phase_that_says_when_takes_its_time_where_it_is_due() -> None:
    placed = bars(leg.duration for leg in legs("weeks 1-2", "1 week", "weeks 4-5"))
    assert placed == [Bar(0, 2, 2), Bar(2, 3, 3), Bar(3, 5, 5)]


@pytest.mark.parametrize(
    ("told", "due"),
    [
        (("weeks 1-4", "weeks 1-4", "weeks 5-6"), {1: "weeks 5–8"}),
        (("weeks 1-2", "weeks 5-6"), {1: "weeks 3–4"}),
        (("week 0", "week 1"), {0: "week 1"}),
        (("weeks 3-4",), {0: "weeks 1–2"}),
        (("3-4 weeks", "weeks 4-6"), {1: "weeks 5–7"}),
        (("months 1-3", "months 3-4"), {1: "months 4–5"}),
        (("weeks 1-4", "month 2", "weeks 9-10"), {}),
        (("2 weeks", "ongoing", "weeks 3-4"), {}),
        (("-", "weeks 3-4", "weeks 4-5"), {2: "weeks 5–6"}),
        (("-", "2 weeks"), {}),
    ],
)
def test_a_phase_that_says_when_begins_where_the_one_before_ends(told: tuple[str, ...], due: dict[int, str]) -> None:
    assert {at: str(wanted) for at, wanted in misplaced(leg.duration for leg in legs(*told))} == due


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


@pytest.mark.parametrize(
    ("told", "figures"),
    [
        ("3 weeks", ["1", "2", "3 weeks"]),
        ("1 week", ["1 week"]),
        ("4 days", ["1", "2", "3", "4 days"]),
        ("3 hours", ["1", "2", "3 hours"]),
    ],
)
def test_the_axis_counts_in_a_unit_that_the_phases_fill(told: str, figures: list[str]) -> None:
    picture = drawn(told)
    assert re.findall(r"<text [^>]*>(.*?)</text>", picture) == figures
    assert f"In {figures[-1].split()[1].rstrip('s')}s, to scale" in picture


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


def flowing(count: int, *pairs: tuple[int, int]) -> str:
    """So many parts, called A, B, C, and what flows between them: `1` is the first."""
    names = [markup.text(name) for name in "ABCDEFGHIJ"[:count]]
    flows = [Flowing(*pair, markup.text(f"{number}")) for number, pair in enumerate(pairs, start=1)]
    return flow(names, flows, "What flows")


def rows_of(picture: str) -> list[str]:
    """The lines of the list: a box, and below it what it passes on."""
    return re.findall(r"^ *(?:1\.|-) .*$", picture, re.MULTILINE)


def said(row: str) -> str:
    """The words of a row."""
    return " ".join(re.sub(r"<svg.*</svg>|<[^>]*>|\*\*|1\.  ", " ", row).split())


def test_what_flows_is_told_in_words_below_its_sender() -> None:
    picture = flowing(3, (0, 2), (0, 1), (2, 0))
    assert [said(row) for row in rows_of(picture)] == ["A", "- 1 to C", "- 2 to B", "B", "C", "- 3 to A"]
    assert 'figure class="ct-flow' in picture
    assert 'aria-label="What flows"' in picture


def test_to_the_next_part_an_arrow_leads_straight_down() -> None:
    picture = flowing(3, (0, 1), (1, 2))
    assert "ct-lanes-0" in picture
    assert [row.count("ct-head") for row in rows_of(picture)] == [0, 1, 0, 1, 0], "at the foot of what is passed on"


def test_two_things_to_the_next_part_share_an_arrow() -> None:
    assert [row.count("ct-head") for row in rows_of(flowing(2, (0, 1), (0, 1)))] == [0, 0, 1, 0]


def test_any_other_arrow_reaches_its_box_from_the_side() -> None:
    picture = flowing(3, (0, 2), (1, 0))
    assert "ct-lanes-2" in picture, "they pass each other"
    assert [row.count("ct-head") for row in rows_of(picture)] == [1, 0, 0, 0, 1]


def test_where_nothing_flows_there_is_no_picture() -> None:
    assert flowing(3) == ""


def test_too_many_arrows_leave_the_words_alone() -> None:
    picture = flowing(9, *((0, end) for end in range(2, 9)))
    assert "<svg" not in picture
    assert "ct-lanes-0" in picture
    assert len(rows_of(picture)) == 16


_LINE = r'<line x1="(\d+)" x2="\d+"(?: y1="(\d+)")? y2="([^"]+)"/>'
_FROM_ABOVE = r'<path d="M\d+ \d+H(\d+)q-5 0-5-5V0"/>'
_pairs = st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda pair: pair[0] != pair[1])


@given(st.lists(_pairs, min_size=1, max_size=7))
def test_no_arrow_is_broken_or_runs_on_another(pairs: list[tuple[int, int]]) -> None:
    """What leaves a row at its foot enters the next at its top, at the same place."""
    picture = flowing(5, *pairs)
    breadth = int(re.findall(r"ct-lanes-(\d)", picture)[0])
    assert breadth <= MOST_LANES
    if "<svg" not in picture:
        return
    below: list[int] = []
    for row in rows_of(picture):
        lanes = [(int(x), top, foot) for x, top, foot in re.findall(_LINE, row) if int(x) < breadth * 12]
        above = sorted([x for x, top, _ in lanes if not top] + [int(x) - 5 for x in re.findall(_FROM_ABOVE, row)])
        assert above == below
        below = sorted(x for x, _, foot in lanes if foot == "100%")
        assert len(set(below)) == len(below)
    assert below == []
    straight = {pair for pair in pairs if pair[1] == pair[0] + 1}
    aside = [pair for pair in pairs if pair not in straight]
    assert picture.count("ct-head") == len(straight) + len(aside)


WAITER = {
    "from: cook": "from: waiter",
    "### Cook": "### Waiter",
    "| Dimension | Cook |": "| Dimension | Waiter |",
    "From cook to": "From waiter to",
    "When is a dough ready?": "What does a guest want?",
    "What does salt do?": "Why?",
    "(2–3 weeks)": "(4–6 weeks)",
    "(ongoing)": "(1 week)",
    "### Carries over\n": "### Genuinely  new\n",
    "### Genuinely new\n": "### Carries over\n",
}
"""What to write in place of what, for a waiter to whom fermentation is old news and knife work is not."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of a site with two tracks, by their paths."""
    root = tmp_path_factory.mktemp("two") / "project"
    shutil.copytree(PROJECT, root, ignore=shutil.ignore_patterns("build"))
    text = (root / GUIDE).read_text("utf-8")
    for old, new in WAITER.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    Path(root / "content/guides/waiter-to-baker.md").write_text(text, "utf-8")
    project, _, pages = build(root)
    assert project.findings == []
    return {page.path: page.text for page in pages}


@pytest.mark.parametrize("path", ["index.md", "tracks/index.md", "compare/index.md"])
def test_distances_of_tracks_are_to_each_other_as_weeks(path: str, pages: dict[str, str]) -> None:
    (_, cook), (_, waiter) = lengths(pages[path], "ct-least")
    (_, cook_at_most), (_, waiter_at_most) = lengths(pages[path], "ct-most")
    assert (cook / waiter, cook_at_most / waiter_at_most) == (
        pytest.approx(2 / 5, abs=1e-3),
        pytest.approx(3 / 7, abs=1e-3),
    )
    assert len(lengths(pages[path], "ct-open")) == 1, "one of them never ends"


def test_a_start_names_what_it_brings(pages: dict[str, str]) -> None:
    home = pages["index.md"]
    assert '[**1** carries over](tracks/cook-to-baker/skills.md#carries-over) <span class="ct-named">Knife work' in home
    assert '[**1** genuinely new](tracks/waiter-to-baker/skills.md#new) <span class="ct-named">Knife work' in home


def test_what_is_old_news_to_one_and_new_to_another_is_told(pages: dict[str, str]) -> None:
    told = pages["compare/index.md"].partition("Old news for whom")[2].partition("Skills across tracks")[0]
    groups = re.findall(r"\*\*(\d+)\*\* (carr.*?)\n\n-   \[(.*?)\]\(", told)
    assert groups == [
        ("1", "carries over from cook alone", "Knife work"),
        ("1", "carries over from waiter alone", "Fermentation"),
        ("1", "carries over from none", "Oven control"),
    ]
