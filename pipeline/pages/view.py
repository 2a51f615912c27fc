"""One page's view of the library: what words and names lead to, as relative links."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlencode

from pipeline import markup
from pipeline.inline import LINK, Run, runs
from pipeline.library import Library, Track
from pipeline.markup import Markup
from pipeline.model.item import Bullets, Item, Listing, Name, Prose, RoleName, RoundName, Statement, Toolset
from pipeline.model.page import PRACTICE, Link, Target, role_page, skill_page, track_page
from pipeline.model.registry import key
from pipeline.model.source import Span
from pipeline.pages.citing import Citations
from pipeline.pages.linked_data import Account
from pipeline.structures.base import Entry
from pipeline.structures.questions import Questions


class PageView:
    """What `render` is given. It also keeps every link that it made, for the check of the built site."""

    def __init__(self, library: Library, path: str, track: Track | None = None) -> None:
        self.library, self.path, self.track = library, path, track
        self.links: list[Link] = []
        self._subject = ""
        self.citations = Citations(path, track)
        self.account = Account()

    def href(self, target: Target) -> str:
        """The address of a page as seen from this one."""
        if target.path == self.path and target.anchor:
            return f"#{target.anchor}"
        relative = posixpath.relpath(target.path, posixpath.dirname(self.path) or ".")
        return f"{relative}#{target.anchor}" if target.anchor else relative

    def link(self, content: Markup, target: Target, span: Span | None = None) -> Markup:
        """A link to another page, or to another place on this one."""
        self.links.append(Link(target, span))
        return markup.link(content, self.href(target))

    def text(self, statement: Statement | None) -> Markup:
        """A statement with its mentions linked and its provenance marked."""
        if statement is None:
            return markup.EMPTY
        said = self.inline(statement.text, statement.span)
        return markup.words(said, self.marks(statement.sources), between="")

    def inline(self, markdown: str, span: Span | None = None) -> Markup:
        """Inline Markdown with its mentions linked."""
        return _joined((run, self._run(run, span)) for run in runs(markdown))

    def words(self, markdown: str) -> Markup:
        """Inline Markdown without links: for headings and the words of other links."""
        return _joined(
            (run, markup.code(run.text) if run.code else _spaced(run.text))
            for run in (
                Run(r.text, tuple(m for m in r.marks if not m.startswith(LINK)), r.code) for r in runs(markdown)
            )
        )

    def _run(self, run: Run, span: Span | None) -> Markup:
        if run.code:
            content = markup.code(run.text)
        elif run.is_linkable:
            return self._linked(run.text, span)
        else:
            content = _spaced(run.text)
        address = next((mark.removeprefix(LINK) for mark in run.marks if mark.startswith(LINK)), None)
        if address is None:
            return content
        target = self.library.links.get((self.track.path, address)) if self.track else None
        return self.link(content, target, span) if target else self.web(content, address, span)

    def web(self, content: Markup, address: str, span: Span | None = None) -> Markup:
        """A link to the web."""
        self.links.append(Link(Target(address), span))
        return markup.link(content, address)

    def _linked(self, text: str, span: Span | None) -> Markup:
        parts: list[str] = []
        done = 0
        for mention in self.library.mentions[text]:
            if mention.path in (self.path, self._subject):
                continue
            parts.append(_spaced(text[done : mention.start]))
            parts.append(self.link(markup.text(text[mention.start : mention.end]), Target(mention.path), span))
            done = mention.end
        return Markup("".join([*parts, _spaced(text[done:])]))

    def prose(self, prose: Prose) -> Markup:
        """Running text, as blocks."""
        return markup.blocks(*(self._block(part) for part in prose))

    def _block(self, part: Statement | Bullets | Listing) -> Markup:
        if isinstance(part, Bullets):
            return markup.bullets((self.text(item) for item in part.items), part.ordered)
        if isinstance(part, Listing):
            return markup.fence(part.code, part.language)
        return self.text(part)

    def name(self, name: Name) -> Markup:
        """A name, linked to its page if it is a registered one."""
        content, target = markup.text(name), self._target(name)
        return self.link(content, target, name.span) if target and target.path != self.path else content

    @contextmanager
    def about(self, name: Name) -> Iterator[None]:
        """While an entry is rendered whose heading is that name: its words need not lead there once more."""
        target = self._target(name)
        self._subject = target.path if target else ""
        yield
        self._subject = ""

    def _target(self, name: Name) -> Target | None:
        if isinstance(name, RoundName):
            return self._round(name)
        registry = self.library.registry
        if isinstance(name, RoleName):
            role = registry.role(name)
            return Target(role_page(role.slug)) if role else None
        skill = registry.skill(name)
        return Target(skill_page(skill.slug)) if skill else None

    def _round(self, name: RoundName) -> Target | None:
        found = self.track.rounds.get(key(name)) if self.track else None
        return Target(track_page(self.track.slug, "interview"), found.id) if self.track and found else None

    def names(self, names: Sequence[Name]) -> Markup:
        """An enumeration of names."""
        return markup.words(*map(self.name, names), between=", ")

    def tools(self, found: Toolset | None) -> Markup:
        """A list of tools with its provenance."""
        return markup.words(self.names(found.names), self.marks(found.sources), between="") if found else markup.EMPTY

    def related(self, id: str) -> Markup:
        """The question sets of a round, and the way to practising them."""
        if self.track is None:
            return markup.EMPTY
        questions = self.track.guide.find(Questions)
        called = {name for name, part in self.track.rounds.items() if part.id == id}
        places = self.track.places(questions) if questions else {}
        sets = [
            self.link(markup.text(part.title), places[part.id])
            for part in (questions.sets if questions else ())
            if any(key(name) in called for name in (*part.rounds, *(r for q in part.questions for r in q.rounds)))
        ]
        if not sets:
            return markup.EMPTY
        where = f"{self.href(Target(PRACTICE))}?{urlencode({'track': self.track.slug, 'round': id})}"
        return markup.words(
            markup.words(*sets, between=", "), markup.link(markup.text("practise them"), where), between=" · "
        )

    def onward(self, content: Markup, group: Entry, entry: Entry | None = None) -> Markup:
        """A link to the page of a group that stands on one of its own, or to an entry on that page."""
        pages = (page for _, found, page in self.track.groups() if found is group) if self.track else ()
        page = next(iter(pages), "")
        return self.link(content, Target(page, entry.id if entry else "")) if page else content

    def marks(self, sources: Iterable[str]) -> Markup:
        """The numbers of sources, each of which leads to its source at the foot of the page."""
        return self.citations.marks(sources)

    def origin(self, item: Item) -> Markup:
        """The sources of an entry itself; the word editorial if neither it nor anything in it has one."""
        return self.citations.origin(item)

    def holders(self, sources: Sequence[str]) -> Markup:
        """Who holds a position: the publishers of the sources, or the editors."""
        return self.citations.holders(sources)

    @property
    def roles(self) -> tuple[Markup, Markup]:
        """The names of the two roles of the guide, plain."""
        if self.track is None:
            return markup.EMPTY, markup.EMPTY
        return markup.text(self.track.origin.name), markup.text(self.track.target.name)


def _spaced(text: str) -> Markup:
    """Escaped words with the white space at their ends, which separates runs."""
    lead = " " if text[:1].isspace() else ""
    tail = " " if text.strip() and text[-1:].isspace() else ""
    return Markup(f"{lead}{markup.text(text)}{tail}")


def _joined(parts: Iterable[tuple[Run, Markup]]) -> Markup:
    """Runs side by side, each in its marks; a mark that goes on is not closed in between."""
    out = ""
    open_marks: tuple[str, ...] = ()
    for run, content in parts:
        marks = tuple(mark for mark in run.marks if not mark.startswith(LINK))
        shared = 0
        while shared < min(len(open_marks), len(marks)) and open_marks[shared] == marks[shared]:
            shared += 1
        out += "".join(f"</{mark}>" for mark in reversed(open_marks[shared:]))
        out += "".join(f"<{mark}>" for mark in marks[shared:]) + content
        open_marks = marks
    return Markup(out + "".join(f"</{mark}>" for mark in reversed(open_marks)))
