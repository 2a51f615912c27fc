"""A new pair of roles needs no code; a new kind is one file and one line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import GUIDE, REPO, crosstrack

BOOKS = '''"""Books: what to read.

A guide shows a list: a bold title, then why.
"""

from __future__ import annotations

from typing import Literal

from pipeline import markup
from pipeline.markup import Markup
from pipeline.model.document import Section
from pipeline.model.item import Prose
from pipeline.structures import compose as made
from pipeline.structures.base import Context, Entry, Kind, Structure, View, entry_id, never
from pipeline.structures.entries import read_entries


class Book(Entry):
    """A book worth reading."""

    why: Prose


class Books(Structure):
    """What to read."""

    kind: Literal["books"] = "books"
    intro: Prose
    books: tuple[Book, ...]


def extract(section: Section, context: Context) -> Books:
    intro, entries = read_entries(section, {}, context)
    books = tuple(
        Book(id=entry_id(e.title), title=e.title.plain, sources=e.sources, why=e.prose, span=e.span) for e in entries
    )
    return Books(intro=intro, books=books, span=section.heading.phrase.span)


def check(books: Books, context: Context) -> None:
    context.need(books.books, "every book", books.span, "add a list of books")


def compose(books: Books) -> Section:
    inner = [made.section(made.title(book), 3, made.prose(book.why)) for book in books.books]
    return made.section(made.phrase(KIND.title), 2, made.prose(books.intro), inner)


def render(books: Books, view: View) -> Markup:
    parts = [
        markup.blocks(markup.heading(2, markup.text(book.title), book.id), view.prose(book.why))
        for book in books.books
    ]
    return markup.blocks(view.prose(books.intro), *parts)


KIND = Kind(
    name="books",
    title="Books",
    headings=("books", "reading list"),
    page="books",
    model=Books,
    matches=never,
    extract=extract,
    check=check,
    compose=compose,
    render=render,
)
'''

SECTION = """
## Reading list

- **On weighing flour**: why weighing comes before sourdough. [^oven-book]
"""


def test_a_guide_for_a_new_pair_of_roles_yields_its_track(project: Path) -> None:
    guide = (project / GUIDE).read_text("utf-8")
    other = guide.replace("from: cook", "from: waiter").replace("### Cook", "### Waiter")
    other = other.replace("| Dimension | Cook |", "| Dimension | Waiter |").replace("From cook to", "From waiter to")
    other = other.replace("When is a dough ready?", "What does a guest want?").replace("What does salt do?", "Why?")
    (project / "content/guides/waiter-to-baker.md").write_text(other, "utf-8")

    done = crosstrack("build", "--pages", "--root", str(project))

    assert done.stdout.startswith("2 guides, "), done.stdout + done.stderr
    track = project / "build/docs/tracks/waiter-to-baker"
    assert sorted(path.relative_to(track).as_posix() for path in track.rglob("*.md")) == [
        "comparison.md",
        "faq.md",
        "index.md",
        "interview.md",
        "mistakes.md",
        "projects.md",
        "questions.md",
        "questions/dough.md",
        "roadmap.md",
        "skills.md",
    ]
    assert "waiter-to-baker/index.md" in (project / "build/docs/index.md").read_text("utf-8")
    assert "waiter-to-baker" in (project / "build/docs/skills/fermentation.md").read_text("utf-8")
    assert "From waiter" in (project / "build/docs/compare/index.md").read_text("utf-8")
    assert "waiter-to-baker" in (project / "build/docs/roles/baker.md").read_text("utf-8")
    assert (project / "build/docs/api/v1/guides/waiter-to-baker.json").is_file()


def test_a_new_kind_is_one_file_and_one_line(project: Path, tmp_path: Path) -> None:
    house = tmp_path / "house"
    shutil.copytree(REPO / "pipeline", house / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    (house / "pipeline/structures/books.py").write_text(BOOKS, "utf-8")
    kinds = house / "pipeline/structures/__init__.py"
    text = kinds.read_text("utf-8").replace("    faq,\n", "    faq,\n    books,\n")
    kinds.write_text(text.replace("    faq.KIND,\n", "    faq.KIND,\n    books.KIND,\n"), "utf-8")
    with (project / GUIDE).open("a", encoding="utf-8") as guide:
        guide.write(SECTION)

    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "build", "--pages", "--root", str(project)],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    docs = project / "build/docs"
    page = (docs / "tracks/cook-to-baker/books.md").read_text("utf-8")
    assert "On weighing flour" in page
    assert "(../../skills/fermentation.md)" in page, "the mention of sourdough is linked"
    assert "books.md#on-weighing-flour" in (docs / "skills/fermentation.md").read_text("utf-8"), "and linked back"
    assert '"kind": "books"' in (docs / "api/v1/guides/cook-to-baker.json").read_text("utf-8")
    assert "books.md" in (docs / "tracks/cook-to-baker/index.md").read_text("utf-8")
    assert "reading list" in (docs / "write/index.md").read_text("utf-8")
