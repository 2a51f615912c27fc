"""What a build promises: the same bytes, nothing half-written, nothing done twice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import GUIDE, REPO, crosstrack


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(project: Path, *options: str) -> str:
    done = crosstrack("build", *options, "--root", str(project))
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def whole(project: Path) -> None:
    """What the engine needs besides the content."""
    shutil.copytree(REPO / "overrides", project / "overrides")
    shutil.copy(REPO / "mkdocs.yml", project)


def test_two_builds_make_the_same_bytes(project: Path, tmp_path: Path) -> None:
    whole(project)
    other = tmp_path / "elsewhere"
    shutil.copytree(project, other)
    build(project)
    build(other)
    first, second = files(project / "site"), files(other / "site")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_build_after_an_edit_makes_the_same_bytes_as_a_cold_one(project: Path, tmp_path: Path) -> None:
    build(project, "--pages")
    guide = project / GUIDE
    guide.write_text(guide.read_text("utf-8").replace("Weigh everything.", "Weigh all, tasting it."), "utf-8")
    cold = tmp_path / "cold"
    shutil.copytree(project, cold, ignore=shutil.ignore_patterns("build"))
    build(project, "--pages")
    build(cold, "--pages")
    assert files(project / "build/docs") == files(cold / "build/docs")


def test_a_page_that_is_no_more_is_removed(project: Path) -> None:
    build(project, "--pages")
    skills = project / "data/skills.yaml"
    page = project / "build/docs/skills/tasting.md"
    assert page.is_file()
    text = skills.read_text("utf-8").replace("slug: tasting", "slug: trying").replace("[tasting]", "[trying]")
    skills.write_text(text, "utf-8")
    build(project, "--pages")
    assert not page.exists()


def test_a_build_without_news_writes_nothing_and_imports_no_spacy(project: Path) -> None:
    first = build(project, "--pages")
    times = {path: path.stat().st_mtime_ns for path in (project / "build").rglob("*") if path.is_file()}
    probe = "import sys; sys.argv = ['crosstrack', 'build', '--pages']\n"
    probe += "from pipeline.cli import app\napp(standalone_mode=False)\n"
    probe += "print(sorted({'spacy', 'markdown_it', 'mkdocs', 'rich', 'genanki'} & sys.modules.keys()))"
    environment = {**os.environ, "PYTHONPATH": str(REPO)}
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=project, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{first}[]\n"
    assert {path: path.stat().st_mtime_ns for path in (project / "build").rglob("*") if path.is_file()} == times


def test_a_build_without_news_says_its_warnings_again(project: Path) -> None:
    guide = project / GUIDE
    guide.write_text(guide.read_text("utf-8") + "\n## Unplaced\n\nA leftover.\n", "utf-8")
    first, second = build(project, "--pages"), build(project, "--pages")
    assert "warning[unplaced-is-empty]" in first
    assert first == second


def test_a_file_lost_from_the_pages_is_made_again(project: Path) -> None:
    build(project, "--pages")
    (project / "build/docs/index.md").unlink()
    build(project, "--pages")
    assert (project / "build/docs/index.md").is_file()


def test_an_error_leaves_the_last_good_pages_whole(project: Path) -> None:
    build(project, "--pages")
    before = files(project / "build/docs")
    guide = project / GUIDE
    guide.write_text(guide.read_text("utf-8").replace("Weighing, Fermentation", "Weighing, Juggling"), "utf-8")
    done = crosstrack("build", "--root", str(project))
    assert done.returncode == 1
    assert "error[skill-is-known] no skill named 'Juggling'" in done.stdout
    assert done.stderr == "crosstrack: 1 error, no warnings; build/docs was left as it was\n"
    assert files(project / "build/docs") == before
    assert not (project / "site").exists()


def test_a_redirect_leads_on(project: Path) -> None:
    whole(project)
    (project / "data/redirects.yaml").write_text("- from: skills/cutting/\n  to: skills/knife-work/\n", "utf-8")
    build(project)
    page = (project / "site/skills/cutting/index.html").read_text("utf-8")
    assert 'http-equiv="refresh" content="0; url=../knife-work/"' in page


RENAMED = """\
- from: skills/cutting/
  to: skills/knife-work/
- from: skills/old-shelf/
  to: skills/
- from: tracks/chef-to-baker/
  to: tracks/cook-to-baker/
