"""Every rule: cases that break it and cases that keep it (tests/cases/rules), and its page (content/rules)."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from email.message import Message
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request

import pytest
import yaml
from typer.testing import CliRunner

from pipeline.build import Project, build, check
from pipeline.cli import app
from pipeline.model.rules import RULES
from pipeline.site import web
from pipeline.site.check import check_site
from pipeline.site.external import check_external
from pipeline.writers.findings import as_text
from tests.conftest import GUIDE, PROJECT, REPO

CASES, PAGES = REPO / "tests/cases/rules", REPO / "content/rules"
RULE_BY_NAME = {rule.name: rule for rule in RULES}


@dataclass(frozen=True)
class Case:
    """One set of edits to the small project, and all that a command prints of it; nothing where the rule is kept."""

    rule: str
    name: str
    command: str
    edits: Mapping[str, Any]
    findings: str = ""


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of one file: lists of sets of edits, `broken` and `kept`."""
    told = yaml.safe_load(path.read_text("utf-8"))
    assert told["rule"] == path.stem, f"{path.name} is about {told['rule']}"
    for side in ("broken", "kept"):
        for given in told[side]:
            edits = dict(given)
            name, command = edits.pop("name"), edits.pop("command", told.get("command", "check"))
            findings = edits.pop("findings", "").rstrip("\n")
            assert bool(findings) == (side == "broken"), f"{path.name}: what is broken is found, what is kept is not"
            yield Case(path.stem, name, command, edits, findings)


EVERY = [case for path in sorted(CASES.glob("*.yaml")) for case in read_cases(path)]
BROKEN = [case for case in EVERY if case.findings]
KEPT = [case for case in EVERY if not case.findings]
CHECKED = [case for case in BROKEN if case.command == "check"]


