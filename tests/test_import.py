"""Importing what nobody wrote for us, as an editor meets it: drafts, ledgers, messages, exit codes."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, suppress
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.drafts import Wishes
from pipeline.guide import Guide
from pipeline.imports import Desk, Imported, desk
from pipeline.model.diagnostic import Diagnostic
from pipeline.model.source import Source
from pipeline.readers.markdown import parse
from pipeline.stages.extract import extract
from pipeline.stages.read import find_documents
from pipeline.workers import import_all
from tests.conftest import REPO
from tests.made import ARTICLE, Deadly, archive, article, docx, pdf

SHARED = REPO.parent / "shared"
FOREIGN = sorted(path for name in ("sources", "corpus") for path in (SHARED / name).glob("*.*"))
DAY = dt.date(2026, 11, 21)
STEM = "cook-to-baker"
ROLES = ("--from", "cook", "--to", "baker")


@pytest.fixture
def kitchen(project: Path) -> Path:
    """The small project without its guide: there is room for a draft."""
    (project / f"content/guides/{STEM}.md").unlink()
    return project


def imported(root: Path, *args: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """Import an article in a file, or whatever is named."""
    page = root / "page.md"
    if not page.exists():
        page.write_text(text or ARTICLE, "utf-8")
    return here(root, "import", *(args if args and not args[0].startswith("--") else ("page.md", *args)))


def here(root: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run the command without a process of its own, which takes longer than most documents."""
    with chdir(root):
        done = CliRunner().invoke(app, args, catch_exceptions=False)
    return subprocess.CompletedProcess(args, done.exit_code, done.stdout, done.stderr)


def draft_of(root: Path, name: str = STEM) -> Path:
    return root / f"content/guides/{name}.md"


def guide_in(path: Path) -> Guide:
    guide = extract(parse(Source(path.name, path.read_text("utf-8")), ignored), ignored)
    assert guide is not None
    return guide


def ignored(finding: Diagnostic) -> None:
    del finding


# What comes out


def test_a_draft_says_where_it_comes_from(kitchen: Path) -> None:
    done = imported(kitchen, *ROLES)
    assert (done.returncode, done.stderr) == (0, "")
    guide = guide_in(draft_of(kitchen))
    assert (guide.origin, guide.target, guide.authors) == ("cook", "baker", ("Crosstrack editors",))
    (source,) = guide.sources
    text = draft_of(kitchen).read_text("utf-8").partition("\n## Unplaced\n")[0]
    listed = [line for line in text.split("\n") if re.match(r" *- |\|", line) and "---" not in line]
    body = [line for line in listed if ": |" not in line and text.index(line) > text.index("## ")]
    assert body
    assert [line for line in body if f"[^{source.id}]" not in line and not line.endswith(":")] == []


def test_the_counts_add_up(kitchen: Path) -> None:
    done = imported(kitchen, *ROLES, "--ledger")
    told = dict(re.findall(r"(?m)^  (structure|prose|boilerplate|unplaced) +(\d+)", done.stdout))
    written = sum(bool(line.strip()) for line in ARTICLE.split("\n"))
    assert sum(map(int, told.values())) == written
    assert f"a draft from page.md, {written} lines with text" in done.stdout
    ledger = (kitchen / f"content/guides/{STEM}.ledger.txt").read_text("utf-8")
    assert re.search(rf"(?m)^in all +{written}$", ledger)
    assert sorted(lines_in(ledger)) == [n for n, line in enumerate(ARTICLE.split("\n"), 1) if line.strip()]


def lines_in(ledger: str) -> list[int]:
    """The numbers of the lines with text that a ledger tells of, one by one."""
    written = ARTICLE.split("\n")
    told = re.findall(r"(?m)^ +(\d+)(?:-(\d+))?  \w+: ", ledger.split("Line by line")[1])
    spans = [range(int(first), int(last or first) + 1) for first, last in told]
    return [number for span in spans for number in span if written[number - 1].strip()]


