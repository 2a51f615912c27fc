"""Disk out: a whole folder or file at once, so that nobody ever finds half of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path


def write_folder(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Make `folder` hold exactly these files (texts in UTF-8, `\\n` line ends; bytes as they are).

    They are written beside it and moved into place at the end: if anything fails, the folder is what it was.
    """
    outside = [path for path in files if not _is_inside(path)]
    assert not outside, f"out of {folder}: {outside}"
    fresh = folder.with_name(f"{folder.name}.next")
    shutil.rmtree(fresh, ignore_errors=True)
    for path, content in sorted(files.items(), key=lambda file: file[0]):
        target = fresh / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    swap(fresh, folder)


def _is_inside(path: str) -> bool:
    """Whether a relative path stays in its folder, on any system: we never write one that does not."""
    parts = path.split("/")
    return not {"", ".", ".."}.intersection(parts) and not set("\\:\0").intersection(path)


def swap(fresh: Path, folder: Path) -> None:
    """Put the folder `fresh` in the place of `folder`."""
    old = folder.with_name(f"{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def write_file(path: Path, text: str) -> None:
    """Make `path` hold exactly this text: it is written beside its place and moved into it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.next")
    try:
        fresh.write_bytes(text.encode("utf-8"))
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
