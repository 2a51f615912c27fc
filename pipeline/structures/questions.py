"""Questions: sets by domain, each with its intent, its questions and what interviewers listen for.

A guide shows one heading a domain; under "Questions:" one item a question, with skills, rounds and an outline.
"""

from __future__ import annotations

from typing import Literal

from pipeline import markup
from pipeline.markup import Markup
from pipeline.model.document import ItemList, ListItem, Section
from pipeline.model.item import Prose, RoundName, SkillName, Statement
from pipeline.model.registry import key
from pipeline.structures import compose as made
from pipeline.structures.base import Context, Entry, Groups, Kind, Sentence, Structure, View, entry_id
from pipeline.structures.entries import Written, read_entries
from pipeline.structures.fields import read_contents
from pipeline.structures.naming import round_names, skill_names

LABELS = {
    "intent": "intent",
    "rounds": "rounds",
    "skills": "skills",
    "questions": "questions",
    "interviewers listen for": "listens_for",
    "what interviewers listen for": "listens_for",
    "listened for": "listens_for",
}
QUESTION_LABELS = {
    "skills": "skills",
    "rounds": "rounds",
    "round": "rounds",
    "outline": "outline",
    "strong answer": "outline",
    "outline of a strong answer": "outline",
}


class Question(Sentence):
    """One question: `title` is its words as inline Markdown."""

    skills: tuple[SkillName, ...]
    rounds: tuple[RoundName, ...]
    outline: tuple[Statement, ...]
    """The points of a strong answer, where the guide gives them."""


class QuestionSet(Entry):
    """The questions of one domain."""

    intent: Statement | None
    body: Prose
    skills: tuple[SkillName, ...]
    """The skills of each question that names none of its own."""
    rounds: tuple[RoundName, ...]
    questions: tuple[Question, ...]
    listens_for: tuple[Statement, ...]


class Questions(Structure):
    """Question sets by domain."""

    kind: Literal["questions"] = "questions"
    intro: Prose
    sets: tuple[QuestionSet, ...]


def matches(section: Section) -> bool:
    """Headings under which most items end in a question mark."""
    items = [
        item.phrase.plain
        for inner in section.sections
        for block in inner.blocks
        if isinstance(block, ItemList)
        for item in block.items
    ]
    return len(items) >= 4 and sum(words.endswith("?") for words in items) > len(items) / 2


def extract(section: Section, context: Context) -> Questions:
    """One set a heading."""
    intro, entries = read_entries(section, LABELS, context)
    sets = tuple(_set(entry, context) for entry in entries)
    return Questions(intro=intro, sets=sets, span=section.heading.phrase.span)


def _set(entry: Written, context: Context) -> QuestionSet:
    contents = entry.contents
    field = contents.fields.get("questions")
    return QuestionSet(
        id=entry_id(entry.title),
        title=entry.title.plain,
        sources=entry.sources,
        intent=contents.say("intent"),
        body=entry.prose,
        skills=skill_names(contents.list("skills"), context),
        rounds=round_names(contents.list("rounds"), context),
        questions=tuple(_question(item, context) for item in (field.items if field else ()) if item.phrase.plain),
        listens_for=contents.list("listens_for"),
        span=entry.span,
    )


def _question(item: ListItem, context: Context) -> Question:
    contents = read_contents(item.blocks, QUESTION_LABELS, context)
    return Question(
        id=entry_id(item.phrase),
        title=item.phrase.markdown,
        sources=item.phrase.sources,
        skills=skill_names(contents.list("skills"), context),
        rounds=round_names(contents.list("rounds"), context),
        outline=contents.list("outline"),
        span=item.phrase.span,
    )


def check(questions: Questions, context: Context) -> None:
    """Sets with questions, an intent and what is listened for."""
    hint = "add a heading for each domain, with a list below a line 'Questions:'"
    context.need(questions.sets, "the first set of questions", questions.span, hint)
    for part in questions.sets:
        hint = f"add a list below a line 'Questions:' under '{part.title}'"
        context.need(part.questions, f"the list of questions of '{part.title}'", part.span, hint)
        hint = f"add a line 'Intent: ...' under '{part.title}'"
        context.need(part.intent, f"the intent of '{part.title}'", part.span, hint)
        hint = f"add a list below a line 'Interviewers listen for:' under '{part.title}'"
        context.need(part.listens_for, f"the list of what interviewers listen for in '{part.title}'", part.span, hint)


