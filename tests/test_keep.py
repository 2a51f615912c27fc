"""What the site tells other programs: Markdown, llms.txt, the feed, the sitemap, heads and linked data."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree as Xml

import pytest
from markdown_it import MarkdownIt
from mkdocs.commands.build import build
from mkdocs.config import load_config

from pipeline.embedding import embedded as embed
from pipeline.markup import Markup
from pipeline.site.article import as_markdown
from pipeline.site.feed import ENTRIES, write_feed
from pipeline.site.plain import LISTED, write_plain_texts
from tests.conftest import REPO, crosstrack
from tests.vocabulary import PROPERTIES, REQUIRED, faults

HOME = "https://crosstrack.example/"
ATOM = "{http://www.w3.org/2005/Atom}"
MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TRACK = "tracks/data-engineer-to-machine-learning-engineer/"


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """Each page that is no redirect, by its address below the root."""
    for path in sorted(site.rglob("index.html")):
        text = path.read_text("utf-8")
        if 'http-equiv="refresh"' not in text:
            yield path.relative_to(site).as_posix().removesuffix("index.html"), text


def said(html: str, name: str) -> list[str]:
    """What the head says under a name."""
    return [
        unescape(found) for found in re.findall(rf'<meta (?:name|property)="{re.escape(name)}" content="([^"]*)"', html)
    ]


# Markdown


def test_every_page_has_its_markdown_beside_it(site: Path) -> None:
    for path, html in pages(site):
        assert '<link rel="alternate " type="text/markdown" href="index.md">' in html, path
        text = (site / path / "index.md").read_text("utf-8")
        title = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
        assert title, path
        words = re.sub(r"<[^>]+>", "", title[1], flags=re.DOTALL)
        assert text.startswith("# "), path
        assert shown(text).split("\n")[0] == " ".join(unescape(words).split()), path


def shown(markdown: str) -> str:
    """The words of a Markdown text as a reader would see them, a block a line."""
    lines = []
    for token in MarkdownIt("commonmark").parse(markdown):
        if token.type == "inline":
            lines.append("".join(one.content or " " * (one.type == "softbreak") for one in token.children or []))
        elif token.type == "fence":
            lines.append(token.content)
    return "\n".join(lines)


def test_the_markdown_is_plain_commonmark_with_links_that_lead_somewhere(site: Path) -> None:
    for path, _ in pages(site):
        text = (site / path / "index.md").read_text("utf-8")
        for token in MarkdownIt("commonmark").parse(text):
            assert token.type != "html_block", (path, token.content)
            for one in token.children or []:
                assert one.type != "html_inline", (path, one.content)
                if one.type == "text":
                    assert not re.search(r"\{[:#.]|\]\(|\*\*|^\|", one.content), (path, one.content)
                if one.type == "link_open":
                    href = str(one.attrGet("href"))
                    target = unquote(urljoin(f"{HOME}{path}", href))
                    if target.startswith(HOME):
                        assert (site / target.removeprefix(HOME)).is_file(), (path, href)
                        assert "#" not in href, (path, href)


def test_the_markdown_says_what_the_page_says(site: Path) -> None:
    text = (site / TRACK / "questions/lifecycle/index.md").read_text("utf-8")
    question = text.index("## When is a model good enough to release?")
    rest = text[question : text.index("\n## ", question + 5)]
    assert "**Outline of a strong answer**\n\n- Name the decision the model serves" in rest
    assert "- **Skills**: [Model evaluation](../../../../skills/" in rest
    compared = (site / TRACK / "comparison/index.md").read_text("utf-8")
    assert re.search(r"^- \*\*[^*]+\*\*.*\n  - Data engineer: .+\n  - Machine learning engineer: .+$", compared, re.M)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>1. no list, *no* <em>mark</em></p>", "1\\. no list, \\*no\\* *mark*"),
        ("<p># no heading</p><p>- no item</p>", "\\# no heading\n\n\\- no item"),
        ("<p>a &lt;b&gt; &amp;amp; snake_case _x_</p>", "a \\<b> \\&amp; snake_case \\_x\\_"),
        ("<p><code>a`b</code></p>", "``a`b``"),
        ("<pre><code>a\n```\nb\n</code></pre>", "````\na\n```\nb\n````"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"),
        ("<div><ul><li>a</li></ul></div><div><ol><li>b</li></ol></div>", "- a\n\n1) b"),
        ("<ol><li><p>a</p><p>b</p></li><li>c</li></ol>", "1. a\n\n   b\n\n2. c"),
        (
            "<dl><dt>Focus</dt><dd>x<sup class='ct-ref'><a href='#source-1'>1</a> <a href='#s'>2</a></sup></dd></dl>",
            "- **Focus**: x [1, 2]",
        ),
        (
            "<p><a href='../../../'>Home</a> <a href='../x/#y'>X</a> <a href='#here'>here</a></p>",
            "[Home](../../../index.md) [X](../x/index.md) here",
        ),
        ("<p>Hi!<a href='https://a.example/'>b</a></p>", "Hi\\![b](https://a.example/)"),
        ("<p>a<b> b </b>c</p>", "a **b** c"),
        ("<nav><p>a</p></nav><svg><text>b</text></svg><p>c<br>d</p>", "c d"),
        ("<details><summary>More</summary><p>x</p></details>", "**More**\n\nx"),
        ("<blockquote><p>a</p><p>b</p></blockquote><hr>", "> a\n>\n> b\n\n---"),
        ("<p>kind</p><h1>Title #</h1>", "# Title \\#\n\nkind"),
    ],
)
def test_a_piece_of_a_page_becomes(html: str, markdown: str) -> None:
    assert as_markdown(f"<article>{html}</article>") == f"{markdown}\n"


# A part of a longer page


@pytest.mark.parametrize(
    ("content", "embedded"),
    [
        (
            "## To build { #build .x }\n\n[there](#build) [out](#source-1)",
            "### To build { #p-build .x }\n\n[there](#p-build) [out](#source-1)",
        ),
        (
            '<span id="a"></span><a href="#a" aria-labelledby="a b">1</a>',
            '<span id="p-a"></span><a href="#p-a" aria-labelledby="p-a b">1</a>',
        ),
        ('<details class="ct-outline" markdown>', '<details open class="ct-outline" markdown>'),
        (
            "```\n## no heading { #a }\n[x](#a)\n```\n\n## A { #a }",
            "```\n## no heading { #a }\n[x](#a)\n```\n\n### A { #p-a }",
        ),
        ('Words such as id="a" or (#a) stay.\n\n## A { #a }', 'Words such as id="a" or (#a) stay.\n\n### A { #p-a }'),
    ],
)
def test_blocks_become_a_part_of_a_longer_page(content: str, embedded: str) -> None:
    assert embed(Markup(content), "p") == embedded


# llms.txt


def test_llms_txt_leads_to_the_markdown_of_pages(site: Path) -> None:
    for path in (
        "llms.txt",
        *(f"{one.parent.relative_to(site).as_posix()}/llms.txt" for one in site.glob("tracks/*/llms.txt")),
    ):
        text = (site / path).read_text("utf-8")
        assert re.match(r"# .+\n\n> .+\n", text), path
        found = re.findall(r"^- \[[^\]]+\]\((\S+)\)", text, re.M)
        assert len(found) >= 8, path
        for link in found:
            assert link.startswith(HOME), link
            assert (site / link.removeprefix(HOME)).is_file(), link
            assert link.endswith((".md", "llms.txt")), link


def test_llms_txt_and_feed_stay_short_however_many_tracks_there_are(site: Path, tmp_path: Path) -> None:
    many = tmp_path / "site"
    (many / "api/v1/guides").mkdir(parents=True)
    shutil.copy(site / "index.html", many)
    told = json.loads((site / "api/v1/guides.json").read_text("utf-8"))["guides"][0]
    guides = [
        {
            **told,
            "slug": f"t{n}",
            "url": f"tracks/t{n}/",
            "updated": f"2026-01-{1 + n % 28:02}",
            "data": "guides/t.json",
        }
        for n in range(300)
    ]
    (many / "api/v1/guides.json").write_text(json.dumps({"guides": guides}), "utf-8")
    (many / "api/v1/guides/t.json").write_text(json.dumps({"guide": {"authors": ["A"]}}), "utf-8")
    for guide in guides:
        (many / guide["url"]).mkdir(parents=True)
    write_plain_texts(many)
    write_feed(many)
    text = (many / "llms.txt").read_text("utf-8")
    assert text.count("/llms.txt)") == LISTED
    assert f"[All 300 tracks]({HOME}tracks/index.md)" in text
    assert len(text) < 20_000
    entries = Xml.parse(many / "feed.xml").getroot().findall(f"{ATOM}entry")
    assert len(entries) == ENTRIES
    assert {entry.findtext(f"{ATOM}updated") for entry in entries[:10]} == {"2026-01-28T00:00:00Z"}


# Feed, sitemap, robots


def test_the_feed_holds_the_guides_as_they_changed(site: Path) -> None:
    feed = Xml.parse(site / "feed.xml").getroot()
    assert feed.tag == f"{ATOM}feed"
    guides = {
        f"{HOME}{one['url']}": one for one in json.loads((site / "api/v1/guides.json").read_text("utf-8"))["guides"]
    }
    entries = feed.findall(f"{ATOM}entry")
    assert {entry.findtext(f"{ATOM}id") for entry in entries} == guides.keys()
    for entry in entries:
        guide = guides[str(entry.findtext(f"{ATOM}id"))]
        assert entry.findtext(f"{ATOM}title") == guide["title"]
        assert entry.findtext(f"{ATOM}summary") == guide["summary"]
        assert entry.findtext(f"{ATOM}updated") == f"{guide['updated']}T00:00:00Z"
        assert entry.findtext(f"{ATOM}author/{ATOM}name")
        for link in entry.findall(f"{ATOM}link"):
            inside = link.attrib["href"].removeprefix(HOME)
            assert (site / inside / "index.html").is_file() or (site / inside).is_file()
    dates = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
    assert dates == sorted(dates, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == dates[0]
    own = [link for link in feed.findall(f"{ATOM}link") if link.attrib["rel"] == "self"]
    assert [link.attrib["href"] for link in own] == [f"{HOME}feed.xml"]


def test_the_sitemap_lists_what_is_to_be_found_and_when_it_changed(site: Path) -> None:
    found = {
        str(url.findtext(f"{MAPS}loc")): url.findtext(f"{MAPS}lastmod")
        for url in Xml.parse(site / "sitemap.xml").getroot()
    }
    wanted = {f"{HOME}{path}" for path, html in pages(site) if said(html, "robots") != ["noindex"]}
    assert found.keys() == wanted
    assert f"{HOME}{TRACK}whole/" not in found
    assert f"{HOME}offline/" not in found
    assert not any("404" in url for url in found)
    updated = {
        one["url"]: one["updated"] for one in json.loads((site / "api/v1/guides.json").read_text("utf-8"))["guides"]
    }
    for url, day in found.items():
        track = "/".join([*url.removeprefix(HOME).split("/")[:2], ""])
        assert day == updated.get(track), url
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == (site / "sitemap.xml").read_bytes()
    assert f"\nSitemap: {HOME}sitemap.xml\n" in (site / "robots.txt").read_text("utf-8")


# Heads


def test_the_head_of_every_page_says_what_it_is(site: Path) -> None:
    described: dict[str, str] = {}
    for path, html in pages(site):
        assert f'<link rel="canonical" href="{HOME}{path}">' in html, path
        [description] = said(html, "description")
        assert 20 <= len(description) <= 158, path
        assert described.setdefault(description, path) == path, "no two pages have the same description"
        assert said(html, "og:description") == [description], path
        assert said(html, "og:url") == [f"{HOME}{path}"], path
        assert said(html, "og:site_name") == ["Crosstrack"], path
        assert said(html, "og:type") == ["article" if path else "website"], path
        assert said(html, "twitter:card") == ["summary_large_image"], path
        [title], [image] = said(html, "og:title"), said(html, "og:image")
        shown_title = re.search(r"<title>(.*?)</title>", html)
        assert shown_title and unescape(shown_title[1]).removesuffix(" · Crosstrack") == title, path
        assert (site / image.removeprefix(HOME)).is_file(), path
        whole = path.endswith("/whole/")
        assert said(html, "robots") == (["noindex"] if whole or path == "offline/" else []), path
        assert said(html, "crosstrack:whole") == ([path.split("/")[1]] if whole else []), path
    assert said((site / "404.html").read_text("utf-8"), "robots") == ["noindex"]


def test_signs_of_markup_in_a_head_stay_words(tmp_path: Path) -> None:
    """In all that the template prints of what a page says of itself."""
    words = 'A "sharp" <b>knife</b> & fork'
    head = {"title": f"{words} 1", "description": f"{words} 2", "facets": {"kind": [f"{words} 3"]}}
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text(f"---\n{json.dumps(head)}\n---\n\n# Knife\n", "utf-8")
    shutil.copytree(REPO / "overrides", tmp_path / "overrides")
    (tmp_path / "mkdocs.yml").write_text(PLAIN, "utf-8")
    build(load_config(str(tmp_path / "mkdocs.yml")))
    html = (tmp_path / "site/index.html").read_text("utf-8")
    assert said(html, "description") == said(html, "og:description") == [f"{words} 2"]
    assert [unescape(name) for name in re.findall("<title>(.*?)</title>", html)] == [f"{words} 1 · Crosstrack"]
    found = re.findall(r'<meta data-pagefind-(?:meta|filter)="(\w+)\[content\]" content="([^"]*)">', html)
    assert [(name, unescape(value)) for name, value in found] == [("title", f"{words} 1"), ("kind", f"{words} 3")]


PLAIN = """
site_name: Crosstrack
site_url: https://crosstrack.example/
theme: {name: material, custom_dir: overrides, font: false}
plugins: []
"""


def test_the_picture_of_a_preview_is_as_large_as_it_says_and_small(site: Path) -> None:
    picture = (site / "assets/images/preview.png").read_bytes()
    assert (int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")) == (1200, 630)
    assert len(picture) < 60_000


# Linked data


def linked_data(html: str) -> list[object]:
    return [
        json.loads(found)
        for found in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    ]


def test_the_linked_data_of_every_page_is_sound(site: Path) -> None:
    for path, html in pages(site):
        blocks = linked_data(html)
        assert len(blocks) == 1, path
        assert faults(blocks[0], HOME) == [], path


def things(site: Path, path: str, sort: str) -> list[dict]:  # type: ignore[type-arg]
    [block] = linked_data((site / path / "index.html").read_text("utf-8"))
    return [thing for thing in block["@graph"] if thing["@type"] == sort]  # type: ignore[index]


@pytest.mark.parametrize(
    ("path", "sort", "count"),
    [
        ("", "WebSite", 1),
        ("", "BreadcrumbList", 0),
        (TRACK, "LearningResource", 1),
        (f"{TRACK}roadmap/", "LearningResource", 1),
        (f"{TRACK}questions/", "LearningResource", 1),
        (f"{TRACK}faq/", "FAQPage", 1),
        ("roles/data-engineer/", "Occupation", 1),
        ("skills/feature-stores/", "BreadcrumbList", 1),
    ],
)
def test_a_page_says_what_sort_of_thing_it_is(site: Path, path: str, sort: str, count: int) -> None:
    assert len(things(site, path, sort)) == count


def folded(text: str) -> str:
    """Words as they are compared: without white space and marks of sources."""
    return re.sub(r"\s+|\[[\d, ]+\]", "", text)


def test_linked_data_says_nothing_that_the_page_does_not(site: Path) -> None:
    for path, html in pages(site):
        text = folded(shown((site / path / "index.md").read_text("utf-8")))
        head = {*said(html, "description"), *said(html, "og:title")}
        for words in texts(linked_data(html)):
            if words not in head and words not in NOT_SHOWN:
                assert all(folded(line) in text or line in trail(html) for line in words.split("\n")), (path, words)


NOT_SHOWN = {"en", "Career transition guide", "Roadmap", "Interview questions"}
"""What a thing is called among machines."""


def trail(html: str) -> set[str]:
    found = re.search(r'<nav[^>]*class="ct-trail".*?</nav>', html, re.DOTALL)
    return {unescape(words) for words in re.findall(r">([^<>]+)</a>", found[0])} if found else set()


def texts(value: object, name: str = "") -> Iterator[str]:
    """The words in a block of linked data."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, name)
    elif isinstance(value, str) and name in {"name", "description", "text", "responsibilities", "alternateName"}:
        yield value


