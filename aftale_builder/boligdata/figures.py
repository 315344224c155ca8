"""Figures as tables show them: Danish decimals, per cent signs, and the signs that stand where a figure is kept back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from aftale_builder.boligdata.tables import Cell

_PER_CENT = re.compile(r"\s*(?:%|pct\.?|procent)$", re.IGNORECASE)
_DANISH = re.compile(r"[-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?", re.ASCII)
_DOTTED = re.compile(r"[-−]?\d+\.(?:\d{1,2}|\d{4,})", re.ASCII)
_GROUPED = re.compile(r"[-−]?\d{1,3}(?:\.\d{3})+(?!,)", re.ASCII)
_KEPT_BACK = frozenset(("-", "–", "—", ".", "..", "...", "…", "*", "•", "x", "i.o.", "u.o.", "n/a", "diskret", "diskretioneret"))
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009")


class Kept(Enum):
    """What stands in a cell that shows no figure."""

    BACK = "holdt tilbage"
    """A sign that the figure is not shown («..»)."""
    EMPTY = "tom"
    NONE = "ingen figur"
    """Words."""


def figure(cell: Cell) -> Decimal | Kept:
    """Return the figure of a cell, in the unit it is shown in (43.1 of «43,1 %»), or what stands there instead of one."""
    if cell.number is not None:
        return cell.number
    told = cell.text.strip()
    if not told:
        return Kept.EMPTY
    if told.casefold() in _KEPT_BACK:
        return Kept.BACK
    bare = _PER_CENT.sub("", told).translate(_SPACES).replace("−", "-")
    if _DOTTED.fullmatch(bare):
        return Decimal(bare)
    return Decimal(bare.replace(".", "").replace(",", ".")) if _DANISH.fullmatch(bare) else Kept.NONE


def unclear(cells: Iterable[Cell]) -> tuple[Cell, Cell] | None:
    """Return two cells of one table that can't be read the same way: «71.3», where the point is a comma, and «1.250»."""
    texts = [(cell, _PER_CENT.sub("", cell.text).translate(_SPACES)) for cell in cells if cell.number is None]
    dotted = next((cell for cell, told in texts if _DOTTED.fullmatch(told)), None)
    grouped = next((cell for cell, told in texts if _GROUPED.fullmatch(told)), None)
    return (dotted, grouped) if dotted is not None and grouped is not None else None
