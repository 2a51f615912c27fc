"""Disk in: files as sources. What cannot be read is reported, and the rest is read all the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.rules import FILE_IS_READABLE, LINK_STAYS_INSIDE
from pipeline.model.source import LINE_END, Source, Span

MAX_BYTES = 5_000_000
"""A guide is some tens of kilobytes; a file a hundred times as large is a mistake."""


def find(root: Path, folder: str, suffix: str = ".md") -> list[Path]:
    """The files of a folder of the project, in an order that is the same everywhere."""
    return sorted((path for path in (root / folder).rglob(f"*{suffix}")), key=lambda path: path.as_posix())


def read_all(paths: Iterable[Path], root: Path, report: Report) -> Iterator[Source]:
    """Those of the files that can be read."""
    for path in paths:
        source = read(path, root, report)
        if source is not None:
            yield source


def read(path: Path, root: Path, report: Report) -> Source | None:
    """One file; None, with a finding, if it is missing, too large, not UTF-8, empty or outside the project."""
    name = name_of(path, root)

    def refuse(what: str, hint: str, line: int = 1, column: int | None = None) -> None:
        report(Diagnostic(FILE_IS_READABLE, what, Span(name, line, line, column), hint))

    if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        message = "the file is a link that leads out of the project"
        report(Diagnostic(LINK_STAYS_INSIDE, message, Span(name, 1, 1), "put a copy of the file here instead"))
        return None
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        refuse(
            f"the file cannot be read: {(error.strerror or 'unknown reason').lower()}",
            "check its name and its permissions",
        )
        return None
    if data is None:
        refuse("the file is larger than 5 MB", "divide it, or remove what is not text")
    elif not data.strip():
        refuse("the file is empty", "write something in it, or delete it")
    else:
        return _decoded(name, data, refuse)
    return None


def _decoded(name: str, data: bytes, refuse: Callable[..., None]) -> Source | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, _ = _place(data.decode("latin-1"), error.start)  # a character a byte
        what = f"the file is not UTF-8: byte {error.start + 1} does not fit"
        refuse(what, "save the file with the encoding UTF-8", line)
        return None
    control = _CONTROL.search(text)
    if control:
        what = f"the file holds the control character U+{ord(control[0]):04X}"
        hint = "delete it; if there are many, save the file anew, as plain text with the encoding UTF-8"
        refuse(what, hint, *_place(text, control.start()))
        return None
    return Source(name, text)


_CONTROL = re.compile(r"[\0-\x08\x0b\x0e-\x1f\x7f]")
"""What no editor shows and a terminal may obey; tabs, line ends and form feeds are let pass."""


def _place(text: str, index: int) -> tuple[int, int]:
    """The line and column of a character."""
    lines = LINE_END.split(text[:index])
    return len(lines), len(lines[-1]) + 1


def name_of(path: Path, root: Path) -> str:
    """The path as findings show it: relative to the project where it is in it."""
    whole = Path(path if path.is_absolute() else Path.cwd() / path)
    base = root.absolute()
    return whole.relative_to(base).as_posix() if whole.is_relative_to(base) else path.as_posix()
