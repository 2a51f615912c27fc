"""Practice: questions one at a time, for which the page needs scripts; and the decks, which need none."""

from __future__ import annotations

from urllib.parse import urlencode

from pipeline import markup
from pipeline.library import Library, Track
from pipeline.markup import Markup
from pipeline.model.page import DECKS, PRACTICE, QUESTIONS, Page, Target, deck_file
from pipeline.pages import frame
from pipeline.pages.view import PageView

_BOXES = (("1", "1 day"), ("2", "3 days"), ("3", "7 days"), ("4", "14 days"), ("5", "30 days"))
"""As `overrides/assets/scripts/practice/leitner.js` has them; a test holds the two together."""
_GRADES = (
    ("Missed", "back to box 1."),
    ("Shaky", "it stays in its box, and waits again."),
    ("Solid", "one box on. A question that you have not seen yet counts as standing in box 1."),
)
_RULE = (
    "What you know moves on a box, what you miss goes back to the first, and each box waits longer than the one before "
    "it. The rule is Sebastian Leitner's (So lernt man lernen, Freiburg 1972); he went by how full a box was, and the "
    "days are ours."
)
_ORDER = (
    "Questions that are due come first, the longest due before the others; then those you have not seen, in the order "
    "of the guide. If you go on ahead of time, only a miss moves a question: to know it an hour later proves little."
)
_UNDO = (
    "A grade given by mistake can be undone, and so can those before it, as long as you stay with these questions: "
    "each stands there again with its answer, in the box and with the day that it had."
)
_MOCK = (
    "You choose a round and how long it lasts. Each question gets five minutes, for the answer and for what is asked "
    "back, so 45 minutes hold nine; fewer where the guide has no more. They are drawn by lot, and the address keeps "
    "the draw: the same link asks the same questions in the same order. Your grades count as in practice. At the end "
    "stand the skills of the questions that were missed or shaky, and the phases that teach them."
)
_KEYS = "lists them, and there they can be switched off. What you grade is kept in this browser alone."


def practice_page(library: Library) -> Page:
    """Where one practises. It is the same however many tracks there are: scripts fetch the questions."""
    view = PageView(library, PRACTICE)
    return frame.page(
        view,
        frame.Head(
            "Practice",
            "Interview questions one at a time: answer aloud, see what interviewers listen for, grade yourself, "
            "and meet each question again when it is due.",
            wide=True,
            script="practice/page",
        ),
        frame.trail(view),
        frame.title(markup.text("Practice")),
        markup.box(markup.box(_still(view), "ct-practice-still"), "ct-practice ct-tool"),
        markup.box(_explained(view), "ct-practice-how"),
    )


def _still(view: PageView) -> Markup:
    """What stands here until a script takes its place, and for good where none runs."""
    says = (
        "With scripts, this page asks you one question at a time. You answer aloud against a timer, then see what "
        "interviewers listen for and the outline of a strong answer, and grade yourself; each question comes back when "
        "it is due. It also draws mock interviews. Without scripts, the same questions and outlines are there to read, "
        "and the decks bring them to Anki."
    )
    ways = [
        view.link(markup.text("All questions, by track and domain"), Target(QUESTIONS)),
        view.link(markup.text("A deck for Anki for each track"), Target(DECKS)),
    ]
    return markup.blocks(frame.lead(markup.text(says)), markup.bullets(ways))


def _explained(view: PageView) -> Markup:
    return markup.blocks(
        markup.heading(2, markup.text("When a question comes back"), "boxes"),
        markup.text(_RULE),
        markup.definitions((markup.text(name), markup.text(says)) for name, says in _GRADES),
        _boxes(),
        markup.text(_ORDER),
        markup.text(_UNDO),
        markup.heading(2, markup.text("What a mock interview is"), "mock"),
        markup.text(_MOCK),
        markup.heading(2, markup.text("Keys, and what is kept"), "keys"),
        markup.words(markup.text("Every step has a key;"), markup.code("?"), markup.text(_KEYS)),
        markup.words(
            markup.text("To take the questions elsewhere, there is"),
            view.link(markup.text("a deck for Anki for each track"), Target(DECKS)),
            markup.text("(importing a later one updates your cards and keeps what you have learned)."),
        ),
    )


def _boxes() -> Markup:
    header = (markup.text("Box"), markup.text("Comes back after"))
    rows = [(markup.text(box), markup.text(days)) for box, days in _BOXES]
    return markup.table(header, rows, "Boxes and how long each waits")


def practise(track: Track, view: PageView, domain: str = "") -> Markup:
    """From the questions of a track, or of one domain of it, to practising them."""
    where = urlencode({"track": track.slug, "domain": domain} if domain else {"track": track.slug})
    here = markup.link(markup.text("Practise these questions"), f"{view.href(Target(PRACTICE))}?{where}")
    deck = view.link(markup.text("take them with you as a deck for Anki"), Target(deck_file(track.slug)))
    words = markup.words(here, markup.text("one at a time, or"), deck, between=" ")
    return markup.paragraph(markup.words(words, markup.text("."), between=""), "ct-practise")
