"""The milestones and the years of the period, as the rules on them ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from aftale_builder.model.aftale import Aftale
from aftale_builder.model.indsats import Milepael
from aftale_builder.model.kinds import MilepaelType
from aftale_builder.model.parter import Periode
from aftale_builder.record import record
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.references import unsure

_FOLLOWS_UP = re.compile(r"(?<!\w)(?:opfølgning|følge[rs]? op|følges op)", re.IGNORECASE)


@record
class Stretch:
    """Days in a row, both included."""

    fra: date
    til: date


def proper(period: Periode | None) -> Stretch | None:
    """Return the agreement's days; None where they are not known (LBF005 says so)."""
    if period is None or not period.fra or not period.til or period.fra > period.til:
        return None
    return Stretch(period.fra, period.til)


def later(day: date, months: int) -> date:
    """Return the same day so many months later; the month's last day where it has none such."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    after = date(first.year + (first.month == 12), first.month % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), after - timedelta(days=1))


def whole_years(period: Stretch) -> list[Stretch]:
    """Return the years of the period counted from its first day, those that are whole."""
    years: list[Stretch] = []
    first = period.fra
    while (last := later(period.fra, 12 * (len(years) + 1)) - timedelta(days=1)) <= period.til:
        years.append(Stretch(first, last))
        first = last + timedelta(days=1)
    return years


def all_milestones(aftale: Aftale) -> Iterator[Milepael]:
    """Yield the whole effort's milestones, and those of the aktiviteter."""
    yield from aftale.milepaele
    for aktivitet in aftale.aktiviteter:
        yield from aktivitet.milepaele


def surely_all(aftale: Aftale) -> bool:
    """Tell whether there are milestones, written and not as an annex, and every one of them and its date was read."""
    if not all_read(aftale, "milepaele", "dato", "type", "tekst", "ansvarlig") or _brought(aftale):
        return False
    found = list(all_milestones(aftale))
    return bool(found) and all(item.whole("dato") for item in found) and Milepael not in unsure(aftale)


def _brought(aftale: Aftale) -> bool:
    """Tell whether the plan is an annex rather than written here."""
    return not aftale.milepaele and any(annex.fil and "milepæl" in annex.titel.casefold() for annex in aftale.bilag)


def without_follow_up(aftale: Aftale, regulativ: Regulativ) -> list[Stretch]:
    """Return the whole years in which no milestone of the effort is the bestyrelse's follow-up; none where that is not asked."""
    period = proper(aftale.periode)
    if not regulativ.krav.opfoelgning or period is None or not surely_all(aftale):
        return []
    days = [item.dato for item in aftale.milepaele if item.dato and _follows_up(item)]
    return [year for year in whole_years(period) if not any(year.fra <= day <= year.til for day in days)]


def _follows_up(item: Milepael) -> bool:
    return item.type is MilepaelType.OPFOELGNING or (item.type is None and bool(_FOLLOWS_UP.search(item.tekst)))