def test_the_answers_of_a_faq_are_all_there(site: Path) -> None:
    [faq] = things(site, f"{TRACK}faq/", "FAQPage")
    html = (site / TRACK / "faq/index.html").read_text("utf-8")
    assert len(faq["mainEntity"]) == html.count('class="ct-faq"')


def test_the_validator_finds_what_is_wrong() -> None:
    sound = {
        "@type": "FAQPage",
        "mainEntity": [{"@type": "Question", "name": "Why?", "acceptedAnswer": {"@type": "Answer", "text": "So."}}],
    }
    block = {"@context": "https://schema.org", "@graph": [sound]}
    assert faults(block, HOME) == []
    for broken in (
        {"@type": "FAQ"},
        {"@type": "FAQPage"},
        {"@type": "FAQPage", "mainEntity": []},
        {"@type": "Occupation", "name": "x", "description": "y", "url": "https://elsewhere.example/"},
        {"@type": "Occupation", "name": "<b>x</b>", "description": "y", "url": HOME},
        {"@type": "Occupation", "name": "x", "description": "y", "url": HOME, "salary": "much"},
        {
            "@type": "BreadcrumbList",
            "itemListElement": [{"@type": "ListItem", "position": 2, "name": "x", "item": HOME}],
        },
    ):
        assert faults({**block, "@graph": [broken]}, HOME), broken
    assert PROPERTIES.keys() == REQUIRED.keys()


