"""What stands under a heading or a lead: labelled fields, and running text around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.model.document import Block, Code, ItemList, ListItem, Paragraph, Phrase
from pipeline.model.item import Bullets, Listing, Prose, Statement
from pipeline.model.nearest import nearest
from pipeline.model.rules import FIELD_IS_KNOWN
from pipeline.structures.base import Context
from pipeline.structures.statements import Labels, first_labels, joined, split_label, statement, statements

_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled field: the words after its label, and the items listed below it."""

    phrase: Phrase | None
    items: tuple[ListItem, ...] = ()

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """All it says, as phrases: for entries whose ids stand in braces."""
        own = (self.phrase,) if self.phrase else ()
        return (*own, *(item.phrase for item in self.items if item.phrase.plain))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All it says, one statement a phrase or item."""
        return tuple(statement(phrase) for phrase in self.phrases)

    @property
    def statement(self) -> Statement | None:
        """All it says, as one statement."""
        return joined(self.statements)


@dataclass(slots=True)
class Contents:
    """Blocks, sorted into fields and running text."""

    fields: dict[str, Field] = field(default_factory=dict)
    prose: list[Statement | Bullets | Listing] = field(default_factory=list)

    def add(self, name: str, new: Field) -> None:
        """Take a field; a label that stands twice adds to what it said first."""
        old = self.fields.get(name)
        if old is None:
            self.fields[name] = new
            return
        said = (ListItem(new.phrase, (), new.phrase.span),) if new.phrase else ()
        self.fields[name] = Field(old.phrase, (*old.items, *said, *new.items))

    def say(self, name: str) -> Statement | None:
        """The field as one statement, or None."""
        found = self.fields.get(name)
        return found.statement if found else None

    def list(self, name: str) -> tuple[Statement, ...]:
        """The field as a list of statements."""
        found = self.fields.get(name)
        return found.statements if found else ()

    def phrases(self, name: str) -> tuple[Phrase, ...]:
        """The field as a list of phrases."""
        found = self.fields.get(name)
        return found.phrases if found else ()


def read_contents(blocks: Sequence[Block], labels: Labels, context: Context) -> Contents:
    """Blocks as fields with one of the labels, and everything else as running text."""
    contents = Contents()
    position = 0
    while position < len(blocks):
        block, after = blocks[position], blocks[position + 1] if position + 1 < len(blocks) else None
        position += 1 + _read_block(block, after, contents, (labels, context))
    return contents


def _read_block(block: Block, after: Block | None, contents: Contents, using: tuple[Labels, Context]) -> int:
    """Sort one block; returns how many more blocks it took with it."""
    labels, context = using
    if isinstance(block, Paragraph):
        below = after if isinstance(after, ItemList) else None
        return _read_paragraph(block, below, contents, using)
    if isinstance(block, Code):
        contents.prose.append(Listing(code=block.text, language=block.language, span=block.span))
    elif isinstance(block, ItemList):
        _read_list(block, contents, labels, context)
    return 0


def _read_paragraph(block: Paragraph, below: ItemList | None, contents: Contents, using: tuple[Labels, Context]) -> int:
    labels, context = using
    name, said = _labelled(block.phrase, labels)
    if name is None or said is None:
        if block.phrase.plain or block.phrase.sources:
            contents.prose.append(statement(block.phrase))
        return 0
    takes = below is not None and not said.plain
    contents.add(name, _field(said, below.items if below and takes else (), context))
    return 1 if takes else 0


def _field(said: Phrase, items: tuple[ListItem, ...], context: Context) -> Field:
    return Field(said, items) if said.plain else field_of(said, items, context)


def field_of(label: Phrase, items: Sequence[ListItem], context: Context) -> Field:
    """The field that items below a bare label are; a reference at the label is for the items without one."""
    if all(item.phrase.sources for item in items):
        context.drop_sources(label.sources, label.span)
    sources = label.sources
    return Field(
        None,
        tuple(replace(item, phrase=replace(item.phrase, sources=item.phrase.sources or sources)) for item in items),
    )


def _read_list(block: ItemList, contents: Contents, labels: Labels, context: Context) -> None:
    rest: list[ListItem] = []
    known = [_labelled(item.phrase, labels) for item in block.items]
    for item, (name, said) in zip(block.items, known, strict=True):
        if name is None or said is None:
            rest.append(item)
            continue
        nested = tuple(inner for part in item.blocks if isinstance(part, ItemList) for inner in part.items)
        contents.add(name, _field(said, nested, context))
    if len(rest) < len(block.items):
        for item in rest:
            _doubt(item, labels, context)
    listed = statements(rest)
    if listed:
        contents.prose.append(Bullets(items=listed, ordered=block.ordered, span=listed[0].span))


def _doubt(item: ListItem, labels: Labels, context: Context) -> None:
    """Among labelled items, one with an unknown label is more likely a slip than running text."""
    found = split_label(item.phrase)
    if found is None or len(found[0]) > _LONGEST_LABEL:
        return
    near = nearest(found[0].casefold(), labels)
    known = ", ".join(first_labels(labels))
    hint = f"did you mean '{near.capitalize()}:'?" if near else f"the labels known here: {known}"
    context.find(
        FIELD_IS_KNOWN,
        f"no field is called '{found[0]}' here",
        context.source.locate(item.phrase.span, found[0]),
        hint,
    )


def _labelled(phrase: Phrase, labels: Labels) -> tuple[str | None, Phrase | None]:
    found = split_label(phrase)
    if found is None:
        return None, None
    return labels.get(found[0].casefold()), found[1]


def prose_of(blocks: Sequence[Block], context: Context) -> Prose:
    """Blocks as running text, with no labels of their own."""
    return tuple(read_contents(blocks, {}, context).prose)
