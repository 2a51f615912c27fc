"""Names and durations inside the words of an entry."""

from __future__ import annotations

import re

from pipeline.inline import plain
from pipeline.model.duration import Duration, read_duration
from pipeline.model.item import RoundName, SkillName, Statement, ToolName
from pipeline.model.rules import DURATION_IS_READABLE
from pipeline.structures.base import Context
from pipeline.structures.entries import Written
from pipeline.structures.fields import plain_of, words_in

_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
_TIME_WORD = re.compile(r"\b(hours?|days?|weeks?|months?|years?|ongoing)\b", re.IGNORECASE)


def skill_names(said: Statement | None, context: Context) -> tuple[SkillName, ...]:
    """The skills that a field names, separated by commas."""
    return tuple(SkillName(name, context.source.locate(said.span, name)) for name in _names(said) if said and said.span)


def round_names(said: Statement | None, context: Context) -> tuple[RoundName, ...]:
    """The interview rounds that a field names."""
    return tuple(RoundName(name, context.source.locate(said.span, name)) for name in _names(said) if said and said.span)


def tool_names(said: Statement | None) -> tuple[ToolName, ...]:
    """The tools that a field names."""
    return tuple(ToolName(name, said.span) for name in _names(said) if said)


def _names(said: Statement | None) -> list[str]:
    found = words_in(plain(said.text)) if said else ()
    return list(dict.fromkeys(name.rstrip(".") for name in found if name))


def split_duration(entry: Written, context: Context) -> tuple[str, Duration | None]:
    """The title of an entry without its duration, and the duration: from its field, or brackets in the title."""
    title = entry.title.plain
    labelled = entry.contents.say("duration")
    if labelled is not None:
        return title, _duration(plain_of(labelled), labelled, context)
    found = _BRACKET.search(title)
    if found is None:
        return title, None
    duration = read_duration(found[1])
    if duration is None and not _TIME_WORD.search(found[1]):
        return title, None
    said = Statement(text=found[1], span=context.source.locate(entry.span, found[1]))
    return title[: found.start()], _duration(found[1], said, context)


def _duration(words: str, said: Statement, context: Context) -> Duration | None:
    duration = read_duration(words)
    if duration is None:
        hint = "write '3–4 weeks', '6 to 12 months', '2 weeks' or 'ongoing'"
        context.find(DURATION_IS_READABLE, f"'{words}' is no duration", said.span, hint)
        return None
    return duration.model_copy(update={"span": said.span})
