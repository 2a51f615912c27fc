"""Many tracks to one role, out of the small project's one guide: of one length, so that pages can be compared."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from tests.conftest import GUIDE, PROJECT


def start(number: int) -> str:
    """The role that a track begins at."""
    return f"Cook {number:02}"


def crowd(root: Path, tracks: int, roles: int) -> None:
    """Make `root` a project of so many tracks, with so many roles to begin at; no question stands twice in it."""
    shutil.copytree(PROJECT, root, ignore=shutil.ignore_patterns("build"))
    known = [{"slug": f"cook-{number:02}", "name": start(number), "summary": "Cooks."} for number in range(roles)]
    with (root / "data/roles.yaml").open("a", encoding="utf-8") as file:
        yaml.safe_dump(known, file, sort_keys=False)
    model = (root / GUIDE).read_text("utf-8")
    (root / GUIDE).unlink()
    for number in range(tracks):
        (root / f"content/guides/cook-{number:02}-to-baker.md").write_text(_recast(model, number), "utf-8")


def _recast(model: str, number: int) -> str:
    changes = {
        "from: cook\n": f"from: cook-{number:02}\n",
        "### Cook\n": f"### {start(number)}\n",
        "| Dimension | Cook |": f"| Dimension | {start(number)} |",
        "When is a dough ready?": f"When is dough {number} ready?",
        "What does salt do?": f"What does salt {number} do?",
    }
    for old, new in changes.items():
        assert model.count(old) == 1, old
        model = model.replace(old, new)
    return model