def test_addresses_follow_where_the_site_is_published(project: Path) -> None:
    shutil.copytree(REPO / "overrides", project / "overrides")
    config = (REPO / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(config.replace(HOME, "https://example.org/charts/"), "utf-8")
    done = crosstrack("build", "--root", str(project))
    assert done.returncode == 0, done.stdout + done.stderr
    for path in sorted((project / "site").rglob("*")):
        if path.suffix in (".html", ".xml", ".txt", ".md") and path.is_file():
            assert HOME not in path.read_text("utf-8"), path
    site = project / "site"
    [role] = things(site, "roles/baker", "Occupation")
    assert role["url"] == "https://example.org/charts/roles/baker/"
    assert Xml.parse(site / "feed.xml").getroot().findtext(f"{ATOM}id") == "https://example.org/charts/"
    assert "Sitemap: https://example.org/charts/sitemap.xml" in (site / "robots.txt").read_text("utf-8")


def test_a_site_that_is_not_published_yet_names_no_feed(project: Path) -> None:
    shutil.copytree(REPO / "overrides", project / "overrides")
    config = (REPO / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(config.replace(f"site_url: {HOME}", ""), "utf-8")
    guide = project / "content/guides/cook-to-baker.md"
    guide.write_text(
        guide.read_text("utf-8").replace("title: From", 'title: "[New] From', 1).replace("baker\n", 'baker"\n', 1)
    )
    done = crosstrack("build", "--root", str(project))
    assert done.returncode == 0, done.stdout + done.stderr
    text = (project / "site/llms.txt").read_text("utf-8")
    assert "feed" not in text
    assert "- [(New) From cook to baker](/tracks/cook-to-baker/llms.txt): " in text
    track = (project / "site/tracks/cook-to-baker/llms.txt").read_text("utf-8")
    assert "- [FAQ: Cook → baker](/tracks/cook-to-baker/faq/index.md): " in track
