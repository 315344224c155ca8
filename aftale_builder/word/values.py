"""What a document is filled with: a view of dicts, lists and bools whose leaves are `Value`, and the blocks set in prose.

A view is plain data. Where a template only asks whether something is there, `True`, `False`, `None` or a list will do; all
that is printed is a `Value` (a bare `str` or `int` is taken as an inline value without a place in the YAML). Under the key
`PROPERTIES` stands what goes into the file's properties: `titel` (required), `emne`, `ophav` and `dato` (a `datetime.date`). A
view without it leaves the template's properties as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aftale_builder.figures.stacking import Strips
from aftale_builder.findings import Anchored

PROPERTIES = "egenskaber"


class Kind(StrEnum):
    """How a value is set."""

    INLINE = "inline"
    """Short text in the run's own format; a newline is a line break."""
    PROSE = "prose"
    """Markdown: its blocks take the place of the paragraph that the tag stands alone in."""
    BLOCKS = "blocks"
    """Blocks made by the view, set like prose."""


class Form(StrEnum):
    """How something of the YAML is written in print."""

    TEXT = "tekst"
    """As it stands."""
    PROSE = "markdown"
    """As the words of its Markdown."""
    WORD = "ord"
    """A word of the language («strategisk»), which has only certain words."""
    CAPITAL = "stort-begyndelsesbogstav"
    """As it stands, with a capital first letter."""
    DATE = "dato"
    """«1. oktober 2021»."""
    NUMBER = "tal"
    """«22.500», and with its unit, if it has one: «71,3 pct.»."""
    YES_NO = "ja-nej"
    """«ja» or «nej»."""
    STATED = "udsagn"
    """As a sentence that says whether it is so: «Der deles ikke persondata»."""
    ORDINAL = "nummer"
    """What is referred to, by its number in its list: «delmål 2»."""
    GAP = "mangler"
    """As what a draft says of something that is not written."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a value's text that comes from one place of the YAML, and how that is written in print.

    `unit` is what stands after a number (« pct.»); `by` the reference that prints it, where it is the name of something else.
    """

    text: str
    anchor: Anchored
    form: Form = Form.TEXT
    unit: str = ""
    by: Anchored | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, `level` below the section it is set in (1 is the first level below)."""

    level: int
    text: Value


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `label` is printed in front, in bold («Formål: …»)."""

    text: Value
    label: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; with `ordered` it is numbered from 1."""

    items: tuple[Value, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row, repeated on every page. Each row has as many cells as the header; a cell may be prose."""

    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[int, ...] = ()
    """The columns' shares of the width («(1, 3, 1)»); equal where empty."""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.header) for row in self.rows) or len(self.widths) not in (0, len(self.header)):
            raise ValueError("every row of a table, and its widths, must have as many cells as its header")


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, in strips: a paragraph for each, in a table where one of them is to stand on top of each page.

    Its words are printed and proven, box by box, but nobody edits them: they are made of what stands in the YAML.
    """

    strips: Strips


Block = Heading | Paragraph | Bullets | Table | Figure
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A leaf of a view: the text as the author wrote it, where it stands in the YAML, and how it is set.

    `inserts` says, for prose, what each line «[[navn]]» of its own stands for; every name that may be written is a key.
    `pieces` says, for short text, which stretches come from where: together they are the text, and a bare `str` among them is
    what the document itself puts between. Without them all of the text comes from `anchor`, as it stands.
    """

    text: str
    anchor: Anchored | None = None
    kind: Kind = Kind.INLINE
    inserts: Mapping[str, Blocks] = field(default_factory=dict)
    blocks: Blocks = ()
    pieces: tuple[str | Piece, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything to print."""
        return bool(self.text.strip() or self.blocks)


def inline(text: object, anchor: Anchored | None = None) -> Value:
    """Return short text, set where the tag stands."""
    return Value(str(text), anchor)


def prose(text: str, anchor: Anchored | None = None, inserts: Mapping[str, Blocks] | None = None) -> Value:
    """Return Markdown, set in the place of the tag's paragraph."""
    return Value(text, anchor, Kind.PROSE, inserts or {})


def blocks(*parts: Block, anchor: Anchored | None = None) -> Value:
    """Return blocks made by the view, set in the place of the tag's paragraph."""
    return Value("", anchor, Kind.BLOCKS, blocks=parts)


def as_value(leaf: Any) -> Value | None:
    """Return the leaf as a Value, or None where it is something that can only be asked about, not printed."""
    if isinstance(leaf, Value):
        return leaf
    if isinstance(leaf, (str, int)) and not isinstance(leaf, bool):
        return inline(leaf)
    return None


def inside(value: Value) -> Iterator[Value]:
    """Yield the value and, depth first, every value in its blocks and in its inserts."""
    yield value
    used = (block for name, parts in value.inserts.items() if name in value.text for block in parts)
    for part in (*value.blocks, *used):
        for child in _texts(part):
            yield from inside(child)


def _texts(block: Block) -> tuple[Value, ...]:
    """Return the values of one block, in the order in which they are printed."""
    match block:
        case Heading(text=text):
            return (text,)
        case Paragraph(text=text, label=label):
            return (inline(label), text)
        case Bullets(items=items):
            return items
        case Table(header=header, rows=rows):
            return (*map(inline, header), *(cell for row in rows for cell in row))
        case Figure(strips=strips):
            return tuple(inline(text.words, text.anchor) for drawing in strips.drawings for text in drawing.texts)
