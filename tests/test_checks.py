"""What no case shows: findings on paper, slips of the pen, and addresses that lead out."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.build import check
from pipeline.cli import app
from pipeline.model.diagnostic import Diagnostic
from pipeline.model.nearest import nearest
from pipeline.model.redirect import Redirect
from pipeline.model.rules import FILE_IS_READABLE
from pipeline.model.source import Source, Span
from pipeline.stages.write import write_folder
from pipeline.writers.findings import FORMATS

SKILLS = ["knife skill", "knife work", "tasting", "oven control", "fermentation", "sourdough", "weighing", "sql"]
SLIPS = {
    "fermentatoin": "fermentation",
    "fermntaton": "fermentation",
    "ferment": "fermentation",
    "weigh": "weighing",
    "knife": "knife work",
    "weighting": "weighing",
    "oven contrl": "oven control",
    "knife wrok": "knife work",
    "tasing": "tasting",
    "slq": "sql",
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_found(slip: str) -> None:
    assert nearest(slip, SKILLS) == SLIPS[slip]


@pytest.mark.parametrize("word", ["oven", "skill", "men", "r", "", "juggling", "title: from waiter to baker"])
def test_another_word_is_no_slip(word: str) -> None:
    assert nearest(word, ["to", "from", "projects to build", *SKILLS[:3], *SKILLS[4:]]) is None


HOSTILE = "\x1b]0;mine\x07 \x9b31m \x7f \u202e \u2028 \r\n"
CONTROL = re.compile(r"[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("form", FORMATS)
def test_no_finding_commands_a_terminal(form: str) -> None:
    finding = Diagnostic(FILE_IS_READABLE, HOSTILE, Span(f"a{HOSTILE}b.md", 1, 1, 2, 5), HOSTILE)
    sources = {f"a{HOSTILE}b.md": Source(f"a{HOSTILE}b.md", f"x\ty {HOSTILE}")}
    printed = FORMATS[form]([finding], sources)
    assert not CONTROL.search(printed) or form == "json"
    assert not re.search(r"[\0-\x09\x0b-\x1f\x7f-\x9f]", printed)
    if form == "text":
        assert printed.count("\n") == 3, "the finding, the line, the caret, the hint"
    if form == "json":
        assert json.loads(printed)[0]["message"] == HOSTILE
    if form == "github":
        assert printed.startswith("::error file=a␛]0;mine␇ ")
        assert "\n" not in printed
        assert "%0D%0A%0Ahint: ␛" in printed


@pytest.mark.parametrize(
    "path", ["../evil/index.html", "/evil.html", "a/../../evil", "./a", "a//b", "a\\b", "", "c:/x"]
)
def test_nothing_is_written_out_of_a_folder(path: str, tmp_path: Path) -> None:
    write_folder(tmp_path / "docs", {"index.md": "Bread."})
    with pytest.raises(AssertionError, match="out of"):
        write_folder(tmp_path / "docs", {"index.md": "Cake.", path: "evil"})
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")] == ["docs", "docs/index.md"]
    assert (tmp_path / "docs/index.md").read_text() == "Bread."


@pytest.mark.parametrize("part", ["..", ".", "...", ".hidden", "a b", "a\\b", "a?b", "%2e%2e", "", "é\0"])
def test_the_parts_of_an_address_are_plain_names(part: str) -> None:
    for address in (f"{part}/", f"skills/{part}/", f"{part}/skills/"):
        with pytest.raises(ValueError, match="from"):
            Redirect.model_validate({"from": address, "to": "skills/"})
        with pytest.raises(ValueError, match="to"):
            Redirect.model_validate({"from": "skills/", "to": address})


def test_a_redirect_out_of_the_project_writes_nothing(project: Path) -> None:
    before = {path for path in project.parent.rglob("*") if "build" not in path.parts}
    (project / "data/redirects.yaml").write_text("- from: ../../../evil/\n  to: roles/baker/\n", "utf-8")
    done = CliRunner().invoke(app, ["build", "--pages", "--root", str(project)])
    assert done.exit_code == 1, done.output
    assert "data/redirects.yaml:1:9: error[registry-is-valid] from: '../../../evil/'" in done.output
    after = {path for path in project.parent.rglob("*") if "build" not in path.parts}
    assert after == {*before, project / "data/redirects.yaml"}


@pytest.mark.parametrize("name", ["roles", "skills"])
def test_a_registry_that_cannot_be_read_is_one_finding(name: str, project: Path) -> None:
    (project / f"data/{name}.yaml").unlink()
    found = check(project)[0].ordered
    assert [f"{finding.span} {finding.rule.name}" for finding in found] == [f"data/{name}.yaml:1 file-is-readable"]
