"""Recognition, trap by trap: each text is of our own making, in the manner of what people bring."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.foreign import Fate, recast
from pipeline.model.source import Source
from pipeline.stages.parse import parse_foreign
from tests.corpus.flat import flat, registry

KNOWN = registry()


def read(text: str, name: str = "page.md") -> dict[str, Any]:
    """What is recognised in a text, in the flat form."""
    return flat(recast(parse_foreign(Source(name, text), lambda finding: None), KNOWN), KNOWN)


def names(text: str, name: str = "page.md") -> list[tuple[str, str]]:
    """The skills of a text with their buckets."""
    return [(skill["name"], skill["bucket"]) for skill in read(text, name)["skills"]]


def test_header_cells_may_stand_in_any_order() -> None:
    table = "| Data engineer | Area | Data analyst |\n|-|-|-|\n| pipes | Work | charts |\n"
    text = f"# Data analyst to data engineer\n\n{table}"
    assert read(text)["comparisons"] == [{"dimension": "Work", "from": "charts", "to": "pipes"}]


def test_a_table_without_a_column_of_dimensions_compares_too() -> None:
    text = "# Data analyst to data engineer\n\n| Data analyst | Data engineer |\n|-|-|\n| charts | pipes |\n"
    assert read(text)["comparisons"] == [{"dimension": "", "from": "charts", "to": "pipes"}]


def test_a_table_that_maps_skills_is_no_comparison() -> None:
    text = (
        "# Skills you already have\n\n| Analyst skill | Engineer use |\n|-|-|\n| SQL | models |\n| Charts | checks |\n"
    )
    found = read(text)
    assert found["comparisons"] == []
    assert [skill["bucket"] for skill in found["skills"]] == ["carries_over", "carries_over"]


def test_a_form_to_fill_in_holds_no_skills() -> None:
    assert names("# Skills: rate yourself\n\n| Skill | 1 | 2 |\n|-|-|-|\n| SQL | ___ | ___ |\n| Git | ☐ | ☐ |\n") == []


def test_a_list_keeps_its_bucket_from_its_heading() -> None:
    assert names("# Moving\n\n## Strengths\n\n- Care - you have it\n\n## Gaps to close\n\n- Git\n") == [
        ("Care", "carries_over"),
        ("Git", "new"),
    ]


def test_skills_are_found_inside_a_sentence() -> None:
    text = (
        "It names skills that transfer directly, including writing, testing, and care, while pointing to areas that "
        "need further development, such as statistics and cloud cost.\n"
    )
    assert names(text, "page.txt") == [
        ("writing", "carries_over"),
        ("testing", "carries_over"),
        ("care", "carries_over"),
        ("statistics", "new"),
        ("cloud cost", "new"),
    ]


def test_ticks_and_crosses_say_which_skills_are_there() -> None:
    assert names("## Skills\n\n- ✅ Patience\n- ❌ Statistics\n") == [
        ("Patience", "carries_over"),
        ("Statistics", "new"),
    ]


@pytest.mark.parametrize(
    ("heading", "title", "duration"),
    [
        ("## Phase {n}: Learn (3-4 weeks)", "Learn", "3–4 weeks"),
        ("## 🚀 Phase {n} — Learn", "Learn", None),
        ("**Phase {n} – Learn (Month 2)**", "Learn", "month 2"),
        ("## Stage {n} | Learn | 6 weeks", "Learn", "6 weeks"),
        ("### Step {n}️⃣ Learn", "Learn", None),
    ],
)
def test_phases_come_in_many_shapes(heading: str, title: str, duration: str | None) -> None:
    parts = [f"{heading.replace('{n}', str(n))}\n\nText of part {n}.\n" for n in (1, 2)]
    found = read("# Roadmap\n\n" + "\n".join(parts))["phases"]
    assert [(phase["n"], phase["title"], phase["duration"]) for phase in found] == [
        (1, title, duration),
        (2, title, duration),
    ]


def test_months_inside_phases_are_no_phases() -> None:
    inner = "#### Month 1: a\n\nx\n\n#### Month 2: b\n\ny\n"
    text = f"# Plan\n\n## Timeline\n\n### Phase 0: One\n\n{inner}\n### Phase 1: Two\n\n{inner}"
    assert [phase["title"] for phase in read(text)["phases"]] == ["One", "Two"]


def test_numbered_mistakes_are_no_phases() -> None:
    text = "# Mistakes to avoid\n\n## 1. Hurrying\n\nIt shows.\n\n## 2. Hiding\n\nIt shows, too.\n"
    found = read(text)
    assert (found["phases"], found["mistakes"]) == ([], ["Hurrying", "Hiding"])


def test_the_frame_of_an_answer_is_no_phase_and_no_round() -> None:
    text = "# Interview\n\n## How to answer\n\n1. **Situation**: set it\n2. **Task**: name it\n3. **Action**: tell it\n"
    found = read(text)
    assert (found["phases"], found["rounds"]) == ([], [])


def test_rounds_do_not_include_what_is_nested_in_them() -> None:
    text = (
        "# The interview process\n\n1. **Call**: you talk. It is short.\n   - **Tip**: smile\n   - **Goal**: fit\n"
        "2. **Test**: you write code.\n"
    )
    assert read(text)["rounds"] == [
        {"name": "Call", "focus": "you talk."},
        {"name": "Test", "focus": "you write code."},
    ]


def test_a_sample_day_is_no_list_of_rounds() -> None:
    text = "# Interview rounds\n\n| Time | Who | What |\n|-|-|-|\n| 09.00 | Ada | Code |\n| 10.00 | Bo | Talk |\n"
    assert read(text)["rounds"] == []


def test_questions_with_their_answers_on_one_line() -> None:
    text = "# Interview questions\n\n## Storage\n\n1. What is a partition? A slice.\n2. Explain an index. A shortcut.\n"
    assert [(question["text"], question["domain"]) for question in read(text)["questions"]] == [
        ("What is a partition?", "Storage"),
        ("Explain an index.", "Storage"),
    ]


def test_questions_of_readers_are_no_interview_questions() -> None:
    found = read("# FAQ\n\n**Is it hard?**\n\nOnly at first.\n\n**Is it long?**\n\nHalf a year.\n")
    assert found["questions"] == []
    assert found["faqs"] == [
        {"q": "Is it hard?", "a_starts": "Only at first."},
        {"q": "Is it long?", "a_starts": "Half a year."},
    ]


def test_projects_to_avoid_are_told_from_those_to_build() -> None:
    text = "# Projects\n\n## Worth building\n\n- Queue: small\n\n## What to avoid\n\n- To-do lists\n"
    assert [(project["title"], project["kind"]) for project in read(text)["projects"]] == [
        ("Queue", "build"),
        ("To-do lists", "avoid"),
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "From Data Analyst to Data Engineer\n\nData engineers are responsible for keeping data complete, making it\n"
        "arrive on time, and answering for what it costs when nobody has been\n"
        "looking at the bill for a month or two.\n"
    )
    assert [duty["text"] for duty in read(text, "page.txt")["responsibilities"]][:2] == [
        "keeping data complete",
        "making it arrive on time",
    ]


def test_what_stands_beside_the_text_has_a_reason() -> None:
    page = (
        "<html><body><nav><a href='/'>Start</a></nav><h1>Data analyst to data engineer</h1><p>Some text.</p>\n"
        "<div class='share-buttons'>Tell a friend</div>\n<div id='comments'>Nice</div>\n"
        "<footer>© us</footer></body></html>"
    )
    ledger = recast(parse_foreign(Source("page.html", page), lambda finding: None), KNOWN).ledger
    assert [(entry.fate, entry.reason) for entry in ledger[1:]] == [
        (Fate.BOILERPLATE, "share buttons"),
        (Fate.BOILERPLATE, "comments"),
        (Fate.BOILERPLATE, "footer"),
    ]


def test_a_name_that_says_search_does_not_hide_the_text() -> None:
    body = "".join(f"<p>Paragraph {n} of a text that is long enough to be one.</p>" for n in range(9))
    page = f"<body><div id='search-results'><h2>Common mistakes</h2><ul><li>Haste</li></ul>{body}</div></body>"
    assert read(page, "page.html")["mistakes"] == ["Haste"]


@pytest.mark.parametrize(
    ("title", "origin", "target"),
    [
        ("How to move from data analyst to data engineer", "data-analyst", "data-engineer"),
        ("QA Engineer → DevOps Engineer", "qa-engineer", "devops-engineer"),
        ("Data Scientist vs Product Manager", "data-scientist", "product-manager"),
        ("DevOps to MLOps", "devops-engineer", "mlops-engineer"),
        ("Interview questions for ML engineers", None, "machine-learning-engineer"),
        ("Data scientist vs ML engineer vs AI engineer", None, None),
        ("A career in technology", None, None),
    ],
)
def test_roles_are_told_by_titles(title: str, origin: str | None, target: str | None) -> None:
    found = read(f"# {title}\n\nText.\n")
    assert (found["from_role"], found["to_role"]) == (origin, target)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.md", ">" * 10_000 + " deep\n\n# After\n"),
        ("page.md", "- " * 10_000 + "deep\n"),
        ("page.txt", "\n".join(f"{' ' * (n % 400)}- item {n}" for n in range(2_000))),
        ("page.html", "<div>" * 10_000 + "deep" + "</div>" * 10_000),
        ("page.html", "<ul><li>" * 10_000 + "deep" + "</li></ul>" * 10_000),
        ("page.html", "<table><tr><td>" * 10_000 + "deep"),
    ],
)
def test_depth_neither_crashes_nor_loses_lines(name: str, text: str) -> None:
    ledger = recast(parse_foreign(Source(name, text), lambda finding: None), KNOWN).ledger
    assert len(ledger) == sum(bool(line.strip()) for line in text.split("\n"))


def test_questions_that_lost_their_bullets_are_questions_and_no_headings() -> None:
    text = (
        "From cook to data engineer\n\nA kitchen teaches haste.\n\nQUESTIONS YOU WILL HEAR\n\n"
        "What is a fact table?\nHow do you fill a gap?\nWhy columns?\n\nMISTAKES\n\n- Hurrying\n- Guessing\n"
    )
    found = read(text, "page.txt")
    assert [question["text"] for question in found["questions"]] == [
        "What is a fact table?",
        "How do you fill a gap?",
        "Why columns?",
    ]
    assert found["mistakes"] == ["Hurrying", "Guessing"]


def test_marked_questions_with_answers_are_the_readers_own() -> None:
    text = (
        "From cook to data engineer\n\nA kitchen teaches haste.\n\nFAQ\n\n"
        "Q: Do I need Scala?\nA: No. Python carries you through most of it.\n\n"
        "Q: Do I need a degree?\nA: It opens doors, and others open without it.\n"
    )
    assert [(faq["q"], faq["a_starts"]) for faq in read(text, "page.txt")["faqs"]] == [
        ("Do I need Scala?", "No. Python carries you through most of it."),
        ("Do I need a degree?", "It opens doors, and others open without it."),
    ]
