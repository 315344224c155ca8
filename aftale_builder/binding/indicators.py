"""Section 5's table: the cells of each fixed indicator, by the headings of the columns and the words of the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aftale_builder.binding.places import Certainty, Found, How, Place
from aftale_builder.importing.grid import Cell, grid
from aftale_builder.importing.wording import Wording, key
from aftale_builder.regulation import Indikator, Regulativ
from aftale_builder.word.reading import Kind, Unit

_SECTION = "5"
_COLUMNS = {"tabel-boligområde": "område", "tabel-kommune": "kommune", "tabel-datakilde": "kilde"}
UNKNOWN = "ukendte_indikatorer"


def indicator_places(
    units: Sequence[Unit], start: int, end: int, wording: Wording, regulativ: Regulativ
) -> Iterator[Found]:  # fmt: skip
    """Yield the places of every indicator's figures; one that the form lacks is left open."""
    cells: dict[str, dict[str, Cell]] = {}
    last = 0
    for at in range(start, end):
        if units[at].kind is Kind.TABLE:
            table = grid(units, at)
            heads: dict[int, str] = {}
            for row in table.rows:
                columns = table.columns(row)
                named = {number: name for number, cell in enumerate(columns) if cell and (name := _column(cell, units, wording))}
                heads = named or heads
                indicator = next((known for cell in row if (known := _indicator(cell, units, regulativ))), None)
                if indicator is not None and heads:
                    own = {
                        name: cell for number, name in heads.items() if (cell := columns[number]) is not None and cell.paragraphs
                    }
                    cells.setdefault(indicator.id, own)
                    last = max(last, *(units[index].number for cell in row for index in cell.paragraphs))
    for indicator in regulativ.indikatorer:
        yield from _places(indicator, cells.get(indicator.id, {}), units)
    if last:
        text = next(unit.plain.strip() for unit in units if unit.kind is Kind.PARAGRAPH and unit.number == last)
        yield Found(UNKNOWN, Place(How.BELOW, last, text), Certainty.SURE, "under tabellen")


def _places(indicator: Indikator, cells: dict[str, Cell], units: Sequence[Unit]) -> Iterator[Found]:
    for column in _COLUMNS.values():
        name = f"baseline.{indicator.id}.{column}"
        cell = cells.get(column)
        if cell is None:
            why = f"i afsnit 5 er der ikke fundet en celle til «{indicator.navn}» i kolonnen for {_CALLED[column]}"
            yield Found(name, None, Certainty.UNSURE, why)
        else:
            unit = units[cell.paragraphs[0]]
            yield Found(name, Place(How.IN, unit.number, unit.plain.strip()), Certainty.SURE, f"rækken «{indicator.navn}»")


_CALLED = {"område": "boligområdet", "kommune": "kommunen", "kilde": "datakilden"}


def _column(cell: Cell, units: Sequence[Unit], wording: Wording) -> str:
    match = wording.match(cell.text(units), _SECTION)
    return _COLUMNS.get(match.fixed.id, "") if match is not None else ""


def _indicator(cell: Cell, units: Sequence[Unit], regulativ: Regulativ) -> Indikator | None:
    words = key(cell.text(units))
    forms = ((known, (known.navn, *known.varianter)) for known in regulativ.indikatorer)
    return next((known for known, named in forms if words and words in {key(form) for form in named}), None)
