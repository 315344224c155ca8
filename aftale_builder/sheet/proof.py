"""The proof of a workbook: read back, each cell holds what it must, and there is no cell more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from aftale_builder.findings import Anchored, Hit
from aftale_builder.sheet.book import Amount, Book, Day, Filled, Formula, Sheet, Text
from aftale_builder.sheet.reading import Found, read
from aftale_builder.word.package import WordFileError

_FIRST = date(1899, 12, 30)
"""The day that workbooks count days from."""
_REMEDY = "Det er en fejl i programmet, ikke i det, du har skrevet. Meld den, og send aftalens mappe med, hvis du kan."


def prove(book: Book, data: bytes, at: Anchored) -> tuple[Hit, ...]:
    """Return how the file differs from the book; `at` is where to point for what has no place of its own in the YAML."""
    try:
        found = read(data)
    except (WordFileError, KeyError, IndexError, ValueError) as error:
        return (Hit(at, f"Budgettet kan ikke læses igen ({error}).", _REMEDY),)
    names = [sheet.name for sheet in book.sheets]
    if list(found) != names:
        return (Hit(at, f"Budgettet har arkene {', '.join(found)}; det skulle have {', '.join(names)}.", _REMEDY),)
    return tuple(hit for sheet in book.sheets for hit in _sheet(sheet, found[sheet.name], at))


def _sheet(sheet: Sheet, found: Mapping[str, Found], at: Anchored) -> Iterator[Hit]:
    expected = dict(sheet.cells())
    for ref, cell in expected.items():
        if not _same(cell, found.get(ref)):
            anchor = at if isinstance(cell, Formula) else cell.anchor or at
            yield Hit(anchor, f"Celle {ref} i arket «{sheet.name}» siger ikke det, den skal.", _REMEDY)
    for ref in found.keys() - expected.keys():
        yield Hit(at, f"Celle {ref} i arket «{sheet.name}» burde være tom.", _REMEDY)


def _same(cell: Filled, found: Found | None) -> bool:
    if found is None:
        return False
    match cell:
        case Text(text=text):
            return found.is_text and not found.formula and found.value == text
        case Amount(value=value):
            return not found.is_text and not found.formula and _number(found.value) == value
        case Day(value=value):
            return not found.is_text and not found.formula and _number(found.value) == (value - _FIRST).days
        case Formula(formula=formula, value=value) if isinstance(value, str):
            return found.formula == formula and found.is_text and found.value == value
        case Formula(formula=formula, value=value):
            return found.formula == formula and not found.is_text and _number(found.value) == Decimal(str(value))
    return False


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
