"""Plain values into a model; every misfit becomes a finding that an editor understands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pipeline.model.diagnostic import Diagnostic, Report, Rule
from pipeline.model.nearest import nearest
from pipeline.model.source import Span
from pipeline.readers.yaml import Path

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Rules:
    """Which rule a misfit breaks."""

    missing: Rule
    unknown: Rule
    invalid: Rule


def read_model(
    values: Mapping[str, Any], spans: Mapping[Path, Span], model: type[M], rules: Rules, report: Report
) -> M | None:
    """The model that the values fill; None, with a finding for each misfit, if they do not."""
    own = list(_own_keys(values, ()))
    for path in own:
        report(_unknown(path, spans, model, rules))
    try:
        found = model.model_validate(_without_own(values), by_alias=True, by_name=False)
        return None if own else found
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            # A name is read as what it is already or else as text: only the second can tell what is wrong.
            if detail["type"] != "is_instance_of":
                report(_finding(detail, spans, model, rules))
        return None


_OWN = "span"
"""What our models know of themselves, and nobody may write."""


def _own_keys(value: object, path: Path) -> Iterator[Path]:
    inner = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    for step, part in inner:
        if step == _OWN:
            yield (*path, step)
        else:
            yield from _own_keys(part, (*path, step))


def _without_own(value: Any) -> Any:  # noqa: ANN401 - YAML holds anything
    if isinstance(value, Mapping):
        return {key: _without_own(part) for key, part in value.items() if key != _OWN}
    return [_without_own(part) for part in value] if isinstance(value, list) else value


def _finding(detail: ErrorDetails, spans: Mapping[Path, Span], model: type[BaseModel], rules: Rules) -> Diagnostic:
    path: Path = tuple(part for part in detail["loc"] if "[" not in str(part))
    name = _name(path)
    if detail["type"] == "missing":
        what = _described(model, str(path[-1])) if len(path) == 1 else ""
        return Diagnostic(
            rules.missing, f"the key '{name}' is missing", _place(path, spans), what or f"add '{path[-1]}: ...'"
        )
    if detail["type"] == "extra_forbidden":
        return _unknown(path, spans, model, rules)
    return Diagnostic(rules.invalid, f"{name}: {_wording(detail)}", _place(path, spans), _remedy(detail))


def _name(path: Path) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


def _unknown(path: Path, spans: Mapping[Path, Span], model: type[BaseModel], rules: Rules) -> Diagnostic:
    place = _place((*path, "key"), spans)
    return Diagnostic(rules.unknown, f"there is no key '{_name(path)}'", place, _nearest(path, model))


def _place(path: Path, spans: Mapping[Path, Span]) -> Span | None:
    """The place of the nearest thing that is there."""
    while path and path not in spans:
        path = path[:-1]
    return spans.get(path)


def _described(model: type[BaseModel], key: str) -> str:
    for name, field in model.model_fields.items():
        if key in (name, field.alias) and field.description:
            return f"add '{key}: ...': {field.description[0].lower()}{field.description[1:].rstrip('.')}"
    return ""


def _nearest(path: Path, model: type[BaseModel]) -> str:
    keys = [field.alias or name for name, field in model.model_fields.items() if name not in ("span", "structures")]
    near = nearest(str(path[-1]).casefold(), keys) if len(path) == 1 else None
    if near:
        return f"did you mean '{near}'?"
    return f"the keys here are: {', '.join(keys)}" if len(path) == 1 else "remove it, or correct its name"


_WORDINGS = {
    "string_too_short": "there is nothing here",
    "string_type": "this should be text",
    "tuple_type": "this should be a list",
    "list_type": "this should be a list",
    "too_short": "this list should hold something",
    "model_type": "this should hold keys and values",
    "dict_type": "this should hold keys and values",
}


def _wording(detail: ErrorDetails) -> str:
    kind = detail["type"]
    if detail["input"] is None:
        return "there is nothing here"
    if kind.startswith("date"):
        return f"'{detail['input']}' is not a date"
    if kind == "string_pattern_mismatch":
        return f"'{detail['input']}' does not have the form it needs"
    if kind == "literal_error":
        return f"'{detail['input']}' is not one of its values"
    return _WORDINGS.get(kind, str(detail["msg"]).lower())


_FORMS = {
    "from": "write an address below the site's root, with a slash at its end, such as skills/python/",
    "to": "write an address below the site's root, with a slash at its end, such as skills/python/",
    "url": "write a whole address that begins with https://",
    "published": "write a year, a month or a day: 2026, 2026-03 or 2026-03-18",
    "id": "write lower-case letters, digits and hyphens",
    "slug": "write lower-case letters, digits and hyphens",
}


def _remedy(detail: ErrorDetails) -> str:
    kind, key = detail["type"], next((str(part) for part in reversed(detail["loc"]) if isinstance(part, str)), "")
    if kind.startswith("date"):
        return _FORMS.get(key, "write the year, the month and the day, such as 2026-11-21")
    if kind == "address_form":
        return "copy the whole address from the browser once more"
    if kind == "hours_form":
        return "write one number, such as 10; for a range take its middle, and tell the range in the text"
    if kind == "string_pattern_mismatch":
        return _FORMS.get(key, "write lower-case letters, digits and hyphens")
    if kind in ("tuple_type", "list_type", "too_short"):
        return "write one value a line, each after '- '"
    if kind == "literal_error":
        values = re.findall(r"'([^']*)'", detail["ctx"]["expected"])
        near = nearest(str(detail["input"]).casefold(), values)
        return f"did you mean '{near}'?" if near else f"write one of: {', '.join(values)}"
    if kind in ("string_type", "string_too_short"):
        return "write a word or a sentence"
    return "see the page of this rule for an example"
