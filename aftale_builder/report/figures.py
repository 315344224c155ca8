"""The budget's figures as reports show them: who pays and what for, year by year, and the local share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from aftale_builder.model.aftale import Aftale
from aftale_builder.model.budget import Budget, Finansiering
from aftale_builder.record import record
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.words import kroner, percent


@record
class Row:
    """A line of a table: what it is, its kroner in each year and altogether, as text."""

    name: str
    years: tuple[str, ...]
    total: str


@record
class Figures:
    """The tables, each with its sum last; the local share («» where nothing is paid); whether every amount could be read."""

    years: tuple[str, ...]
    paid: tuple[Row, ...]
    spent: tuple[Row, ...]
    local: str
    whole: bool


def figures(aftale: Aftale) -> Figures | None:
    """Return the figures of the agreement's budget; None where there is none, or nothing in it."""
    budget = aftale.budget
    if budget is None or not (budget.poster or budget.finansiering):
        return None
    written = {year for amounts in _amounts(budget) for year in amounts}
    known = [year for year, _, _ in aftale.budgetaar()]
    years = (*(year for year in known if year in written), *sorted(written - set(known)))
    total = budget.indtaegter()
    local = sum((_total(line) for line in budget.finansiering if _is_local(aftale, budget, line)), Decimal(0))
    return Figures(
        years,
        _rows(years, ((_payer(aftale, budget, line.kilde), line.beloeb) for line in budget.finansiering)),
        _rows(years, ((post.art.value if post.art else "uden art", post.beloeb) for post in budget.poster)),
        f"{percent(Fraction(local) / Fraction(total))} ({kroner(local)} af {kroner(total)})" if total > 0 else "",
        whole=all_read(budget, "finansiering", "kilde", "beloeb") and all_read(budget, "poster", "art", "beloeb"),
    )


def _amounts(budget: Budget) -> Iterator[Mapping[str, Decimal]]:
    yield from (post.beloeb for post in budget.poster)
    yield from (line.beloeb for line in budget.finansiering)


def _rows(years: Iterable[str], lines: Iterable[tuple[str, Mapping[str, Decimal]]]) -> tuple[Row, ...]:
    """Return a row for each name, its lines added up, and the sum of all."""
    sums: dict[str, dict[str, Decimal]] = {}
    for name, amounts in lines:
        of_name = sums.setdefault(name, {})
        for year, amount in amounts.items():
            of_name[year] = of_name.get(year, Decimal(0)) + amount
    everything = {year: sum((amounts.get(year, Decimal(0)) for amounts in sums.values()), Decimal(0)) for year in years}
    return tuple(_row(name, years, amounts) for name, amounts in (*sums.items(), ("I alt", everything))) if sums else ()


def _row(name: str, years: Iterable[str], amounts: Mapping[str, Decimal]) -> Row:
    each = tuple(_plain(amounts.get(year, Decimal(0))) for year in years)
    return Row(name, each, _plain(sum(amounts.values(), Decimal(0))))


def _plain(amount: Decimal) -> str:
    return kroner(amount).removesuffix(" kr.")


def _payer(aftale: Aftale, budget: Budget, ref: str | None) -> str:
    kilde = budget.kilde(ref)
    if kilde is None:
        return ref or "uden kilde"
    part = aftale.part(kilde.part)
    if kilde.navn:
        return kilde.navn
    name = (part.navn if part is not None else "") or ("Landsbyggefonden" if kilde.type == "lbf" else str(kilde.id))
    return f"{name} ({kilde.form.value})" if kilde.form else name


def _is_local(aftale: Aftale, budget: Budget, line: Finansiering) -> bool:
    kilde = budget.kilde(line.kilde)
    return kilde is not None and aftale.er_lokal(kilde)


def _total(line: Finansiering) -> Decimal:
    return sum(line.beloeb.values(), Decimal(0))
