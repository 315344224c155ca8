"""Amounts as a budget's table shows them: exact to the øre, or told why they are not."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from aftale_builder.boligdata.tables import Cell
from aftale_builder.documents import danish
from aftale_builder.source import scalars
from aftale_builder.source.scalars import UnclearError

NOTHING = frozenset(("", "-", "–", "—"))
_OERE = Decimal("0.01")
_OWN_UNIT = re.compile(r"mi[ol]|mkr|tus|t\.? ?kr")
_NOISE = Decimal("0.00001")
"""What a spreadsheet's own arithmetic may be off, in kroner."""


class AmountError(Exception):
    """A cell that holds no amount; the message, for users, begins with its place."""


@dataclass(frozen=True, slots=True)
class Flaws:
    """Cells of a workbook that must not be read as they stand: formulas without a value, and those joined with others."""

    unvalued: Collection[str] = ()
    joined: Collection[str] = ()


def amount(cell: Cell, factor: int, flaws: Flaws) -> Decimal | None:
    """Return the amount of a cell in kroner, None where it is empty; a 1 stands for `factor` kroner. Raises AmountError."""
    if cell.place in flaws.unvalued:
        raise AmountError(f"{cell.place}: formlens værdi er ikke gemt i filen. Åbn den i Excel, og gem den igen.")
    if cell.text in NOTHING:
        return None
    if cell.place in flaws.joined:
        raise AmountError(f"{cell.place}: cellen er flettet med andre. Ophæv fletningen, så hvert år har sit beløb.")
    if "%" in cell.text:
        raise AmountError(f"{cell.place}: «{cell.text}» er ikke et beløb.")
    if factor > 1 and cell.number is None and _OWN_UNIT.search(cell.text.casefold()):
        raise AmountError(
            f"{cell.place}: «{cell.text}» siger selv, hvad det er i, men arkets beløb er i {danish.number(factor)} kr. Skriv "
            "alle beløb i det samme."
        )
    try:
        exact = (cell.number if cell.number is not None else scalars.kroner(cell.text)) * factor
    except UnclearError as error:
        raise AmountError(f"{cell.place}: {error.message} {error.help}") from error
    rounded = exact.quantize(_OERE)
    if abs(exact - rounded) > _NOISE:
        raise AmountError(
            f"{cell.place}: {danish.number(exact)} kr. har flere decimaler end øre. Rund beløbet af i arket (funktionen AFRUND)."
        )
    if rounded < 0:
        raise AmountError(f"{cell.place}: {danish.number(rounded)} kr. er negativt; et beløb er nul eller mere.")
    return rounded if rounded != rounded.to_integral_value() else rounded.quantize(Decimal(1))
