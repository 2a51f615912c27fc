"""Roles that a text names: registered ones by any of their names, others by how roles are called."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.inline import slug
from pipeline.model.registry import Registry, is_exact, names

_NOUNS = (
    "engineer|scientist|developer|analyst|manager|architect|administrator|designer|researcher|specialist|consultant"
    "|tester|strategist|practitioner|programmer|technician|statistician|modeler|modeller|writer"
)


def _vocabulary(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MODIFIERS = _vocabulary(
    """data machine learning software backend back-end frontend front-end full-stack fullstack stack cloud platform
    security network networking systems system site reliability qa test product business research applied ai ml llm nlp
    genai generative mlops devops dataops devsecops support database mechanical electrical civil robotics analytics
    quality assurance web mobile ios android game embedded hardware infrastructure automation bi intelligence big etl
    vision computer deep prompt solutions technical operations production project program ux ui release build storage
    financial marketing quantitative risk customer sales it science"""
)
"""Words that belong to a role's name wherever they stand before it."""
_STOPS = _vocabulary(
    """from to into a an the of for how transition transitioning become becoming as and or vs versus why what guide role
    roles your senior junior lead staff principal entry-level aspiring experienced many most every between moving is are
    in any path career when common mistakes interview questions core key top if with switching switch move"""
)
_ARTICLES = _vocabulary("a an the as role roles s if you are for")
_ROLE_NOUN = re.compile(rf"\b(?:{_NOUNS})s?\b", re.IGNORECASE)
_DISCIPLINES = (
    (re.compile(r"\b((?:[\w/-]+\s+){1,2})engineering\b", re.IGNORECASE), "engineer"),
    (re.compile(r"\b(data|research|applied)\s+science\b", re.IGNORECASE), "scientist"),
    (re.compile(r"\b(product|project|program)\s+management\b", re.IGNORECASE), "manager"),
    (re.compile(r"\b((?:Dev|ML|Data|DevSec|AI|LLM)Ops)\b(?!\s+\w*(?:engineer|skill))"), "engineer"),
    (re.compile(r"\b(site reliability)\b(?!\s+engineer)", re.IGNORECASE), "engineer"),
)
"""Fields that stand for the role that works in them."""


@dataclass(frozen=True, slots=True)
class Named:
    """A role in a text."""

    start: int
    end: int
    slug: str
    name: str


@dataclass(frozen=True, eq=False)
class Roles:
    """Finds roles: those of the registry by any of their names, others by how roles are called."""

    registry: Registry
    _exact: tuple[tuple[re.Pattern[str], str], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Names that end in a word for people at work are found by it; the others are looked for one by one.
        short = tuple(
            (re.compile(rf"\b{re.escape(name)}s?\b", 0 if is_exact(name) else re.IGNORECASE), role.slug)
            for role in self.registry.roles
            for name in dict.fromkeys((*names(role), *role.exact))
            if not _ROLE_NOUN.search(name) and (name != role.slug or name == role.name.casefold())
        )
        object.__setattr__(self, "_exact", short)

    def slug(self, name: str) -> str:
        """The slug of a role by its name, registered or not."""
        found = self.registry.role(name)
        return found.slug if found else slug(name)

    def find(self, text: str) -> tuple[Named, ...]:
        """The roles that a text names, in order."""
        return _find(self, text)

    def only(self, text: str) -> Named | None:
        """The role that a text is, give or take an article or a bracket: a column's header, a label."""
        bare = re.sub(r"\([^)]*\)|[^\w\s/+&-]", " ", text)
        found = self.find(bare)
        if len({role.slug for role in found}) != 1:
            return None
        rest = bare[: found[0].start] + bare[found[0].end :]
        return found[0] if set(rest.casefold().split()) <= _ARTICLES else None


@lru_cache(maxsize=8192)
def _find(roles: Roles, text: str) -> tuple[Named, ...]:
    found: list[Named] = []
    for noun in _ROLE_NOUN.finditer(text):
        named = _wordy(roles, text, noun)
        if named:
            found.append(named)
    for pattern, ending in _DISCIPLINES:
        for match in pattern.finditer(text):
            named = _discipline(roles, match, ending)
            if named:
                found.append(named)
    for pattern, known in roles._exact:
        found += [Named(m.start(), m.end(), known, m[0]) for m in pattern.finditer(text)]
    found.sort(key=lambda role: (role.start, role.start - role.end))
    kept: list[Named] = []
    for named in found:
        if not kept or named.start >= kept[-1].end:
            kept.append(named)
    return tuple(kept)


def _wordy(roles: Roles, text: str, noun: re.Match[str]) -> Named | None:
    """A role noun with the words before it that belong to it: known ones, or ones written large."""
    before = list(re.finditer(r"[\w/+&.-]+", text[max(0, noun.start() - 60) : noun.start()]))
    offset = max(0, noun.start() - 60)
    start = noun.start()
    taken, sure = 0, False
    for word in reversed(before):
        gap = text[offset + word.end() : start]
        known = word[0].casefold() in _MODIFIERS
        large = word[0][:1].isupper() and word[0].casefold() not in _STOPS and not sure
        if gap.strip() or not (known or large) or taken == 3:
            break
        sure = sure or known
        start, taken = offset + word.start(), taken + 1
    if not taken:
        return None
    words = text[start : noun.end()]
    name = words[:-1] if words.lower().endswith("s") else words
    # The longest registered ending: "Prepare Data Engineer" is a data engineer.
    parts = name.split()
    for skip in range(len(parts) - 1):
        role = roles.registry.role(" ".join(parts[skip:]))
        if role:
            at = noun.end() - len(words) + sum(len(part) + 1 for part in parts[:skip])
            return Named(at, noun.end(), role.slug, " ".join(parts[skip:]))
    return Named(start, noun.end(), slug(name), name)


def _discipline(roles: Roles, match: re.Match[str], ending: str) -> Named | None:
    words = [
        word for word in match[1].split() if word.casefold() in _MODIFIERS or match.re.pattern.startswith(r"\b((?:Dev")
    ]
    for skip in range(len(words)):
        name = f"{' '.join(words[skip:])} {ending}"
        role = roles.registry.role(name)
        if role:
            at = match.start() + match[0].find(words[skip])
            return Named(at, match.end(), role.slug, name)
    return None
