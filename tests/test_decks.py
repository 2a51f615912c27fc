"""The decks: what Anki finds in them, the same bytes each time, and cards that are known again after an edit."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.build import build, check
from pipeline.stages.read import site_url
from pipeline.writers.anki import FIELDS, Card, Deck, write_deck
from tests.conftest import GUIDE, REPO

DECK = "build/docs/decks/cook-to-baker.apkg"
CARD = Card(
    id="cook-to-baker/dough-ready",
    question="Is 1 < 2 & 3 > 2?",
    domain="Dough",
    rounds=("Shaping", "Tasting"),
    listens_for=("Reasons",),
    outline=("Press <it>.", "Watch."),
    url="https://kitchen.example/questions/#dough-ready",
    tags=("crosstrack::track::cook-to-baker",),
)
OTHER = replace(CARD, id="cook-to-baker/salt", question="Salt?", outline=())
SMALL = Deck("cook-to-baker", "Crosstrack::Cook → Baker", 1_700_000_000, (CARD, OTHER))


def opened(data: bytes) -> sqlite3.Connection:
    """The collection in a deck."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(zipfile.ZipFile(io.BytesIO(data)).read("collection.anki2"))
    return connection


def notes(data: bytes) -> dict[str, dict[str, Any]]:
    """The notes of a deck by their question: what they hold, their tags and what they are known by."""
    found: dict[str, dict[str, Any]] = {}
    for guid, model, changed, tags, fields in opened(data).execute("SELECT guid, mid, mod, tags, flds FROM notes"):
        held = dict(zip(FIELDS, fields.split("\x1f"), strict=True))
        found[held["Question"]] = {**held, "guid": guid, "mid": model, "mod": changed, "tags": tags.split()}
    return found


@pytest.fixture
def kitchen(project: Path) -> Path:
    """The small project, its pages built."""
    build(project)
    return project


def test_a_deck_holds_the_questions_of_its_track(kitchen: Path) -> None:
    found = notes((kitchen / DECK).read_bytes())
    assert list(found) == ["When is a dough ready?", "What does salt do?"]
    ready = found["When is a dough ready?"]
    assert ready["Domain"] == "Dough"
    assert ready["Round"] == "Shaping"
    assert ready["Outline"] == "<ul><li>Press it.</li><li>Watch it come back.</li></ul>"
    assert ready["Listens"] == "<ul><li>Reasons instead of recipes</li></ul>"
    assert ready["Link"] == "https://kitchen.example/tracks/cook-to-baker/questions/dough/#dough-ready"
    assert ready["tags"] == [
        "crosstrack::track::cook-to-baker",
        "crosstrack::domain::dough",
        "crosstrack::skill::fermentation",
    ]
    assert found["What does salt do?"]["Outline"] == ""


def test_a_deck_has_a_name_and_a_card_for_each_question_in_order() -> None:
    connection = opened(write_deck(SMALL))
    (told,) = connection.execute("SELECT decks FROM col").fetchone()
    assert "Crosstrack::Cook → Baker" in [deck["name"] for deck in json.loads(told).values()]
    query = "SELECT due, flds FROM cards JOIN notes ON cards.nid = notes.id ORDER BY due"
    assert [(due, words.split("\x1f")[0]) for due, words in connection.execute(query)] == [
        (1, "Is 1 &lt; 2 &amp; 3 &gt; 2?"),
        (2, "Salt?"),
    ]


def test_words_stay_words() -> None:
    ready = notes(write_deck(SMALL))["Is 1 &lt; 2 &amp; 3 &gt; 2?"]
    assert ready["Outline"] == "<ul><li>Press &lt;it&gt;.</li><li>Watch.</li></ul>"
    assert ready["Round"] == "Shaping, Tasting"


def test_the_same_questions_are_the_same_bytes(kitchen: Path) -> None:
    first = (kitchen / DECK).read_bytes()
    build(kitchen)
    assert (kitchen / DECK).read_bytes() == first
    deck = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from tests.test_decks import *; sys.stdout.buffer.write(write_deck(SMALL))",
        ],
        cwd=REPO,
        capture_output=True,
        check=True,
        env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONPATH": str(REPO)},
    ).stdout
    assert deck == write_deck(SMALL)


def test_an_edited_question_stays_the_same_card(kitchen: Path) -> None:
    before = notes((kitchen / DECK).read_bytes())["When is a dough ready?"]
    guide = kitchen / GUIDE
    text = guide.read_text("utf-8")
    edited = text.replace("When is a dough ready? {", "How do you see that a dough is ready? {")
    guide.write_text(edited.replace("updated: 2026-", "updated: 2027-"), "utf-8")
    build(kitchen)
    after = notes((kitchen / DECK).read_bytes())["How do you see that a dough is ready?"]
    assert (after["guid"], after["mid"]) == (before["guid"], before["mid"])
    assert after["mod"] > before["mod"], "Anki takes a card over one that is older"


def test_what_anki_knows_cards_by_never_changes() -> None:
    """If this fails, everybody who imports a deck again gets every card twice."""
    found = notes(write_deck(SMALL))
    assert [(note["guid"], note["mid"]) for note in found.values()] == [
        ("5c5ffb6ae6177105fcf2", 1630161410),
        ("56ca0aabc9d296a55f72", 1630161410),
    ]
    assert [row for (row,) in opened(write_deck(SMALL)).execute("SELECT DISTINCT did FROM cards")] == [1251352506]


def test_decks_of_one_day_share_no_numbers() -> None:
    other = replace(SMALL, id="waiter-to-baker")
    numbers = [set(opened(write_deck(deck)).execute("SELECT id FROM notes").fetchall()) for deck in (SMALL, other)]
    assert not numbers[0] & numbers[1]


def test_a_check_makes_no_deck_and_imports_no_genanki(project: Path) -> None:
    probe = "import sys; from pathlib import Path; from pipeline.build import check; check(Path('.'))\n"
    probe += "print('genanki' in sys.modules)"
    command = [sys.executable, "-c", probe]
    done = subprocess.run(
        command, cwd=project, env={"PYTHONPATH": str(REPO)}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_every_track_of_the_site_has_its_deck(site: Path) -> None:
    _, library = check(REPO)
    for track in library.tracks:
        data = (site / f"decks/{track.slug}.apkg").read_bytes()
        asked = json.loads((site / f"api/v1/questions/{track.slug}.json").read_text("utf-8"))["questions"]
        found = notes(data)
        assert len(found) == len(asked)
        assert all(note["Link"].startswith("https://") for note in found.values())


def test_the_address_of_the_site_is_read_beside_what_only_the_engine_understands(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_url: https://kitchen.example/\nextra: !ENV [KITCHEN, none]\n"
        "emoji: !!python/name:material.extensions.emoji.twemoji\n",
        "utf-8",
    )
    assert site_url(tmp_path) == "https://kitchen.example/"
