"""Questions in text: what asks, where the question ends, and the answer that follows on the same line."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.foreign.enumerations import sentences
from pipeline.foreign.leads import entry, named
from pipeline.foreign.titles import bare, read_title
from pipeline.inline import cut, runs, words
from pipeline.model.document import Block, Paragraph, Phrase
from pipeline.spelling import spell

_ASKS = re.compile(
    r"(?:explain|describe|design|tell|walk|how|what|why|when|where|which|who|give|write|implement|compare"
    r"|discuss|define|derive"
    r"|name|suppose|imagine|given|can|could|would|if|have|do|does|did|are|is|talk|share|estimate|sketch"
    r"|build|you|your|in what|for what"
    r"|list|outline|propose|architect|optimi[sz]e|debug|find|create|predict|differentiate|state|illustrate"
    r"|convince|show)\b",
    re.IGNORECASE,
)

QUOTES = "\"“”'‘’ "


def is_asked(text: str, strict: bool) -> bool:
    """Whether words ask: with a question mark, or if that is not required, by how they begin."""
    words = text.strip(QUOTES)
    return words.endswith("?") or (not strict and bool(_ASKS.match(words)) and len(words.split()) > 3)


def cut_question(phrase: Phrase, strict: bool) -> tuple[Phrase, tuple[Block, ...]] | None:
    """The question that an item asks, and the answer that may follow on the same line."""
    lead = entry(phrase)
    if lead.bold and is_asked(read_title(lead.lead.plain).text, strict and "?" not in lead.lead.plain):
        rest: tuple[Block, ...] = (Paragraph(lead.gloss, lead.gloss.span),) if lead.gloss else ()
        text = read_title(re.sub(r"^(?:Q\d*[.:)]\s*)", "", lead.lead.plain)).text
        return replace(named(phrase, _marked(phrase, text).strip(QUOTES))), rest
    text = phrase.plain
    at = text.find("?")
    ends = at if at >= 0 else _sentence_end(text)
    if at < 0 and (strict or not _ASKS.match(re.sub(r"^\W*(?:Q\d*[.:)]\s*)?", "", text))):
        return None
    if at >= 0 and len(text[: at + 1].split()) > 45:
        return None
    found = runs(phrase.markdown)
    before, after = cut(found, ends + 1)[0], cut(found, ends + 1)[1]
    asked = bare(re.sub(r"^\W*(?:Q\d*[.:)]\s*)?", "", words(before))).strip(QUOTES)
    answer = words(after).strip(QUOTES)
    rest = (
        (Paragraph(replace(phrase, markdown=spell(after), plain=answer), phrase.span),)
        if re.search(r"\w{3}", answer)
        else ()
    )
    return named(phrase, asked), rest


def _marked(phrase: Phrase, text: str) -> str:
    """The words with the mark that a lead lost at its end."""
    at = phrase.plain.find(text)
    after = phrase.plain[at + len(text) :][:1] if at >= 0 else ""
    return text + after if after in ".?!" else text


def _sentence_end(text: str) -> int:
    first = sentences(text)
    return len(first[0]) - 1 if first else len(text)
