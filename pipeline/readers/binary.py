"""Documents that are no text, as text: the words of a PDF, a Word file as HTML.

The libraries are imported when a document asks for them: most imports need neither.
"""

from __future__ import annotations

import io
import logging
import re
import zipfile
from collections.abc import Callable
from itertools import pairwise
from typing import Any

MOST_BYTES = 50_000_000
"""What a document may hold when it is unpacked."""
_PROTECTED = "save a copy without the protection, and import that"
_DAMAGED = "open it where it was made, save it anew, and import that"
_BLOCK = re.compile(r"(?=<(?:p|h[1-6]|ul|ol|li|table|tr|t[dh])[ >])")


class NotReadable(Exception):
    """A document whose words cannot be had."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def reader_for(data: bytes) -> Callable[[bytes], str] | None:
    """What makes text of the data, by its first bytes: a name may lie. None if it should be text already."""
    if data.startswith(b"%PDF-"):
        return pdf_text
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return word_html
    return None


def pdf_text(data: bytes) -> str:
    """The lines of a PDF's pages, with a blank line where the page shows a gap."""
    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it would say is said by a finding
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotReadable("the PDF is protected by a password", _PROTECTED)
        pages = [_page_lines(page) for page in reader.pages]
    except NotReadable:
        raise
    except (DependencyError, FileNotDecryptedError) as error:
        raise NotReadable("the PDF is encrypted, with a password or against copying", _PROTECTED) from error
    except Exception as error:  # the library says of itself that a broken file may raise anything
        raise NotReadable("the PDF is damaged", _DAMAGED) from error
    text = "\n".join(line for page in pages for line in page).strip()
    if not text:
        hint = "its pages are pictures: have the text in them recognised first"
        raise NotReadable("the PDF holds no text", hint)
    return text + "\n"


def _page_lines(page: Any) -> list[str]:  # noqa: ANN401 - the library is imported late
    """The lines of a page; a step down that is larger than the steps around it is a blank line."""
    heights: list[tuple[float, str]] = []

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        del font, size
        if text.strip():
            heights.append((cm[1] * tm[4] + cm[3] * tm[5] + cm[5], text.strip()))

    written = page.extract_text(visitor_text=visit)
    return _with_gaps([line.rstrip() for line in written.split("\n")], heights)


def _with_gaps(lines: list[str], heights: list[tuple[float, str]]) -> list[str]:
    placed: list[tuple[float | None, str]] = []
    at = 0
    for line in lines:
        found = next((n for n in range(at, len(heights)) if line.strip() and heights[n][1] in line), None)
        at = at if found is None else found + 1
        placed.append((None if found is None else heights[found][0], line))
    known = [height for height, _ in placed if height is not None]
    steps = sorted(abs(above - below) for above, below in pairwise(known))
    usual = next((step for step in steps[len(steps) // 4 :] if step > 1), 0.0)
    shown: list[str] = []
    last: float | None = None
    for height, line in placed:
        if height is not None and last is not None and usual and abs(last - height) > 1.4 * usual:
            shown.append("")
        shown.append(line)
        last = height if height is not None else last
    return shown


def word_html(data: bytes) -> str:
    """A Word file as HTML, a block a line; pictures are left out."""
    import mammoth  # type: ignore[import-untyped]

    if not data.startswith(b"PK"):
        raise NotReadable("the file is protected by a password, or older than .docx", _PROTECTED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names, size = archive.namelist(), sum(part.file_size for part in archive.infolist())
        if "word/document.xml" not in names:
            raise NotReadable("the file is an archive, and no Word document", "unpack it, and import what is in it")
        if size > MOST_BYTES:
            raise NotReadable("the Word document is larger than 50 MB when unpacked", "remove what is not text")
        made = mammoth.convert_to_html(io.BytesIO(data), convert_image=lambda image: [])
    except NotReadable:
        raise
    except Exception as error:  # a damaged archive, or XML of any sort
        raise NotReadable("the Word document is damaged", _DAMAGED) from error
    html = _BLOCK.sub("\n", made.value).strip()
    if not html:
        raise NotReadable("the Word document holds no text", "write something in it, or leave it out")
    return html + "\n"
