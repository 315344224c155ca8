"""Numbers, dates and enumerations as Danish readers write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from aftale_builder.model.kinds import Enhed
from aftale_builder.source.scalars import MONTHS

_UNITS = {Enhed.PCT: " pct.", Enhed.KRONER: " kr."}


def number(value: Decimal | int) -> str:
    """Return a number with comma and dots between thousands, all its decimals kept: «22.500.000», «71,3»."""
    return format(value, ",f" if isinstance(value, Decimal) else ",d").translate(str.maketrans(",.", ".,"))


def kroner(value: Decimal) -> str:
    """Return an amount in kroner, with two decimals only where there are øre: «450.000 kr.», «1.000,50 kr.»."""
    whole = value == value.to_integral_value()
    return number(value.quantize(Decimal(1) if whole else Decimal("0.01"))) + " kr."


def measured(value: Decimal, unit: Enhed | str | None) -> str:
    """Return a number with its unit: «71,3 pct.», «325.000 kr.»; karakterer and counts stand bare."""
    return number(value) + _UNITS.get(Enhed(unit) if unit in _KNOWN else Enhed.ANTAL, "")


_KNOWN = frozenset(Enhed)


def percent(value: Decimal) -> str:
    """Return a share of one as pct. with two decimals, cut off and never rounded up: 24,999 pct. must not look like 25."""
    return number((value * 100).quantize(Decimal("0.01"), rounding="ROUND_DOWN")) + " pct."


def day(value: date) -> str:
    """Return a date: «1. oktober 2021»."""
    return f"{value.day}. {MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """Return a date in figures, for narrow columns: «01.10.2021»."""
    return f"{value.day:02}.{value.month:02}.{value.year}"


def span(first: date | None, last: date | None) -> str:
    """Return a period: «1. oktober 2021 – 30. september 2025»; «fra …» or «til …» where one end is not written."""
    if first and last:
        return f"{day(first)} – {day(last)}"
    return f"fra {day(first)}" if first else f"til {day(last)}" if last else ""


def listed(words: Iterable[str]) -> str:
    """Return an enumeration: «a, b og c»; empty words are left out."""
    found: Sequence[str] = [word for word in words if word]
    return " og ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)


def yes_no(value: bool) -> str:  # noqa: FBT001 - the value itself is what is told
    """Return «ja» or «nej»."""
    return "ja" if value else "nej"


def shared(value: bool) -> str:  # noqa: FBT001 - the value itself is what is told
    """Return whether personal data are shared: «Der deles persondata», «Der deles ikke persondata»."""
    return "Der deles persondata" if value else "Der deles ikke persondata"


def sentence_case(text: str) -> str:
    """Return text with a capital first letter."""
    return text[:1].upper() + text[1:]
