"""Questions as an Anki deck: the bytes of an `.apkg`, which is a zip with a SQLite file in it.

What Anki tells cards by comes from the ids of the questions, so that a deck that is imported again updates its cards
and keeps what the reader has learned. No clock and no chance: the same deck is the same bytes.
https://docs.ankiweb.net/importing/packaged-decks.html
"""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import genanki  # type: ignore[import-untyped]

FIELDS = ("Question", "Domain", "Round", "Listens", "Outline", "Link")
_MODEL = "crosstrack/question/1"
"""The number changes with the fields: Anki takes a note type whose fields differ for another one."""
_FRONT = """\
<p class="where">{{Domain}}{{#Round}} · {{Round}}{{/Round}}</p>
<p class="question">{{Question}}</p>
"""
_BACK = """\
{{FrontSide}}
<hr id="answer">
{{#Listens}}<h2>Interviewers listen for</h2>{{Listens}}{{/Listens}}
{{#Outline}}<h2>Outline of a strong answer</h2>{{Outline}}{{/Outline}}
{{#Link}}<p class="where"><a href="{{Link}}">This question on its page</a></p>{{/Link}}
"""
_CSS = """\
.card { max-width: 34em; padding: 1em; margin: 0 auto; font: 18px/1.5 system-ui, sans-serif; text-align: left;
  color: #14232e; background: #fcfdfc; }
.question { font: 1.4em/1.3 Palatino, "Noto Serif", serif; }
.where, h2 { color: #4b5b66; font-size: .8em; }
h2 { margin: 1.4em 0 .3em; font-weight: 600; }
ul { padding-left: 1.1em; margin: 0; }
li { margin: .3em 0; }
hr { border: 0; border-top: 1px solid #cdd8dd; }
a { color: #a3125f; }
.nightMode.card, .nightMode .card, .night_mode.card { color: #e3e9e6; background: #0e1820; }
.nightMode .where, .nightMode h2, .night_mode .where, .night_mode h2 { color: #a6b4bc; }
.nightMode hr, .night_mode hr { border-top-color: #2c3e4a; }
.nightMode a, .night_mode a { color: #ff93c3; }
"""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""A zip knows no earlier time; here it stands for none."""


@dataclass(frozen=True, slots=True)
class Card:
    """A question, in plain words."""

    id: str
    """`<track>/<question>`: what Anki knows the card by."""
    question: str
    domain: str
    rounds: tuple[str, ...]
    listens_for: tuple[str, ...]
    outline: tuple[str, ...]
    url: str
    tags: tuple[str, ...]
    """Without white space."""


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards of a track, in the order in which they are met."""

    id: str
    name: str
    epoch: int
    """When it was last changed, in seconds since 1970: Anki takes a card over an older one of the same id."""
    cards: tuple[Card, ...]


def write_deck(deck: Deck) -> bytes:
    """A deck as an `.apkg`. Two cards of the same id are the same card to Anki."""
    import genanki

    made = genanki.Deck(_number(f"deck/{deck.id}"), escape(deck.name, quote=False))
    model = _model()
    for place, card in enumerate(deck.cards, start=1):
        fields = _fields(card)
        note = genanki.Note(model, fields, tags=card.tags, guid=_guid(card.id), due=place)
        made.add_note(note)
    return _zipped({"collection.anki2": _collection(made, deck), "media": json.dumps({}).encode()})


def _model() -> genanki.Model:
    import genanki

    return genanki.Model(
        _number(_MODEL),
        "Crosstrack question",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Question", "qfmt": _FRONT, "afmt": _BACK}],
        css=_CSS,
    )


def _fields(card: Card) -> list[str]:
    plain = (escape(words, quote=False) for words in (card.question, card.domain, ", ".join(card.rounds)))
    return [*plain, _listed(card.listens_for), _listed(card.outline), escape(card.url)]


def _listed(points: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(point, quote=False)}</li>" for point in points)
    return f"<ul>{items}</ul>" if items else ""


def _guid(id: str) -> str:
    """What Anki knows a note by. It must never change for an id: cards would double."""
    return hashlib.sha256(f"crosstrack/{id}".encode()).hexdigest()[:20]


def _number(name: str) -> int:
    """A number that stays the same for a name, in the range that Anki's ids have."""
    return (1 << 30) + int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") % (1 << 30)


def _collection(made: genanki.Deck, deck: Deck) -> bytes:
    """The SQLite file, made in memory: a package of genanki's own bears the time of its making."""
    import genanki

    connection = sqlite3.connect(":memory:")
    try:
        genanki.Package(made).write_to_db(connection.cursor(), deck.epoch, _ids(deck))
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _ids(deck: Deck) -> Iterator[int]:
    """Numbers for notes and cards, in Anki's milliseconds; decks of the same day begin at different ones."""
    return count(deck.epoch * 1000 + _number(f"ids/{deck.id}") % 80_000_000)


def _zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            opened.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
