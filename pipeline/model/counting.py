"""Numbers with the word for what they count."""

from __future__ import annotations


def counted(number: int, word: str) -> str:
    """`1 week`, `2 weeks`, `no weeks`; the word is given in the singular."""
    return f"{number or 'no'} {word if number == 1 else plural(word)}"


def plural(word: str) -> str:
    """The plural of a regular word."""
    return f"{word}es" if word.endswith("s") else f"{word}s"
