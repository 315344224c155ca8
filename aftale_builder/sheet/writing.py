"""A book written as .xlsx by XlsxWriter: the same bytes for the same book, on any machine and any day."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from aftale_builder.findings import Anchored, Fault
from aftale_builder.sheet.book import Amount, Book, Cell, Formula, Row, Sheet, Style, Text
from aftale_builder.word.judging import ILLEGAL
from aftale_builder.word.package import Kind, open_package, write_package

_CREATED = datetime(2020, 1, 1, tzinfo=UTC)
"""XlsxWriter writes the time of day into the file unless it is told another."""
LONGEST = 32_767
"""What a cell can hold, in UTF-16 units."""

_LINE = 15.0
_TALLEST = 409.0
"""The tallest row that Excel has, in points."""
_INK, _SHADE, _RED, _GREY = "#1F3D4C", "#E9EFF2", "#B3261E", "#BFC7CC"
_DANISH = "[$-406]"
_BORDER = {"border": 1, "border_color": _GREY}
_CELL = {"text_wrap": True, "valign": "top", **_BORDER}
_LOOKS: dict[Style, dict[str, Any]] = {
    Style.PLAIN: _CELL,
    Style.TITLE: {"bold": True, "font_size": 18, "font_color": _INK},
    Style.NOTE: {"italic": True},
    Style.DRAFT: {"bold": True, "font_size": 14, "font_color": _RED},
    Style.HEADER: {"bold": True, "bg_color": _SHADE, **_CELL},
    Style.KRONER: {"num_format": f"{_DANISH}#,##0", **_CELL},
    Style.PERCENT: {"num_format": f"{_DANISH}0.00%", **_CELL},
    Style.TOTAL: {"bold": True, "bg_color": _SHADE, **_CELL},
    Style.TOTAL_KRONER: {"bold": True, "bg_color": _SHADE, "num_format": f"{_DANISH}#,##0", **_CELL},
    Style.MISSING: {"italic": True, "font_color": _RED},
}
_OERE = f"{_DANISH}#,##0.00"


def unfit(book: Book, at: Anchored) -> tuple[Fault, ...]:
    """Return the texts that no cell can hold; `at` is where to point for a text without a place of its own."""
    return tuple(
        fault
        for sheet in book.sheets
        for _, cell in sheet.cells()
        if isinstance(cell, Text)
        for fault in _faults(cell.text, cell.anchor or at)
    )


def _faults(text: str, at: Anchored) -> Iterator[Fault]:
    if _units(text) > LONGEST:
        yield Fault(
            "KLD011",
            at,
            f"Teksten er på {_units(text)} tegn; en celle i Excel kan højst rumme {LONGEST}.",
            "Skriv den kortere, eller flyt noget af den til en af teksterne, der sættes i Word.",
        )
    for found in dict.fromkeys(ILLEGAL.findall(text)):
        yield Fault(
            "KLD010",
            at,
            f"Teksten har et usynligt tegn (U+{ord(found):04X}), som et regneark ikke kan rumme.",
            "Slet tegnet; det er som regel kommet med fra et andet program.",
        )


def write(book: Book) -> bytes:
    """Return the book as the bytes of an .xlsx. Texts must fit their cells: see `unfit`."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    workbook.set_properties({"title": book.title, "created": _CREATED})
    workbook.set_calc_mode("auto")
    looks = _Looks(workbook, _has_oere(book))
    for sheet in book.sheets:
        _write_sheet(workbook.add_worksheet(sheet.name), sheet, looks, draft=book.draft)
    workbook.close()
    return write_package(open_package(buffer.getvalue(), Kind.XLSX).parts())


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, workbook: Any, oere: bool) -> None:  # noqa: FBT001 - told once, above
        self._made = {
            style: workbook.add_format({**look, "num_format": _OERE} if oere and "kroner" in style else look)
            for style, look in _LOOKS.items()
        }

    def __getitem__(self, style: Style) -> Any:
        return self._made[style]


def _write_sheet(worksheet: Any, sheet: Sheet, looks: _Looks, *, draft: bool) -> None:
    worksheet.hide_gridlines(2)
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_header("&C&B&14UDKAST" if draft else "")
    worksheet.set_footer("&L&A&RSide &P af &N")
    for number, width in enumerate(sheet.widths):
        worksheet.set_column(number, number, width)
    if sheet.header is not None:
        worksheet.freeze_panes(sheet.header, 0)
        worksheet.repeat_rows(sheet.header - 1)
    for number, row in enumerate(sheet.rows):
        worksheet.set_row(number, _height(row, sheet.widths))
        for column, cell in enumerate(row):
            _write_cell(worksheet, (number, column), cell, looks)


def _height(row: Row, widths: tuple[int, ...]) -> float:
    """Return the height that a row's texts need, in points: not every program finds it itself."""
    if any(isinstance(cell, Text) and cell.style is Style.TITLE for cell in row):
        return _LINE * 1.6
    needed = (
        _lines(cell.text, width) for cell, width in zip(row, widths, strict=False) if isinstance(cell, Text) and _wraps(cell)
    )
    return min(_LINE * max(needed, default=1), _TALLEST)


def _wraps(cell: Text) -> bool:
    return cell.style not in (Style.NOTE, Style.DRAFT, Style.MISSING)


def _lines(text: str, width: int) -> int:
    return sum(1 + len(line) // max(width - 1, 1) for line in text.split("\n"))


def _write_cell(worksheet: Any, at: tuple[int, int], cell: Cell, looks: _Looks) -> None:
    match cell:
        case Text(text=text, style=style) if text:
            worksheet.write_string(*at, text, looks[style])
        case Text(style=style):
            worksheet.write_blank(*at, None, looks[style])
        case Amount(value=value, style=style):
            worksheet.write_number(*at, value, looks[style])
        case Formula(formula=formula, value=value, style=style):
            worksheet.write_formula(*at, f"={formula}", looks[style], value)


def _has_oere(book: Book) -> bool:
    return any(
        isinstance(cell, Amount) and cell.style is Style.KRONER and cell.value != cell.value.to_integral_value()
        for sheet in book.sheets
        for _, cell in sheet.cells()
    )


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
