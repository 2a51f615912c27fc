"""What holds of every draft, whatever it was made of: it can be written and read again, and nothing is lost."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.build import check
from pipeline.drafts import Wishes, draft
from pipeline.foreign import About, Fate, Recast
from pipeline.guide import Guide
from pipeline.imports import NOT_WRITABLE, Desk, Imported, desk, import_source
from pipeline.manuscript import write_guide
from pipeline.model.diagnostic import Diagnostic, Rule
from pipeline.model.source import Source
from pipeline.readers.markdown import parse
from pipeline.stages.extract import extract
from pipeline.structures import KINDS
from tests.conftest import PROJECT, REPO
from tests.properties.texts import anything, documents

SHARED = REPO.parent / "shared"
FOREIGN = sorted(path for name in ("sources", "corpus") for path in (SHARED / name).glob("*.*"))
DAY = dt.date(2026, 11, 21)
_HEADINGS = st.sampled_from([heading for kind in KINDS for heading in kind.headings])
_PARTS = st.lists(st.tuples(_HEADINGS, documents()), min_size=1, max_size=4)
made = _PARTS.map(lambda parts: "\n\n".join(f"## {heading}\n\n{text}" for heading, text in parts))
"""Documents whose sections have the right names and anything below them."""


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = tmp_path_factory.mktemp("there") / "project"
    shutil.copytree(PROJECT, root)
    return desk(root, root / "drafts", Wishes(DAY, "cook", "baker"))[0]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the guides of this one, which remembers what it has read of them."""
    root = tmp_path_factory.mktemp("library") / "project"
    shutil.copytree(REPO / "content/guides", root / "content/guides")
    shutil.copytree(REPO / "data", root / "data")
    return root


def drafted(text: str, suffix: str, there: Desk) -> Imported:
    """The draft of a text, with all that must hold of it."""
    source = Source(f"page{suffix}", text)
    done = import_source(Path(source.path), source, there)
    assert done.account is not None
    guide = read(done.text)
    assert read(write_guide(guide)) == guide, done.text
    lines = [number for number, line in enumerate(source.lines, start=1) if line.strip()]
    assert [fate.line for fate in done.account.ledger] == lines
    assert [fate for fate in done.account.ledger if fate.reason == NOT_WRITABLE] == []
    unplaced = done.text.partition("\n## Unplaced\n")[2]
    if suffix != ".html":
        for fate in done.account.ledger:
            line = source.lines[fate.line - 1]
            assert fate.fate is not Fate.UNPLACED or f"\n{line.rstrip()}\n" in unplaced
    return done


def read(text: str) -> Guide:
    findings: list[Diagnostic] = []
    guide = extract(parse(Source("guide.md", text), findings.append), findings.append)
    assert guide is not None, (text, findings)
    return guide


@pytest.mark.parametrize("suffix", [".md", ".txt", ".html"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_every_draft_is_sound(there: Desk, suffix: str, data: st.DataObject) -> None:
    text = data.draw(made | documents() | st.lists(anything, max_size=8).map("\n".join))
    if suffix == ".html" and data.draw(st.booleans()):
        text = "".join(f"<p>{line}</p>\n" for line in text.split("\n"))
    drafted(text, suffix, there)


_SAID = (
    st.none() | anything | st.sampled_from(["2026", "2026-13", "March 2026", "2026-02-31", "0000-01-01", "\x93a\ufffe"])
)
_ABOUT = st.builds(
    About,
    title=_SAID,
    publisher=_SAID,
    published=_SAID,
    url=_SAID | st.sampled_from(["https://bread.example/a?b#c", "http://", "https://[", "https://x/\x93", "ftp://x/y"]),
    authors=st.lists(anything, max_size=3).map(tuple),
)


@given(_ABOUT, anything, st.none() | anything, st.none() | anything)
def test_whatever_a_page_says_of_itself_makes_front_matter(
    there: Desk, about: About, stem: str, origin: str | None, target: str | None
) -> None:
    made = draft(Recast(None, None, (), about, ()), there.registry, stem, Wishes(DAY, origin, target))
    text = write_guide(made.guide)
    guide = read(text)
    assert guide == made.guide
    assert write_guide(guide) == text
    assert len(f"{made.stem}-999.ledger.txt".encode()) < 255
    assert Path(made.stem).name == made.stem


@pytest.mark.skipif(not FOREIGN, reason="the documents of ../shared are not here")
@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.stem)
def test_foreign_documents_become_sound_drafts(path: Path, library: Path) -> None:
    root = library
    done = drafted(path.read_text("utf-8"), path.suffix, desk(root, root / "drafts" / path.stem, Wishes(DAY))[0])
    assert done.account is not None
    place = root / done.account.draft
    place.parent.mkdir(parents=True)
    place.write_text(done.text, "utf-8")
    found = check(root, [place])[0].findings
    assert told(f for f in found if f.span and f.span.path == done.account.draft) <= told(done.account.findings)


def told(findings: Iterable[Diagnostic]) -> set[tuple[Rule, str, int]]:
    return {(finding.rule, finding.message, finding.span.line) for finding in findings if finding.span}
