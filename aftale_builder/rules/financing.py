"""What the local sources pay, and which days the budget years cover: asked by more rules than one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from aftale_builder.model.aftale import Aftale
from aftale_builder.model.budget import Budget
from aftale_builder.model.kinds import KildeType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import all_read


def too_little_local(aftale: Aftale, regulativ: Regulativ) -> tuple[Decimal, Decimal] | None:
    """Return what the local sources pay, and what all pay, in kroner, where it is less than the generation's least share.

    None where it is enough, where nothing is paid, and where an amount could not be read. What may be local is counted as local.
    """
    budget = aftale.budget
    if budget is None or not all_read(budget, "finansiering", "kilde", "beloeb"):
        return None
    lines = (line for line in budget.finansiering if _may_be_local(aftale, budget, line.kilde))
    local = sum((amount for line in lines for amount in line.beloeb.values()), Decimal(0))
    total = budget.indtaegter()
    return (local, total) if Fraction(local) < Fraction(total) * regulativ.mindste_lokale_andel else None


def _may_be_local(aftale: Aftale, budget: Budget, ref: str | None) -> bool:
    kilde = budget.kilde(ref)
    if kilde is None or not kilde.whole("type", "part", "lokal"):
        return True
    if kilde.type is KildeType.LBF:
        return False
    part = aftale.part(kilde.part)
    unknown = kilde.part is not None and (part is None or part.type is None)
    return unknown or aftale.er_lokal(kilde)


def uncovered(aftale: Aftale) -> list[tuple[date, date]]:
    """Return the stretches of the period, first and last day, that no budget year covers; none where that can't be told."""
    period, budget = aftale.periode, aftale.budget
    if period is None or not period.fra or not period.til or period.fra > period.til:
        return []
    if budget is None or not budget.whole("aar"):
        return []
    return list(_gaps(period.fra, period.til, sorted((fra, til) for _, fra, til in aftale.budgetaar())))


def _gaps(first: date, last: date, years: list[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """Yield the stretches of days from the first to the last that no year covers; the years are in order of their first day."""
    one = timedelta(days=1)
    for fra, til in years:
        if first > last:
            return
        if fra > first:
            yield first, min(fra - one, last)
        first = max(first, til + one)
    if first <= last:
        yield first, last
