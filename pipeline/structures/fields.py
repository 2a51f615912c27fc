"""What stands under a heading or a lead: labelled fields, and running text around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process

from pipeline.inline import cut, plain, runs, words
from pipeline.model.document import Block, Code, ItemList, ListItem, Paragraph, Phrase
from pipeline.model.item import Bullets, Listing, Prose, Statement
from pipeline.model.rules import FIELD_IS_KNOWN
from pipeline.spelling import spell
from pipeline.structures.base import Context

Labels = Mapping[str, str]
"""From a label in lower case ("what to ignore") to the field it fills ("leave_out")."""

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
        return (*own, *(item.phrase for item in self.items))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All it says, one statement a phrase or item."""
        return tuple(statement(phrase) for phrase in self.phrases)

    @property
    def statement(self) -> Statement | None:
        """All it says, as one statement."""
        said = self.statements
        if len(said) < 2:
            return said[0] if said else None
        sources = tuple(dict.fromkeys(source for part in said for source in part.sources))
        return Statement(text="; ".join(part.text for part in said), sources=sources, span=said[0].span)


@dataclass(slots=True)
class Contents:
    """Blocks, sorted into fields and running text."""

    fields: dict[str, Field] = field(default_factory=dict)
    prose: list[Statement | Bullets | Listing] = field(default_factory=list)

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


def statement(phrase: Phrase) -> Statement:
    """What a phrase says, with its provenance."""
    return Statement(text=phrase.markdown, sources=phrase.sources, span=phrase.span)


def statements(items: Sequence[ListItem]) -> tuple[Statement, ...]:
    """What the items of a list say."""
    return tuple(statement(item.phrase) for item in items if item.phrase.plain)


def split_label(phrase: Phrase, separator: str = ":") -> tuple[str, Phrase] | None:
    """A phrase cut at its first separator: the words before, the phrase after; None if there is none."""
    found = runs(phrase.markdown)
    at = "".join(run.text for run in found).find(separator)
    if at < 1:
        return None
    before, rest = cut(found, at)
    after = cut(rest, len(separator))[1]
    said = Phrase(spell(after), words(after), phrase.span, phrase.sources, phrase.attributes)
    return words(before), said


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
        return _read_paragraph(block, below, contents, labels)
    if isinstance(block, Code):
        contents.prose.append(Listing(code=block.text, language=block.language, span=block.span))
    elif isinstance(block, ItemList):
        _read_list(block, contents, labels, context)
    return 0


def _read_paragraph(block: Paragraph, below: ItemList | None, contents: Contents, labels: Labels) -> int:
    name, said = _labelled(block.phrase, labels)
    if name is None or said is None:
        contents.prose.append(statement(block.phrase))
        return 0
    takes = below is not None and not said.plain
    items = below.items if below and takes else ()
    _add(contents, name, Field(said if said.plain else None, items))
    return 1 if takes else 0


def _read_list(block: ItemList, contents: Contents, labels: Labels, context: Context) -> None:
    rest: list[ListItem] = []
    known = [_labelled(item.phrase, labels) for item in block.items]
    for item, (name, said) in zip(block.items, known, strict=True):
        if name is None or said is None:
            rest.append(item)
            continue
        nested = tuple(inner for part in item.blocks if isinstance(part, ItemList) for inner in part.items)
        _add(contents, name, Field(said if said.plain else None, nested))
    if len(rest) < len(block.items):
        for item in rest:
            _doubt(item, labels, context)
    if rest:
        span = rest[0].span.at(rest[0].span.line)
        contents.prose.append(Bullets(items=statements(rest), ordered=block.ordered, span=span))


def _doubt(item: ListItem, labels: Labels, context: Context) -> None:
    """Among labelled items, one with an unknown label is more likely a slip than running text."""
    found = split_label(item.phrase)
    if found is None or len(found[0]) > _LONGEST_LABEL:
        return
    near = process.extractOne(found[0].casefold(), list(labels), score_cutoff=70)
    known = ", ".join(dict.fromkeys(name.replace("_", " ") for name in labels.values()))
    hint = f"did you mean '{near[0].capitalize()}:'?" if near else f"the labels known here: {known}"
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


def _add(contents: Contents, name: str, new: Field) -> None:
    """A label that stands twice adds to what it said first."""
    old = contents.fields.get(name)
    if old is None:
        contents.fields[name] = new
    elif old.phrase and new.phrase and not new.items:
        contents.fields[name] = Field(old.phrase, (*old.items, ListItem(new.phrase, (), new.phrase.span)))
    else:
        contents.fields[name] = Field(old.phrase or new.phrase, (*old.items, *new.items))


def prose_of(blocks: Sequence[Block], context: Context) -> Prose:
    """Blocks as running text, with no labels of their own."""
    return tuple(read_contents(blocks, {}, context).prose)


def words_in(text: str, separators: str = ",;") -> Iterator[str]:
    """The parts of an enumeration, brackets kept whole: `IAM, storage (S3, GCS)` is two."""
    part, depth = "", 0
    for char in text:
        depth += (char in "([") - (char in ")]")
        if char in separators and depth <= 0:
            yield part.strip()
            part = ""
        else:
            part += char
    yield part.strip()


def plain_of(said: Statement | None) -> str:
    """The words of a statement, or none."""
    return plain(said.text) if said else ""
