"""Formats in, one module each: `parse(Source, Report) -> Document`."""
