"""Values to blocks: short text, the blocks that a view makes and, by `prose`, Markdown, in styles, lists and tables of Word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace

from lxml import etree

from aftale_builder.word.drawing import Drawings
from aftale_builder.word.footnotes import Footnotes
from aftale_builder.word.numbering import Numbering, style_name
from aftale_builder.word.ooxml import PPR, Elements, P, W, make, put
from aftale_builder.word.parts import Parts
from aftale_builder.word.runs import Look, Runs
from aftale_builder.word.styles import Styles
from aftale_builder.word.tables import Cell, spaced, table
from aftale_builder.word.values import Block, Bullets, Figure, Heading, Kind, Paragraph, Table, Value, inline

_LAST_HEADING = 9


@dataclass(frozen=True, slots=True)
class Spot:
    """Where blocks are set: the part, the level of the heading above, the look and the properties of plain paragraphs, the room.

    `room` is in twips; `depth` counts the lists around.
    """

    part: str
    level: int = 0
    look: Look = field(default_factory=Look)
    properties: etree._Element | None = None
    room: int = 9638
    depth: int = 0


class Setter:
    """Sets values in one document."""

    def __init__(self, parts: Parts, *, brought: bool = False) -> None:
        self.styles = Styles(parts, brought=brought)
        self.numbering = Numbering(parts, self.styles)
        self.footnotes = Footnotes(parts, self.styles)
        self.drawings = Drawings(parts, self.styles)
        self._parts = parts

    def value(self, value: Value, spot: Spot) -> Elements:
        """Return the blocks of a value; none for one with nothing in it."""
        from aftale_builder.word.prose import Prose

        match value.kind:
            case Kind.INLINE:
                return [paragraph(spot.properties, self.runs(spot).words(value.text, spot.look))]
            case Kind.PROSE:
                return spaced(Prose(self, value).set(spot), self.styles)
            case Kind.BLOCKS:
                return spaced(self.blocks(value.blocks, spot), self.styles)

    def blocks(self, blocks: Iterable[Block], spot: Spot) -> Elements:
        """Return the elements of blocks."""
        return [element for block in blocks for element in self._block(block, spot)]

    def runs(self, spot: Spot) -> Runs:
        """Return the maker of runs for the part of a spot."""
        return Runs(self._parts, self.styles, spot.part)

    def heading(self, level: int, runs: Elements, spot: Spot) -> etree._Element:
        """Return a heading, `level` below the one above the spot."""
        return paragraph(self.styles.paragraph(f"heading {min(max(spot.level + level, 1), _LAST_HEADING)}"), runs)

    def styled(self, spot: Spot, name: str) -> Spot:
        """Return the spot with a style for its plain paragraphs."""
        words = self.styles.words(name)
        look = spot.look if words is None else Look(words)
        return replace(spot, properties=self.styles.paragraph(name, spot.properties), look=look)

    def inside_list(self, spot: Spot) -> Spot:
        """Return the spot of what stands in the items of a list at this spot, below their first paragraph."""
        return replace(self.styled(spot, style_name("List Continue", spot.depth + 1)), depth=spot.depth + 1)

    def item(self, elements: Elements, spot: Spot, number: str | None) -> Elements:
        """Return the elements of an item of a list, its first paragraph numbered; `number` as `Numbering.item` takes it."""
        name, numbered = self.numbering.item(spot.depth, number)
        properties = self.styles.paragraph(name, spot.properties)
        if numbered is not None:
            put(properties, numbered)
        if not elements or elements[0].tag != P:
            return [make("p", properties), *elements]
        first = elements[0]
        old = first.find(PPR)
        if old is not None:
            first.remove(old)
        first.insert(0, properties)
        return elements

    def _block(self, block: Block, spot: Spot) -> Elements:
        match block:
            case Heading(level=level, text=text):
                return [self.heading(level, self.runs(spot).words(text.text, Look()), spot)]
            case Paragraph(text=text, label=label):
                return self._labelled(text, label, spot) if label else self.value(text, spot)
            case Bullets(items=items, ordered=ordered):
                return self._bullets(items, spot, ordered=ordered)
            case Table():
                return [self._table(block, spot)]
            case Figure(strips=strips):
                return self.drawings.strips(strips, spot.part, spot.room)

    def _labelled(self, text: Value, label: str, spot: Spot) -> Elements:
        runs = self.runs(spot)
        said = runs.words(f"{label}:", replace(spot.look, bold=True))
        if text.kind is Kind.INLINE:
            return [paragraph(spot.properties, [*said, *runs.words(f" {text.text}", spot.look)])]
        return [paragraph(spot.properties, said), *self.value(text, spot)]

    def _bullets(self, items: Sequence[Value], spot: Spot, *, ordered: bool) -> Elements:
        inner = self.inside_list(spot)
        number = self.numbering.ordered(inner.depth, 1) if ordered else None
        return [element for item in items for element in self._bullet(self.value(item, inner), inner, number)]

    def _bullet(self, elements: Elements, spot: Spot, number: str | None) -> Elements:
        """Return the elements of an item; what begins with a heading, a list or a quote keeps its look below the item's sign."""
        if elements and _kind(elements[0]) == _kind(paragraph(spot.properties, [])):
            return self.item(elements, spot, number)
        return [*self.item([], spot, number), *elements]

    def _table(self, block: Table, spot: Spot) -> etree._Element:
        def cell(value: Value) -> Cell:
            return lambda room: self.value(value, replace(spot, properties=None, room=room, depth=0))

        rows = [[cell(inline(head)) for head in block.header], *([cell(value) for value in row] for row in block.rows)]
        return table(self.styles, rows, block.widths or [1] * len(block.header), spot.room, ", ".join(block.header))


def paragraph(properties: etree._Element | None, runs: Elements) -> etree._Element:
    """Return a paragraph with a copy of these properties."""
    made = make("p", *runs)
    if properties is not None:
        made.insert(0, deepcopy(properties))
    return made


def _kind(element: etree._Element) -> tuple[str | None, bool]:
    """Return the id of a paragraph's style, and whether it is an item of a list by itself."""
    style = element.find(f"{PPR}/{W}pStyle")
    return (style.get(f"{W}val") if style is not None else None), element.find(f"{PPR}/{W}numPr") is not None
