"""The project's own guides: whole, without a finding, and at least as full as promised."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from pipeline.build import Project, check
from pipeline.library import Library
from pipeline.structures.comparison import Comparison
from pipeline.structures.faq import Faqs
from pipeline.structures.interview import Interview
from pipeline.structures.mistakes import Mistakes
from pipeline.structures.overview import Overview
from pipeline.structures.projects import Projects
from pipeline.structures.questions import Questions
from pipeline.structures.responsibilities import Responsibilities
from pipeline.structures.roadmap import Roadmap
from pipeline.structures.skills import Skills
from tests.conftest import REPO

TRACKS = (
    "data-engineer-to-machine-learning-engineer",
    "data-scientist-to-machine-learning-engineer",
    "software-engineer-to-machine-learning-engineer",
)


@cache
def checked() -> tuple[Project, Library]:
    return check(Path(REPO))


def test_the_guides_have_no_finding() -> None:
    project, library = checked()
    assert project.findings == []
    assert tuple(track.slug for track in library.tracks) == TRACKS
    assert len(library.registry.skills) >= 80


@pytest.mark.parametrize("slug", TRACKS)
def test_no_kind_is_thin(slug: str) -> None:
    guide = checked()[1].track(slug).guide
    overview, comparison, skills = guide.find(Overview), guide.find(Comparison), guide.find(Skills)
    roadmap, projects, interview = guide.find(Roadmap), guide.find(Projects), guide.find(Interview)
    questions, mistakes, faqs = guide.find(Questions), guide.find(Mistakes), guide.find(Faqs)
    duties = guide.find(Responsibilities)
    assert overview and comparison and skills and roadmap and projects and interview
    assert questions and mistakes and faqs and duties
    assert len(overview.takeaways) >= 4
    assert [len(role.duties) >= 6 for role in duties.roles] == [True, True]
    assert len(comparison.rows) >= 8
    counts = {bucket.bucket: len(bucket.skills) for bucket in skills.buckets}
    assert counts["carries-over"] >= 4
    assert counts["easier"] >= 2
    assert counts["new"] >= 3
    assert len(roadmap.phases) >= 4
    assert len(projects.build) >= 2
    assert len(projects.avoid) >= 3
    assert len(interview.stages) >= 3
    assert len(interview.rounds) >= 6
    assert len(questions.sets) >= 5
    assert min(len(part.questions) for part in questions.sets) >= 5
    assert len(mistakes.mistakes) >= 5
    assert len(faqs.faqs) >= 5


@pytest.mark.parametrize("slug", TRACKS)
def test_only_the_project_signs(slug: str) -> None:
    assert checked()[1].track(slug).guide.authors == ("Crosstrack editors",)


SHARED = REPO.parent / "shared"


@pytest.mark.skipif(not (SHARED / "tools/overlap.py").exists(), reason="the source documents are not on this machine")
def test_no_sentence_is_taken_from_a_source() -> None:
    import subprocess
    import sys

    command = [sys.executable, str(SHARED / "tools/overlap.py"), "content", "data"]
    done = subprocess.run(command, cwd=REPO, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
