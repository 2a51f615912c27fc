"""The offline link check: every kind of defect with its words and its place, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import rules
from pipeline.model.diagnostic import Diagnostic, Rule
from pipeline.model.source import Span
from pipeline.site.html import read_html
from pipeline.site.links import LinkCount, Locate, check_links

SITE_URL = "https://example.org/crosstrack/"
STORE = {"skills/feature-store/index.html": '<h2 id="why-it-matters">'}
TO_STORE = '<a href="skills/feature-store/">'


class Checked:
    """A built site, checked: its findings with paths relative to it, and the count."""

    def __init__(self, site: Path, files: Mapping[str, str], locate: Locate, site_url: str = SITE_URL) -> None:
        for name, text in files.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text, encoding="utf-8")
        found: list[Diagnostic] = []
        self.count: LinkCount = check_links(site, site_url, locate, found.append)
        self.findings = [(*self.place(one.span, site), one.rule, one.message, one.hint) for one in found]

    @staticmethod
    def place(span: Span | None, site: Path) -> tuple[str, int, int | None]:
        if span is None:
            return ("", 0, None)
        assert span.end_line == span.line
        return (span.path.removeprefix(f"{site.as_posix()}/"), span.line, span.column)


Check = Callable[..., Checked]


def nobody(page: str, href: str) -> None:
    """Says of no address who wrote it."""


@pytest.fixture
def check(tmp_path: Path) -> Check:
    def build(files: Mapping[str, str], locate: Locate = nobody, site_url: str = SITE_URL) -> Checked:
        return Checked(tmp_path, files, locate, site_url)

    return build


NOWHERE = "correct the address, or remove the link"
DEFECTS: list[tuple[str, str, Rule, str, str]] = [
    (
        "a slip of the pen",
        '<a href="skills/feature-stoer/">',
        rules.LINK_RESOLVES,
        "link to 'skills/feature-stoer/' leads nowhere",
        "did you mean 'skills/feature-store/'?",
    ),
    (
        "nothing like it",
        '<a href="skills/kubernetes/">',
        rules.LINK_RESOLVES,
        "link to 'skills/kubernetes/' leads nowhere",
        NOWHERE,
    ),
    (
        "Markdown by mistake",
        '<a href="skills/feature-store.md">',
        rules.LINK_RESOLVES,
        "link to 'skills/feature-store.md' leads nowhere",
        "did you mean 'skills/feature-store/'?",
    ),
    (
        "a folder without a page",
        '<a href="skills/">',
        rules.LINK_RESOLVES,
        "link to 'skills/' leads nowhere",
        NOWHERE,
    ),
    (
        "a file with a slash after it",
        '<a href="index.html/">',
        rules.LINK_RESOLVES,
        "link to 'index.html/' leads nowhere",
        NOWHERE,
    ),
    (
        "other letters' size",
        '<a href="skills/Feature-store/">',
        rules.LINK_RESOLVES,
        "link to 'skills/Feature-store/' leads nowhere",
        "did you mean 'skills/feature-store/'?",
    ),
    (
        "out of the site",
        '<a href="../../skills/feature-store/">',
        rules.LINK_RESOLVES,
        "link to '../../skills/feature-store/' leaves the site",
        "did you mean 'skills/feature-store/'?",
    ),
    (
        "the base path forgotten",
        '<a href="/skills/feature-store/">',
        rules.LINK_RESOLVES,
        "link to '/skills/feature-store/' leaves the site",
        "did you mean '/crosstrack/skills/feature-store/'?",
    ),
    (
        "root-relative",
        '<a href="/crosstrack/skills/feature-stoer/">',
        rules.LINK_RESOLVES,
        "link to '/crosstrack/skills/feature-stoer/' leads nowhere",
        "did you mean '/crosstrack/skills/feature-store/'?",
    ),
    (
        "the site's own address",
        '<link rel="canonical" href="https://Example.org/crosstrack/skills/feature-stoer/">',
        rules.LINK_RESOLVES,
        "link to 'https://Example.org/crosstrack/skills/feature-stoer/' leads nowhere",
        "did you mean 'https://Example.org/crosstrack/skills/feature-store/'?",
    ),
    (
        "an anchor misspelt",
        '<a href="skills/feature-store/#why-it-maters">',
        rules.ANCHOR_EXISTS,
        "link to 'skills/feature-store/#why-it-maters' names an anchor that its page does not have",
        "did you mean 'skills/feature-store/#why-it-matters'?",
    ),
    (
        "an anchor on the same page",
        '<a href="#nowhere">',
        rules.ANCHOR_EXISTS,
        "link to '#nowhere' names an anchor that its page does not have",
        "leave out what begins with '#', or name an id that the page has",
    ),
    (
        "an id twice",
        '<b id="x"><i id="x"><u id="x">',
        rules.ID_IS_UNIQUE_ON_PAGE,
        "id 'x' stands more than once on the page",
        "give one of the two an id of its own, such as {#x-2} at the end of its heading",
    ),
]


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect[0])
def test_defect_is_reported_where_it_stands(check: Check, defect: tuple[str, str, Rule, str, str]) -> None:
    _, tag, rule, message, hint = defect
    column = 12 if rule is rules.ID_IS_UNIQUE_ON_PAGE else 2
    found = check({"index.html": f"<html>\n{TO_STORE}\n {tag}", **STORE}).findings
    assert found == [("index.html", 3, column, rule, message, hint)]


ASSETS = {
    "img": '<img src="no.png">',
    "picture": '<source srcset="yes.png 1x, no.png 2x">',
    "img srcset": '<img src="yes.png" srcset="data:image/gif;base64,R0=, no.png">',
    "script": '<script src="no.png">',
    "style sheet": '<link rel="stylesheet" href="no.png">',
    "icon": '<link rel="shortcut icon" href="no.png">',
    "manifest": '<link rel=manifest href="no.png">',
    "preload": '<link rel="preload" as="image" href="no.png">',
    "preload of a set": '<link rel="preload" as="image" imagesrcset="no.png 2x">',
    "video": '<video src="no.png">',
    "poster": '<video poster="no.png">',
    "audio": '<audio src="no.png">',
    "frame": '<iframe src="no.png">',
    "object": '<object data="no.png">',
    "style attribute": "<p style=\"background: url('no.png')\">",
    "style element": '<style> /* url(x.png) */ p { content: "url(x.png)"; background: url( no.png ) }</style>',
    "preview": '<meta property="og:image" content="no.png">',
}


@pytest.mark.parametrize("tag", ASSETS.values(), ids=ASSETS.keys())
def test_missing_asset_is_reported(check: Check, tag: str) -> None:
    found = check({"index.html": f"\n{tag}", "yes.png": ""}).findings
    assert [one[:2] + one[3:] for one in found] == [
        ("index.html", 2, rules.ASSET_EXISTS, "asset 'no.png' does not exist", "correct the address, or add the file")
    ]


def test_style_sheet_is_read_from_its_own_folder(check: Check) -> None:
    sheet = (
        "p { background: url(\"../img/map.png\") }\n@import 'more.css';\n  a { background: url(../img/mop.png?v=1#x) }"
    )
    files = {"index.html": "", "css/main.css": sheet, "css/more.css": "a{}", "img/map.png": ""}
    assert check(files).findings == [
        (
            "css/main.css",
            3,
            19,
            rules.ASSET_EXISTS,
            "asset '../img/mop.png?v=1#x' does not exist",
            "did you mean '../img/map.png'?",
        )
    ]


def redirect(target: str) -> str:
    """A page as mkdocs-redirects writes it."""
    return (
        f'<link rel="canonical" href="{target}">\n<meta http-equiv="refresh" content="0; url={target}">\n'
        f'<a href="{target}">moved</a>'
    )


def test_redirect_to_nowhere_is_one_finding(check: Check) -> None:
    found = check({"index.html": "", "old/index.html": redirect("../new/")}).findings
    message, hint = "redirect to '../new/' leads nowhere", "lead to a page of the site, or remove the redirect"
    assert found == [("old/index.html", 2, 1, rules.REDIRECT_RESOLVES, message, hint)]


def test_redirect_chain_names_its_end(check: Check) -> None:
    files = {
        "index.html": "<a href=old/><a href=new/>",
        "old/index.html": redirect("../older/"),
        "older/index.html": redirect("../new/"),
        "new/index.html": "",
    }
    message = "redirect to '../older/' leads to another redirect"
    assert check(files).findings == [
        ("old/index.html", 2, 1, rules.REDIRECT_RESOLVES, message, "point it at '../new/'")
    ]


def test_redirect_circle_is_reported_on_every_page_of_it(check: Check) -> None:
    files = {
        "index.html": "",
        "a/index.html": redirect("../b/"),
        "b/index.html": redirect("../a/"),
        "c/index.html": redirect("../c/"),
    }
    hint = "point one of its redirects at a page, and the others at the same page"
    assert [(one[0], *one[3:]) for one in check(files).findings] == [
        (f"{page}/index.html", rules.REDIRECT_RESOLVES, f"redirect to '../{to}/' goes round in a circle", hint)
        for page, to in ("ab", "ba", "cc")
    ]


def test_anchor_is_looked_for_where_a_redirect_ends(check: Check) -> None:
    files = {
        "index.html": '<a href="old/#here"><a href="old/#there">',
        "old/index.html": redirect("../new/"),
        "new/index.html": '<p id="here">',
    }
    message = "link to 'old/#there' names an anchor that its page does not have"
    assert check(files).findings == [("index.html", 1, 21, rules.ANCHOR_EXISTS, message, "did you mean 'old/#here'?")]


def test_page_that_no_chain_of_links_leads_to_is_reported(check: Check) -> None:
    files = {
        "index.html": '<link rel="next" href="lost/"><a href="a/">',
        "a/index.html": '<iframe src="../b/"></iframe>',
        "b/index.html": "<a href=../old/>",
        "old/index.html": redirect("../c/"),
        "c/index.html": "",
        "lost/index.html": "<a href=also/>",
        "lost/also/index.html": "<a href=../>",
        "404.html": "",
        "forgotten/index.html": redirect("../a/"),
    }
    message = "no chain of links leads from the home page to this page"
    hint = "link to it from a page that can be reached, or name it in the navigation"
    assert check(files).findings == [
        (page, 1, 1, rules.PAGE_IS_REACHABLE, message, hint) for page in ("lost/also/index.html", "lost/index.html")
    ]


def test_site_without_home_page_is_one_finding(check: Check, tmp_path: Path) -> None:
    message = f"'{tmp_path.as_posix()}' has no index.html"
    assert check({"a/index.html": ""}).findings == [
        ("", 0, None, rules.PAGE_IS_REACHABLE, message, "build the site first")
    ]


CLEAN = """<!doctype html><title>Home</title><link rel="canonical" href="https://example.org/crosstrack/">
<link rel="preconnect" href="https://fonts.example"><link rel="icon" href="./img/a%20b.png?v=2">
<a href="">self</a> <a href="#">top</a> <a href="#TOP">top</a> <a href="?q=python#x">search</a>
<a href="skills/feature-store">no slash</a> <a href="skills/feature-store/index.html#why-it-matters">file</a>
<a href="/crosstrack">home</a> <a href="/crosstrack/.">home</a> <a href="//example.org/crosstrack/#x">home</a>
<a id="x"></a><a name="old"></a><a href="#old">name</a> <a href="#caf%C3%A9">accents</a><p id="café">
<a href="skills/feature-store/#:~:text=matters">marked text</a> <a href="img/a b.png#page=2">no page, no anchors</a>
<a href="mailto:a@b.example">m</a><a href="tel:1">t</a><a href="javascript:void(0)">j</a><img src="data:,">
<template><i id="x"></i></template><script>document.write('<a href="no/">')</script><!-- <a href="no/"> -->
<svg><use href="#x"/></svg> <p style="fill: url(#x)"> <area href="skills/feature-store/">"""


def test_clean_site_gives_nothing(check: Check) -> None:
    assert check({"index.html": CLEAN, "img/a b.png": "", **STORE}).findings == []


def test_site_without_address_lives_at_the_root(check: Check) -> None:
    found = check({"index.html": '<a href="/a/">', "a/index.html": '<a href="/b/">'}, nobody, "").findings
    assert [(one[0], one[4]) for one in found] == [("a/index.html", "link to '/b/' leads nowhere")]


def test_span_is_where_the_editor_wrote_it(check: Check) -> None:
    asked: list[tuple[str, str]] = []
    written = Span("content/guides/de-mle.md", 25, 25, 3, 16)

    def locate(page: str, href: str) -> Span:
        asked.append((page, href))
        return written

    found = check({"index.html": '<p><a href="no/&amp;/">', "a/index.html": ""}, locate).findings
    assert sorted(asked) == [("a/index.html", ""), ("index.html", "no/&/")]
    assert [one[:3] for one in found] == [("content/guides/de-mle.md", 25, 3)] * 2


def test_address_is_reported_once_a_page_at_its_first_place(check: Check) -> None:
    tag = '<a href="no/">\n'
    found = check({"index.html": f"\n{tag}{tag}<a href=a/>", "a/index.html": tag.replace("no/", "../no/")}).findings
    assert [(one[:2], one[4]) for one in found] == [
        (("a/index.html", 1), "link to '../no/' leads nowhere"),
        (("index.html", 2), "link to 'no/' leads nowhere"),
    ]


def test_one_written_link_on_two_pages_is_one_finding(check: Check) -> None:
    written = Span("content/guides/de-mle.md", 25, 25)
    files = {"index.html": "<a href=a/><a href=/no/>", "a/index.html": "<a href=/no/>"}
    assert len(check(files, lambda page, href: written).findings) == 1


def test_external_addresses_are_counted_with_where_they_are_written(check: Check) -> None:
    written = Span("content/guides/de-mle.md", 7, 7)

    def locate(page: str, href: str) -> Span | None:
        return written if href == "https://b.example/#x" else None

    files = {
        "index.html": '<link rel="preconnect" href="https://d.example"><a href="a/">'
        '<a href="https://b.example/#x"><a href="//c.example/">',
        "a/index.html": '<img src="https://b.example/#x"><a href="//c.example/"><a href="https://example.org/other/">',
    }
    count = check(files, locate).count
    places = {url: [(span.path.rpartition("/")[2], span.line) for span in at] for url, at in count.external.items()}
    assert places == {
        "https://b.example/#x": [("de-mle.md", 7)],
        "https://c.example/": [("index.html", 1)],
        "https://example.org/other/": [("index.html", 1)],
    }
    assert (count.pages, count.links) == (2, 1)


@given(st.text(alphabet="<>!-[]/a= \"'&;#\nhref", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    read_html(text)


FOLDERS = ("", "a/", "b/", "a/b/", "a/c/d/")
ANCHORS = ("x", "y")
Link = tuple[str, str | None, str]


@st.composite
def sites(draw: st.DrawFn) -> dict[str, tuple[set[str], list[Link]]]:
    """Folders with a page: its anchors, and links to folder and anchor, which need not exist, in a manner."""
    links = st.tuples(
        st.sampled_from(FOLDERS),
        st.sampled_from([None, *ANCHORS]),
        st.sampled_from(["relative", "rooted", "absolute", "file"]),
    )
    page = st.tuples(st.sets(st.sampled_from(ANCHORS)), st.lists(links, max_size=5))
    built = draw(st.sets(st.sampled_from(FOLDERS)))
    return {folder: draw(page) for folder in sorted({"", *built})}


def spelled(folder: str, link: Link) -> str:
    target, anchor, manner = link
    start = {
        "relative": "../" * folder.count("/") or "./",
        "rooted": "/crosstrack/",
        "absolute": SITE_URL,
        "file": "../" * folder.count("/"),
    }[manner]
    return start + target + ("index.html" if manner == "file" else "") + (f"#{anchor}" if anchor else "")


@given(sites())
def test_exactly_the_broken_links_of_any_site_are_reported(
    site: dict[str, tuple[set[str], list[Link]]],
) -> None:
    expected: set[tuple[str, int, Rule]] = set()
    for folder, (_, links) in site.items():
        hrefs = [spelled(folder, link) for link in links]
        for target, anchor, manner in links:
            line = hrefs.index(spelled(folder, (target, anchor, manner))) + 2
            if target not in site:
                expected.add((f"{folder}index.html", line, rules.LINK_RESOLVES))
            elif anchor and anchor not in site[target][0]:
                expected.add((f"{folder}index.html", line, rules.ANCHOR_EXISTS))
    reached = {""}
    for _ in site:
        reached |= {to for one in reached for to, _, _ in site[one][1] if to in site}
    expected |= {(f"{folder}index.html", 1, rules.PAGE_IS_REACHABLE) for folder in site.keys() - reached}
    files = {
        f"{folder}index.html": "".join(f'<p id="{name}">' for name in sorted(anchors))
        + "".join(f'\n<a href="{spelled(folder, link)}">' for link in links)
        for folder, (anchors, links) in site.items()
    }
    with TemporaryDirectory() as place:
        found = Checked(Path(place), files, nobody).findings
    assert len(found) == len(expected)
    assert {(path, line, rule) for path, line, _, rule, _, _ in found} == expected
