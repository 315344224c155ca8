"""Section 5's table: the baseline of each fixed indicator."""

from __future__ import annotations

from dataclasses import dataclass

from aftale_builder.importing.front import role_of
from aftale_builder.importing.grid import Cell, Grid
from aftale_builder.importing.ledger import Entry, Ledger, Role
from aftale_builder.importing.wording import Wording, key
from aftale_builder.regulation import Indikator, Regulativ
from aftale_builder.source.scalars import UnclearError, tal

_COLUMNS = {"tabel-boligområde": "område", "tabel-kommune": "kommune", "tabel-datakilde": "kilde"}
_SECTION = "5"
UNREAD = ("kan ikke læses som ét tal", "står i en kolonne, der ikke kendes")
"""What is said of a cell that may hold a figure."""


@dataclass(slots=True)
class Baseline:
    """What the table tells of one indicator, as written."""

    indicator: str
    values: dict[str, str]


def is_indicator_table(table: Grid, ledger: Ledger, regulativ: Regulativ) -> bool:
    """Tell whether a table is the form's: at least one cell has an indicator's words."""
    return any(_indicator(cell, ledger, regulativ) for row in table.rows for cell in row)


def read_indicators(table: Grid, ledger: Ledger, wording: Wording, regulativ: Regulativ) -> list[Baseline]:
    """Return what the table tells, and account for every cell."""
    headings = _headings(table, ledger, wording)
    found: list[Baseline] = []
    for row in table.rows:
        columns = table.columns(row)
        indicator = next((known for cell in row if (known := _indicator(cell, ledger, regulativ))), None)
        values: dict[str, str] = {}
        for at, cell in enumerate(columns):
            heading = headings[at] if at < len(headings) else ""
            if cell is not None:
                _cell(cell, heading, indicator, values, ledger, wording)
        if indicator is not None and values:
            found.append(Baseline(indicator.id, values))
    return found


def _headings(table: Grid, ledger: Ledger, wording: Wording) -> list[str]:
    """Return the ids of the column headings, «» for a column that the form does not have."""
    for row in table.rows:
        texts = [cell.text(ledger.units) if cell is not None else "" for cell in table.columns(row)]
        matches = [wording.match(text, _SECTION) if text else None for text in texts]
        ids = [match.fixed.id if match is not None else "" for match in matches]
        if sum(ref.startswith("tabel-") for ref in ids) > 1:
            return ids
    return []


def _indicator(cell: Cell, ledger: Ledger, regulativ: Regulativ) -> Indikator | None:
    words = key(cell.text(ledger.units))
    if not words:
        return None
    return next(
        (known for known in regulativ.indikatorer if words in {key(form) for form in (known.navn, *known.varianter)}), None
    )


def _cell(
    cell: Cell, heading: str, indicator: Indikator | None, values: dict[str, str], ledger: Ledger, wording: Wording
) -> None:
    text = cell.text(ledger.units)
    match = wording.match(text, _SECTION) if text else None
    name = _COLUMNS.get(heading, "")
    if match is not None:
        entry = Entry(role_of(match), fixed=match.fixed.id, variant=match.variant)
    elif indicator is not None and name == "kilde" and key(text) == key(indicator.datakilde):
        entry = Entry(Role.FIXED, fixed=f"datakilde-{indicator.id}")
    elif indicator is not None and name and (name == "kilde" or _is_number(text)):
        values[name] = text
        entry = Entry(Role.VALUE, (f"baseline/{indicator.id}/{name}",))
    else:
        said = UNREAD[0] if name else UNREAD[1] if text and not heading else ""
        entry = Entry(Role.UNPLACED, remark=f"({indicator.id}) {said}" if said and indicator else "")
    for at in filter(ledger.open, cell.paragraphs):
        ledger.put(at, entry)


def _is_number(text: str) -> bool:
    try:
        tal(text)
    except UnclearError:
        return False
    return True
