"""Words on a page: what a reader sees is what was written, and nothing of it becomes markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from pipeline import markup
from pipeline.markup import Markup
from tests.conftest import REPO
from tests.properties import EXAMPLES
from tests.properties.texts import anything, folded, plain_words

words = plain_words.filter(lambda text: seen(text) != "")
# Browsers show no control characters, and HTML allows none.
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def seen(text: str) -> str:
    """What a reader sees of words."""
    return folded(_INVISIBLE.sub("", folded(text)))


class _Page(HTMLParser):
    """The visible text and the elements of a page, without the permalinks of headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.attributes = "", list[str](), list[tuple[str, str | None]]()
        self.muted = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.muted = ("class", "headerlink") in attrs
        if not self.muted:
            self.tags.append(tag)
            self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        self.muted = False

    def handle_data(self, data: str) -> None:
        self.text += "" if self.muted else data

    def handle_comment(self, data: str) -> None:
        self.tags.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.tags.append(f"declaration {decl}")


def _converter() -> Markdown:
    """Python-Markdown as mkdocs.yml sets it up."""
    told = yaml.safe_load((REPO / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    configs = {name: config for entry in told if isinstance(entry, dict) for name, config in entry.items()}
    return Markdown(extensions=[*(e for e in told if isinstance(e, str)), *configs], extension_configs=configs)


_MARKDOWN = _converter()


def page(text: str) -> _Page:
    """A text as MkDocs would render it."""
    return _Page(_MARKDOWN.reset().convert(text))


_OTHER = markup.paragraph(markup.text("other"))
SHAPES: dict[str, tuple[Callable[[Markup], Markup], list[str]]] = {
    "paragraph": (lambda said: said, ["p"]),
    "paragraph with a class": (lambda said: markup.paragraph(said, "ct-label"), ["p"]),
    "item": (lambda said: markup.bullets([said]), ["ul", "li"]),
    "numbered item": (lambda said: markup.bullets([said], ordered=True), ["ol", "li"]),
    "cell": (
        lambda said: markup.table([said, said], [[said, said]], "label"),
        ["div", "table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"],
    ),
    "heading": (lambda said: markup.heading(2, said, "here", "ct-x"), ["h2"]),
    "heading without an id": (lambda said: markup.heading(3, said), ["h3"]),
    "definition": (lambda said: markup.definitions([(said, said)]), ["dl", "dt", "dd"]),
    "long definition": (
        lambda said: markup.definitions([(said, markup.blocks(said, said))]),
        ["dl", "dt", "dd", "p", "p"],
    ),
    "link": (lambda said: markup.link(said, "a/b.md#c", 'so "quoted"'), ["p", "a"]),
    "phrase": (lambda said: markup.phrase(said, "ct-x", "so"), ["p", "span"]),
    "bold": (markup.bold, ["p", "strong"]),
    "box": (lambda said: markup.box(said, "ct-x"), ["div", "p"]),
    "folded": (lambda said: markup.folded(said, said), ["details", "summary", "p"]),
    "two paragraphs": (lambda said: markup.blocks(said, said), ["p", "p"]),
}


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=EXAMPLES or 60)
@given(words)
@example("~~~")
@example("C #")
@example("&#38; &amp; &lt;b>")
@example("\x02klzzwxh:0000\x03 \x1f")
@example("[TOC]")
@example("{: .x } {#x}")
@example("[x]: y")
@example("`` a ` b")
@example("w\\|x | y \\")
@example("מילה ❤️ 字")
def test_words_stand_as_they_are(shape: str, text: str) -> None:
    make, tags = SHAPES[shape]
    found = page(make(markup.text(text)))
    times = {"cell": 4, "definition": 2, "long definition": 3, "folded": 2, "two paragraphs": 2}.get(shape, 1)
    assert found.tags == tags
    assert folded(found.text) == " ".join([seen(text)] * times)


@given(anything.filter(lambda text: seen(text) != ""))
@example("[a](b) `c` *d* _e_ | {#f} \\d &amp;")
def test_code_stands_as_it_is(text: str) -> None:
    for make, tags in (SHAPES["paragraph"], SHAPES["cell"], SHAPES["item"]):
        found = page(make(markup.code(text)))
        expected = [inner for tag in tags for inner in ((tag, "code") if tag in ("p", "li", "td", "th") else (tag,))]
        assert found.tags == expected
        assert folded(found.text) == " ".join([seen(text)] * expected.count("code"))


@given(anything, anything)
@example("a ` b ` [c](d)", 'x)y \'z "w" \\ | [')
@example("a&lt;b", "a&lt;b")
def test_attributes_hold_what_they_are_given(title: str, address: str) -> None:
    for made in (
        markup.phrase(markup.text("so"), "ct-x", title),
        markup.link(markup.text("so"), address or "x", title),
        markup.box(markup.text("so"), "ct-x", label=title),
        markup.table([markup.phrase(markup.text("so"), "ct-x", title)], [], title),
    ):
        found = page(made)
        assert folded(found.text) == "so"
        held = [value for name, value in found.attributes if name in ("title", "aria-label")]
        assert all(folded(value or "") == seen(title) for value in held)
        assert held or not seen(title)


@given(anything, anything)
def test_fences_hold_any_code(code: str, language: str) -> None:
    lines = code.replace("\r", "\n").replace("\t", " ")
    found = page(markup.blocks(markup.fence(lines, language), _OTHER))
    shown = "\n".join(_INVISIBLE.sub("", line) for line in lines.split("\n"))
    assert found.tags == ["pre", "code", "p"]
    assert found.text.replace("\n", " ").split() == f"{shown} other".replace("\n", " ").split()


_INLINE: dict[str, Callable[[str], Markup]] = {
    "": markup.text,
    "code": markup.code,
    "a": lambda text: markup.link(markup.text(text), "x.md"),
    "strong": lambda text: markup.phrase(markup.text(text), "ct-x", tag="strong"),
}


@given(st.lists(st.tuples(st.sampled_from(sorted(_INLINE)), words), min_size=1, max_size=4))
@example([("", "so!"), ("a", "x")])
@example([("", "1"), ("code", "x"), ("", ". y")])
@example([("", "a_"), ("strong", "_b"), ("", "& "), ("code", "lt;")])
def test_words_stand_side_by_side(parts: list[tuple[str, str]]) -> None:
    made = markup.words(*(_INLINE[tag](text) for tag, text in parts), between="")
    for shape in ("paragraph", "item", "heading", "bold"):
        make, tags = SHAPES[shape]
        found = page(make(made))
        assert found.tags == [*tags, *(tag for tag, _ in parts if tag)]
        assert folded(found.text) == folded("".join(seen(text) for _, text in parts))
