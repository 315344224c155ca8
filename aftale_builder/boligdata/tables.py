"""A file with tables as rows of cells: text as it is shown, and a number where the file itself says that it is one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from aftale_builder.word.archive import Kind, WordFileError, archive

_MOST_ROWS = 20_000
_MOST_COLUMNS = 500
_LARGEST_SHEET = 16 * 1024 * 1024
_LARGEST_CSV = 16 * 1024 * 1024
_DIGITS = 12
"""What a spreadsheet stores as 71.30000000000001 is 71.3."""
CSV_ENDINGS = (".csv", ".tsv", ".txt")


class DataFileError(Exception):
    """A file that no table can be read from. `message` says what was found, `remedy` how to mend it; both are for users."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what is shown, the number it holds where the file says so (71.3 for a cell shown as «71,3 %»), where it stands."""

    text: str
    place: str
    number: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a sheet, or of a text file (its name is «»). Rows may differ in length; cells that are empty are there."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def tables(path: Path, *, digits: int = _DIGITS) -> list[Table]:
    """Return the tables of a file, sheet by sheet; numbers of a workbook with so many digits. Raises `DataFileError`."""
    ending = path.suffix.lower()
    if ending == ".xlsx":
        return list(_workbook(path, digits))
    if ending in CSV_ENDINGS:
        return [_text_file(path)]
    raise DataFileError(
        f"«{path.name}» er hverken .xlsx eller .csv.", "Åbn den i Excel, og gem den som Excel-projektmappe (.xlsx) eller CSV."
    )


def _workbook(path: Path, digits: int) -> Iterator[Table]:
    from openpyxl import load_workbook

    try:
        with archive(path, Kind.XLSX) as opened:
            sizes = [item.file_size for item in opened.infolist() if item.filename.startswith("xl/worksheets/")]
    except WordFileError as error:
        raise DataFileError(f"«{path.name}»: {error.message}", error.remedy) from error
    if max(sizes, default=0) > _LARGEST_SHEET:
        raise _too_large(path)
    try:
        book = load_workbook(io.BytesIO(path.read_bytes()), data_only=True)
    except Exception as error:  # what a reader of a foreign format may raise is without end
        raise DataFileError(f"«{path.name}» kan ikke læses som Excel.", "Åbn den i Excel, og gem den igen.") from error
    for sheet in book.worksheets:
        if sheet.max_row > _MOST_ROWS or sheet.max_column > _MOST_COLUMNS:
            raise _too_large(path)
        joined = {(row, column): area for area in sheet.merged_cells.ranges for row, column in area.cells}
        rows = []
        for line in sheet.iter_rows():
            cells = []
            for cell in line:
                area = joined.get((cell.row, cell.column))  # what is written once across columns holds for each of them
                source = sheet.cell(area.min_row, area.min_col) if area is not None else cell
                cells.append(_cell(source.value, str(source.number_format), f"{sheet.title}, {cell.coordinate}", digits))
            rows.append(tuple(cells))
        yield Table(sheet.title, tuple(rows))


def _cell(value: Any, form: str, place: str, digits: int) -> Cell:
    if value is None:
        return Cell("", place)
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        said = value.date().isoformat() if isinstance(value, datetime) else str(value)
        return Cell(value.isoformat() if type(value) is date else said.strip(), place)
    number = Decimal(f"{value:.{digits}g}")
    if not number.is_finite():
        return Cell(str(value), place)
    if "%" in form:
        number *= 100
    plain = f"{number.normalize():f}".replace(".", ",")
    return Cell(f"{plain} %" if "%" in form else plain, place, Decimal(plain.replace(",", ".")))


def _text_file(path: Path) -> Table:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DataFileError(f"«{path.name}» kan ikke læses.", "Se efter, om navn og mappe er rigtige.") from error
    if len(data) > _LARGEST_CSV:
        raise _too_large(path)
    text = _decoded(data)
    separator = max(";\t,|", key=lambda sign: _regular(text, sign))
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise DataFileError(f"«{path.name}» kan ikke læses som CSV.", "Åbn den i Excel, og gem den igen.") from error
    if len(lines) > _MOST_ROWS or max(map(len, lines), default=0) > _MOST_COLUMNS:
        raise _too_large(path)
    rows = (
        tuple(Cell(field.strip(), f"linje {row}, kolonne {column}") for column, field in enumerate(line, start=1))
        for row, line in enumerate(lines, start=1)
    )
    return Table("", tuple(rows))


def _decoded(data: bytes) -> str:
    """Return the text of a file: Excel writes UTF-8 with a mark, UTF-16 or the old Windows alphabet."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _regular(text: str, sign: str) -> tuple[int, int]:
    """Return how well a sign separates: how many of the first lines have as many of it as most have, and how many that is."""
    counts = [line.count(sign) for line in text.splitlines()[:50] if line.strip()]
    most = max(set(counts) - {0}, key=counts.count, default=0)
    return (counts.count(most) if most else 0, most)


def _too_large(path: Path) -> DataFileError:
    return DataFileError(
        f"«{path.name}» er større end en tabel over nogle boligområder.", "Gem kun de rækker, der skal bruges, og prøv igen."
    )
