"""Whether there is news since the last build. Only the standard library: a build without news must be quick."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a step was made from and came to."""

    inputs: str
    outputs: str
    summary: dict[str, int] = field(default_factory=dict)
    findings: str = ""
    """The warnings of the step, as text: a build without news says them again."""


def contents(root: Path, names: Iterable[str]) -> str:
    """A digest of the contents of files and folders; it is the same on every machine."""
    digest = hashlib.sha256()
    for name in names:
        for path in _files(root / name):
            digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def shape(folder: Path) -> str:
    """A digest of names, sizes and times: enough to see that nobody touched what we wrote."""
    digest = hashlib.sha256()
    for path in _files(folder):
        status = path.stat()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if not name.endswith(".pyc"):
                yield Path(folder, name)


def load(path: Path) -> Stamp | None:
    """A stamp that was saved; None if there is none that can be read."""
    try:
        return Stamp(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def save(path: Path, stamp: Stamp) -> None:
    """Save a stamp."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(stamp), indent=1), "utf-8")
