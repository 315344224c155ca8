"""What a value must become in a filled file: the units of its words, by the spot where it is set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from aftale_builder.word.looks import Counted
from aftale_builder.word.reading import Kind, Part, Unit
from aftale_builder.word.spans import Span, Spans, even
from aftale_builder.word.values import Block, Bullets, Heading, Paragraph, Table, Value
from aftale_builder.word.values import Kind as Set
from aftale_builder.word.words import INSERT, Word, words

_PLAIN = Span("")
_LAST_HEADING = 9
_DEEPEST = 9
"""How many lists Word lets stand in each other; a list below that stands at the last level."""


class Item(NamedTuple):
    """Membership of a list: its level from 0, and the number it shows, None for a bullet."""

    level: int
    number: int | None


@dataclass(frozen=True, slots=True)
class Expected:
    """One unit that must be there, the template's own text in it, and the values whose words it holds.

    `level` is that of a heading, from 1; `notes` the numbers of the notes it refers to, in the order of the file's first mention.
    `styled`: its style may give it a look of its own. `loose` is a note that nothing refers to.
    """

    kind: Kind
    part: Part
    text: str = ""
    own: str = ""
    values: tuple[Value, ...] = ()
    spans: Spans = ()
    level: int | None = None
    item: Item | None = None
    notes: tuple[int, ...] = ()
    styled: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value is set: the part, the heading above, the lists around, the look of the tag.

    `unit` is the template's paragraph whose properties plain paragraphs get, None where they have a style for what they are.
    """

    part: Part
    level: int = 0
    depth: int = 0
    look: Span = _PLAIN
    unit: Unit | None = None

    def styled(self, *, deeper: int = 0) -> Spot:
        """Return the spot for paragraphs with a style of their own, without the look that the tag's own style gives."""
        look = self.look
        if self.unit is not None:
            look = Span("", look.bold and not self.unit.bold, look.italic and not self.unit.italic)
        return replace(self, look=look, unit=None, depth=self.depth + deeper)


