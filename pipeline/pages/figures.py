"""What a track comes to, in numbers and one line a page: for hubs, cards and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline import markup
from pipeline.drawing import figure
from pipeline.library import Track
from pipeline.markup import Markup
from pipeline.model.counting import counted
from pipeline.model.duration import roughly
from pipeline.model.page import Target, role_page, track_page
from pipeline.pages.view import PageView
from pipeline.structures.base import Structure
from pipeline.structures.buckets import TITLES, Bucket, bucket_mark, draw_gap
from pipeline.structures.comparison import Comparison
from pipeline.structures.faq import Faqs
from pipeline.structures.interview import Interview
from pipeline.structures.mistakes import Mistakes
from pipeline.structures.projects import Projects
from pipeline.structures.questions import Questions
from pipeline.structures.roadmap import Roadmap
from pipeline.structures.skills import Skills
from pipeline.structures.timeline import Leg, timeline

_BUCKET_WORDS: dict[Bucket, str] = {
    "carries-over": "carry over",
    "easier": "easier to pick up",
    "new": "genuinely new",
    "unspecified": "not sorted yet",
}


def bucket_words(bucket: Bucket, count: int) -> str:
    """What is said of so many skills of a bucket: `carry over`."""
    return "carries over" if bucket == "carries-over" and count == 1 else _BUCKET_WORDS[bucket]


def bucket_counts(track: Track) -> dict[Bucket, int]:
    """How many skills each bucket of the track holds."""
    skills = track.guide.find(Skills)
    counts: dict[Bucket, int] = dict.fromkeys(TITLES, 0)
    for bucket in skills.buckets if skills else ():
        counts[bucket.bucket] = len(bucket.skills)
    return counts


def weeks(track: Track) -> tuple[float, float, bool]:
    """The least and the most weeks that the phases sum up to, and whether one is ongoing."""
    roadmap = track.guide.find(Roadmap)
    durations = [phase.duration for phase in roadmap.phases if phase.duration] if roadmap else []
    least, most = (sum(d.weeks[end] for d in durations) for end in (0, 1))
    return least, most, any(d.ongoing for d in durations)


def weeks_words(track: Track) -> str:
    """`9–12 weeks, then ongoing`."""
    least, most, ongoing = weeks(track)
    if not most:
        return "ongoing" if ongoing else ""
    return f"{roughly(least, most)}{', then ongoing' if ongoing else ''}"


def hours_words(track: Track) -> str:
    """`10 hours a week`: what the durations of the track presume; nothing where its guide names no hours."""
    hours = track.guide.hours_per_week
    return f"{counted(hours, 'hour')} a week" if hours else ""


def gap(track: Track, longest: int = 0) -> Markup:
    """The skill gap as a bar to scale, with the same in words; `longest` is the most skills a bar has beside it."""
    counts = bucket_counts(track)
    if not sum(counts.values()):
        return markup.EMPTY
    words = [
        markup.words(bucket_mark(name), markup.bold(markup.text(str(count))), markup.text(bucket_words(name, count)))
        for name, count in counts.items()
    ]
    bar = figure(draw_gap(counts, longest), "ct-bar")
    return markup.blocks(bar, markup.box(markup.bullets(words), "ct-bar-words"))


def longest(tracks: Iterable[Track]) -> int:
    """The most skills that any of the tracks sorts: the common scale of their bars."""
    return max((sum(bucket_counts(track).values()) for track in tracks), default=0)


def course(track: Track, view: PageView) -> Markup:
    """The course from role to role, a phase to scale between its ends."""
    roadmap = track.guide.find(Roadmap)
    page = track_page(track.slug, "roadmap")
    legs = [
        Leg(view.link(markup.text(phase.title), Target(page, phase.id)), phase.duration)
        for phase in (roadmap.phases if roadmap else ())
    ]
    here, bound = (
        markup.words(
            view.link(markup.text(role.name), Target(role_page(role.slug))),
            markup.phrase(markup.text(says), "ct-duration"),
        )
        for role, says in ((track.origin, "you are here"), (track.target, "where you are bound"))
    )
    return timeline(legs, (here, bound))


def facts(track: Track, view: PageView) -> Markup:
    """The course at a glance."""
    roadmap, interview, questions = (track.guide.find(model) for model in (Roadmap, Interview, Questions))
    asked = sum(len(part.questions) for part in questions.sets) if isinstance(questions, Questions) else 0
    pairs = [
        ("Time", weeks_words(track)),
        ("Presumes", hours_words(track)),
        ("Phases", str(len(roadmap.phases)) if isinstance(roadmap, Roadmap) else ""),
        ("Interview rounds", str(len(interview.rounds)) if isinstance(interview, Interview) else ""),
        ("Questions", str(asked) if asked else ""),
    ]
    told = markup.definitions((markup.text(label), markup.text(value)) for label, value in pairs if value)
    label = markup.paragraph(markup.text("The gap, one mark a skill"), "ct-label")
    figures = markup.box(told, "ct-figures")
    return markup.box(markup.blocks(course(track, view), figures, label, gap(track)), "ct-glance")


def _each(number: int, word: str, says: str) -> str:
    return f"{counted(number, word)}, {'each ' if number > 1 else ''}{says}"


def _comparison(part: Comparison) -> str:
    return f"{counted(len(part.rows), 'dimension')} in which the two roles differ, and what each answers for"


def _skills(part: Skills) -> str:
    counts = {bucket.bucket: len(bucket.skills) for bucket in part.buckets}
    told = [f"{count} {bucket_words(name, count)}" for name in _BUCKET_WORDS if (count := counts.get(name))]
    return f"{counted(sum(counts.values()), 'skill')}{': ' if told else ''}{', '.join(told)}"


def _roadmap(part: Roadmap) -> str:
    return _each(len(part.phases), "phase", "with what to leave out and how to know that it is done")


def _projects(part: Projects) -> str:
    return f"{len(part.build)} to build, {len(part.avoid)} to avoid"


def _interview(part: Interview) -> str:
    return f"{counted(len(part.stages), 'stage')}, {counted(len(part.rounds), 'round')}, and how to prepare"


def _questions(part: Questions) -> str:
    asked = sum(len(found.questions) for found in part.sets)
    return f"{counted(asked, 'question')} in {counted(len(part.sets), 'domain')}, with what interviewers listen for"


def _mistakes(part: Mistakes) -> str:
    return _each(len(part.mistakes), "mistake", "with its remedy")


def _faq(part: Faqs) -> str:
    return f"{counted(len(part.faqs), 'question')} that people ask before they start"


_LINES: dict[type, Callable[..., str]] = {
    Comparison: _comparison,
    Skills: _skills,
    Roadmap: _roadmap,
    Projects: _projects,
    Interview: _interview,
    Questions: _questions,
    Mistakes: _mistakes,
    Faqs: _faq,
}


def line(structure: Structure) -> str:
    """What a page holds, in one line."""
    says = _LINES.get(type(structure))
    return says(structure) if says else ""


def legs(track: Track, view: PageView) -> Markup:
    """The pages of a track, each with what is on it."""
    items: dict[str, Markup] = {}
    for kind, structure in track.parts():
        if kind.page == "index" or kind.page in items:
            continue
        says = line(structure)
        link = view.link(markup.text(kind.title), Target(track_page(track.slug, kind.page)))
        told = markup.phrase(markup.text(says), "ct-leg-says") if says else markup.EMPTY
        items[kind.page] = markup.words(link, told)
    return markup.box(markup.bullets(items.values(), ordered=True), "ct-legs")
