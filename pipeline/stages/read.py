"""Disk in: files as sources. What cannot be read is reported, and the rest is read all the same."""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import yaml

from pipeline.model.diagnostic import Diagnostic, Report
from pipeline.model.rules import FILE_IS_READABLE, LINK_STAYS_INSIDE
from pipeline.model.source import LINE_END, Source, Span
from pipeline.readers import binary

MAX_BYTES = 5_000_000
"""A guide is some tens of kilobytes; a file a hundred times as large is a mistake."""
DOCUMENTS = (".md", ".markdown", ".html", ".htm", ".xhtml", ".txt", ".text", ".pdf", ".docx")
"""What a folder is searched for, when its documents are imported."""
Refuse = Callable[[str, str, int], None]
_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""What a text of somebody's holds by mistake; a file full of it is no text."""
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)


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


def find_documents(path: Path, root: Path, report: Report) -> list[Path]:
    """The documents of a folder and all below it; of a file, the file itself, whatever it is."""
    if not path.is_dir():
        return [path]
    found: list[Path] = []

    def unread(error: OSError) -> None:
        name = name_of(Path(error.filename or path), root)
        message = f"the folder cannot be read: {(error.strerror or 'unknown reason').lower()}"
        report(Diagnostic(FILE_IS_READABLE, message, Span(name, 1, 1), "check its permissions"))

    for folder, folders, names in os.walk(path, onerror=unread):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(folder, name) for name in names if name.casefold().endswith(DOCUMENTS) and name[0] != "."]
    return sorted(found, key=lambda file: file.as_posix())


def read_document(path: Path, root: Path, report: Report) -> Source | None:
    """A document that nobody wrote for us, as text; None, with a finding, if there is no text to be had."""
    name = name_of(path, root)
    refuse = _refusal(name, report)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            refuse("this is no file", "name a file or a folder, or '-' for what comes in", 1)
            return None
        with path.open("rb") as file:
            return read_stream(file, name, report)
    except OSError as error:
        message = f"the file cannot be read: {(error.strerror or 'unknown reason').lower()}"
        refuse(message, "check its name and its permissions", 1)
        return None


def read_stream(stream: BinaryIO, name: str, report: Report) -> Source | None:
    """A document from an open file: no more of it is read than is taken."""
    refuse = _refusal(name, report)
    data = stream.read(MAX_BYTES + 1)
    reader = binary.reader_for(data)
    if reader:
        data += stream.read(binary.MOST_BYTES + 1 - len(data))
    if len(data) > (binary.MOST_BYTES if reader else MAX_BYTES):
        refuse(f"the file is larger than {50 if reader else 5} MB", "divide it, or remove what is not text", 1)
    elif not data.strip():
        refuse("the file is empty", "write something in it, or leave it out", 1)
    elif reader:
        return _converted(name, data, reader, refuse)
    else:
        text = _foreign_text(data)
        if text is not None:
            return Source(name, text)
        refuse("the file is no text", "save it as text, Markdown, HTML, PDF or .docx, and import that", 1)
    return None


def _converted(name: str, data: bytes, reader: Callable[[bytes], str], refuse: Refuse) -> Source | None:
    try:
        text = reader(data)
    except binary.NotReadable as error:
        refuse(str(error), error.hint, 1)
        return None
    if len(text) > MAX_BYTES:
        refuse("the file holds more than 5 MB of text", "divide it", 1)
        return None
    return Source(name, text)


def _foreign_text(data: bytes) -> str | None:
    """The text in the encoding that the data shows, names or may be taken to have; None if it is no text."""
    declared = _CHARSET.search(data[:4096])
    shown = [encoding for mark, encoding in _BOMS.items() if data.startswith(mark)]
    for encoding in [*shown, "utf-8", *([declared[1].decode("ascii")] if declared else []), "cp1252"]:
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if "\0" not in text and len(_NO_TEXT.findall(text)) * 200 <= len(text):
            return text
    return None


def _refusal(name: str, report: Report) -> Refuse:
    def refuse(what: str, hint: str, line: int) -> None:
        report(Diagnostic(FILE_IS_READABLE, what, Span(name, line, line), hint))

    return refuse


class _Configuration(yaml.SafeLoader):
    """Reads the engine's configuration, whose tags (`!ENV`, `!!python/name:…`) are for the engine alone."""


_Configuration.add_multi_constructor("", lambda *_: None)


def site_url(root: Path) -> str:
    """Where the site is published, out of the engine's configuration; empty if that does not say."""
    try:
        found = yaml.load((root / "mkdocs.yml").read_text("utf-8"), _Configuration)
    except (OSError, UnicodeError, yaml.YAMLError):
        return ""
    return str(found.get("site_url") or "") if isinstance(found, dict) else ""


def name_of(path: Path, root: Path) -> str:
    """The path as findings show it: relative to the project where it is in it."""
    whole = Path(path if path.is_absolute() else Path.cwd() / path)
    base = root.absolute()
    return whole.relative_to(base).as_posix() if whole.is_relative_to(base) else path.as_posix()