def test_what_found_no_place_stands_at_the_end_word_for_word(kitchen: Path) -> None:
    text = "## Roadmap\n\n### Phase 1: First loaf (2 weeks)\n\nBake.\n\n### Nonsense\n\n```\n# no *heading*\n```\n"
    imported(kitchen, *ROLES, "--ledger", text=text)
    draft = draft_of(kitchen).read_text("utf-8")
    ledger = (kitchen / f"content/guides/{STEM}.ledger.txt").read_text("utf-8")
    unplaced = int(re.search(r"(?m)^unplaced +(\d+)$", ledger)[1])
    assert bool(unplaced) == ("\n## Unplaced\n" in draft)
    for line, fate in re.findall(r"(?m)^ +(\d+)  (\w+): ", ledger):
        if fate == "unplaced":
            assert f"\n{text.split(chr(10))[int(line) - 1]}\n" in draft.split("## Unplaced")[1]
    assert ("unplaced-is-empty" in here(REPO, "check", "--root", str(kitchen)).stdout) == bool(unplaced)


def test_links_that_would_lead_nowhere_leave_their_words(kitchen: Path) -> None:
    imported(kitchen, *ROLES)
    draft = draft_of(kitchen).read_text("utf-8")
    assert "[the book](https://flour.example/oven)" in draft
    assert "and a page" in draft


@pytest.mark.parametrize("name", ["page.md", "-"])
def test_nothing_but_the_draft_is_written(kitchen: Path, name: str) -> None:
    (kitchen / "page.md").write_text(ARTICLE, "utf-8")
    before = {path for path in kitchen.rglob("*") if path.is_file()}
    command = [sys.executable, "-m", "pipeline", "import", name, *ROLES]
    environment = {**os.environ, "PYTHONPATH": str(REPO)}
    done = subprocess.run(command, cwd=kitchen, env=environment, input=ARTICLE.encode(), capture_output=True)
    assert done.returncode == 0, done.stderr
    assert {path for path in kitchen.rglob("*") if path.is_file()} - before == {draft_of(kitchen)}


def test_the_same_document_gives_the_same_draft(kitchen: Path) -> None:
    imported(kitchen, *ROLES)
    first = draft_of(kitchen).read_bytes()
    imported(kitchen, *ROLES, "--force")
    assert draft_of(kitchen).read_bytes() == first


def test_a_document_without_a_date_takes_the_day_it_is_given(kitchen: Path) -> None:
    (kitchen / "page.md").write_text(ARTICLE, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(REPO), "SOURCE_DATE_EPOCH": "86400"}
    command = [sys.executable, "-m", "pipeline", "import", "page.md", *ROLES]
    subprocess.run(command, cwd=kitchen, env=environment, check=True, capture_output=True)
    assert guide_in(draft_of(kitchen)).updated == dt.date(1970, 1, 2)


# Where it goes


def test_a_guide_is_not_written_over(kitchen: Path) -> None:
    draft_of(kitchen).write_text("mine\n", "utf-8")
    done = imported(kitchen, *ROLES)
    message = f"crosstrack: page.md: content/guides/{STEM}.md is there already; --force writes over it\n"
    assert (done.returncode, done.stderr) == (1, message)
    assert draft_of(kitchen).read_text("utf-8") == "mine\n"
    assert imported(kitchen, *ROLES, "--force").returncode == 0
    assert "mine" not in draft_of(kitchen).read_text("utf-8")


def test_a_place_that_cannot_be_written(kitchen: Path) -> None:
    (kitchen / "taken").write_text("no folder", "utf-8")
    done = imported(kitchen, *ROLES, "--out", "taken")
    assert done.returncode == 1
    assert done.stderr.startswith(f"crosstrack: {kitchen / 'taken'} cannot be written: ")
    assert (kitchen / "taken").read_text("utf-8") == "no folder"


def test_documents_of_the_same_roles_get_names_of_their_own(kitchen: Path) -> None:
    for number in (1, 2):
        (kitchen / f"{number}.md").write_text(article(number), "utf-8")
    done = imported(kitchen, "1.md", "2.md", *ROLES, "--ledger")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in draft_of(kitchen).parent.glob("*.md")} == {f"{STEM}.md", f"{STEM}-2.md"}
    assert unannounced(kitchen, draft_of(kitchen)) == []
    assert unannounced(kitchen, draft_of(kitchen, f"{STEM}-2")) == []


