"""A book written as .xlsx by XlsxWriter: the same bytes for the same book, on any machine and any day."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from aftale_builder.findings import Anchored, Fault
from aftale_builder.sheet import page
from aftale_builder.sheet.book import Amount, Book, Cell, Day, Filled, Formula, Row, Sheet, Style, Text
from aftale_builder.word.judging import ILLEGAL
from aftale_builder.word.package import Kind, open_package, write_package

_CREATED = datetime(2020, 1, 1, tzinfo=UTC)
"""XlsxWriter writes the time of day into the file unless it is told another."""
LONGEST = 32_767
"""What a cell can hold, in UTF-16 units."""

DIGITS = 15
"""What a cell can hold of a number exactly."""

_INK, _SHADE, _RED, _GREY = "#1F3D4C", "#E9EFF2", "#B3261E", "#BFC7CC"
_DANISH = "[$-406]"
_FONT = {"font_name": page.FONT, "font_size": page.SIZE}
_BORDER = {"border": 1, "border_color": _GREY}
_WRAPPED = {"text_wrap": True, "valign": "top"}
_CELL = {**_WRAPPED, **_BORDER}
_TOTAL = {"bold": True, "bg_color": _SHADE, **_CELL}
_NUMBERS = {"align": "right", "text_wrap": False}
_KRONER, _OERE = (f"{_DANISH}#,##0{decimals};{_DANISH}-#,##0{decimals}" for decimals in ("", ".00"))
_LOOKS: dict[Style, dict[str, Any]] = {
    Style.PLAIN: _CELL,
    Style.TITLE: {"bold": True, "font_size": 16, "font_color": _INK, **_WRAPPED},
    Style.NOTE: {"italic": True, **_WRAPPED},
    Style.DRAFT: {"bold": True, "font_size": 14, "font_color": _RED, **_WRAPPED},
    Style.HEADER: _TOTAL,
    Style.HEADER_RIGHT: {**_TOTAL, "align": "right"},
    Style.KRONER: {**_CELL, **_NUMBERS, "num_format": _KRONER},
    Style.PERCENT: {**_CELL, **_NUMBERS, "num_format": f"{_DANISH}0.00%"},
    Style.DAY: {**_CELL, "align": "left", "num_format": f"{_DANISH}d. mmmm yyyy"},
    Style.VERDICT: {**_TOTAL, "align": "right"},
    Style.TOTAL: _TOTAL,
    Style.TOTAL_KRONER: {**_TOTAL, **_NUMBERS, "num_format": _KRONER},
    Style.MISSING: {"italic": True, "font_color": _RED, **_WRAPPED},
}


def unfit(book: Book, at: Anchored) -> tuple[Fault, ...]:
    """Return the texts and numbers that no cell can hold; `at` is where to point for one without a place of its own."""
    return tuple(fault for sheet in book.sheets for _, cell in sheet.cells() for fault in _unfit(cell, at))


def _unfit(cell: Filled, at: Anchored) -> Iterator[Fault]:
    match cell:
        case Text(text=text, anchor=anchor):
            yield from _faults(text, anchor or at)
        case Amount(value=value, anchor=anchor) if _digits(value) > DIGITS:
            yield Fault(
                "KLD011",
                anchor or at,
                f"Beløbet er på {_digits(value)} cifre; et regneark regner kun rigtigt med {DIGITS}.",
                "Se efter, om der er nuller for meget.",
            )
        case Formula(value=Decimal() as value) if _digits(value) > DIGITS:
            yield Fault(
                "KLD011",
                at,
                f"En af budgettets summer er på {_digits(value)} cifre; et regneark regner kun rigtigt med {DIGITS}.",
                "Se efter, om der er nuller for meget i et af beløbene.",
            )


def _digits(value: Decimal) -> int:
    """Return how many digits a number is written with."""
    return len(format(value.normalize(), "f").strip("-0.").replace(".", "")) if value else 1


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
    """Return the book as the bytes of an .xlsx. Texts and numbers must fit their cells: see `unfit`."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True, "default_format_properties": dict(_FONT)})
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
            (style, is_open): workbook.add_format(
                {**_FONT, **look, **({"num_format": _OERE} if oere and "kroner" in style else {}), "locked": not is_open}
            )
            for style, look in _LOOKS.items()
            for is_open in (False, True)
        }

    def of(self, style: Style, *, is_open: bool = False) -> Any:
        """Return the format of a style; `is_open` where people may write."""
        return self._made[style, is_open]


