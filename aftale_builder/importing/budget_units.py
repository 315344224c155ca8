"""What a budget's amounts are in (kroner, 1.000 kr., mio. kr.), wherever on its sheet that is said."""

from __future__ import annotations

from aftale_builder.boligdata.figures import Kept, figure
from aftale_builder.boligdata.tables import Cell, Table
from aftale_builder.documents import danish
from aftale_builder.importing.budget_labels import column, is_of_all, unit, year

_REMEDY = "Lad alle beløb være i det samme, og skriv det ét sted."


def sheet_factor(table: Table, known: tuple[str, ...], problems: list[str]) -> int | None:
    """Return how many kroner a 1 stands for by what is said outside the header rows, None where nothing is; doubts are told."""
    sure: dict[int, Cell] = {}
    unsure: list[tuple[int, Cell]] = []
    begun = below = False
    for row in table.rows:
        cells = list({cell.text: cell for cell in row if cell.text}.values())
        if _is_header(cells, known):
            begun = below = True
            continue
        if cells and all(figure(cell) is Kept.NONE for cell in cells):
            for cell in cells:
                if (factor := unit(cell.text)) is None:
                    continue
                # «1.000 kr.» alone in a cell of a line is an amount; right below the header row it is what all are in.
                amount = begun and cell.text[:1].isdigit() and not (below and len(cells) == 1)
                if (is_of_all(cell.text) and not amount) or (len(cells) == 1 and not begun):
                    sure.setdefault(factor, cell)
                elif len(cells) == 1 and factor > 1:
                    unsure.append((factor, cell))
        below = False
    if not begun:
        return None
    found = next(iter(sure), None)
    if len(sure) > 1:
        (first, second), (one, other) = list(sure)[:2], list(sure.values())[:2]
        problems.append(
            f"Beløbene er i {_told(first)} efter «{one.text}» ({one.place}), men i {_told(second)} efter «{other.text}» "
            f"({other.place}). {_REMEDY}"
        )
    problems += (
        f"{cell.place}: det kan ikke ses, om «{cell.text}» gælder alle beløb i arket. Skriv over tabellen, hvad beløbene er i, "
        "f.eks. «Alle beløb er i 1.000 kr.»."
        for factor, cell in unsure
        if factor != found
    )
    return found


def disagree(sheet: str, header: int, said: int) -> str:
    """Return what is told where a header row and a line of its sheet name two units."""
    return f"{sheet}: overskrifterne siger, at beløbene er i {_told(header)}, men en anden linje siger {_told(said)}. {_REMEDY}"


def _is_header(cells: list[Cell], known: tuple[str, ...]) -> bool:
    return any(year(cell.text, known) is not None for cell in cells) or sum(column(cell.text) is not None for cell in cells) > 1


def _told(factor: int) -> str:
    return f"{danish.number(factor)} kr." if factor > 1 else "hele kroner"
