"""Documents to import, made on the spot: articles, PDFs, Word files, and files that are none of these."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Sequence

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from pipeline.model.registry import Registry
from pipeline.model.skills import Skill

ARTICLE = """\
# From cook to baker

Written by nobody we know.

## Responsibilities

### Cook

Mission: feed guests within minutes.

- Cut and season.

## Skills

### Carries over

- **Knife work**: dough is cut, too.

### Genuinely new

- **Fermentation**: nothing in a kitchen takes a night.
- **Lamination**: butter and dough in turns.

## Roadmap

### Phase 1: First loaf (2–3 weeks)

Bake the same loaf every day. See [the book](https://flour.example/oven) and [a page](../page.html).

- Focus: one recipe

### Phase 2: Many loaves (6 weeks)

Bake for the street.

- Focus: scaling

## A stray thought

Bread *is* an answer.
It is `crumb` & crust.
"""
"""An article that comes near our own layout: whatever recognises foreign layouts recognises this."""


def article(number: int) -> str:
    """One of many articles."""
    return ARTICLE.replace("one recipe", f"recipe {number}").replace("Bread", f"Bread {number}")


def pdf(lines: Sequence[str], password: str = "") -> bytes:
    """A page of lines; an empty one leaves a gap."""
    writer = PdfWriter()
    page = writer.add_blank_page(612, 792)
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    drawn = [f"1 0 0 1 72 {740 - 14 * at} Tm ({line}) Tj" for at, line in enumerate(lines) if line]
    stream = DecodedStreamObject()
    stream.set_data("\n".join(["BT /F1 12 Tf", *drawn, "ET"]).encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    return _bytes(writer.write)


def _bytes(write: object) -> bytes:
    buffer = io.BytesIO()
    write(buffer)  # type: ignore[operator]
    return buffer.getvalue()


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN = "http://schemas.openxmlformats.org"


def docx(paragraphs: Sequence[tuple[str, str]]) -> bytes:
    """A Word file of paragraphs, each with its style and words."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'
        for style, words in paragraphs
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_OPEN}/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_OPEN}/package/2006/relationships"><Relationship Id="r" '
        f'Type="{_OPEN}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
    }
    return archive(parts)


def archive(parts: dict[str, str]) -> bytes:
    """Files in an archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        for name, text in parts.items():
            opened.writestr(name, text)
    return buffer.getvalue()


class Deadly(Registry):
    """A registry that ends the process of whoever asks it for one certain skill: as a want of memory would."""

    def skill(self, name: str) -> Skill | None:
        """The skill of that name."""
        if name == "Sudden death":
            os._exit(1)
        return super().skill(name)
