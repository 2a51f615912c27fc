"""What was recognised in a document, as plain values with the places they stand at."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pipeline.foreign import Recast


def extraction(path: str, recast: Recast) -> dict[str, Any]:
    """Everything that an import goes by, as JSON holds it: spans count lines of the document."""
    return {
        "source": path,
        "from": None if recast.origin is None else str(recast.origin),
        "to": None if recast.target is None else str(recast.target),
        "about": asdict(recast.about),
        "structures": [structure.model_dump(mode="json", by_alias=True) for structure in recast.structures],
        "ledger": [{"line": fate.line, "fate": str(fate.fate), "reason": fate.reason} for fate in recast.ledger],
    }
