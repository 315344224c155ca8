"""How the tables of a filled document break over pages, and which of their columns are there.

Only tables in the styles of ours are touched: a form that somebody brings is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from aftale_builder.word.ooxml import CELL, PPR, ROW, TABLE, Element, P, W, make, put, texts
from aftale_builder.word.styles import Styles
from aftale_builder.word.widths import fit, set_widths

LISTING = "Aftaleliste"
"""The style of a table with one row a thing, whose columns that nobody has filled are left out."""
_STYLES = (LISTING, "Aftaletabel")
_ALWAYS = 2
_WHOLE = 6
"""A table of so many rows, or fewer, stands whole on one page."""
_WHOLE_FACTS = 14
"""The same of a table of labels and values, whose rows are short."""
_FEW, _SHORT = 8, 200
"""So many lines of so many signs, or fewer, between a heading and a table keep with both."""
_AMOUNT = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?(?: (?:kr\.|pct\.))?")
_TWIPS_A_SIGN = 92
"""What a sign of 9 points takes of a line, more or less."""
_MOST_LINES = 30
"""A row of more lines than this may break over pages: kept whole, it would leave half a page empty."""


def lay_out(root: Element, styles: Styles) -> None:
    """Leave out the columns that nobody has filled, and say which rows and lines belong together, in place."""
    ours = {styles.id(name, "table"): name for name in _STYLES if styles.has(name, "table")}
    if not ours:
        return
    for paragraph in root.iter(P):
        if "".join(piece.text or "" for piece in texts(paragraph)).rstrip().endswith(":"):
            _keep_with_next(paragraph)
    tables = []
    for table in root.iter(TABLE):
        style = table.find(f"{W}tblPr/{W}tblStyle")
        name = ours.get(str(style.get(f"{W}val"))) if style is not None else None
        if name == LISTING:
            _leave_out(table)
        if name is not None:
            tables.append(table)
    fit(tables)
    for table in tables:
        _keep(table)
        _keep_before(table, styles)
        _align(table)


def _leave_out(table: Element) -> None:
    """Take the columns away that have words in their header only; the first two always stay. Their room goes to the others."""
    rows = table.findall(ROW)
    grid = table.findall(f"{W}tblGrid/{W}gridCol")
    body = [row.findall(CELL) for row in rows if not _is_header(row)]
    if not body or any(len(row.findall(CELL)) != len(grid) for row in rows):
        return
    empty = [at for at in range(_ALWAYS, len(grid)) if not any(_said(cells[at]) for cells in body)]
    if not empty:
        return
    for row in rows:
        cells = row.findall(CELL)
        for at in empty:
            row.remove(cells[at])
    widths = [int(column.get(f"{W}w", "0")) for column in grid]
    holder = grid[0].getparent()
    for at in empty:
        if holder is not None:
            holder.remove(grid[at])
    set_widths(table, _spread([width for at, width in enumerate(widths) if at not in empty], sum(widths)))


def _spread(widths: Sequence[int], room: int) -> list[int]:
    """Return widths in the same proportions that fill the room."""
    made = [width * room // sum(widths) for width in widths]
    made[-1] += room - sum(made)
    return made


def _keep(table: Element) -> None:
    """Keep a short table whole, and in a long one the last row with the one before it."""
    rows = table.findall(ROW)
    body = [row for row in rows if not _is_header(row)]
    most = _WHOLE if len(body) < len(rows) else _WHOLE_FACTS
    tall = [row for row in rows if _lines(row) > _MOST_LINES]
    for row in tall:
        for whole in row.findall(f"{W}trPr/{W}cantSplit"):
            whole.set(f"{W}val", "0")
    together = body[:-1] if len(body) <= most and not tall else body[-2:-1]
    for row, after in pairwise(rows):
        if (row in together and row not in tall and after not in tall) or (_is_header(row) and after not in tall):
            for paragraph in row.iter(P):
                _keep_with_next(paragraph)


def _keep_before(table: Element, styles: Styles) -> None:
    """Keep a table with the line before it, and with all lines up to the heading where they are few and short."""
    before: list[Element] = []
    for element in table.itersiblings(preceding=True):
        style = element.find(f"{PPR}/{W}pStyle")
        heads = style is not None and styles.outline.get(str(style.get(f"{W}val")), 0) > 0
        said = sum(len(piece.text or "") for piece in texts(element)) if element.tag == P else 0
        if heads or not 0 < said <= _SHORT or len(before) == _FEW:
            before = before if heads else before[:1]
            break
        before.append(element)
    for paragraph in before:
        _keep_with_next(paragraph)


def _align(table: Element) -> None:
    """Set columns of nothing but amounts to the right, their heads too."""
    rows = [row.findall(CELL) for row in table.findall(ROW)]
    heads = sum(_is_header(row) for row in table.findall(ROW))
    if not heads or len(rows) == heads or len({len(cells) for cells in rows}) != 1:
        return
    for column in zip(*rows, strict=True):
        told = [said for cell in column[heads:] if (said := _said(cell))]
        if told and all(_AMOUNT.fullmatch(said) for said in told):
            for paragraph in (paragraph for cell in column for paragraph in cell.iter(P)):
                _set_right(paragraph)


def _said(cell: Element) -> str:
    return " ".join(piece.text or "" for paragraph in cell.iter(P) for piece in texts(paragraph)).strip()


def _set_right(paragraph: Element) -> None:
    properties = _properties(paragraph)
    if properties.find(f"{W}jc") is None:
        put(properties, make("jc", val="right"))


def _is_header(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}tblHeader") is not None


def _lines(row: Element) -> int:
    """Return about how many lines a row takes: those of its longest cell."""
    return max((_cell_lines(cell) for cell in row.findall(CELL)), default=0)


def _cell_lines(cell: Element) -> int:
    told = cell.find(f"{W}tcPr/{W}tcW")
    width = int(told.get(f"{W}w", "0")) if told is not None else 0
    signs = max(width // _TWIPS_A_SIGN, 1)
    lengths = (sum(len(piece.text or "") for piece in texts(paragraph)) for paragraph in cell.iter(P))
    return sum(1 + length // signs for length in lengths) + sum(1 for _ in cell.iter(f"{W}br"))


def _keep_with_next(paragraph: Element) -> None:
    properties = _properties(paragraph)
    if properties.find(f"{W}keepNext") is None:
        put(properties, make("keepNext"))


def _properties(paragraph: Element) -> Element:
    """Return the properties of a paragraph, which it is given where it has none."""
    properties = paragraph.find(PPR)
    if properties is None:
        properties = make("pPr")
        paragraph.insert(0, properties)
    return properties
