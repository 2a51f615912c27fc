"""Names and durations inside the words of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.inline import plain
from pipeline.model.duration import Duration, misplaced, read_duration
from pipeline.model.item import RoundName, SkillName, Statement, ToolName, Toolset
from pipeline.model.rules import DURATION_IS_READABLE, PHASES_RUN
from pipeline.model.source import Span
from pipeline.structures.base import Context
from pipeline.structures.entries import Written
from pipeline.structures.statements import names_in, plain_of

_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
_TIME_WORD = re.compile(r"\b(hours?|days?|weeks?|months?|years?|ongoing)\b", re.IGNORECASE)


def skill_names(said: Sequence[Statement], context: Context) -> tuple[SkillName, ...]:
    """The skills that a field names, separated by commas or one an item."""
    _drop_sources(said, context)
    return tuple(dict.fromkeys(SkillName(name, span) for name, span in _names(said, context)))


def round_names(said: Sequence[Statement], context: Context) -> tuple[RoundName, ...]:
    """The interview rounds that a field names."""
    _drop_sources(said, context)
    return tuple(dict.fromkeys(RoundName(name, span) for name, span in _names(said, context)))


def toolset(said: Sequence[Statement], context: Context) -> Toolset | None:
    """The tools that a field names, with its provenance; None without a field."""
    names = tuple(dict.fromkeys(ToolName(name, span) for name, span in _names(said, context)))
    sources = tuple(dict.fromkeys(source for statement in said for source in statement.sources))
    return Toolset(names=names, sources=sources, span=said[0].span) if names else None


def _drop_sources(said: Sequence[Statement], context: Context) -> None:
    for statement in said:
        context.drop_sources(statement.sources, statement.span)


def _names(said: Iterable[Statement], context: Context) -> Iterator[tuple[str, Span | None]]:
    for statement in said:
        start = statement.span
        for name in names_in(plain(statement.text)):
            if start and statement.span:
                found = context.source.locate(start, name)
                # The next name stands further on: one may be the beginning of another.
                start = replace(start, line=found.line, column=found.end_column) if found.end_column else start
                yield name, found


def split_duration(entry: Written, context: Context, needed: bool = False) -> tuple[str, Duration | None]:
    """The title of an entry without its duration, and the duration: from its field, or brackets in the title."""
    title = entry.title.plain
    labelled = entry.contents.say("duration")
    told = _duration(plain_of(labelled), labelled, context) if labelled else None
    if told:
        return title, told
    found = _BRACKET.search(title)
    if found is None or not (read_duration(found[1]) or _TIME_WORD.search(found[1])):
        if needed and labelled is None:
            hint = "end its heading with '(3–4 weeks)' or '(ongoing)'"
            context.find(DURATION_IS_READABLE, f"'{title}' does not say how long it takes", entry.span, hint)
        return title, None
    said = Statement(text=found[1], span=context.source.locate(entry.span, found[1]))
    duration = _duration(found[1], said, context)
    return (title[: found.start()] if duration else title), duration


def check_order(timed: Sequence[tuple[str, Duration | None]], context: Context) -> None:
    """What says when it is begins where the one before ends. `timed` are titles, each with its duration."""
    for index, due in misplaced(duration for _, duration in timed):
        title, told = timed[index]
        if told and told.least is not None:
            message = f"'{title}' begins in {told.unit} {told.least:g}, where {told.unit} {due.least:g} is due"
            hint = f"write '{due}', or how long it takes: '{told.as_length}'"
            context.find(PHASES_RUN, message, told.span, hint)


def _duration(words: str, said: Statement, context: Context) -> Duration | None:
    duration = read_duration(words)
    if duration is None or read_duration(str(duration)) != duration:
        hint = "write '3–4 weeks', '6 to 12 months', '2 weeks' or 'ongoing'"
        context.find(DURATION_IS_READABLE, f"'{words}' is not a duration", said.span, hint)
        return None
    return duration.model_copy(update={"span": said.span})
