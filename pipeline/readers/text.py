"""Plain text in."""

from __future__ import annotations

from pipeline.model.diagnostic import Report
from pipeline.model.document import Document
from pipeline.model.source import Source
from pipeline.readers.markdown import parse_foreign


def parse(source: Source, report: Report) -> Document:
    """The tree of a plain text."""
    return parse_foreign(source, report)
