"""Values as JSON: the same bytes for the same value, without the places it was written at."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel


def write_json(value: BaseModel) -> str:
    """A model as JSON, its keys in the order of its fields, ending in a line end."""
    return dumped(without_spans(value.model_dump(mode="json", by_alias=True)))


def dumped(value: object) -> str:
    """A plain value as JSON, one key a line."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def without_spans(value: Any) -> Any:  # noqa: ANN401 - JSON holds anything
    """The value without its places: published data says nothing of our files.

    A table of names may hold one that is called `span`; what stands beside it is a word then, never a place.
    """
    if isinstance(value, dict):
        told = ((key, inner) for key, inner in value.items() if key != "span" or isinstance(inner, str))
        return {key: without_spans(inner) for key, inner in told}
    return [without_spans(inner) for inner in value] if isinstance(value, list) else value
