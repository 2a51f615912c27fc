"""The questions of each track as a deck to learn from."""

from __future__ import annotations

from pipeline.api.publish import questions_of
from pipeline.api.records import QuestionList, QuestionRecord
from pipeline.library import Library, Track
from pipeline.model.page import deck_file
from pipeline.writers.anki import Card, Deck, write_deck

_FIRST = 719163
"""1 January 1970, as the days of a calendar are counted."""


def decks(library: Library, site: str) -> dict[str, bytes]:
    """The decks of all tracks, by file. `site` is where the site is published, or empty: then cards have no links."""
    return {deck_file(track.slug): write_deck(deck(library, track, site)) for track in library.tracks}


def deck(library: Library, track: Track, site: str) -> Deck:
    """The deck of one track."""
    asked = questions_of(library, track)
    return Deck(
        id=track.slug,
        name=f"Crosstrack::{track.origin.name} → {track.target.name}",
        epoch=(track.guide.updated.toordinal() - _FIRST) * 86400,
        cards=tuple(_card(question, asked, site) for question in asked.questions),
    )


def _card(question: QuestionRecord, asked: QuestionList, site: str) -> Card:
    return Card(
        id=question.id,
        question=question.text,
        domain=question.domain,
        rounds=tuple(asked.rounds[f"{question.track}/{id}"] for id in question.rounds),
        listens_for=question.listens_for,
        outline=question.outline,
        url=f"{site.rstrip('/')}/{question.url}" if site else "",
        tags=(
            f"crosstrack::track::{question.track}",
            f"crosstrack::domain::{question.set}",
            *(f"crosstrack::skill::{slug}" for slug in question.skills),
        ),
    )
