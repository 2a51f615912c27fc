"""The commands as a newcomer meets them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import GUIDE, crosstrack

MORSE = "crosstrack: there is no format 'morse'; the formats are text, json, github\n"
COMMANDS = ("build", "check", "serve", "export", "schema", "links", "import", "extract")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str) -> None:
    done = crosstrack(command, "--help")
    assert done.returncode == 0
    assert re.search(rf"Example:\s+crosstrack {command}", done.stdout), done.stdout


def test_check_is_content_with_the_project(project: Path) -> None:
    done = crosstrack("check", "--root", str(project))
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 guide checked: no errors, no warnings\n", "")


def test_check_finds_the_project_from_inside(project: Path) -> None:
    done = crosstrack("check", cwd=project / "content/guides")
    assert (done.returncode, done.stdout) == (0, "1 guide checked: no errors, no warnings\n")


def test_check_prints_the_line_and_the_remedy(project: Path) -> None:
    guide = project / GUIDE
    guide.write_text(guide.read_text("utf-8").replace("- **Knife work**", "- **Knife wrok**"), "utf-8")
    done = crosstrack("check", "--root", str(project))
    assert done.returncode == 1
    assert done.stdout == (
        f"{GUIDE}:83:5: error[skill-is-known] no skill named 'Knife wrok'\n"
        "   83 | - **Knife wrok**: dough is cut, too. [^oven-book]\n"
        "      |     ^^^^^^^^^^\n"
        "  hint: did you mean 'Knife work' (data/skills.yaml:1)? if not, add it to data/skills.yaml\n"
        "1 guide checked: 1 error, no warnings\n"
    )


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--strict",), 1)])
def test_warnings_fail_only_a_strict_check(project: Path, options: tuple[str, ...], code: int) -> None:
    guide = project / GUIDE
    guide.write_text(guide.read_text("utf-8") + "\n## Unplaced\n\nA leftover.\n", "utf-8")
    done = crosstrack("check", *options, "--root", str(project))
    assert done.returncode == code
    assert "warning[unplaced-is-empty]" in done.stdout
    assert done.stdout.endswith("1 guide checked: no errors, 1 warning\n")


def test_check_of_one_guide_says_nothing_of_others(project: Path) -> None:
    guide = (project / GUIDE).read_text("utf-8")
    (project / GUIDE).write_text(guide.replace("Weighing, Fermentation", "Weighing, Juggling"), "utf-8")
    draft = project / "draft.md"
    draft.write_text(guide.replace("from: cook", "from: waiter").replace("- Skills: Ferm", "- Skills: Fern"), "utf-8")
    done = crosstrack("check", str(draft), "--root", str(project))
    assert done.returncode == 1
    assert "no skill named 'Fernentation'" in done.stdout
    assert "Juggling" not in done.stdout
    assert done.stdout.endswith("1 guide checked: 3 errors, 3 warnings\n"), done.stdout


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("check", "nowhere.md"), "crosstrack: there is no file nowhere.md\n"),
        (
            ("check", "--format", "morse"),
            "crosstrack: there is no format 'morse'; the formats are text, json, github\n",
        ),
        (("links",), "crosstrack: there is no site yet; 'crosstrack build' makes it\n"),
    ],
)
def test_misuse_ends_with_two(project: Path, args: tuple[str, ...], says: str) -> None:
    done = crosstrack(*args, cwd=project)
    assert (done.returncode, done.stderr) == (2, says)


def test_a_folder_that_is_no_project(tmp_path: Path) -> None:
    done = crosstrack("check", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        f"crosstrack: {tmp_path} is not in a Crosstrack project: there is no folder with content/ and data/\n"
    )


def test_findings_for_programs(project: Path) -> None:
    guide = project / GUIDE
    guide.write_text(guide.read_text("utf-8").replace("(2–3 weeks)", "(some weeks)"), "utf-8")
    done = crosstrack("check", "--format", "github", "--root", str(project))
    assert done.stdout.splitlines()[0] == (
        f"::error file={GUIDE},line=103,endLine=103,col=26,title=duration-is-readable::"
        "'some weeks' is not a duration%0Ahint: write '3–4 weeks', '6 to 12 months', '2 weeks' or 'ongoing'"
    )


def test_export_writes_what_the_site_carries(project: Path, tmp_path: Path) -> None:
    crosstrack("build", "--pages", "--root", str(project))
    out = tmp_path / "out"
    done = crosstrack("export", "--out", str(out), "--root", str(project))
    assert done.returncode == 0, done.stderr
    api = project / "build/docs/api/v1"
    names = {path.relative_to(api).as_posix() for path in api.rglob("*.json")}
    assert {path.relative_to(out).as_posix() for path in out.rglob("*.json")} == names
    assert all((out / name).read_bytes() == (api / name).read_bytes() for name in names)
    assert crosstrack("export", "--out", str(out), "--root", str(project)).returncode == 0


def test_export_takes_the_place_of_nothing_but_an_export(project: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.txt").write_text("years of work", "utf-8")
    done = crosstrack("export", "--out", "mine", "--root", str(project), cwd=tmp_path)
    said = "crosstrack: mine holds thesis.txt, which is no part of an export; name a folder of its own with --out\n"
    assert (done.returncode, done.stderr) == (2, said)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]
    done = crosstrack("export", "--out", ".", cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert (project / "content").is_dir()
