"""What a workbook holds, as plain data: sheets of rows of cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
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
    KRONER = "kroner"
    PERCENT = "percent"
    TOTAL = "total"
    TOTAL_KRONER = "total-kroner"
    MISSING = "missing"


@dataclass(frozen=True)
class Text:
    """Text, never read as a formula or a number."""

    text: str
    anchor: Anchored | None = None
    style: Style = Style.PLAIN


@dataclass(frozen=True)
class Amount:
    """A number."""

    value: Decimal
    anchor: Anchored | None = None
    style: Style = Style.KRONER


@dataclass(frozen=True)
class Formula:
    """A formula without its «=», and the value it has: shown by whoever does not calculate."""

    formula: str
    value: Decimal | float | str
    style: Style = Style.TOTAL_KRONER


Cell = Text | Amount | Formula | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet. `widths` are the columns' in characters; `header` is the row (from 1) repeated on each printed page."""

    name: str
    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    header: int | None = None

    def cells(self) -> Iterator[tuple[str, Text | Amount | Formula]]:
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