def _write_sheet(worksheet: Any, sheet: Sheet, looks: _Looks, *, draft: bool) -> None:
    worksheet.hide_gridlines(2)
    _set_page(worksheet, sheet, draft=draft)
    for number, width in enumerate(sheet.widths):
        worksheet.set_column(number, number, width)
    if sheet.header is not None:
        worksheet.freeze_panes(sheet.header, sheet.leading if page.paper(sheet.widths) is None else 0)
        worksheet.repeat_rows(sheet.header - 1)
    worksheet.protect("", _ALLOWED)
    for number, row in enumerate(sheet.rows):
        worksheet.set_row(number, _height(row, sheet.widths))
        for column, cell in enumerate(row):
            _write_cell(worksheet, (number, column), cell, looks)


_ALLOWED = dict.fromkeys(("format_cells", "format_columns", "format_rows", "insert_rows", "select_locked_cells"), True)
"""What protected sheets let people do besides writing in the open cells. There is no password: it is a guard, not a lock."""


def _set_page(worksheet: Any, sheet: Sheet, *, draft: bool) -> None:
    worksheet.set_landscape()
    worksheet.set_margins(left=page.MARGIN_INCHES, right=page.MARGIN_INCHES, top=page.HEAD_INCHES, bottom=page.HEAD_INCHES)
    worksheet.set_header("&C&B&14UDKAST" if draft else "")
    worksheet.set_footer("&L&A&RSide &P af &N")
    paper = page.paper(sheet.widths)
    worksheet.set_paper((paper or page.A3).number)
    if paper is not None:
        heights = sum(_height(row, sheet.widths) for row in sheet.rows)
        worksheet.fit_to_pages(1, 1 if paper.holds(heights) else 0)  # rather a little smaller than a last row on its own
    else:
        worksheet.set_print_scale(page.SCALE)
        worksheet.repeat_columns(0, sheet.leading - 1)


def _height(row: Row, widths: tuple[float, ...]) -> float:
    """Return the height that a row's texts need, in points: not every program finds it itself."""
    needed = (
        _text_height(cell, _wide(widths[at : at + cell.across]))
        for at, cell in enumerate(row)
        if isinstance(cell, Text) and cell.text
    )
    return min(max(needed, default=page.LINE) + _AIR, page.TALLEST)


def _text_height(cell: Text, width: float) -> float:
    look = _LOOKS[cell.style]
    size: int = look.get("font_size", page.SIZE)
    return page.lines(cell.text, width, bold="bold" in look, size=size) * page.LINE * size / page.SIZE


_AIR = 2.25
"""What a row is higher than its lines, in points."""


def _wide(widths: tuple[float, ...]) -> float:
    return page.characters(sum(map(page.points, widths)))


def _write_cell(worksheet: Any, at: tuple[int, int], cell: Cell, looks: _Looks) -> None:
    match cell:
        case Text(text=text, style=style, across=across) if across > 1:
            look = looks.of(style)
            worksheet.merge_range(*at, at[0], at[1] + across - 1, "", look)
            worksheet.write_string(*at, text, look)
        case Text(text=text, style=style, is_open=is_open) if text:
            worksheet.write_string(*at, text, looks.of(style, is_open=is_open))
        case Text(style=style, is_open=is_open):
            worksheet.write_blank(*at, None, looks.of(style, is_open=is_open))
        case Amount(value=value, style=style, is_open=is_open):
            worksheet.write_number(*at, value, looks.of(style, is_open=is_open))
        case Day(value=value, style=style):
            worksheet.write_datetime(*at, value, looks.of(style))
        case Formula(formula=formula, value=value, style=style):
            worksheet.write_formula(*at, f"={formula}", looks.of(style), value)


def _has_oere(book: Book) -> bool:
    return any(
        isinstance(cell, Amount) and cell.style is Style.KRONER and cell.value != cell.value.to_integral_value()
        for sheet in book.sheets
        for _, cell in sheet.cells()
    )


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
