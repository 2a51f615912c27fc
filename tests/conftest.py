"""What the tests share: a small project to break, and the built site of this one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parent.parent
PROJECT = REPO / "tests" / "project"
GUIDE = "content/guides/cook-to-baker.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small whole project without a finding, to be changed at will."""
    root = tmp_path / "project"
    shutil.copytree(PROJECT, root)
    return root


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this project's own content, built once a run (once for all workers)."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    return _built(shared / "built")


def _built(root: Path) -> Path:
    lock = root.with_suffix(".lock")
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        return _waited(root)
    root.mkdir()
    for name in ("content", "data", "overrides"):
        shutil.copytree(REPO / name, root / name)
    shutil.copy(REPO / "mkdocs.yml", root)
    done = crosstrack("build", "--root", str(root))
    (root / "done").write_text(done.stdout + done.stderr, "utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def _waited(root: Path) -> Path:
    """Another worker builds the site: wait for its word. The limit only ends a run that hangs."""
    import time

    for _ in range(1200):
        if (root / "done").exists():
            return root / "site"
        time.sleep(0.1)
    pytest.fail("the site was not built by the other worker")


def crosstrack(*args: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    command = [sys.executable, "-m", "pipeline", *args]
    environment = {**os.environ, "PYTHONPATH": str(REPO), "NO_COLOR": "1"}
    return subprocess.run(command, cwd=cwd or REPO, env=environment, capture_output=True, text=True, check=False)
