"""No page grows with the number of tracks: what a few tracks show, many show too, and a link to the list of all."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pipeline.build import build
from pipeline.model.page import group_page
from pipeline.pages.paging import ABREAST, LISTED, SHOWN, leaves
from tests.conftest import GUIDE
from tests.many import crowd

FEW, MANY, MOST = 3, 24, 64
MORE = '<span class="ct-kicker">Only a few are shown here</span> [All 24 tracks]'


@cache
def pages(tracks: int) -> Mapping[str, str]:
    """The pages of so many tracks, by their paths."""
    with TemporaryDirectory() as scratch:
        root = Path(scratch) / "project"
        crowd(root, tracks, MOST)
        project, _, made = build(root)
        assert project.findings == []
    return {page.path: page.text for page in made}


def added(path: str) -> list[str]:
    """The lines of a page that many tracks have and a few do not, but for markup of blocks and for what is counted."""
    few, many = (
        re.sub(r"\d+ (guides|questions)|(?m:^linked_data: .*\n)", r"so many \1", pages(n)[path]) for n in (FEW, MANY)
    )
    more = Counter(many.splitlines()) - Counter(few.splitlines())
    return [line for line in more.elements() if line and not line.startswith(("<div ", "</div>"))]


def test_only_what_lists_tracks_says_that_there_are_more() -> None:
    own = {f"roles/cook-{number:02}.md" for number in range(FEW, MANY)}
    changed = {path: lines for path in pages(FEW) if path not in own and (lines := added(path))}
    skills = ("fermentation", "knife-work", "oven-control", "weighing")
    assert changed == {
        "index.md": [f"{MORE}(tracks/all.md)"],
        "tracks/index.md": [f"{MORE}(all.md)"],
        "sources/index.md": [f"{MORE}(all.md)"],
        "questions/index.md": [f"{MORE}(all.md)"],
        "practice/decks/index.md": [f"{MORE}(all.md)"],
        "roles/baker.md": [f"{MORE}(baker/tracks.md)"],
        **{f"skills/{slug}.md": [f"{MORE}({slug}/tracks.md)"] for slug in skills},
        "compare/index.md": [
            "title: Tracks side by side",
            "</nav>",
            "On the way to baker",
            "{: .ct-kicker }",
            "# Tracks side by side",
            '<nav class="ct-pager" aria-label="Pages of this list" data-pagefind-ignore="all" markdown>',
            '-   <span class="ct-here" aria-current="page">Page 1 of 8</span>',
            "-   [Next](page-2.md)",
            "-   [Last](page-8.md)",
        ],
    }


def test_what_pages_say_to_machines_does_not_grow() -> None:
    def said(tracks: int, path: str) -> int:
        return len("".join(re.findall(r"(?m)^linked_data: .*$", pages(tracks).get(path, ""))))

    own = {f"roles/cook-{number:02}.md" for number in range(FEW, MANY)}
    grown = {path: said(MANY, path) - said(FEW, path) for path in pages(FEW).keys() - own}
    assert any(said(FEW, path) for path in grown)
    assert {path: more for path, more in grown.items() if more > 20} == {}


def test_a_few_tracks_have_no_pager_and_no_second_list() -> None:
    assert [path for path, text in pages(FEW).items() if "ct-pager" in text or "ct-more" in text] == []
    assert [path for path in pages(FEW) if "/page-2" in path or path.endswith(("all.md", "/tracks.md"))] == []


LISTS = {
    "tracks/all": "tracks/{}/index.md",
    "questions/all": "tracks/{}/questions.md",
    "sources/all": "sources/{}.md",
    "roles/baker/tracks": "tracks/{}/index.md",
    "skills/fermentation/tracks": "tracks/{}/index.md",
}


@pytest.mark.parametrize("path", LISTS)
def test_the_list_of_all_has_every_track_once(path: str) -> None:
    found = [
        posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
        for page in (f"{path}.md", f"{path}/page-2.md")
        for link in re.findall(r"^-   \[Cook[^]]*\]\(([^)]*)\)", pages(MOST)[page], re.MULTILINE)
    ]
    assert found == [LISTS[path].format(f"cook-{number:02}-to-baker") for number in range(MOST)]


def test_no_page_of_a_list_holds_more_than_its_share() -> None:
    for text in pages(MOST).values():
        assert text.count("From cook") <= ABREAST + 1, "columns of the comparison, and the title of the guide"
    assert [pages(MOST)[path].count("\n-   [Cook") for path in ("tracks/all.md", "tracks/all/page-2.md")] == [
        LISTED,
        MOST - LISTED,
    ]
    assert pages(MOST)["tracks/index.md"].count('aria-label="Cook') == SHOWN


def test_pages_of_a_list_know_their_neighbours() -> None:
    assert "Page 2 of 2" in pages(MOST)["tracks/all/page-2.md"]
    middle = pages(MANY)["compare/page-3.md"].split("ct-pager")[1]
    assert [name for name in ("First", "Previous", "Page 3 of 8", "Next", "Last") if name in middle] == [
        "First",
        "Previous",
        "Page 3 of 8",
        "Next",
        "Last",
    ]
    assert "(index.md)" in middle
    assert "(page-8.md)" in middle


def test_an_empty_list_has_its_page() -> None:
    assert [(leaf.items, leaf.path) for leaf in leaves((), 3, "roles/index.md")] == [((), "roles/index.md")]


IDS = ("dough", "index", "-index", "--index", "Index", "README", ".hidden", "-.hidden", "..", ".", "-")


def test_every_id_of_a_group_has_a_page_that_the_engine_sees() -> None:
    names = [group_page("cook-to-baker", "questions", id).removeprefix("tracks/cook-to-baker/questions/") for id in IDS]
    assert len(set(names)) == len(IDS)
    assert [name for name in names if name.startswith(".") or name.casefold() in ("index.md", "readme.md")] == []


@pytest.mark.parametrize("tracks", [FEW, MANY, MOST])
def test_every_question_has_a_page_and_a_line(tracks: int) -> None:
    for number in range(tracks):
        track = f"tracks/cook-{number:02}-to-baker"
        assert f"## When is dough {number} ready?" in pages(tracks)[f"{track}/questions/dough.md"]
        assert "(questions/dough.md#dough-ready)" in pages(tracks)[f"{track}/questions.md"]
        assert '<span id="dough-ready"></span>' in pages(tracks)[f"{track}/questions.md"]


@pytest.mark.parametrize(("title", "id"), [("Index", "index"), ("Dough {#.hidden}", ".hidden"), ("Dough", "dough")])
def test_a_whole_track_leads_to_each_group_on_it(project: Path, title: str, id: str) -> None:
    guide = project / GUIDE
    guide.write_text(guide.read_text("utf-8").replace("### Dough\n", f"### {title}\n"), "utf-8")
    text = next(page.text for page in build(project)[2] if page.path == "tracks/cook-to-baker/whole.md")
    assert f"{{ #questions-{id} }}" in text
    assert set(re.findall(r"\(#(questions-[^)]*)\)", text)) == {f"questions-{id}"}