@pytest.fixture(scope="module")
def read_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, and what is remembered of it."""
    root = shutil.copytree(PROJECT, tmp_path_factory.mktemp("read") / "project")
    check(root)
    return root


@pytest.fixture
def project(read_before: Path, tmp_path: Path) -> Path:
    """A copy to break; looking for mentions in texts that never change would take most of the time."""
    return shutil.copytree(read_before, tmp_path / "project")


def label(case: Case) -> str:
    return f"{case.rule}: {case.name}"


def apply(edits: Mapping[str, Any], root: Path) -> None:
    """Change the project, in this order."""
    unknown = edits.keys() - {"copy", "write", "append", "bytes", "symlink", "replace", "answers"}
    assert not unknown, f"there is no edit {unknown}"
    for path, target in edits.get("copy", {}).items():
        shutil.copy(root / path, root / target)
    for path, text in edits.get("write", {}).items():
        write(root / path, text.encode())
    for path, (line, times) in edits.get("append", {}).items():
        write(root / path, (root / path).read_bytes() + f"{line}\n".encode() * times)
    for path, text in edits.get("bytes", {}).items():
        write(root / path, text.encode("latin-1"))  # a character a byte
    for path, target in edits.get("symlink", {}).items():
        (root / path).symlink_to(target)
    for change in edits.get("replace", ()):
        replace(root / change["in"], change["find"], change["with"])


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    write(path, text.replace(old, new).encode())


def found(root: Path, case: Case) -> str:
    """All that the command prints of findings."""
    if case.command == "check":
        project = check(root)[0]
    elif case.command == "build":
        project = build(root)[0]
    else:
        project = Project(root)
        count = check_site(root, project.report)
        if case.command == "links --external":
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(web, "build_opener", lambda *_: Web(case.edits["answers"]))
                options = web.Options(sleep=lambda seconds: None)
                check_external(count.external, root / "build/cache/web.json", project.report, options)
        project.take_spans()
    return as_text(project.ordered, project.sources)


class Web:
    """Answers each address with its status, and with the address it sends on to."""

    def __init__(self, answers: Mapping[str, int | Sequence[Any]]) -> None:
        self.answers = answers

    def open(self, request: Request, timeout: float) -> nullcontext[SimpleNamespace]:
        assert timeout > 0
        told = self.answers[request.full_url]
        status, onward = (told, "") if isinstance(told, int) else told
        if status == 200:
            return nullcontext(SimpleNamespace(status=status))
        headers = Message()
        headers["Location"] = onward
        raise HTTPError(request.full_url, status, "", headers, BytesIO())


def test_every_rule_has_cases_and_a_page() -> None:
    names = sorted(RULE_BY_NAME)
    assert sorted(path.name.removesuffix(".yaml") for path in CASES.iterdir()) == names
    assert sorted(path.name.removesuffix(".md") for path in PAGES.iterdir()) == names
    assert sorted({case.rule for case in BROKEN}) == sorted({case.rule for case in KEPT}) == names


@pytest.mark.parametrize("case", BROKEN, ids=label)
def test_what_breaks_a_rule_is_found(case: Case, project: Path) -> None:
    apply(case.edits, project)
    printed = found(project, case)
    assert printed == case.findings
    assert f" {RULE_BY_NAME[case.rule].severity}[{case.rule}] " in printed
    assert found(project, case) == printed, "asked again, when what was read is remembered"


@pytest.mark.parametrize("case", KEPT, ids=label)
def test_what_keeps_a_rule_is_let_be(case: Case, project: Path) -> None:
    apply(case.edits, project)
    assert found(project, case) == ""


SAVED = {"with a byte order mark and CRLF": ("utf-8-sig", "\r\n"), "with CR": ("utf-8", "\r")}


@pytest.mark.parametrize("how", SAVED)
@pytest.mark.parametrize("case", CHECKED, ids=label)
def test_findings_are_the_same_however_a_file_is_saved(case: Case, how: str, project: Path) -> None:
    encoding, line_end = SAVED[how]
    apply(case.edits, project)
    for path in (*project.glob("content/*/*.md"), *project.glob("data/*.yaml")):
        if path.is_file() and path.read_bytes().strip() and is_text(path):
            write(path, path.read_text("utf-8").replace("\n", line_end).encode(encoding))
    assert found(project, case) == case.findings


def is_text(path: Path) -> bool:
    try:
        path.read_bytes().decode()
    except UnicodeDecodeError:
        return False
    return True


BAD_FILES: Mapping[str, Mapping[str, Any]] = {
    "YAML that is none": {"write": {"content/guides/bad.md": "---\ntitle: Bread: a guide\n---\n\n## Overview\n"}},
    "not UTF-8": {"bytes": {"content/guides/bad.md": "---\ntitle: Cr\xe8me\n---\n"}},
    "empty": {"write": {"content/guides/bad.md": ""}},
    "too large": {"write": {"content/guides/bad.md": "Bread. " * 800_000}},
    "a symbolic link out of the project": {
        "write": {"../outside.md": "Not for everybody.\n"},
        "symlink": {"content/guides/bad.md": "../../../outside.md"},
    },
    "a link out of the project": {
        "copy": {GUIDE: "content/guides/bad.md"},
        "replace": [
            {"in": "content/guides/bad.md", "find": "from: cook", "with": "from: waiter"},
            {"in": "content/guides/bad.md", "find": "No. Hands", "with": "No. [Hands](../../../../etc/passwd)"},
        ],
    },
}
SAID = {
    "YAML that is none": "content/guides/bad.md:2:13: error[front-matter-is-yaml] this is not well-formed YAML",
    "not UTF-8": "content/guides/bad.md:2: error[file-is-readable] the file is not UTF-8",
    "empty": "content/guides/bad.md:1: error[file-is-readable] the file is empty",
    "too large": "content/guides/bad.md:1: error[file-is-readable] the file is larger than 5 MB",
    "a symbolic link out of the project": "content/guides/bad.md:1: error[link-stays-inside] the file is a link",
    "a link out of the project": "error[link-stays-inside] the link '../../../../etc/passwd' leads out of the project",
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_stops_no_other_and_no_page_is_lost(name: str, project: Path) -> None:
    run = CliRunner()
    done = run.invoke(app, ["build", "--pages", "--root", str(project)])
    assert done.exit_code == 0, done.output
    before = bytes_of(project / "build/docs")
    apply(BAD_FILES[name], project)
    replace(project / GUIDE, "- Skills: Weighing, Fermentation", "- Skills: Weighing, Fermentatoin")
    for command in ("check", "build"):
        done = run.invoke(app, [command, "--root", str(project)])
        assert done.exit_code == 1, done.output
        assert SAID[name] in done.output
        assert f"{GUIDE}:110:21: error[skill-is-known] no skill named 'Fermentatoin'" in done.output
        assert not isinstance(done.exception, Exception), done.exception
    assert bytes_of(project / "build/docs") == before


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


FENCE = re.compile(r"^(`{3,})(\w+)\n(.*?)\n\1$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class RulePage:
    """The page of a rule, as far as it can be held against the cases."""

    front_matter: Mapping[str, str]
    headings: list[str]
    broken: list[str]
    printed: list[str]
    mended: list[str]


def read_page(name: str) -> RulePage:
    _, head, body = (PAGES / f"{name}.md").read_text("utf-8").split("---\n", 2)
    breaks, mend = body.split("\n## How to mend it\n")
    examples = [(found[2], found[3]) for found in FENCE.finditer(breaks)]
    return RulePage(
        front_matter=yaml.safe_load(head),
        headings=re.findall(r"^#+ .*", FENCE.sub("", body), re.MULTILINE),
        broken=[text for language, text in examples if language != "text"],
        printed=[text for language, text in examples if language == "text"],
        mended=[found[3] for found in FENCE.finditer(mend)],
    )


def shows(root: Path, example: str) -> bool:
    """Whether the lines stand in one file, in their order; a line of three dots passes over what is between."""
    files = [path for path in root.rglob("*") if path.is_file() and path.suffix in (".md", ".yaml", ".html", ".css")]
    parts = [re.escape(part.strip("\n")) for part in re.split(r"^\.\.\.$", example, flags=re.MULTILINE)]
    wanted = re.compile(rf"^{'$.*?^'.join(parts)}$", re.MULTILINE | re.DOTALL)
    return any(wanted.search(path.read_bytes().decode("utf-8", "replace")) for path in files)


@pytest.mark.parametrize("name", RULE_BY_NAME)
def test_the_page_of_a_rule_shows_what_is_printed(name: str, tmp_path: Path) -> None:
    page = read_page(name)
    assert page.front_matter == {"title": name, "description": RULE_BY_NAME[name].holds}
    assert page.headings == ["## What breaks it", "## How to mend it"]
    assert page.broken, "there is an example"
    assert page.printed, "there is a finding"
    assert page.mended, "there is a remedy"
    cases = {case.findings: case for case in BROKEN if case.rule == name}
    for index, (example, printed) in enumerate(zip(page.broken, page.printed, strict=True)):
        assert printed in cases, f"no case prints\n{printed}"
        root = shutil.copytree(PROJECT, tmp_path / f"broken-{index}")
        apply(cases[printed].edits, root)
        assert shows(root, example), f"in the case '{cases[printed].name}' there is no\n{example}"
    sound = [shutil.copytree(PROJECT, tmp_path / "sound")]
    for index, case in enumerate(case for case in KEPT if case.rule == name):
        sound.append(shutil.copytree(PROJECT, tmp_path / f"kept-{index}"))
        apply(case.edits, sound[-1])
    for example in page.mended:
        assert any(shows(root, example) for root in sound), f"no sound project has\n{example}"
