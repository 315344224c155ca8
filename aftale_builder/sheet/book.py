"""What a workbook holds, as plain data: sheets of rows of cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from aftale_builder.findings import Anchored


class Style(StrEnum):
    """How a cell looks."""

    PLAIN = "plain"
    TITLE = "title"
    NOTE = "note"
    DRAFT = "draft"
    HEADER = "header"
    HEADER_RIGHT = "header-right"
    KRONER = "kroner"
    PERCENT = "percent"
    DAY = "day"
    VERDICT = "verdict"
    TOTAL = "total"
    TOTAL_KRONER = "total-kroner"
    MISSING = "missing"


@dataclass(frozen=True)
class Text:
    """Text, never read as a formula or a number. `across` is how many columns it is written across.

    `is_open` says of this and of amounts that people may write in the cell; everything else is protected.
    """

    text: str
    anchor: Anchored | None = None
    style: Style = Style.PLAIN
    across: int = 1
    is_open: bool = False


@dataclass(frozen=True)
class Amount:
    """A number."""

    value: Decimal
    anchor: Anchored | None = None
    style: Style = Style.KRONER
    is_open: bool = False


@dataclass(frozen=True)
class Day:
    """A day."""

    value: date
    anchor: Anchored | None = None
    style: Style = Style.DAY


@dataclass(frozen=True)
class Formula:
    """A formula without its «=», and the value it has: shown by whoever does not calculate."""

    formula: str
    value: Decimal | float | str
    style: Style = Style.TOTAL_KRONER


Filled = Text | Amount | Day | Formula
Cell = Filled | None
"""None leaves the place alone: nothing stands there, or a text beside it is written across it."""
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet. `widths` are the columns' in characters; `header` is the row (from 1) repeated on each printed page.

    `leading` is how many columns are repeated where the sheet is wider than a page.
    """

    name: str
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    header: int | None = None
    leading: int = 1

    def cells(self) -> Iterator[tuple[str, Filled]]:
        """Yield each cell that holds something, with its reference («B7»)."""
        for number, row in enumerate(self.rows):
            for column, cell in enumerate(row):
                if cell is not None and not (isinstance(cell, Text) and not cell.text):
                    yield ref(number, column), cell


@dataclass(frozen=True)
class Book:
    """A workbook; `title` goes into the file's properties. A draft says so in the head of every printed page."""

    title: str
    sheets: tuple[Sheet, ...] = field(default_factory=tuple)
    draft: bool = False


def column(number: int) -> str:
    """Return the letters of a column, counted from 0: «A», «Z», «AA»."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def ref(row: int, column_number: int) -> str:
    """Return the reference of a cell, row and column counted from 0: «B7»."""
    return f"{column(column_number)}{row + 1}"
