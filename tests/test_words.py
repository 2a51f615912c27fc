"""The words of pages and of published data: names within sentences, numbers, titles and summaries with marks."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pipeline import markup
from pipeline.api import published
from pipeline.build import build
from pipeline.guide import SourceEntry
from pipeline.inline import plain
from pipeline.model.counting import counted
from pipeline.model.duration import roughly
from pipeline.model.roles import within
from pipeline.pages.sources import mostly_by
from pipeline.writers.json import write_json
from tests.conftest import GUIDE, PROJECT
from tests.test_pictures import WAITER

EDITS = {
    "data/roles.yaml": {
        "name: Cook": "name: DevOps cook",
        "name: Baker": "name: R baker",
        "Brings dishes": r"Brings \*all\* *dishes*",
    },
    "data/skills.yaml": {"Cutting fast": r"Cutting \*very\* *fast*", "[knife skills]": "[knife skills, knife-work]"},
    GUIDE: {
        "summary: For cooks who": r"summary: For \*cooks\* who [*really*](https://flour.example/why)",
        "Phase 1: First loaf (2–3 weeks)": r"Phase 1: `__loaf__` of *a* \*b\* (2–3 weeks) {#loaf}",
        "I can bake one loaf twice.": "I can bake by *weighing* twice. {#twice}",
        "### Dough": "### `__dough__` {#dough}",
    },
}


@dataclass(frozen=True)
class Made:
    """What a project comes to."""

    pages: dict[str, str]
    """By their paths."""
    data: dict[str, Any]
    """By its path below `api/v1/`, as a program reads it."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A project with two tracks, whose names, titles and summaries need care."""
    root = tmp_path_factory.mktemp("words") / "project"
    shutil.copytree(PROJECT, root, ignore=shutil.ignore_patterns("build"))
    other = edited((root / GUIDE).read_text("utf-8"), WAITER)
    Path(root / "content/guides/waiter-to-baker.md").write_text(other, "utf-8")
    for path, edits in EDITS.items():
        (root / path).write_text(edited((root / path).read_text("utf-8"), edits), "utf-8")
    project, library, pages = build(root)
    assert project.findings == []
    data = {path: json.loads(write_json(value)) for path, value in published(library).items()}
    return Made({page.path: page.text for page in pages}, data)


def edited(text: str, edits: dict[str, str]) -> str:
    for old, new in edits.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="module")
def pages(made: Made) -> dict[str, str]:
    """All pages of that project, by their paths."""
    return made.pages


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Data engineer", "data engineer"),
        ("DevOps engineer", "DevOps engineer"),
        ("BI analyst", "BI analyst"),
        ("R programmer", "R programmer"),
        ("C++ developer", "C++ developer"),
    ],
)
def test_only_a_capital_that_begins_a_sentence_is_lowered_within_one(name: str, said: str) -> None:
    assert within(name) == said


def test_no_page_lowers_a_capital_of_a_name(pages: dict[str, str]) -> None:
    assert {path for path, text in pages.items() if re.search("dev[Oo]ps cook|r baker", text)} == set()
    assert "From DevOps cook" in pages["compare/index.md"]
    assert "carries over from DevOps cook alone" in pages["compare/index.md"]


def test_the_home_page_names_the_role_that_most_tracks_lead_to(pages: dict[str, str]) -> None:
    assert "description: 'How far it is from your role to R baker: what carries over" in pages["index.md"]


@pytest.mark.parametrize(
    ("number", "word", "said"),
    [(0, "error", "no errors"), (1, "week", "1 week"), (2, "address", "2 addresses"), (2, "schema", "2 schemas")],
)
def test_a_number_and_its_word_agree(number: int, word: str, said: str) -> None:
    assert counted(number, word) == said


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        (9, 12.4, "9–12 weeks"),
        (0.8, 1, "1 week"),
        (0.4, 3, "up to 3 weeks"),
        (0.2, 0.4, "1–2 days"),
        (0.2, 0.2, "1 day"),
        (0.1, 0.1, "4 hours"),
        (0, 0, "no hours"),
    ],
)
def test_a_time_is_told_in_the_largest_unit_that_it_fills(least: float, most: float, said: str) -> None:
    assert roughly(least, most) == said