class Wanted:
    """Makes what values must become, and gathers the notes: those of values and, added by who reads them, the template's own."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.notes: list[Expected] = []
        self._noted = 0
        self._counted = Counted(units)

    def noted(self) -> int:
        """Return the number of the next note."""
        self._noted += 1
        return self._noted

    def own_item(self, unit: Unit) -> Item | None:
        """Return a template's paragraph's own place in a list; it is counted."""
        if unit.item is None:
            return None
        return Item(unit.item.level, self._counted.next(unit.item) if unit.item.ordered else None)

    def value(self, value: Value, spot: Spot) -> Iterator[Expected]:
        """Yield what a value becomes at a spot."""
        match value.kind:
            case Set.INLINE:
                yield from self._words([_word((value.text, False))], value, spot)
            case Set.BLOCKS:
                yield from self._blocks(value.blocks, value, spot)
            case Set.PROSE:
                found = words(value.text)
                yield from self._words(found.units, value, spot, found.notes)

    def _words(self, units: Sequence[Word], value: Value, spot: Spot, notes: Sequence[Sequence[Word]] = ()) -> Iterator[Expected]:
        left = iter(notes)
        for word in units:
            if word.kind == INSERT:
                yield from self._blocks(value.inserts[word.text], value, spot)
            elif word.kind != Kind.PARAGRAPH:
                yield Expected(Kind(word.kind), spot.part, values=(value,))
            else:
                yield from self._paragraph(word, value, spot, list(islice(left, word.notes)))

    def _paragraph(self, word: Word, value: Value, spot: Spot, notes: Sequence[Sequence[Word]]) -> Iterator[Expected]:
        at = spot.styled() if word.styled else spot
        item = self.own_item(at.unit) if at.unit is not None else None
        if word.item is not None:
            item = Item(min(at.depth + word.item.depth, _DEEPEST) - 1, word.item.number)
        level = at.unit.level if at.unit is not None else None
        if word.level is not None:
            level = min(at.level + word.level, _LAST_HEADING)
            at = replace(at, look=_PLAIN)
        if not word.text and item is None:
            return
        spans = even(span._replace(bold=span.bold or at.look.bold, italic=span.italic or at.look.italic) for span in word.spans)
        numbers = tuple(self._note(note, value) for note in notes)
        yield Expected(
            Kind.PARAGRAPH, at.part, word.text, values=(value,), spans=spans, level=level, item=item, notes=numbers,
            styled=at.unit is None,
        )  # fmt: skip

    def _note(self, note: Sequence[Word], value: Value) -> int:
        """Gather a note of a value, and return its number."""
        number = self.noted()
        self.notes.append(Expected(Kind.NOTE, Part.FOOTNOTE, values=(value,)))
        self.notes.extend(self._words(note, value, Spot(Part.FOOTNOTE)))
        return number

    def _blocks(self, blocks: Sequence[Block], value: Value, spot: Spot) -> Iterator[Expected]:
        for block in blocks:
            match block:
                case Heading(level=level, text=text):
                    heading = _word((text.text, False))._replace(level=level, styled=True)
                    yield from self._words([heading], Value(text.text, text.anchor or value.anchor), spot)
                case Paragraph(text=text, label=label) if label and text.kind is Set.INLINE:
                    yield from self._words([_word((f"{label}:", True), (f" {text.text}", False))], text, spot)
                case Paragraph(text=text, label=label):
                    yield from self._words([_word((f"{label}:", True))] if label else [], text, spot)
                    yield from self.value(text, spot)
                case Bullets(items=items, ordered=ordered):
                    for number, item in enumerate(items, start=1):
                        yield from self._item(item, number if ordered else None, spot.styled(deeper=1))
                case Table(header=header, rows=rows):
                    yield from self._table([[Value(head) for head in header], *rows], value, spot)

    def _item(self, value: Value, number: int | None, spot: Spot) -> Iterator[Expected]:
        """Yield a list item: its first paragraph has the number, which stands alone above anything else."""
        item = Item(min(spot.depth, _DEEPEST) - 1, number)
        units = list(self.value(value, spot))
        if units and _begins_plainly(value):
            units[0] = replace(units[0], item=item)
        else:
            units.insert(0, Expected(Kind.PARAGRAPH, spot.part, values=(value,), item=item, styled=True))
        yield from units

    def _table(self, rows: Sequence[Sequence[Value]], value: Value, spot: Spot) -> Iterator[Expected]:
        inside = replace(spot.styled(), depth=0)
        yield Expected(Kind.TABLE, spot.part, values=(value,))
        for row in rows:
            yield Expected(Kind.ROW, spot.part, values=tuple(row))
            for cell in row:
                yield Expected(Kind.CELL, spot.part, values=(cell,))
                yield from self.value(cell, inside)
        yield Expected(Kind.TABLE_END, spot.part, values=(value,))


def _word(*pieces: tuple[str, bool]) -> Word:
    """Return a paragraph of short texts, each with whether it is bold."""
    told = [(lines(text), bold) for text, bold in pieces]
    spans = even(Span(text, bold) for text, bold in told)
    return Word(Kind.PARAGRAPH, "".join(text for text, _ in told).strip(), spans)


def _begins_plainly(value: Value) -> bool:
    """Tell whether a value begins with a paragraph that is no heading, item or quote."""
    if value.kind is Set.PROSE:
        first = next(iter(words(value.text).units), Word(INSERT))
        return first.kind == Kind.PARAGRAPH and not first.styled
    if value.kind is Set.BLOCKS:
        match value.blocks:
            case (Paragraph(text=text, label=label), *_):
                return bool(label) or _begins_plainly(text)
            case _:
                return False
    return True


def lines(text: str) -> str:
    """Return a short text with its line breaks as the reader has them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