def test_a_document_without_roles_is_called_after_its_file(kitchen: Path) -> None:
    text = "# Äpfel & Birnen\n\nNothing of interest.\n"
    (kitchen / "Some Page_2.txt").write_text(text, "utf-8")
    done = imported(kitchen, "Some Page_2.txt")
    assert done.returncode == 0
    assert draft_of(kitchen, "some-page-2").exists()
    assert "no role was recognised for 'from': name it in the front matter, or import again with --from" in done.stdout


# What the editor has to add


def unannounced(root: Path, draft: Path) -> list[str]:
    """What check finds in a draft and its ledger did not announce."""
    ledger = draft.with_suffix(".ledger.txt").read_text("utf-8")
    done = here(REPO, "check", str(draft), "--root", str(root))
    told = re.findall(r"(?m)^\S.*?(?:error|warning)\[.*$", done.stdout)
    return [line for line in told if line.split(": ", 1)[1] not in ledger]


def test_check_finds_nothing_that_the_ledger_did_not_announce(kitchen: Path) -> None:
    done = imported(kitchen, *ROLES, "--ledger")
    assert unannounced(kitchen, draft_of(kitchen)) == []
    assert "kind-is-present" in done.stdout


def test_a_question_that_is_asked_elsewhere_is_announced(project: Path) -> None:
    own = (project / f"content/guides/{STEM}.md").read_text("utf-8")
    (project / "page.md").write_text(own.split("---\n", 2)[2], "utf-8")
    done = imported(project, *ROLES, "--ledger", "--out", "drafts")
    assert done.returncode == 0, done.stderr
    assert unannounced(project, project / f"drafts/{STEM}.md") == []
    assert "transition-is-unique" in (project / f"drafts/{STEM}.ledger.txt").read_text("utf-8")


def test_what_is_not_registered_is_proposed(kitchen: Path) -> None:
    done = imported(kitchen, "--from", "Ice-cream maker", "--to", "baker")
    assert done.returncode == 0
    told = done.stdout.split("\n\n")
    entries = {part.split("data/")[1][:5]: told[at + 1] for at, part in enumerate(told) if "to paste into" in part}
    assert yaml.safe_load(entries["roles"])[0]["slug"] == "ice-cream-maker"
    assert "Lamination" in [skill["name"] for skill in yaml.safe_load(entries["skill"])]
    draft = draft_of(kitchen, "ice-cream-maker-to-baker")
    before = here(REPO, "check", str(draft), "--root", str(kitchen)).stdout
    for name, entry in (("roles", entries["roles"]), ("skills", entries["skill"])):
        registry = kitchen / f"data/{name}.yaml"
        registry.write_text(f"{registry.read_text('utf-8')}\n{entry}\n", "utf-8")
    after = here(REPO, "check", str(draft), "--root", str(kitchen)).stdout
    assert "role-is-known" in before
    assert "skill-is-known" in before
    assert not re.search("(role|skill)-is-known|registry|alias", after), after


# What cannot be imported

