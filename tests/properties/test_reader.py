"""The Markdown reader: it takes any text, loses no word of it, and knows where everything stands."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.model.diagnostic import Diagnostic
from pipeline.model.document import Document
from pipeline.model.rules import CONTENT_HAS_A_PLACE, REGISTRY_IS_VALID
from pipeline.model.source import Source
from pipeline.readers.markdown import parse
from pipeline.readers.yaml import extent, parse_yaml
from pipeline.writers.findings import as_text
from pipeline.writers.markdown import write_markdown
from tests.properties.spans import disorder, faults, spans_of, words_of
from tests.properties.texts import anything, arbitrary, documents, nasty


def read(text: str) -> tuple[Document, list[Diagnostic]]:
    """The document that a text is, and the findings."""
    findings: list[Diagnostic] = []
    return parse(Source("guide.md", text), findings.append), findings


def check(text: str) -> tuple[Document, list[Diagnostic]]:
    """Read a text and look at every place that comes out."""
    document, findings = read(text)
    assert faults(spans_of(document), document.source) == []
    assert faults((finding.span for finding in findings if finding.span), document.source) == []
    assert [fault for section in document.sections for fault in disorder(section)] == []
    assert as_text(findings, {"guide.md": document.source}).count("error[") <= len(findings)
    return document, findings


@given(anything | st.lists(anything, max_size=8).map("\n".join))
@example("")
@example("\r")
@example("---\n---")
@example("---\na: \u2028 x\nb: [\n---\n")
@example("> | a | b |\n> |---|---|\n> | c | d |\n")
@example("- | a | b |\n  |---|---|\n  | c | d | e |\n")
def test_any_text_is_read(text: str) -> None:
    check(text)


@given(documents())
@example("> | w1x | w2x |\n> |---|---|\n> | w3x | w4x | w5x |")
@example("|a|b|\n|-|-|\n||w1x|w2x|w3x||")
@example("- # w1x\n- ## w2x ##")
@example("#### w1x #\nw2x\n-\n- w3x")
def test_no_word_is_lost(text: str) -> None:
    document, findings = check(text)
    # What is reported is not lost: footnotes are.
    named = [f.span for f in findings if f.span and f.rule is CONTENT_HAS_A_PLACE]
    reported = {line for span in named for line in range(span.line, span.end_line + 1)}
    first = extent(document.source) + 1
    body = "\n".join(line for n, line in enumerate(document.source.lines, 1) if n >= first and n not in reported)
    # What stands in braces is no word of the text.
    told = re.sub(r"\{[^{}\n]*\}", "", body)
    assert set(re.findall(r"w\d+x", told)) <= set(re.findall(r"w\d+x", words_of(document)))


@given(documents())
def test_a_document_can_be_written(text: str) -> None:
    """What is written says the same, and is written the same way from then on."""
    document, _ = read(text)
    written = write_markdown({}, document.sections)
    again, _ = read(written)
    said = set(re.findall(r"w\d+x", " ".join(words_of(Document(document.source, None, (), document.sections)).split())))
    assert said == set(re.findall(r"w\d+x", words_of(again)))
    assert write_markdown({}, again.sections) == written


@given(st.integers(1, 130), st.sampled_from(["- ", "> ", "1. ", "> - "]))
def test_depth_is_reported(levels: int, mark: str) -> None:
    document, findings = read(f"{mark * levels}word\n\n## w2x\n\nw3x")
    said = words_of(document)
    assert ("word" in said and "w3x" in said) or any("nested too deeply" in finding.message for finding in findings)
    check(f"{mark * levels}word")


_YAML = st.sampled_from(
    [
        "a: b",
        "a:",
        "- a",
        "  - b: c",
        "  d: 'e",
        "f: [g, h",
        "i: {j: k}",
        "l: |",
        "  m",
        "? n",
        "o: &p q",
        "r: *p",
        "\ufeffs: t",
        "u: \u2028",
        "v: \x85 w",
        'x: "y',
        "---",
        "...",
        "# z",
        "\t",
        "<<: *p",
        "- *p",
        "",
        "- &p [*p]",
    ]
)


@given(st.lists(_YAML | arbitrary | nasty, max_size=8).map("\n".join))
@example("a: &x [1]\nb: &y [*x, *x]\nc: [*y, *y]")
@example("\ufeffa: 'b\u2028c'\nd: e\n")
def test_any_yaml_is_read(text: str) -> None:
    findings: list[Diagnostic] = []
    for source in (Source("a.yaml", text), Source("a.md", f"---\n{text}\n---\n")):
        within = source.span(1, len(source.lines))
        values, spans = parse_yaml(source, within, REGISTRY_IS_VALID, findings.append)
        assert spans or findings
        assert faults([*spans.values(), *(f.span for f in findings if f.span)], source) == [] or values is None
        findings.clear()
        check(source.text)
