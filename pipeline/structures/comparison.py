"""Comparison: where the line between the two roles runs.

A guide shows a table (dimension, first role, second role), then lists of shared ground, advantages, challenges.
"""

from __future__ import annotations

from typing import Literal

from pipeline import markup
from pipeline.inline import slug
from pipeline.markup import Markup
from pipeline.model.document import Row, Section, Table
from pipeline.model.item import Item, Prose, RoleName, Statement
from pipeline.model.rules import TABLE_HAS_COLUMNS
from pipeline.spelling import escape
from pipeline.structures import compose as made
from pipeline.structures.base import Context, Kind, Structure, View
from pipeline.structures.entries import listed, read_parts, row_sources, whole_rows
from pipeline.structures.fields import prose_of

PARTS = {
    "shared ground": "shared",
    "what they share": "shared",
    "common ground": "shared",
    "advantages": "advantages",
    "what you bring": "advantages",
    "challenges": "challenges",
    "what is hard": "challenges",
}


class ComparisonRow(Item):
    """One dimension in which the roles differ."""

    id: str
    dimension: str
    origin: Statement
    """What holds for the role one comes from."""
    target: Statement
    """What holds for the role one goes to."""
    sources: tuple[str, ...] = ()


class Comparison(Structure):
    """The two roles side by side."""

    kind: Literal["comparison"] = "comparison"
    intro: Prose
    columns: tuple[RoleName, ...]
    """The two roles as the table's header names them; none without a table."""
    rows: tuple[ComparisonRow, ...]
    shared: tuple[Statement, ...]
    advantages: tuple[Statement, ...]
    challenges: tuple[Statement, ...]


def matches(section: Section) -> bool:
    """A table of three columns, the first of which is called dimension."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    return any(len(t.header.cells) == 3 and t.header.cells[0].plain.casefold() == "dimension" for t in tables)


def extract(section: Section, context: Context) -> Comparison:
    """Rows of the section's tables; lists by their headings."""
    parts = read_parts(section, PARTS, context)
    tables = _tables(section, context)
    rest = [block for block in section.blocks if not isinstance(block, Table)]
    return Comparison(
        intro=prose_of(rest, context),
        columns=_columns(tables),
        rows=tuple(_row(row) for table in tables for row in whole_rows(table, context)),
        shared=listed(parts, "shared"),
        advantages=listed(parts, "advantages"),
        challenges=listed(parts, "challenges"),
        span=section.heading.phrase.span,
    )


def _tables(section: Section, context: Context) -> list[Table]:
    """The tables that compare; all have the same columns."""
    found: list[Table] = []
    for table in (block for block in section.blocks if isinstance(block, Table)):
        context.drop_sources(row_sources(table.header), table.header.span)
        cells = table.header.cells
        message = f"the comparison has {len(cells)} columns, it needs 3"
        if len(cells) == 3:
            message = (
                "the columns are not those of the first table" if found and _names(table) != _names(found[0]) else ""
            )
        if message:
            hint = "write the columns | Dimension | <the first role> | <the second role> |"
            context.find(TABLE_HAS_COLUMNS, message, table.header.span, hint)
        else:
            found.append(table)
    return found


def _names(table: Table) -> list[str]:
    return [cell.plain.casefold() for cell in table.header.cells[1:]]


def _columns(tables: list[Table]) -> tuple[RoleName, ...]:
    cells = tables[0].header.cells[1:] if tables else ()
    return tuple(RoleName(cell.plain, cell.span) for cell in cells)


def _row(row: Row) -> ComparisonRow:
    dimension, origin, target = row.cells
    return ComparisonRow(
        id=slug(dimension.plain),
        dimension=dimension.plain,
        origin=Statement(text=origin.markdown, span=origin.span),
        target=Statement(text=target.markdown, span=target.span),
        sources=row_sources(row),
        span=row.span,
    )


def check(comparison: Comparison, context: Context) -> None:
    """Rows, and all three lists."""
    hint = "add a table | Dimension | <the first role> | <the second role> |"
    context.need(comparison.rows, "the table of the comparison", comparison.span, hint)
    for name, heading in (
        ("shared", "Shared ground"),
        ("advantages", "Advantages"),
        ("challenges", "Challenges"),
    ):
        hint = f"add a list under '### {heading}'"
        context.need(getattr(comparison, name), f"the part '{heading}' of the comparison", comparison.span, hint)


def compose(comparison: Comparison) -> Section:
    """The inverse of `extract`."""
    rows = [((escape(row.dimension), row.origin.text, row.target.text), row.sources) for row in comparison.rows]
    table = made.table(("Dimension", *comparison.columns), rows) if comparison.columns else []
    blocks = [*made.prose(comparison.intro), *table]
    inner = [
        *made.titled("Shared ground", 3, made.bullets(comparison.shared)),
        *made.titled("Advantages", 3, made.bullets(comparison.advantages)),
        *made.titled("Challenges", 3, made.bullets(comparison.challenges)),
    ]
    return made.section(made.phrase(KIND.title), 2, blocks, inner)


def render(comparison: Comparison, view: View) -> Markup:
    """The table first, then what it leaves out."""
    origin, target = view.roles
    rows = [
        (
            markup.words(markup.bold(markup.text(row.dimension)), view.origin(row)),
            view.text(row.origin),
            view.text(row.target),
        )
        for row in comparison.rows
    ]
    header = (markup.text("Dimension"), origin, target)
    lists = (
        ("What both roles share", comparison.shared, "ct-shared"),
        ("What you bring", comparison.advantages, "ct-advantages"),
        ("What will be hard", comparison.challenges, "ct-challenges"),
    )
    return markup.blocks(
        view.prose(comparison.intro),
        markup.table(header, rows, "The two roles compared", "ct-stack ct-compare"),
        *(_list(title, statements, classes, view) for title, statements, classes in lists),
    )


def _list(title: str, statements: tuple[Statement, ...], classes: str, view: View) -> Markup:
    if not statements:
        return markup.EMPTY
    found = markup.bullets(view.text(statement) for statement in statements)
    return markup.box(markup.blocks(markup.heading(2, markup.text(title)), found), classes)


KIND = Kind(
    name="comparison",
    title="Comparison",
    headings=("comparison", "role comparison", "how the roles differ", "the roles compared", "side by side"),
    page="comparison",
    model=Comparison,
    matches=matches,
    extract=extract,
    check=check,
    compose=compose,
    render=render,
)
