"""The site engine: pages in, HTML out. MkDocs with the Material theme, run as the program it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from pipeline.stages.write import swap

CONFIG = "mkdocs.yml"


class EngineError(Exception):
    """The engine refused the pages; its own words say why."""


def build_site(root: Path, site: Path, epoch: int, finish: Callable[[Path], None]) -> None:
    """Build `site` from the pages of the project, strictly; `finish` is given the folder before it is put in place.

    `epoch` is the time that the site bears, in seconds since 1970: it comes from the content, so that the same
    content makes the same bytes. Raises EngineError, and leaves `site` as it was, if the engine finds fault; what
    `finish` raises is passed on, and `site` left as it was.
    """
    fresh = site.with_name(f"{site.name}.next")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        _run_engine(root, fresh, epoch)
        finish(fresh)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    swap(fresh, site)


def _run_engine(root: Path, out: Path, epoch: int) -> None:
    program = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    command = [*program, "-f", str(root / CONFIG), "-d", str(out)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise EngineError((done.stdout + done.stderr).strip())
