"""Which roles and skills a text mentions: spaCy's tokenizer and phrase rules, longest match first.

spaCy takes seconds to import, so it is imported when a text is looked at, and never for a build without news.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from pipeline.library import Mention
from pipeline.model.page import role_page, skill_page
from pipeline.model.registry import Registry, is_exact, names, singular
from pipeline.model.roles import Role
from pipeline.model.skills import Skill

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc, Span

_HYPHEN = re.compile(r"(?<=\w)[-–‑](?=\w)")
_ENDLESS = re.compile(r"\S{500,}")
"""No word, no list and no address is as long; the tokenizer takes the square of the length to cut one up."""
_OPENER = 2
"""An alias of so few letters ("Go") is no mention where it opens a sentence: there it is a verb."""


class MentionFinder:
    """Finds mentions of the names in a registry."""

    def __init__(self, registry: Registry) -> None:
        from spacy.matcher import PhraseMatcher

        self._nlp = _english()
        self._loose: PhraseMatcher = PhraseMatcher(self._nlp.vocab, attr="NORM")
        self._exact: PhraseMatcher = PhraseMatcher(self._nlp.vocab, attr="ORTH")
        for name, path, exact in _patterns(registry):
            matcher = self._exact if exact else self._loose
            matcher.add(path, [self._doc(name)])

    def _doc(self, text: str) -> Doc:
        # Hyphens as spaces, endless words as one word, sign for sign: places in the text stay what they are.
        words = _ENDLESS.sub(lambda endless: "x" * len(endless[0]), text)
        doc = self._nlp(_HYPHEN.sub(" ", words))
        for token in doc:
            token.norm_ = singular(token.lower_)
        return doc

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions in a text, left to right, each page at its first mention only."""
        from spacy.util import filter_spans

        doc = self._doc(text)
        spans: list[Span] = [*self._loose(doc, as_spans=True)]
        spans += [span for span in self._exact(doc, as_spans=True) if not _opens_sentence(span)]
        found: dict[str, Mention] = {}
        for span in sorted(filter_spans(spans), key=lambda span: span.start_char):
            found.setdefault(span.label_, Mention(span.start_char, span.end_char, span.label_))
        return tuple(found.values())


@cache
def _english() -> Language:
    """Words and sentences of English: its special cases take longer to set up than a guide to look through."""
    import spacy

    english = spacy.blank("en")
    english.add_pipe("sentencizer")
    return english


def find_all(texts: Iterable[str], registry: Registry) -> dict[str, tuple[Mention, ...]]:
    """The mentions in each of the texts."""
    finder = MentionFinder(registry)
    return {text: finder.find(text) for text in texts}


def _opens_sentence(span: Span) -> bool:
    return len(span.text) <= _OPENER and bool(span[0].is_sent_start)


def _patterns(registry: Registry) -> Iterator[tuple[str, str, bool]]:
    every: tuple[Role | Skill, ...] = (*registry.roles, *registry.skills)
    for registered in every:
        path = role_page(registered.slug) if isinstance(registered, Role) else skill_page(registered.slug)
        for name in names(registered):
            # A slug is no word of prose, unless it is the name itself: "scikit-learn".
            if name in (registered.name, *registered.exact, *registered.aliases) or name != registered.slug:
                yield name, path, name in registered.exact or is_exact(name)
