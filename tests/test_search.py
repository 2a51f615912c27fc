"""The search index: what is in it, what is left out of it, and that it is the same each time."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.site import search
from pipeline.site.cbor import decode, encode
from pipeline.site.search import SearchError, write_search
from tests.conftest import REPO, crosstrack
from tests.test_build import files, whole

SHELL = '<html lang="en"><head><meta charset="utf-8"><title>x</title>{head}</head><body>{body}</body></html>'


def a_site(folder: Path, pages: dict[str, str]) -> Path:
    """A site of pages in a few words: what stands in their bodies, their facets in front of a bar."""
    for name, text in pages.items():
        facets, _, body = text.rpartition("|")
        pairs = (facet.split("=") for facet in facets.split())
        head = "".join(f'<meta data-pagefind-filter="{name}[content]" content="{value}">' for name, value in pairs)
        path = folder / name / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(SHELL.format(head=head, body=body), "utf-8")
    return folder


def fragments(site: Path) -> dict[str, dict[str, Any]]:
    """What the index tells of each page, by address."""
    found = {}
    for path in (site / "pagefind/fragment").iterdir():
        told = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[told["url"]] = told
    return found


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return a_site(
        tmp_path / "site",
        {
            "knives": "kind=Skill bucket=New|<article data-pagefind-body><h1>Knives</h1><p>Keep them sharp.</p>"
            '<nav data-pagefind-ignore="all">Way home</nav><ul class="ct-index"><li>Elsewhere</li></ul></article>',
            "ovens": "kind=Skill bucket=Old|<article data-pagefind-body><h1>Ovens</h1><p>Keep them hot.</p></article>",
            "moved": "<p>This page has moved.</p>",
        },
    )


def test_the_words_of_an_article_are_indexed_and_nothing_beside_them(pages: Path) -> None:
    write_search(pages)
    found = fragments(pages)
    assert {url: one["content"] for url, one in found.items()} == {
        "/knives/": "Keep them sharp.",
        "/ovens/": "Keep them hot.",
    }
    assert found["/knives/"]["meta"] == {"title": "Knives"}
    assert found["/knives/"]["filters"] == {"kind": ["Skill"], "bucket": ["New"]}


def test_only_what_the_site_uses_is_kept(pages: Path) -> None:
    write_search(pages)
    kept = sorted(path.name for path in (pages / "pagefind").iterdir() if not path.name.endswith(".pf_meta"))
    assert kept == ["filter", "fragment", "index", "pagefind-entry.json", "pagefind.js", "wasm.en.pagefind"]


def test_the_same_pages_make_the_same_index(tmp_path: Path) -> None:
    """Enough values for two orders of chance to differ."""
    many = {f"p{n}": f"kind=k{n} role=r{n}|<p data-pagefind-body>Page {n}</p>" for n in range(30)}
    first, second = (a_site(tmp_path / name, many) for name in ("one", "two"))
    write_search(first)
    write_search(second)
    assert files(first) == files(second)


def test_what_pagefind_says_is_passed_on_once(pages: Path) -> None:
    for name in ("knives", "ovens"):
        path = pages / name / "index.html"
        path.write_text(
            path.read_text("utf-8").replace("</article>", '<b data-pagefind-ignore="perhaps"/></article>'), "utf-8"
        )
    with pytest.raises(SearchError, match=r"\A[^\n]*perhaps[^\n]*\Z"):
        write_search(pages)


def test_a_pagefind_that_fails_without_a_word_is_told(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = subprocess.CompletedProcess([], 3, "", "")
    monkeypatch.setattr(search.subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(SearchError, match="ended with 3"):
        write_search(pages)


@pytest.mark.parametrize("written", [b"", b"\x80", encode([1, 2, 3, [["kind", "gone"]]]), encode(["a", [], [], "b"])])
def test_an_index_of_another_layout_is_refused(
    pages: Path, monkeypatch: pytest.MonkeyPatch, written: bytes, tmp_path: Path
) -> None:
    """Another Pagefind may lay it out differently: better no index than a broken one."""
    write_search(pages)
    aside = tmp_path / "aside"
    shutil.move(pages / "pagefind", aside)
    meta = next(aside.glob("*.pf_meta"))
    meta.write_bytes(gzip.compress(b"pagefind_dcd" + written))
    monkeypatch.setattr(search, "_index", lambda site: shutil.copytree(aside, site / "pagefind"))
    with pytest.raises(SearchError, match="not as this version"):
        write_search(pages)


values = st.recursive(
    st.integers(-(2**64), 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=40
)


@given(values)
def test_what_is_encoded_is_decoded(value: Any) -> None:  # noqa: ANN401 - any nesting of values
    assert decode(encode(value)) == value


@given(st.binary(max_size=40))
def test_any_bytes_are_a_value_or_a_value_error(data: bytes) -> None:
    try:
        decode(data)
    except ValueError:
        return


def test_facets_and_names_of_a_project(project: Path) -> None:
    whole(project)
    done = crosstrack("build", "--root", str(project))
    assert done.returncode == 0, done.stdout + done.stderr
    found = fragments(project / "site")
    track = {"track": ["cook-to-baker"], "role": ["cook", "baker"]}
    assert found["/tracks/cook-to-baker/roadmap/"]["filters"] == {**track, "kind": ["Roadmap"]}
    assert found["/tracks/cook-to-baker/roadmap/"]["meta"]["title"] == "Roadmap: Cook → baker"
    assert found["/roles/baker/"]["filters"] == {"kind": ["Role"], "role": ["baker"]}
    assert found["/rules/skill-is-known/"]["filters"] == {"kind": ["For editors"]}
    skill = found["/skills/knife-work/"]["filters"]
    assert skill["kind"] == ["Skill"]
    assert set(skill["bucket"]) <= {"Carries over", "Easier to pick up", "Genuinely new"}
    assert "/404.html" not in found
    assert not any("¶" in one["content"] for one in found.values())


def test_a_build_that_cannot_be_searched_fails_in_words(project: Path) -> None:
    whole(project)
    template = project / "overrides/main.html"
    template.write_text(template.read_text("utf-8").replace(" data-pagefind-body", ' data-pagefind-ignore="perhaps"'))
    done = crosstrack("build", "--root", str(project))
    assert done.returncode == 1
    assert "could not be indexed for the search" in done.stderr
    assert "perhaps" in done.stderr
    assert not list(project.glob("site*"))


def test_the_names_are_those_of_the_registries() -> None:
    """One entry a role and skill, whatever the number of guides."""
    from pipeline.api import published
    from pipeline.build import check
    from pipeline.writers.json import write_json

    _, library = check(REPO)
    names = json.loads(write_json(published(library)["names.json"]))["names"]
    assert len(names) == len(library.registry.roles) + len(library.registry.skills)
    engineer = next(entry for entry in names if entry["url"] == "roles/machine-learning-engineer/")
    assert engineer["name"] == "Machine learning engineer"
    assert engineer["aliases"] == ["MLE", "ML engineer", "machine learning developer"]
