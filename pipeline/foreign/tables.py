"""What a table is: which column says what, which columns are roles, and which tables are forms to fill in."""

from __future__ import annotations

import re
from typing import TypeVar

from pipeline.foreign.places import View
from pipeline.foreign.roles import Named
from pipeline.model.document import Table

N = TypeVar("N", int, None)


def column(table: Table, words: str, otherwise: N) -> int | N:
    """The first column whose header has one of the words."""
    for index, cell in enumerate(table.header.cells):
        if re.search(rf"\b(?:{words})", cell.plain, re.IGNORECASE):
            return index
    return otherwise


def roles_in(view: View, table: Table) -> dict[int, Named]:
    """The columns that stand for a role each."""
    found = {index: view.roles.only(cell.plain) for index, cell in enumerate(table.header.cells)}
    return {index: role for index, role in found.items() if role}


def is_form(table: Table) -> bool:
    """Whether most cells beside the first column are left to fill in."""
    cells = [cell.plain for row in table.rows for cell in row.cells[1:]]
    empty = sum(not re.search(r"\w", cell.replace("_", "")) for cell in cells)
    return bool(cells) and empty * 2 > len(cells)


def is_schedule(table: Table) -> bool:
    """Whether the first column tells the time of day."""
    first = [row.cells[0].plain for row in (table.header, *table.rows) if row.cells]
    return sum(bool(re.match(r"\d{1,2}[.:h]\d{2}", cell)) for cell in first) * 2 >= len(first)
