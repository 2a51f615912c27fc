"""Formats out, one module each. Writers know no kinds: they are given documents, values or findings."""
