"""Tables: a style, a header row that is repeated on each page, columns that fill the room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from aftale_builder.word.ooxml import PPR, TABLE, Elements, P, make, put
from aftale_builder.word.styles import Styles

_STYLES = ("Aftaletabel", "Table Grid")
_AIR = "Luft"
"""The style of the empty line below a table, where a template has it."""
CELL_MARGINS = 216
"""What the margins of a cell take of its width, in twips."""

Cell = Callable[[int], Elements]
"""Returns the blocks of a cell, given the room in it (in twips)."""


def table(styles: Styles, rows: Sequence[Sequence[Cell]], widths: Sequence[int], room: int, title: str) -> etree._Element:
    """Return a table whose first row is its header. `widths` are the columns' shares; `title` is its alternative text."""
    columns = [room * share // sum(widths) for share in widths]
    name = next((name for name in _STYLES if styles.has(name, "table")), _STYLES[-1])
    look = make("tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1")
    style, borders = styles.table(name)
    properties = make(
        "tblPr",
        *style,
        make("tblW", w=str(sum(columns)), type="dxa"),
        *borders,
        make("tblLayout", type="fixed"),
        look,
        make("tblCaption", val=title),
    )
    grid = make("tblGrid", *(make("gridCol", w=str(column)) for column in columns))
    return make("tbl", properties, grid, *(_row(row, columns, header=not at) for at, row in enumerate(rows)))


def _row(cells: Sequence[Cell], columns: Sequence[int], *, header: bool) -> etree._Element:
    # A header that may not be split, alone at the foot of a page, makes LibreOffice lose the rows after it. It stays with them.
    row = make("tr", make("trPr", make("tblHeader" if header else "cantSplit")))
    row.extend(_cell(cell, column) for cell, column in zip(cells, columns, strict=True))
    if header:
        for paragraph in row.iter(P):
            _keep_with_next(paragraph)
    return row


def _keep_with_next(paragraph: etree._Element) -> None:
    properties = paragraph.find(PPR)
    if properties is None:
        properties = make("pPr")
        paragraph.insert(0, properties)
    put(properties, make("keepNext"))


def _cell(cell: Cell, column: int) -> etree._Element:
    return make(
        "tc", make("tcPr", make("tcW", w=str(column), type="dxa")), *closed(cell(max(column - CELL_MARGINS, CELL_MARGINS)))
    )


def shares(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return shares of the width by what the cells hold: the longest text of a column, within bounds."""
    return [max(6, *(min(40, len(text)) for text in column)) for column in zip(*rows, strict=True)]


def spaced(blocks: list[etree._Element], styles: Styles) -> list[etree._Element]:
    """Return the blocks with a little air below each table; side by side, Word would make two tables one."""
    return [element for block in blocks for element in ((block, _air(styles)) if block.tag == TABLE else (block,))]


def _air(styles: Styles) -> etree._Element:
    return make("p", make("pPr", make("pStyle", val=styles.id(_AIR)))) if styles.has(_AIR) else make("p")


def closed(blocks: list[etree._Element]) -> list[etree._Element]:
    """Return the blocks with a paragraph last, as a cell must have."""
    return blocks if blocks and blocks[-1].tag == P else [*blocks, make("p")]
