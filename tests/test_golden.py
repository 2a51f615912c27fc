"""The small project's guide as data, and four of its pages, held against what they were.

A change here is a change that readers or programs see. If it is meant:

    CROSSTRACK_REWRITE_GOLDEN=1 pytest tests/test_golden.py

writes the files in tests/golden anew; look at what changed in them before you commit it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pipeline.build import build
from pipeline.manuscript import write_guide
from pipeline.writers.json import write_json
from tests.conftest import PROJECT, REPO

GOLDEN = REPO / "tests/golden"
LEAVES = {
    "roadmap": "roadmap",
    "skills": "skills",
    "questions": "questions",
    "questions/dough": "question-set",
    "faq": "faq",
}
NAMES = ("cook-to-baker.json", "cook-to-baker.md", *(f"{name}.page.md" for name in LEAVES.values()))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is compared, by the name of its golden file."""
    root = tmp_path_factory.mktemp("golden") / "project"
    shutil.copytree(PROJECT, root, ignore=shutil.ignore_patterns("build"))
    project, library, pages = build(root)
    assert project.findings == []
    texts = {page.path: page.text for page in pages}
    guide = library.tracks[0].guide
    return {
        "cook-to-baker.json": write_json(guide),
        "cook-to-baker.md": write_guide(guide),
        **{f"{name}.page.md": texts[f"tracks/cook-to-baker/{leaf}.md"] for leaf, name in LEAVES.items()},
    }


@pytest.mark.parametrize("name", NAMES)
def test_it_is_what_it_was(name: str, made: dict[str, str]) -> None:
    path = GOLDEN / name
    if os.environ.get("CROSSTRACK_REWRITE_GOLDEN"):
        path.write_text(made[name], "utf-8", newline="")
    assert made[name] == path.read_text("utf-8")


def test_there_is_no_other_golden_file() -> None:
    assert sorted(path.name for path in Path(GOLDEN).iterdir()) == sorted(NAMES)
