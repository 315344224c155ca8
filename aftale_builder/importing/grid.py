"""Tables of the unit stream: rows of cells, each with the units it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aftale_builder.word.reading import Kind, Unit

_CELLS = (Kind.CELL, Kind.MERGED_CELL)


@dataclass(slots=True)
class Cell:
    """A cell: where it begins in the stream, the paragraphs in it (those of tables inside too), and the columns it takes."""

    at: int
    span: int
    paragraphs: list[int] = field(default_factory=list)
    nested: bool = False

    def text(self, units: Sequence[Unit]) -> str:
        """Return the words of the cell, its paragraphs separated by a space."""
        return " ".join(words for at in self.paragraphs if (words := units[at].plain.strip()))

    def lines(self, units: Sequence[Unit]) -> list[str]:
        """Return the lines of the cell that have words."""
        return [line.strip() for at in self.paragraphs for line in units[at].plain.split("\n") if line.strip()]


@dataclass(slots=True)
class Grid:
    """A table: the stretch of the stream it takes (`end` not included), and its rows. Cells stand at the column they begin in."""

    start: int
    end: int
    rows: list[list[Cell]]
    width: int = field(init=False)
    """The number of columns."""

    def __post_init__(self) -> None:
        self.width = max((sum(cell.span for cell in row) for row in self.rows), default=0)

    def columns(self, row: list[Cell]) -> list[Cell | None]:
        """Return the row with a place for each column; None where a cell before it spans."""
        spread: list[Cell | None] = []
        for cell in row:
            spread += [cell, *([None] * (cell.span - 1))]
        return spread + [None] * (self.width - len(spread))


def end_of(units: Sequence[Unit], start: int, opens: Kind, closes: Kind) -> int:
    """Return the index after what a unit opens: a table, a text box."""
    depth = 0
    for at in range(start, len(units)):
        depth += (units[at].kind is opens) - (units[at].kind is closes)
        if depth == 0:
            return at + 1
    return len(units)


def grid(units: Sequence[Unit], start: int) -> Grid:
    """Return the table that begins at an index of the stream."""
    end = end_of(units, start, Kind.TABLE, Kind.TABLE_END)
    rows: list[list[Cell]] = []
    depth = 0
    for at in range(start, end):
        kind = units[at].kind
        depth += (kind is Kind.TABLE) - (kind is Kind.TABLE_END)
        if kind is Kind.ROW and depth == 1:
            rows.append([])
        elif kind in _CELLS and depth == 1:
            rows[-1].append(Cell(at, units[at].span))
        elif kind is Kind.TABLE and rows and rows[-1]:
            rows[-1][-1].nested = True
        elif kind is Kind.PARAGRAPH:
            rows[-1][-1].paragraphs.append(at)
    return Grid(start, end, [row for row in rows if row])
