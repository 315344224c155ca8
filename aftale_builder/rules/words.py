"""How rules write amounts, shares, days and lists in their messages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from aftale_builder.source.scalars import MONTHS


def kroner(amount: Decimal) -> str:
    """Return «1.234.567 kr.», with øre where there are any."""
    whole = amount == amount.to_integral_value()
    digits = f"{amount:,.0f}" if whole else f"{amount:,.2f}"
    return digits.translate(str.maketrans(",.", ".,")) + " kr."


def percent(share: Fraction) -> str:
    """Return «24,99 pct.»: at most two decimals, never rounded up."""
    hundredths = share * 10_000 // 1
    whole, rest = divmod(int(hundredths), 100)
    decimals = f",{rest:02}".rstrip("0") if rest else ""
    return f"{whole}{decimals} pct."


def day(value: date) -> str:
    """Return «30. september 2025»."""
    return f"{value.day}. {MONTHS[value.month - 1]} {value.year}"


def listing(items: Iterable[str]) -> str:
    """Return «a, b og c»."""
    *rest, last = items
    return f"{', '.join(rest)} og {last}" if rest else last


def excerpt(text: str, longest: int = 80) -> str:
    """Return a text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest].rpartition(' ')[0] or line[:longest]} …"
