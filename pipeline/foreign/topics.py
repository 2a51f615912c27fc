"""What a heading or lead-in speaks of: kinds by their words."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Topic(StrEnum):
    """What a part is about. What is of no kind still ends what stands above it."""

    FAQ = "faq"
    QUESTIONS = "questions"
    MISTAKES = "mistakes"
    PROJECTS = "projects"
    ROUNDS = "interview"
    ROADMAP = "roadmap"
    DUTIES = "responsibilities"
    COMPARISON = "comparison"
    SKILLS = "skills"
    OTHER = "other"


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern for several, whatever the case."""
    return re.compile("|".join(patterns), re.IGNORECASE)


_TOPICS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    (
        Topic.OTHER,
        any_of(
            r"^(?:learning |further |useful |helpful |key )?(?:resources?|references|books?|courses?"
            r"|further reading|links)\b",
            r"resources\b(?!.*skills)",
            r"^career (?:paths?|progression|ladder|levels?|growth)\b(?!.*(?:plan|road))",
            r"^(?:conclusion|final (?:thoughts|words|advice)|summary|wrap(?:ping)?[ -]?up|closing"
            r"|key takeaways|tl;?dr)",
            r"progress track|success metrics|milestones?\b.*checkpoint|journal|reflection|self[- ]assess"
            r"|skill assessment|rate your",
            r"^(?:contributing|licen[sc]e|star history|acknowledge?ments?|about the author|about us"
            r"|changelog|installation|usage)",
            r"questions (?:to|you (?:can|should|might)) ask (?:the |your )?(?:interviewer|recruiter|them"
            r"|company|employer)",
            r"salar(?:y|ies)|compensation|job market|certifications?\b|companies (?:that|hiring)|networking|communit",
            r"(?:sample|typical|example) (?:day|schedule|week)|a day (?:on|in|at)|star method"
            r"|how to answer|answer framework",
            r"success stor|case stud|testimonial",
        ),
    ),
    (
        Topic.QUESTIONS,
        any_of(
            r"interview (?:question|prompt)s?",
            r"frequently asked .*interview",
            r"(?:practice|sample|mock|example|behaviou?ral|technical|coding|design) questions",
            r"questions? (?:by|bank|list)",
        ),
    ),
    (
        Topic.FAQ,
        any_of(
            r"\bfaqs?\b",
            r"frequently asked",
            r"q\s*&\s*a\b",
            r"(?:questions?|things) (?:that )?(?:readers?|people|you|others|we|i)\b.*(?:ask|have|get)",
            r"(?:common|reader|your|popular|other|quick|more) questions(?! in)",
            r"questions? (?:answered|and answers)",
        ),
    ),
    (
        Topic.MISTAKES,
        any_of(
            r"mistakes?\b|pitfalls?\b|missteps?\b|\btraps?\b|blunders?|anti-?patterns|gotchas?|red flags",
            r"where (?:people|candidates|most|they|many|\w+s).*(?:go|goes|gone) wrong|what (?:goes"
            r"|can go) wrong|(?:things|errors) to avoid",
            r"(?:common|typical|classic|frequent) (?:errors|failures|failings|slips)|what trips|stumbl",
        ),
    ),
    (
        Topic.PROJECTS,
        any_of(
            r"\bprojects\b(?! management)|\bproject (?:ideas?|portfolio|list|suggestions?|roadmap"
            r"|recommendations?)|capstones?\b",
            r"portfolio (?:pieces|ideas|builds?|items)|(?:ideas|things|what|one of these"
            r"|some things) to build|build one of|^build(?:ing)?(?: (?:this|these|your portfolio|it))?$",
            r"what to (?:avoid|skip|not build)|ideas to build|builds? (?:that|worth)|(?:reference"
            r"|alternative|sample|example|starter) project",
            r"portfolio(?! (?:dev|enh|\+|and|&))",
        ),
    ),
    (
        Topic.QUESTIONS,
        any_of(
            r"^(?:top |common |key |sample |\d+ )*questions?\b(?! to ask)|questions$|\bprompts?\b(?! eng| design| and)"
        ),
    ),
    (
        Topic.ROUNDS,
        any_of(
            r"(?:interview|hiring|recruit\w+|selection|application)[\w\s,:&'’-]{0,60}(?:process|pipeline"
            r"|stages?|rounds?|loops?|formats?|steps|structure|breakdown|types)",
            r"(?:stages?|rounds?|steps|structure|format|types) (?:of|in) (?:the |an? "
            r"|a typical )?[\w\s]{0,30}(?:interview|hiring|loop)",
            r"\brounds?\b(?!.*table)|interview loop|interviews? look|onsite loop|^(?:the )?interviews?$"
            r"|(?:process|stages) of the interview|what to expect",
        ),
    ),
    (
        Topic.COMPARISON,
        any_of(
            r"\bvs\.?\b|\bversus\b|compar(?:ison|ed|ing)|side by side|(?:key |main |core "
            r"|the )?differences?\b|differ\b|at a glance|how .* differs?",
        ),
    ),
    (
        Topic.ROADMAP,
        any_of(
            r"road-?map|timeline|learning (?:path|plan|journey|track)|study plan|\bpath\b(?!.*roles)"
            r"|\b(?:day|week|month)s?[ -](?:\w+ )?plan",
            r"(?:action|transition|career|step|stage|phase|game|upskilling|preparation)[\w-]* (?:plan|path"
            r"|journey|steps)|\bplan\b|step[- ]by[- ]step",
            r"(?:steps?|phases?|stages?|milestones) (?:to|of|for|toward)|strategic steps"
            r"|how to (?:make the (?:switch|move)|transition|become|get there)|\bphases\b",
        ),
    ),
    (
        Topic.DUTIES,
        any_of(
            r"responsib|\bdut(?:y|ies)\b|day[- ]to[- ]day|what (?:does )?(?:an?|the|each"
            r"|every)? ?[\w\s/-]{0,40}\b(?:does|do|owns?)\b(?! you)",
            r"what (?:you|they) (?:actually |really )?(?:'ll )?do\b|what (?:they|each|the) [\w\s]*own"
            r"|role[- ]+what|job description|what (?:an?|the) .* (?:handles|is responsible)",
        ),
    ),
    (
        Topic.SKILLS,
        any_of(
            r"\bskills?\b|competenc|strengths?\b|\bassets\b|\bgaps?\b|capabilit|proficienc|toolkit you need",
            r"(?:what|things) (?:you|to|i|is|are|still|transfers?|carries|carry|comes|will|does(?:n['’]t"
            r"| not)|[\w\s]{0,20}(?:already|bring))\b[\w\s'’]*(?:have|know|bring|transfers?|carr(?:y|ies)"
            r"|learn|missing|new|need|reuse|keep|lack|develop|miss|along|over|build on)\b",
            r"^(?:to|still to|left to) (?:develop|learn|acquire|build|pick up|master)|(?:quick|easy|easier"
            r"|fast) (?:to|wins)|transferable|must[- ]know|need to (?:know|learn|develop)|already (?:have"
            r"|know)|unlearn",
            r"^what (?:transfers|carries|stays|is new|is missing|you(?:'|’)?ll need)|knowledge (?:areas"
            r"|you|required|gaps)|what you need|(?:genuinely|brand|completely) new|(?:carry|carries"
            r"|carried)[ -]?over",
        ),
    ),
    (
        Topic.OTHER,
        any_of(
            r"\btools?\b|technolog|tech stack|advantages?|challenges?|benefits?|why\b|who\b|overview"
            r"|introduction|background|tips\b|advice|strateg|how to prepare|preparation|next steps"
            r"|careers?\b|bridge"
        ),
    ),
)


@lru_cache(maxsize=16384)
def topic_of(words: str) -> Topic | None:
    """What a heading speaks of; None where it could be anything."""
    return next((topic for topic, pattern in _TOPICS if pattern.search(words)), None)
