"""The contract that kinds share: what a kind is, and what it is given to work with.

A kind is one module, always in this order: model, `matches`, `extract`, `check`, `compose`, `render`, record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from pipeline.inline import plain, slug
from pipeline.markup import Markup
from pipeline.model.diagnostic import Diagnostic, Report, Rule
from pipeline.model.document import Phrase, Section
from pipeline.model.item import Item, Name, Prose, Statement, Toolset
from pipeline.model.rules import CONTENT_HAS_A_PLACE, KIND_IS_NOT_EMPTY
from pipeline.model.source import Source, Span
from pipeline.spelling import escape


class Structure(Item):
    """A typed part of a guide; every kind's model has a literal `kind` as its discriminator."""

    kind: str


class Entry(Item):
    """An item that has an id: `{#id}`, or a slug of its first wording."""

    id: str
    title: str
    """Plain words, unless the entry is a `Sentence`; who does not know asks for `words` or `markdown`."""
    sources: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The title as plain words."""
        return self.title

    @property
    def markdown(self) -> str:
        """The title as inline Markdown."""
        return escape(self.title)


class Sentence(Entry):
    """An entry whose title is inline Markdown: a question, something to tick."""

    @property
    def words(self) -> str:
        """The title as plain words."""
        return plain(self.title)

    @property
    def markdown(self) -> str:
        """The title as inline Markdown, as it was written."""
        return self.title


S = TypeVar("S", bound=Structure)
G = TypeVar("G", bound=Entry)


@dataclass(frozen=True, slots=True)
class Context:
    """What `extract` and `check` are given: the text for spans, and where findings go."""

    source: Source
    report: Report

    def find(self, rule: Rule, message: str, span: Span | None, hint: str | None = None) -> None:
        """Report one finding."""
        self.report(Diagnostic(rule, message, span, hint))

    def drop_sources(self, sources: Sequence[str], span: Span | None) -> None:
        """Report references that stand where the structure has no place for them."""
        if sources:
            message = f"the reference [^{sources[0]}] has no place here and is not kept"
            hint = "put it behind the statements that the source is for"
            self.find(CONTENT_HAS_A_PLACE, message, span, hint)

    def need(self, there: object, what: str, span: Span | None, hint: str) -> None:
        """Report that a part which the kind needs is missing, unless it is there."""
        if not there:
            self.find(KIND_IS_NOT_EMPTY, f"{what} is missing", span, hint)


class View(Protocol):
    """What `render` is given: all that a structure's words and names lead to, as seen from one page."""

    def text(self, statement: Statement | None) -> Markup:
        """A statement with its mentions linked and its provenance marked; nothing for nothing."""

    def prose(self, prose: Prose) -> Markup:
        """Running text, as blocks."""

    def words(self, markdown: str) -> Markup:
        """Inline Markdown without links of ours or provenance: for headings."""

    def name(self, name: Name) -> Markup:
        """A name, linked to its page if it is a registered one."""

    def about(self, name: Name) -> AbstractContextManager[None]:
        """While an entry is rendered whose heading is that name: its words need not lead there once more."""

    def names(self, names: Sequence[Name]) -> Markup:
        """An enumeration of names, each linked to its page if it is a registered one."""

    def tools(self, found: Toolset | None) -> Markup:
        """A list of tools with its provenance; nothing for nothing."""

    def related(self, id: str) -> Markup:
        """Links to what belongs to an entry of the guide by name: the questions of a round."""

    def origin(self, item: Item) -> Markup:
        """Where an item and all that it holds comes from: its own sources, or the word editorial if there is none."""

    def onward(self, content: Markup, group: Entry, entry: Entry | None = None) -> Markup:
        """A link to the page of a group that stands on one of its own, or to an entry on that page."""

    def holders(self, sources: Sequence[str]) -> Markup:
        """Who holds a position: the publishers of the sources, each with its marks; the editors if there are none."""

    @property
    def roles(self) -> tuple[Markup, Markup]:
        """The names of the two roles of the guide, plain."""


@dataclass(frozen=True)
class Groups(Generic[S, G]):
    """Groups of entries that stand on pages of their own, below their kind's page: one page would be too long."""

    each: Callable[[S], tuple[G, ...]]
    render_list: Callable[[S, View], Markup]
    """What the kind's page shows then: every group with its entries as links. The id of each entry stays there as an
    anchor, since that is where it was published before its group had a page."""
    render: Callable[[G, View], Markup]
    """The page of a group, below its title."""


@dataclass(frozen=True)
class Kind(Generic[S]):
    """The record of one kind."""

    name: str
    """The discriminator; also what `{kind=...}` says."""
    title: str
    """What a reader sees."""
    headings: tuple[str, ...]
    """What a section of this kind may be called, in lower case."""
    page: str
    """The page of a track it stands on; `index` is the hub."""
    model: type[S]
    matches: Callable[[Section], bool]
    """Whether a section under an unknown heading has this kind's shape."""
    extract: Callable[[Section, Context], S]
    check: Callable[[S, Context], None]
    compose: Callable[[S], Section]
    """The inverse of `extract`: what a guide would show for the structure."""
    render: Callable[[S, View], Markup]
    """The structure as a whole, its groups included."""
    groups: Groups[S, Any] | None = None
    """What of it stands on pages of its own, if anything does."""
    needed: bool = True
    """Whether every guide must have a section of this kind."""
    ids: tuple[str, ...] = ()
    """Ids that `render` gives to what is no entry: no entry may have them."""


def entry_id(phrase: Phrase, words: str | None = None) -> str:
    """The id that the editor gave, or else a slug of the words."""
    return phrase.attributes.id or slug(phrase.plain if words is None else words)


def never(section: Section) -> bool:
    """For kinds that no shape gives away."""
    del section
    return False
