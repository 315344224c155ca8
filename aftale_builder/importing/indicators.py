"""Section 5's table: the baseline of each fixed indicator."""

from __future__ import annotations

from dataclasses import dataclass, field

from aftale_builder.importing.areas import Area
from aftale_builder.importing.figures import figures
from aftale_builder.importing.front import free, role_of, slug
from aftale_builder.importing.grid import Cell, Grid
from aftale_builder.importing.ledger import Entry, Ledger, Role
from aftale_builder.importing.wording import Wording, key
from aftale_builder.regulation import Indikator, Regulativ

_COLUMNS = {"tabel-boligområde": "område", "tabel-kommune": "kommune", "tabel-datakilde": "kilde"}
_SECTION = "5"
UNREAD = ("kan ikke læses som ét tal", "står i en kolonne, der ikke kendes")
"""What is said of a cell that may hold a figure."""


@dataclass(slots=True)
class Baseline:
    """What the table tells of one indicator, as written: by key, and by area."""

    indicator: Indikator
    values: dict[str, str] = field(default_factory=dict)
    areas: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Table:
    """What section 5's table is read with: the ledger, the form's wording and indicators, and the areas. With `naming` the areas
    are not known from anywhere else: those that the table names are added.
    """

    ledger: Ledger
    wording: Wording
    regulativ: Regulativ
    areas: list[Area]
    naming: bool


def is_indicator_table(table: Grid, ledger: Ledger, regulativ: Regulativ) -> bool:
    """Tell whether a table is the form's: at least one cell has an indicator's words."""
    return any(_indicator(cell, ledger, regulativ) for row in table.rows for cell in row)


def read_indicators(grid: Grid, table: Table) -> list[Baseline]:
    """Return what the form's table tells, and account for every cell."""
    headings = _headings(grid, table.ledger, table.wording)
    found: list[Baseline] = []
    for row in grid.rows:
        columns = grid.columns(row)
        indicator = next((known for cell in row if (known := _indicator(cell, table.ledger, table.regulativ))), None)
        told = Baseline(indicator) if indicator is not None else None
        for at, cell in enumerate(columns):
            heading = headings[at] if at < len(headings) else ""
            if cell is not None:
                _cell(cell, heading, told, table)
        if told is not None and (told.values or told.areas):
            found.append(told)
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


def _cell(cell: Cell, heading: str, told: Baseline | None, table: Table) -> None:
    ledger = table.ledger
    text = cell.text(ledger.units)
    match = table.wording.match(text, _SECTION) if text else None
    name = _COLUMNS.get(heading, "")
    indicator = told.indicator if told is not None else None
    if match is not None:
        entry = Entry(role_of(match), fixed=match.fixed.id, variant=match.variant)
    elif indicator is not None and name == "kilde" and key(text) == key(indicator.datakilde):
        entry = Entry(Role.FIXED, fixed=f"datakilde-{indicator.id}")
    elif told is not None and name and (read := _read(cell, name, told, table)):
        keys = tuple(f"baseline/{told.indicator.id}/{where}" for where, _ in read)
        entry = Entry(Role.VALUE, keys, text="\n".join(value for _, value in read))
    else:
        said = UNREAD[0] if name else UNREAD[1] if text and not heading else ""
        entry = Entry(Role.UNPLACED, remark=f"({indicator.id}) {said}" if said and indicator else "")
    for at in filter(ledger.open, cell.paragraphs):
        ledger.put(at, entry)


def _read(cell: Cell, name: str, told: Baseline, table: Table) -> list[tuple[str, str]]:
    """Return what a cell tells, by where it is written; nothing where that is not clear, or is not what another cell tells."""
    lines = cell.lines(table.ledger.units)
    if not lines:
        return []
    if name == "kilde":
        told.values[name] = " ".join(lines)
        return [(name, told.values[name])]
    found = figures(lines, told.indicator, None if table.naming else table.areas)
    if found is None or (found.areas and name != "område"):
        return []
    single = {where: text for where, text in ((name, found.figure), ("år", found.year), ("ikke_opgjort", found.why)) if text}
    if any(told.values.get(where, text) != text for where, text in single.items()):
        return []
    told.values.update(single)
    own = [(_area(area, table), value) for area, value in found.areas]
    told.areas += own
    return [*single.items(), *((f"pr_område/{area}/værdi", value) for area, value in own)]


def _area(name: str, table: Table) -> str:
    """Return the id of an area, which is added where it is new."""
    known = next((area for area in table.areas if key(area.name) == key(name)), None)
    if known is None:
        known = Area(free(slug(name) or "område", {area.id for area in table.areas}), name, ())
        table.areas.append(known)
    return known.id
