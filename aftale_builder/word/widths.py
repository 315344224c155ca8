"""The widths of a table's columns by what the cells hold, where those of its template would break words or take many lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from aftale_builder.figures.measuring import broken, length
from aftale_builder.word.ooxml import CELL, ROW, Element, P, W, texts
from aftale_builder.word.tables import CELL_MARGINS

_SIZE = 18
"""The size of letters in our tables, in half points."""
_AIR = 40
"""What a column is wider than its longest word, in twips: no two programs measure quite alike."""
_SAVED = 10
"""Widths are changed where one line in so many is saved."""
_SPENT = 4
"""They are changed for a word that would be broken, too, but for no more than one line more in so many."""

_WORD = re.compile(r"-?[\d.,]*\d (?:pct|kr)\.|\d{1,2}\. \S+|\S+")
"""A word; an amount stays with its unit, a day with its month."""

_Cells = list[list[tuple[str, ...]]]
"""The paragraphs of each cell, by row."""


def fit(tables: Iterable[Element]) -> None:
    """Set the widths of the columns of tables with a header row, in place; the width of each as a whole stays.

    Tables with the same header keep looking alike: what is best for them together is set in all of them.
    """
    alike: dict[tuple[object, ...], list[Element]] = {}
    for table in tables:
        rows = table.findall(ROW)
        grid = [int(column.get(f"{W}w", "0")) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        if len(rows) > 1 and _is_plain(rows, len(grid)):
            alike.setdefault((*map(_paragraphs, rows[0].findall(CELL)), *grid), []).append(table)
    for found in alike.values():
        _fit(found)


def _is_plain(rows: Sequence[Element], columns: int) -> bool:
    """Tell whether the first row is a header, and every row has a cell for each column."""
    return rows[0].find(f"{W}trPr/{W}tblHeader") is not None and all(len(row.findall(CELL)) == columns for row in rows)


def _fit(tables: Sequence[Element]) -> None:
    head, *_ = tables[0].findall(ROW)
    rows = [head, *(row for table in tables for row in table.findall(ROW)[1:])]
    cells = [[_paragraphs(cell) for cell in row.findall(CELL)] for row in rows]
    widths = [int(column.get(f"{W}w", "0")) for column in tables[0].findall(f"{W}tblGrid/{W}gridCol")]
    most = sum(widths) * 2 // (len(widths) + 1)  # no column takes the room of all others for one word
    least = [min(max(_longest(row[at], bold=not number) for number, row in enumerate(cells)), most) for at in range(len(widths))]
    best = _shared(least, [_natural(cells, at) for at in range(len(widths))], sum(widths))
    is_broken = any(width < needed for width, needed in zip(widths, least, strict=True))
    now, then = _lines(cells, widths), _lines(cells, best)
    if then * _SAVED <= now * (_SAVED - 1) or (is_broken and then * _SPENT <= now * (_SPENT + 1)):
        for table in tables:
            set_widths(table, best)


def set_widths(table: Element, widths: Sequence[int]) -> None:
    """Set the widths of a table's columns, in twips."""
    for column, width in zip(table.findall(f"{W}tblGrid/{W}gridCol"), widths, strict=True):
        column.set(f"{W}w", str(width))
    for row in table.findall(ROW):
        for cell, width in zip(row.findall(CELL), widths, strict=True):
            told = cell.find(f"{W}tcPr/{W}tcW")
            if told is not None:
                told.set(f"{W}w", str(width))


def _paragraphs(cell: Element) -> tuple[str, ...]:
    return tuple("".join(piece.text or "" for piece in texts(paragraph)) for paragraph in cell.iter(P))


def _longest(paragraphs: Sequence[str], *, bold: bool) -> int:
    """Return the width that the longest word of a cell needs, with the cell's margins."""
    pieces = (piece for paragraph in paragraphs for word in _WORD.findall(paragraph) for piece in _pieces(word))
    return max((length(piece, _SIZE, bold=bold) for piece in pieces), default=0) + CELL_MARGINS + _AIR


def _pieces(word: str) -> list[str]:
    """Return what a word may be broken into without a hyphen being set: it ends in one already."""
    ends = [at + 1 for at, sign in enumerate(word[:-1]) if sign in "-–" and at]
    return [word[start:end] for start, end in pairwise((0, *ends, len(word)))]


def _natural(cells: _Cells, at: int) -> int:
    """Return how wide a column would like to be: half way between its usual cell and its longest."""
    long = [max((length(said, _SIZE) for said in row[at]), default=0) for row in cells[1:]]
    return (sum(long) // len(long) + max(long)) // 2 + CELL_MARGINS + _AIR if long else 0


def _shared(least: Sequence[int], natural: Sequence[int], room: int) -> list[int]:
    """Return widths that fill the room: what the words need, and of the rest as each column would like."""
    if sum(least) > room:
        widths = _capped(least, room)
    else:
        more = [max(wish - need, 1) for wish, need in zip(natural, least, strict=True)]
        widths = [need + (room - sum(least)) * wish // sum(more) for need, wish in zip(least, more, strict=True)]
    widths[-1] += room - sum(widths)
    return widths


def _capped(least: Sequence[int], room: int) -> list[int]:
    """Return widths of which the widest are made so narrow, all alike, that there is room for all."""
    left, cap = room, 0
    for number, width in enumerate(sorted(least)):
        cap = left // (len(least) - number)
        if width > cap:
            break
        left -= width
    return [min(width, cap) for width in least]


def _lines(cells: _Cells, widths: Sequence[int]) -> int:
    """Return how many lines the rows take."""
    return sum(
        max(
            sum(len(broken(said, _SIZE, max(width - CELL_MARGINS, 1))) for said in paragraphs)
            for paragraphs, width in zip(row, widths, strict=True)
        )
        for row in cells
    )
