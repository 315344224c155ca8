"""Where in a table its labels stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aftale_builder.boligdata.figures import Kept, figure
from aftale_builder.boligdata.labels import Meaning, Vocabulary, bare
from aftale_builder.boligdata.tables import Cell, Table

_FIRST_ROWS = 20


def head_rows(table: Table, words: Vocabulary) -> range | None:
    """Return the rows of labels: the one of which the most is understood, and those of labels alone right below and above it."""
    best, at = 0, None
    rows = table.rows[:_FIRST_ROWS]
    for number, row in enumerate(rows):
        known = sum(_is_label(cell, words) for cell in row)
        if _is_many(row) and known > best:
            best, at = known, number
    if at is None:
        return None
    first, last = at, at + 1
    while first and _is_many(rows[first - 1]) and all(_is_label(cell, words) for cell in rows[first - 1] if cell.text):
        first -= 1
    while last < len(rows) and _is_many(rows[last]) and all(_is_year(cell, words) for cell in _own(rows[last], rows[at])):
        last += 1
    return range(first, last)


def _is_many(row: Sequence[Cell]) -> bool:
    return len({cell.text for cell in row if cell.text}) > 1


def _is_label(cell: Cell, words: Vocabulary) -> bool:
    meaning = words.meaning(cell.text) if cell.text else Meaning()
    return bool(meaning) and (figure(cell) is Kept.NONE or meaning.year is not None)


def _is_year(cell: Cell, words: Vocabulary) -> bool:
    """Tell whether a cell holds a year or a unit alone, as the second line of a head does."""
    meaning = words.meaning(cell.text)
    return not bare(cell.text) and (meaning.year is None or meaning == Meaning(year=meaning.year))


def _own(row: Sequence[Cell], above: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the cells that say anything the row above does not: one that is joined over both rows says the same twice."""
    for at, cell in enumerate(row):
        if cell.text and not (at < len(above) and above[at].text == cell.text):
            yield cell
