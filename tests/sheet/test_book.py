"""Workbooks: what is written is what stands there, as text what is text, with the same bytes every time."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from aftale_builder.findings import Place
from aftale_builder.sheet.book import Amount, Book, Day, Formula, Sheet, Style, Text, column, ref
from aftale_builder.sheet.proof import prove
from aftale_builder.sheet.reading import read
from aftale_builder.sheet.writing import LONGEST, unfit, write
from aftale_builder.word.package import Kind, open_package, write_package


@dataclass(frozen=True)
class Here:
    """A place for tests."""

    def place(self) -> Place:
        return Place("budget.yaml", line=3, column=1)


HERE = Here()
HOSTILE = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "A & B <b>", "{{ 7*7 }}", "{% raw", "0123", "1.250", "NEJ", "1e5", " luft "),
    *("linje\nskift", "faneblad\ther", "_x0041_", "_x000B_", "😀", "a\u030a", "blødt\u00adtegn", "http://example.org"),
    *("'apostrof", '"citat"', "x" * LONGEST),
)


def book_of(*texts: str) -> Book:
    """Return a book with these texts, an amount and a sum."""
    rows = tuple((Text(text, HERE), Amount(Decimal("10.5"), HERE)) for text in texts)
    total = (Text("I alt", HERE, Style.TOTAL), Formula(f"SUM(B1:B{len(texts)})", Decimal("10.5") * len(texts)))
    return Book("Budget: & <prøve>", (Sheet("Ark", (*rows, total), (30, 12)),))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_letter_for_letter(text: str) -> None:
    book = book_of(text)
    data = write(book)
    assert unfit(book, HERE) == ()
    assert prove(book, data, HERE) == ()
    cell = openpyxl.load_workbook(io.BytesIO(data))["Ark"]["A1"]
    assert cell.data_type == "s"
    if "_x" not in text:  # openpyxl does not read the escapes of the format
        assert cell.value == text


def test_formulas_have_the_values_that_they_have() -> None:
    data = write(book_of("a", "b"))
    assert openpyxl.load_workbook(io.BytesIO(data))["Ark"]["B3"].value == "=SUM(B1:B2)"
    assert openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Ark"]["B3"].value == 21


def test_the_same_book_gives_the_same_bytes_and_no_day() -> None:
    data = write(book_of("a"))
    assert data == write(book_of("a"))
    core = open_package(data, Kind.XLSX).read("docProps/core.xml")
    assert b"2020-01-01T00:00:00Z" in core
    assert core.count(b"T00:00:00Z") == 2


@pytest.mark.parametrize("text", ["x" * (LONGEST + 1), "😀" * (LONGEST // 2 + 1)])
def test_a_text_that_no_cell_can_hold_is_told_with_its_place(text: str) -> None:
    (fault,) = unfit(book_of(text), HERE)
    assert (fault.code, fault.at.place().line) == ("KLD011", 3)


@pytest.mark.parametrize("sign", ["\x0b", "\x00", "\ufffe", "\ud800"])
def test_a_sign_that_no_cell_can_hold_is_told_with_its_place(sign: str) -> None:
    (fault,) = unfit(book_of(f"før{sign}efter{sign}"), HERE)
    assert (fault.code, fault.at.place().line) == ("KLD010", 3)
    assert f"U+{ord(sign):04X}" in fault.message


@pytest.mark.parametrize("value", ["1234567890123456", "12345678901234.56"])
def test_a_number_that_no_cell_can_hold_is_told_with_its_place(value: str) -> None:
    (fault,) = unfit(Book("", (Sheet("Ark", ((Amount(Decimal(value), HERE),),), (9,)),)), HERE)
    assert (fault.code, fault.at.place().line) == ("KLD011", 3)
    assert "16 cifre" in fault.message
    (fault,) = unfit(Book("", (Sheet("Ark", ((Formula("1+1", Decimal(value)),),), (9,)),)), HERE)
    assert "summer" in fault.message


@pytest.mark.parametrize("value", ["999999999999999", "9999999999999.99", "1e20", "0", "0.05"])
def test_a_number_of_fifteen_figures_is_held(value: str) -> None:
    made = Book("", (Sheet("Ark", ((Amount(Decimal(value), HERE),),), (9,)),))
    assert unfit(made, HERE) == ()
    assert prove(made, write(made), HERE) == ()


def test_a_text_across_columns_and_a_day_stand_where_they_should() -> None:
    made = Book("", (Sheet("Ark", ((Text("bred", HERE, across=3),), (Day(date(2026, 4, 1), HERE),)), (9, 9, 9)),))
    data = write(made)
    assert prove(made, data, HERE) == ()
    found = openpyxl.load_workbook(io.BytesIO(data))["Ark"]
    assert [str(area) for area in found.merged_cells.ranges] == ["A1:C1"]
    assert str(found["A2"].value) == "2026-04-01 00:00:00"
    other = Book("", (Sheet("Ark", ((Text("bred", HERE, across=3),), (Day(date(2026, 4, 2), HERE),)), (9, 9, 9)),))
    assert prove(other, data, HERE) != ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<v>10.5</v>", b"<v>10.6</v>"),
        (b"SUM(B1:B2)", b"SUM(B1:B1)"),
        (b"<v>21.0</v>", b"<v>22</v>"),
        (b'<c r="A1"', b'<c r="C1"'),
        (b' t="s"', b""),
        (b'<sheet name="Ark"', b'<sheet name="Krak"'),
        (b">a</t>", b">A</t>"),
    ],
)
def test_the_proof_finds_each_damage(old: bytes, new: bytes) -> None:
    book = book_of("a", "b")
    parts = open_package(write(book), Kind.XLSX).parts()
    name = next(part for part, content in parts.items() if old in content)
    damaged = write_package({**parts, name: parts[name].replace(old, new, 1)})
    assert prove(book, damaged, HERE) != ()


def test_the_proof_tells_of_a_file_that_cannot_be_read() -> None:
    assert prove(book_of("a"), b"PK\x03\x04", HERE) != ()


def test_every_cell_is_read_back_as_openpyxl_reads_it() -> None:
    data = write(book_of("a", "b"))
    ours = {place: cell.formula or cell.value for place, cell in read(data)["Ark"].items()}
    theirs = {
        cell.coordinate: cell.value
        for row in openpyxl.load_workbook(io.BytesIO(data))["Ark"]
        for cell in row
        if cell.value is not None
    }
    assert {place: str(value).removeprefix("=") for place, value in theirs.items()} == ours


@pytest.mark.parametrize(
    ("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_have_letters(number: int, letters: str) -> None:
    assert column(number) == letters
    assert ref(6, number) == f"{letters}7"
