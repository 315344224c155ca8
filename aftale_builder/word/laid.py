"""What must stand in a filled file once it is laid out: tables without the columns that nobody filled, the entries of the table
of contents. Nothing of `layout` and `contents`, which do it, is used here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from aftale_builder.word.reading import NOTE_MARK, Kind, Part
from aftale_builder.word.spans import Span, even
from aftale_builder.word.wanted import Expected

_LISTING, _CONTENTS = "Aftaleliste", "Aftaleindhold"
_CELLS = (Kind.CELL, Kind.MERGED_CELL)


def laid_out(units: Sequence[Expected]) -> list[Expected]:
    """Return the units as they stand when the file is laid out."""
    return _listed(list(_without_empty_columns(units)))


def _without_empty_columns(units: Sequence[Expected]) -> Iterator[Expected]:
    at = 0
    while at < len(units):
        end = at + 1
        if units[at].kind is Kind.TABLE and units[at].style == _LISTING:
            end = next(after for after in range(at, len(units)) if units[after].kind is Kind.TABLE_END) + 1
            yield from _filled(units[at:end])
        else:
            yield units[at]
        at = end


def _filled(table: Sequence[Expected]) -> Iterator[Expected]:
    """Yield the units of a table but for the columns, after the second, that have nothing below the header."""
    columns: list[int] = []
    row, column = -1, -1
    for unit in table:
        row += unit.kind is Kind.ROW
        column = -1 if unit.kind is Kind.ROW else column + (unit.kind in _CELLS)
        columns.append(column if unit.kind not in (Kind.ROW, Kind.TABLE, Kind.TABLE_END) else -1)
    heads = sum(unit.kind is Kind.ROW and unit.header for unit in table)
    row = -1
    said: set[int] = set()
    for unit, own in zip(table, columns, strict=True):
        row += unit.kind is Kind.ROW
        if row >= heads and unit.kind is Kind.PARAGRAPH and unit.text.strip():
            said.add(own)
    kept = said | {-1, 0, 1} if row >= heads else set(columns)
    yield from (unit for unit, own in zip(table, columns, strict=True) if own in kept)


def _listed(units: list[Expected]) -> list[Expected]:
    """Return the units with an entry for each heading below the table of contents, in the place of the template's own."""
    place = next((at for at, unit in enumerate(units) if unit.style == _CONTENTS), None)
    if place is None:
        return units
    headings = list(_headings(units[place + 1 :]))
    own = units[place]
    entries = [_entry(own, heading, number) for number, heading in enumerate(headings, start=1)]
    return [*units[:place], *entries, *units[place + 1 :]]


def _headings(units: Sequence[Expected]) -> Iterator[str]:
    depth = 0
    for unit in units:
        depth += (unit.kind is Kind.TEXT_BOX) - (unit.kind is Kind.TEXT_BOX_END)
        said = " ".join(unit.text.replace(NOTE_MARK, "").split())
        if unit.part is Part.BODY and not depth and unit.level in (1, 2) and said:
            yield said


def _entry(own: Expected, said: str, number: int) -> Expected:
    spans = even([Span(said, link=f"#_Toc{number:09}")])
    return replace(own, text=said, own="", spans=spans, pieces=(said,), styled=True)