- from: tracks/chef-to-baker/roadmap/
  to: tracks/cook-to-baker/roadmap/
- from: tracks/chef-to-baker/roadmap/#a-loaf
  to: tracks/cook-to-baker/roadmap/#first-loaf
- from: tracks/cook-to-baker/questions/dough/#is-it-ready
  to: tracks/cook-to-baker/questions/#dough-ready
"""


def test_what_was_renamed_is_published_under_both_names(project: Path) -> None:
    (project / "data/redirects.yaml").write_text(RENAMED, "utf-8")
    build(project, "--pages")
    docs = project / "build/docs"
    aliases = json.loads((docs / "api/v1/aliases.json").read_text("utf-8"))
    assert aliases == {
        "tracks": {"chef-to-baker": "cook-to-baker"},
        "skills": {"cutting": "knife-work"},
        "items": {
            "chef-to-baker/roadmap/a-loaf": "cook-to-baker/roadmap/first-loaf",
            "cook-to-baker/is-it-ready": "cook-to-baker/dough-ready",
            "cook-to-baker/questions/is-it-ready": "cook-to-baker/questions/dough-ready",
        },
    }
    assert (docs / "tracks/chef-to-baker/roadmap/index.html").exists(), "a page is redirected"
    assert not list(docs.rglob("*#*")), "an item has no page of its own"
    done = crosstrack("export", "--root", str(project), "--out", str(project / "data-files"))
    assert done.returncode == 0, done.stderr
    assert json.loads((project / "data-files/aliases.json").read_text("utf-8")) == aliases


def test_names_in_the_api_lead_to_registered_things(project: Path) -> None:
    build(project, "--pages")
    data = project / "build/docs/api/v1"
    record = json.loads((data / "guides/cook-to-baker.json").read_text("utf-8"))
    assert record["roles"] == {"Baker": "baker", "Cook": "cook", "baker": "baker", "cook": "cook"}
    assert record["skills"]["Fermentation"] == "fermentation"
    asked = json.loads((data / "questions.json").read_text("utf-8"))
    assert asked["rounds"] == {"cook-to-baker/shaping": "Shaping"}
    assert asked["skills"] == {"fermentation": "Fermentation"}
    assert asked["questions"][0] == {
        "id": "cook-to-baker/dough-ready",
        "track": "cook-to-baker",
        "set": "dough",
        "domain": "Dough",
        "text": "When is a dough ready?",
        "skills": ["fermentation"],
        "rounds": ["shaping"],
        "outline": ["Press it.", "Watch it come back."],
        "listens_for": ["Reasons instead of recipes"],
        "sources": ["oven-book"],
        "url": "tracks/cook-to-baker/questions/dough/#dough-ready",
    }


def test_what_is_named_twice_is_published_once_and_a_round_is_no_skill(project: Path) -> None:
    guide = project / GUIDE
    text = guide.read_text("utf-8").replace("| Shaping | Even", "| Sourdough | Even")
    text = text.replace("- Rounds: Shaping", "- Rounds: Sourdough, sourdough")
    text = text.replace("- Skills: Fermentation\n\nQuestions:", "- Skills: Fermentation, sourdough\n\nQuestions:")
    guide.write_text(text, "utf-8")
    build(project, "--pages")
    data = project / "build/docs/api/v1"
    asked = json.loads((data / "questions.json").read_text("utf-8"))["questions"][0]
    assert (asked["skills"], asked["rounds"]) == (["fermentation"], ["sourdough"])
    record = json.loads((data / "guides/cook-to-baker.json").read_text("utf-8"))
    assert record["skills"]["sourdough"] == "fermentation"
    assert "Sourdough" not in record["skills"]


def test_the_words_of_a_skill_do_not_lead_where_its_heading_leads(project: Path) -> None:
    guide = project / GUIDE
    text = guide.read_text("utf-8").replace(
        "Nothing in a kitchen takes a night.", "Sourdough is slow; mind the weighing."
    )
    guide.write_text(text, "utf-8")
    build(project, "--pages")
    page = (project / "build/docs/tracks/cook-to-baker/skills.md").read_text("utf-8")
    assert "### [Fermentation](../../skills/fermentation.md) { #fermentation }" in page
    assert "Sourdough is slow; mind the [weighing](../../skills/weighing.md)." in page
