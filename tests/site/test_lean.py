"""White space of templates goes; white space that a reader sees stays."""

from __future__ import annotations

import pytest

from pipeline.site.lean import lean

PAGES = {
    "indentation": ("<ul>\n  \n    <li>Rye</li>\n  </ul>\n", "<ul>\n<li>Rye</li>\n</ul>\n"),
    "between words, one space stays one": ("<p>a\n   <b>b</b>\n  c</p>", "<p>a\n<b>b</b>\nc</p>"),
    "spaces within a line": ("<p>a  b</p> <p>c</p>", "<p>a  b</p> <p>c</p>"),
    "code": (
        "<div>\n  <pre><code>if a:\n\n    b</code></pre>\n  </div>",
        "<div>\n<pre><code>if a:\n\n    b</code></pre>\n</div>",
    ),
    "two blocks of code": ("<pre>\n  a</pre>\n  <pre>\n  b</pre>", "<pre>\n  a</pre>\n<pre>\n  b</pre>"),
    "a field": ("<TEXTAREA>\n  a\n</TEXTAREA>\n  ", "<TEXTAREA>\n  a\n</TEXTAREA>\n"),
    "a script, whose strings may hold line ends": ("<script>`a\n  b`</script >\n\n", "<script>`a\n  b`</script >\n"),
    "a tag that begins like one of those": ("<preface>\n  a</preface>", "<preface>\na</preface>"),
    "code that nobody closed": ("<pre>\n  a", "<pre>\na"),
}


@pytest.mark.parametrize("name", PAGES)
def test_only_white_space_that_nobody_sees_goes(name: str) -> None:
    before, after = PAGES[name]
    assert lean(before) == after
    assert lean(after) == after