DEEP = 10_000
BAD = {
    "binary.txt": (bytes(range(256)) * 20, "error[file-is-readable] the file is no text"),
    "blank.md": (b" \n\n", "error[file-is-readable] the file is empty"),
    "large.html": (b"<p>x</p>\n" * 6_000_000, "error[file-is-readable] the file is larger than 5 MB"),
    "locked.pdf": (pdf(["Secret"], "word"), "error[file-is-readable] the PDF is protected by a password"),
    "scanned.pdf": (pdf([]), "error[file-is-readable] the PDF holds no text"),
    "cut.pdf": (pdf(["Whole"])[:300], "error[file-is-readable] the PDF is damaged"),
    "cut.docx": (docx([("Normal", "Whole")])[:300], "error[file-is-readable] the Word document is damaged"),
    "files.docx": (archive({"a": "b"}), "error[file-is-readable] the file is an archive, and no Word document"),
    "old.doc": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
        "error[file-is-readable] the file is protected by a password, or older than .docx",
    ),
}
ODD = {
    "quotes.md": b">" * DEEP + b" deep\n\n## Roadmap\n",
    "lists.md": b"- " * DEEP + b"deep\n",
    "indented.md": b"".join(b"  " * depth + b"- deep\n" for depth in range(1000)),
    "quotes.html": b"<html><body>" + b"<blockquote>" * DEEP + b"deep" + b"</blockquote>" * DEEP,
    "lists.html": b"<html><body>" + b"<ul><li>" * DEEP + b"deep" + b"</li></ul>" * DEEP,
    "open.html": b"<html><body>" + b"<b><i><a href=x>" * DEEP + b"deep",
    "quotes.txt": b">" * DEEP + b" deep\n",
    "brackets.md": b"[" * DEEP + b"a" + b"]" * DEEP + b"\n" + b"*" * DEEP + b"a\n",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_a_finding(kitchen: Path, name: str) -> None:
    data, message = BAD[name]
    (kitchen / name).write_bytes(data)
    done = imported(kitchen, name)
    assert done.stderr == ""
    assert done.stdout.startswith(f"{name}:1: {message}\n  hint: ")
    assert done.stdout.endswith("\nno documents imported, 1 not\n")
    assert done.returncode == 1
    assert list(draft_of(kitchen).parent.iterdir()) == []


@pytest.mark.parametrize("name", ODD)
def test_what_is_nested_without_end_is_imported_or_a_finding(kitchen: Path, name: str) -> None:
    (kitchen / name).write_bytes(ODD[name])
    done = imported(kitchen, name, *ROLES, "--ledger")
    assert done.stderr == ""
    assert done.returncode in (0, 1)
    assert draft_of(kitchen).exists() == (done.returncode == 0)
    assert done.returncode == 0 or f"{name}:1: error[file-is-readable] " in done.stdout
    assert done.returncode == 1 or unannounced(kitchen, draft_of(kitchen)) == []


def test_files_that_are_not_there(kitchen: Path) -> None:
    done = imported(kitchen, "nowhere.md")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("nowhere.md:1: error[file-is-readable] the file cannot be read: no such file")
    (kitchen / "empty").mkdir()
    done = imported(kitchen, "empty")
    assert (done.returncode, done.stderr) == (2, "crosstrack: there is no document in empty\n")


def test_a_folder_that_cannot_be_read(kitchen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    (kitchen / "closed").mkdir()
    monkeypatch.setattr(os, "scandir", refused)
    findings: list[Diagnostic] = []
    assert find_documents(kitchen / "closed", kitchen, findings.append) == []
    assert [(str(f.span), f.message) for f in findings] == [
        ("closed:1", "the folder cannot be read: permission denied")
    ]


# Other formats


def test_a_pdf_is_read_as_text(kitchen: Path) -> None:
    lines = ["From cook to baker", "", "Mistakes", "", "- Too hot: it burns", "- Too cold: it sags"]
    (kitchen / "page.pdf").write_bytes(pdf(lines))
    done = imported(kitchen, "page.pdf", *ROLES)
    assert (done.returncode, done.stderr) == (0, "")
    assert "page.pdf, 4 lines with text" in done.stdout
    assert "Too cold" in draft_of(kitchen).read_text("utf-8")


def test_a_word_file_is_read_with_its_headings(kitchen: Path) -> None:
    words = [
        ("Heading1", "From cook to baker"),
        ("Heading2", "Mistakes"),
        ("Heading3", "Too hot"),
        ("Normal", "Burns."),
    ]
    (kitchen / "page.docx").write_bytes(docx(words))
    done = imported(kitchen, "page.docx", *ROLES)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Too hot" in draft_of(kitchen).read_text("utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(kitchen: Path, encoding: str) -> None:
    (kitchen / "page.md").write_bytes(ARTICLE.replace("2–3", "2–3").replace("Cut", "Café: cut").encode(encoding))
    done = imported(kitchen, *ROLES)
    assert done.returncode == 0
    assert "Café" in draft_of(kitchen).read_text("utf-8")


# Extract


def test_extract_prints_json_with_the_lines_of_the_source(project: Path) -> None:
    (project / "page.md").write_text(ARTICLE, "utf-8")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    done = here(project, "extract", "page.md")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert told["source"] == "page.md"
    roadmap = next(part for part in told["structures"] if part["kind"] == "roadmap")
    phase = roadmap["phases"][0]
    assert ARTICLE.split("\n")[phase["span"]["line"] - 1].startswith("### Phase 1: First loaf")
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_extract_of_a_bad_file(kitchen: Path) -> None:
    (kitchen / "binary.txt").write_bytes(bytes(range(256)))
    done = here(kitchen, "extract", "binary.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("binary.txt:1: error[file-is-readable] the file is no text\n")


# Many documents


def many(root: Path, number: int) -> list[Path]:
    """So many documents in folders, one of them no good."""
    for at in range(number):
        path = root / f"pages/{at % 3}/{at:02}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(at), "utf-8")
    (root / "pages/1/bad.txt").write_bytes(bytes(range(256)))
    (root / "pages/1/picture.png").write_bytes(b"\x89PNG")
    return find_documents(root / "pages", root, lambda finding: None)


def desk_of(root: Path) -> Desk:
    return desk(root, root / "drafts", Wishes(DAY, "cook", "baker"))[0]


def told(done: Imported) -> tuple[object, ...]:
    return done.path, done.text, done.stem, done.findings, done.account


def test_many_workers_do_what_one_does(kitchen: Path) -> None:
    paths = many(kitchen, 40)
    alone = [told(done) for done in import_all(paths, desk_of(kitchen), 1)]
    assert [told(done) for done in import_all(paths, desk_of(kitchen), 2)] == alone
    assert [path.name for path, text, *_ in alone if not text] == ["bad.txt"]
    assert len(alone) == 41


def test_one_bad_file_spoils_nothing(kitchen: Path) -> None:
    many(kitchen, 12)
    done = imported(kitchen, "pages", *ROLES, "--out", "drafts")
    assert (done.returncode, done.stderr) == (1, ""), "no progress bar where nobody watches"
    assert "pages/1/bad.txt:1: error[file-is-readable] the file is no text\n" in done.stdout
    assert done.stdout.endswith("\n12 documents imported, 1 not\n")
    assert len(list((kitchen / "drafts").iterdir())) == 12


def test_a_bar_shows_how_far_it_is_to_those_who_watch(kitchen: Path) -> None:
    many(kitchen, 6)
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "pipeline", "import", "pages", *ROLES, "--out", "drafts"]
    environment = {**os.environ, "PYTHONPATH": str(REPO), "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(command, cwd=kitchen, env=environment, stdout=subprocess.PIPE, stderr=theirs) as running:
        os.close(theirs)
        seen = b"".join(shown_on(ours)).decode()
        assert running.stdout is not None
        assert running.stdout.read().endswith(b"\n6 documents imported, 1 not\n")
    assert "importing" in seen
    assert "7/7" in seen


def shown_on(terminal: int) -> Iterator[bytes]:
    """What a terminal shows until nobody has it open."""
    with os.fdopen(terminal, "rb", buffering=0) as screen, suppress(OSError):
        while part := screen.read(4096):
            yield part


def test_a_worker_that_dies_takes_one_document_with_it(kitchen: Path) -> None:
    paths = many(kitchen, 8)
    paths[3].write_text(ARTICLE.replace("Lamination", "Sudden death"), "utf-8")
    there = desk_of(kitchen)
    deadly = replace(there, registry=Deadly(there.registry.roles, there.registry.skills, there.registry.spans))
    done = list(import_all(paths, deadly, 2))
    assert [one.path for one in done] == paths
    assert [one.path.name for one in done if one.findings] == [paths[3].name, "bad.txt"]
    assert done[3].findings[0].message == "the document ended the process that read it"
