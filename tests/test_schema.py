"""The schemas: committed as the code makes them, valid themselves, and kept by all that is published."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from pipeline.api import published, schemas
from pipeline.build import check
from pipeline.guide import Guide
from pipeline.model.source import Source
from pipeline.stages.extract import extract
from pipeline.stages.parse import parse
from pipeline.writers.json import dumped, write_json
from tests.conftest import GUIDE, PROJECT, REPO

NAMES = sorted(schemas())


@pytest.fixture(scope="module", params=["content", "the small project"])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All published files of a project, by path, as a program reads them."""
    base = REPO if request.param == "content" else PROJECT
    root = tmp_path_factory.mktemp("published") / "project"
    for folder in ("content", "data"):
        shutil.copytree(base / folder, root / folder)
    project, library = check(root)
    assert not project.has_errors
    return {path: json.loads(write_json(value)) for path, value in published(library).items()}


def schema_of(path: str) -> str:
    """The schema of a published file."""
    folders = {"guides": "guide-record", "plans": "plan", "questions": "questions"}
    folder, _, name = path.removesuffix(".json").rpartition("/")
    return folders[folder] if folder else name


def test_the_schemas_are_those_of_the_code() -> None:
    """If this fails: `crosstrack schema`, and look at what changed for those who use the data."""
    committed = {path.stem: path.read_text("utf-8") for path in (REPO / "schemas").glob("*.json")}
    assert committed == {name: dumped(schema) for name, schema in schemas().items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schemas()[name])


def test_published_files_keep_to_their_schemas(files: dict[str, Any]) -> None:
    assert {schema_of(path) for path in files} == {
        "aliases",
        "index",
        "guides",
        "guide-record",
        "plan",
        "planning",
        "roles",
        "skills",
        "slugs",
        "questions",
    }
    for path, value in files.items():
        validator = Draft202012Validator(schemas()[schema_of(path)], format_checker=FormatChecker())
        assert [error.message for error in validator.iter_errors(value)] == [], path


def test_parts_of_published_files_keep_to_their_schemas(files: dict[str, Any]) -> None:
    guide = Draft202012Validator(schemas()["guide"])
    records = [value for path, value in files.items() if schema_of(path) == "guide-record"]
    assert records
    for record in records:
        assert [error.message for error in guide.iter_errors(record["guide"])] == []


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys(inner)


def test_published_files_say_nothing_of_places(files: dict[str, Any]) -> None:
    assert "span" not in {key for value in files.values() for key in keys(value)}


def test_the_index_names_every_file(files: dict[str, Any]) -> None:
    assert sorted(files["index.json"]["files"]) == sorted(path for path in files if path != "index.json")


def test_a_guide_can_be_read_from_its_data() -> None:
    """What is published of a guide is all of it."""
    text = Path(PROJECT / GUIDE).read_text("utf-8")
    guide = extract(parse(Source(GUIDE, text), lambda _: None), lambda _: None)
    assert guide is not None
    assert Guide.model_validate_json(write_json(guide)) == guide
