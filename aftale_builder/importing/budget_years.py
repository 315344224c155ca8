"""Years as a table names them to the budget years of an agreement; never a guess."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from aftale_builder.documents import danish
from aftale_builder.importing.budget_labels import YearMark
from aftale_builder.model.aftale import Aftale


class UnknownYearError(Exception):
    """A column whose budget year is not known; the message is for users."""


@dataclass(frozen=True, slots=True)
class Year:
    """A budget year, both days included."""

    id: str
    first: date
    last: date

    def told(self) -> str:
        """Return the year as users know it."""
        return self.id if self.id.isdigit() else f"{self.id} ({danish.span(self.first, self.last)})"


@dataclass(frozen=True, slots=True)
class Years:
    """The budget year of each label. `new` are those that the agreement does not have yet."""

    by_label: Mapping[str, str]
    told: tuple[str, ...]
    new: tuple[Year, ...] = ()


def resolve(marks: Sequence[YearMark], aftale: Aftale) -> Years:
    """Return the budget years that the labels stand for, in one order. Raises UnknownYearError."""
    known = [Year(ref, first, last) for ref, first, last in aftale.budgetaar()]
    written = bool(aftale.budget and aftale.budget.aar)
    distinct = list({mark.label: mark for mark in marks}.values())
    if not written and not _amounts(aftale) and (own := _years_of_twelve(aftale)) and len(own) != len(known):
        found = _all(distinct, own)
        if found is not None and not any(mark.calendar for mark in distinct):
            return Years(found, _told(found, own), tuple(own))
    found = _all(distinct, known)
    if found is None:
        raise UnknownYearError(_unknown(distinct, known))
    return Years(found, _told(found, known))


def _amounts(aftale: Aftale) -> bool:
    """Tell whether any amount is written already: then the years are what they are."""
    budget = aftale.budget
    return budget is not None and (any(post.beloeb for post in budget.poster) or any(one.beloeb for one in budget.finansiering))


def _all(marks: Sequence[YearMark], years: Sequence[Year]) -> dict[str, str] | None:
    """Return the year of each mark, None where one has none or two have the same."""
    whole = len(marks) == len(years)
    found: dict[str, str] = {}
    for mark in marks:
        year = _one(mark, years, whole=whole)
        if year is None or year.id in found.values():
            return None
        found[mark.label] = year.id
    calendar = [mark for mark in marks if mark.calendar is not None]
    if whole and calendar and any(year.first.year != year.last.year for year in years):
        # Columns «2026», «2027» … for years that begin in April: only where they follow one by one from the first to the last.
        in_order = [year.id for mark, year in zip(marks, years, strict=True) if found[mark.label] == year.id]
        if len(in_order) != len(years):
            return None
    return found


def _one(mark: YearMark, years: Sequence[Year], *, whole: bool) -> Year | None:
    for year in years:
        if mark.id and mark.id == year.id:
            return year
        if mark.days == (year.first, year.last) or mark.split == (year.first.year, year.last.year):
            return year
        if mark.calendar is not None and mark.calendar == year.first.year and (whole or year.last.year == year.first.year):
            return year
    if mark.ordinal is not None and whole and mark.ordinal <= len(years):
        return years[mark.ordinal - 1]
    return None


def _years_of_twelve(aftale: Aftale) -> list[Year]:
    """Return the period cut in years from its first day; nothing where it is not so many whole years."""
    period = aftale.periode
    if period is None or period.fra is None or period.til is None or (period.fra.month, period.fra.day) == (2, 29):
        return []
    made: list[Year] = []
    first = period.fra
    while first <= period.til and len(made) < 20:
        following = first.replace(year=first.year + 1)
        made.append(Year(f"år{len(made) + 1}", first, following - timedelta(days=1)))
        first = following
    return made if made and made[-1].last == period.til else []


def _told(found: Mapping[str, str], years: Sequence[Year]) -> tuple[str, ...]:
    by_id = {year.id: year for year in years}
    return tuple(f"«{label}»: beløb for {by_id[ref].told()}" for label, ref in found.items())


def _unknown(marks: Sequence[YearMark], years: Sequence[Year]) -> str:
    labels = danish.listed(f"«{mark.label}»" for mark in marks)
    if not years:
        return f"Kolonnerne {labels} kan ikke føres til budgetår, for aftalen har ingen. Skriv periode i aftalen, og kør igen."
    ours = danish.listed(year.told() for year in years)
    return (
        f"Kolonnerne {labels} kan ikke alle føres til hver sit budgetår. Aftalens budgetår er {ours}. Ret kolonnernes "
        "overskrifter til dem, eller skriv årene under år i budgettet."
    )
