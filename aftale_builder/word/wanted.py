"""What a value must become in a filled file: the units of its words, by the spot where it is set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from aftale_builder.figures.drawing import Drawing
from aftale_builder.figures.measuring import in_lines
from aftale_builder.word.looks import Counted
from aftale_builder.word.reading import Kind, Part, Unit
from aftale_builder.word.spans import Span, Spans, even
from aftale_builder.word.values import Block, Bullets, Figure, Heading, Paragraph, Table, Value
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


class Owner(NamedTuple):
    """A prose value that a unit is one of the lines of, or, where `insert` names one, that an insert of the value brought it.

    `level` is that of the heading above the value, `bold` and `italic` the look that the value's place gives all of it.
    """

    value: Value
    insert: str
    level: int
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Expected:
    """One unit that must be there, the template's own text in it, and the values whose words it holds.

    `level` is that of a heading, from 1; `notes` the numbers of the notes it refers to, in the order of the file's first mention.
    `styled`: its style may give it a look of its own. `loose` is a note that nothing refers to. `pieces` are the text in order:
    the document's own words, and the short values between them. `owners` are the prose values it stands in, the outermost first.
    `figures` is what the figures of a paragraph tell those who cannot see them. `style` is that of
    the template's own table or paragraph, by its name, `header` said of a row that is repeated on each page.
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
    pieces: tuple[str | Value, ...] = ()
    owners: tuple[Owner, ...] = ()
    figures: tuple[str, ...] = ()
    style: str = ""
    header: bool = False


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
                yield from self._short([_word((value.text, False))], value, spot, value)
            case Set.BLOCKS:
                yield from self._blocks(value.blocks, value, spot)
            case Set.PROSE:
                yield from self._prose(value, spot)

    def _prose(self, value: Value, spot: Spot) -> Iterator[Expected]:
        """Yield the lines of a prose value, and where an insert stands, what it brings."""
        owner = Owner(value, "", spot.level, spot.look.bold, spot.look.italic)
        found = words(value.text)
        left = iter(found.notes)
        for word in found.units:
            if word.kind == INSERT:
                made, own = self._blocks(value.inserts[word.text], value, spot), owner._replace(insert=word.text)
            else:
                made, own = self._words([word], value, spot, list(islice(left, word.notes))), owner
            yield from (replace(unit, owners=(own, *unit.owners)) for unit in made)

    def _short(self, units: Sequence[Word], value: Value, spot: Spot, *pieces: str | Value) -> Iterator[Expected]:
        yield from (replace(unit, pieces=pieces) for unit in self._words(units, value, spot))

    def _words(self, units: Sequence[Word], value: Value, spot: Spot, notes: Sequence[Sequence[Word]] = ()) -> Iterator[Expected]:
        left = iter(notes)
        for word in units:
            if word.kind != Kind.PARAGRAPH:
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
                    told = text if text.anchor else replace(text, anchor=value.anchor)
                    yield from self._short([heading], told, spot, told)
                case Paragraph(text=text, label=label) if label and text.kind is Set.INLINE:
                    yield from self._short([_word((f"{label}:", True), (f" {text.text}", False))], text, spot, f"{label}: ", text)
                case Paragraph(text=text, label=label):
                    yield from self._short([_word((f"{label}:", True))] if label else [], text, spot, f"{label}:")
                    yield from self.value(text, spot)
                case Bullets(items=items, ordered=ordered):
                    for number, item in enumerate(items, start=1):
                        yield from self._item(item, number if ordered else None, spot.styled(deeper=1))
                case Table(header=header, rows=rows):
                    yield from self._table([[Value(head) for head in header], *rows], value, spot)
                case Figure(strips=strips):
                    for drawing in strips.drawings:
                        yield from self._figure(drawing, value, spot.part)

    def _item(self, value: Value, number: int | None, spot: Spot) -> Iterator[Expected]:
        """Yield a list item: its first paragraph has the number, which stands alone above anything else."""
        item = Item(min(spot.depth, _DEEPEST) - 1, number)
        units = list(self.value(value, spot))
        if units and _begins_plainly(value):
            units[0] = replace(units[0], item=item)
        else:
            units.insert(0, Expected(Kind.PARAGRAPH, spot.part, values=(value,), item=item, styled=True))
        yield from units

    def _figure(self, drawing: Drawing, value: Value, part: Part) -> Iterator[Expected]:
        """Yield the paragraph of a figure, and after it each box with its words."""
        yield Expected(Kind.PARAGRAPH, part, values=(value,), styled=True, figures=(drawing.alt,))
        if drawing.lonely:  # beside the empty one
            yield Expected(Kind.TEXT_BOX, part, values=(value,))
            yield Expected(Kind.TEXT_BOX_END, part, values=(value,))
        for box in drawing.boxes:
            room = box.width - 2 * box.margin
            set_ = [(line, text) for text in box.texts for line in in_lines(text, room)]
            said = tuple(Value(line, text.anchor or value.anchor) for line, text in set_)
            yield Expected(Kind.TEXT_BOX, part, values=said)
            for (_, text), told in zip(set_, said, strict=True):
                yield from self._short([_word((told.text, text.bold))._replace(styled=True)], told, Spot(part), told)
            yield Expected(Kind.TEXT_BOX_END, part, values=said)

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
        # An insert that brings nothing is not there.
        first = next((word for word in words(value.text).units if word.kind != INSERT or value.inserts[word.text]), Word(INSERT))
        if first.kind == INSERT:
            return _blocks_begin_plainly(value.inserts.get(first.text, ()))
        return first.kind == Kind.PARAGRAPH and not first.styled
    return value.kind is not Set.BLOCKS or _blocks_begin_plainly(value.blocks)


def _blocks_begin_plainly(blocks: Sequence[Block]) -> bool:
    match blocks:
        case (Paragraph(text=text, label=label), *_):
            return bool(label) or _begins_plainly(text)
        case _:
            return False


def lines(text: str) -> str:
    """Return a short text with its line breaks as the reader has them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