def compose(questions: Questions) -> Section:
    """The inverse of `extract`."""
    inner = [_compose_set(part) for part in questions.sets]
    return made.section(made.phrase(KIND.title), 2, made.prose(questions.intro), inner)


def _compose_set(part: QuestionSet) -> Section:
    asked = made.item_list(_compose_question(question) for question in part.questions)
    heard = made.bullets(part.listens_for)
    blocks = [
        *made.prose(part.body),
        *made.fields(("Intent", part.intent), ("Rounds", made.names(part.rounds)), ("Skills", made.names(part.skills))),
        *([made.paragraph(made.phrase("Questions:")), *asked] if asked else []),
        *([made.paragraph(made.phrase("Interviewers listen for:")), *heard] if heard else []),
    ]
    return made.section(made.title(part), 3, blocks)


def _compose_question(question: Question) -> ListItem:
    labelled = made.fields(
        ("Skills", made.names(question.skills)),
        ("Rounds", made.names(question.rounds)),
        ("Outline", question.outline),
    )
    return made.item(made.phrase(question.title, question.sources, question.id), labelled)


def render(questions: Questions, view: View) -> Markup:
    """One part a domain."""
    return markup.blocks(view.prose(questions.intro), *(_render_set(part, view) for part in questions.sets))


def _render_set(part: QuestionSet, view: View) -> Markup:
    title = markup.heading(2, markup.text(part.title), part.id)
    return markup.blocks(title, _render_intent(part, view), _render_asked(part, view, 3))


def _render_intent(part: QuestionSet, view: View) -> Markup:
    intent = markup.definitions([(markup.text("Intent"), view.text(part.intent))])
    return markup.blocks(markup.paragraph(view.origin(part), "ct-origin"), markup.box(intent, "ct-intent"))


def _render_asked(part: QuestionSet, view: View, level: int) -> Markup:
    heard = markup.bullets(view.text(said) for said in part.listens_for)
    label = markup.paragraph(markup.bold(markup.text("Interviewers listen for")), "ct-label")
    return markup.blocks(
        view.prose(part.body),
        markup.box(markup.blocks(label, heard), "ct-listens") if part.listens_for else markup.EMPTY,
        *(_render_question(question, part, view, level) for question in part.questions),
    )


def render_list(questions: Questions, view: View) -> Markup:
    """Every domain with its intent and its questions, each question leading to the domain's page."""
    return markup.blocks(view.prose(questions.intro), *(_list_set(part, view) for part in questions.sets))


def _list_set(part: QuestionSet, view: View) -> Markup:
    title = markup.heading(2, view.onward(markup.text(part.title), part), part.id)
    asked = markup.bullets(
        markup.words(markup.anchor(question.id), view.onward(view.words(question.title), part, question), between="")
        for question in part.questions
    )
    return markup.blocks(title, _render_intent(part, view), markup.box(asked, "ct-index"))


def render_set(part: QuestionSet, view: View) -> Markup:
    """The page of one domain: its intent, the rounds that ask it, its questions, what is listened for."""
    named = (*part.rounds, *(name for question in part.questions for name in question.rounds))
    rounds = tuple({key(name): name for name in reversed(named)}.values())[::-1]
    asked = markup.definitions([(markup.text("Asked in"), view.names(rounds))])
    return markup.blocks(_render_intent(part, view), asked, _render_asked(part, view, 2))


def _render_question(question: Question, part: QuestionSet, view: View, level: int) -> Markup:
    skills = question.skills or part.skills
    rounds = question.rounds or part.rounds
    facts = [
        (markup.text("Skills"), view.names(skills)),
        (markup.text("Rounds"), view.names(rounds)),
    ]
    outline = markup.bullets(view.text(said) for said in question.outline)
    return markup.box(
        markup.blocks(
            markup.heading(level, view.words(question.title), question.id),
            markup.paragraph(view.origin(question), "ct-origin"),
            markup.definitions(facts),
            markup.folded(markup.text("Outline of a strong answer"), outline, "ct-outline")
            if outline
            else markup.EMPTY,
        ),
        "ct-question",
    )


KIND = Kind(
    name="questions",
    title="Questions",
    headings=("questions", "interview questions", "question sets", "practice questions"),
    page="questions",
    model=Questions,
    matches=matches,
    extract=extract,
    check=check,
    compose=compose,
    render=render,
    groups=Groups(each=lambda questions: questions.sets, render_list=render_list, render=render_set),
    ids=("questions",),
)