NOUNS = "skill dimension phase stage round domain question mistake source statement place week day hour line"
ONE = re.compile(rf"\b1(?:\*\*)? (?:carry over|(?:{NOUNS.replace(' ', '|')})s\b)")


def test_no_page_has_one_of_something_in_the_plural(pages: dict[str, str]) -> None:
    assert {path: found[0] for path, text in pages.items() if (found := ONE.search(text))} == {}
    assert "1 mistake, with its remedy" in pages["tracks/waiter-to-baker/mistakes.md"]


def test_a_title_reads_the_same_wherever_it_stands(made: Made) -> None:
    plan, asked = made.data["plans/cook-to-baker.json"], made.data["questions.json"]
    assert plan["phases"][0]["title"] == "__loaf__ of a *b*"
    assert plan["phases"][0]["checkpoints"][0]["title"] == "I can bake by weighing twice."
    assert plan["sets"][0]["title"] == asked["questions"][0]["domain"] == "__dough__"
    weighing = made.pages["skills/weighing.md"]
    assert f"[{markup.text('__loaf__ of a *b*')}](../tracks/cook-to-baker/roadmap.md#loaf)" in weighing
    assert "[I can bake by <em>weighing</em> twice.](../tracks/cook-to-baker/roadmap.md#twice)" in weighing
    parts = '"name":"__dough__","url":"site:/tracks/cook-to-baker/questions/#dough"'
    assert parts in made.pages["tracks/cook-to-baker/questions.md"]


def test_the_title_of_a_place_is_published_as_markdown(made: Made) -> None:
    places = [place for skill in made.data["skills.json"]["skills"] for place in skill["occurrences"]]
    titles = {place["entry"]: place["title"] for place in places if place["track"] == "cook-to-baker"}
    assert titles["twice"] == "I can bake by *weighing* twice."
    assert plain(titles["loaf"]) == "__loaf__ of a *b*"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("tracks/index.md", r"For \*cooks\* who <em>really</em> want"),
        ("tracks/cook-to-baker/index.md", r"For \*cooks\* who <em>[really](https://flour.example/why)</em> want"),
        ("roles/index.md", r"Brings \*all\* <em>dishes</em> to guests."),
        ("skills/index.md", r"Cutting \*very\* <em>fast</em>, evenly"),
        ("skills/tasting.md", r"Cutting \*very\* <em>fast</em>, evenly"),
    ],
)
def test_a_summary_reads_the_same_wherever_it_stands(path: str, said: str, pages: dict[str, str]) -> None:
    assert said in pages[path]


def test_the_list_of_guides_has_summaries_in_plain_words(made: Made) -> None:
    summaries = {guide["slug"]: guide["summary"] for guide in made.data["guides.json"]["guides"]}
    assert summaries["cook-to-baker"].startswith("For *cooks* who really want")


def test_every_name_that_a_page_tells_is_one_that_the_search_knows(made: Made) -> None:
    assert "Also called\n:   knife skills, knife-work\n" in made.pages["skills/knife-work.md"]
    aliases = {entry["name"]: entry["aliases"] for entry in made.data["names.json"]["names"]}
    assert aliases["Knife work"] == ["knife skills", "knife-work"]


@pytest.mark.parametrize(
    ("publishers", "said"),
    [
        ("AAB", "2 of the 3 are published by A."),
        ("AAA", "All of them are published by A."),
        ("AABB", ""),
        ("AA", ""),
        ("ABC", ""),
    ],
)
def test_sources_that_are_mostly_of_one_house_say_so(publishers: str, said: str) -> None:
    sources = [SourceEntry(id=f"s{n}", title="T", publisher=name) for n, name in enumerate(publishers)]
    assert mostly_by(sources) == said
