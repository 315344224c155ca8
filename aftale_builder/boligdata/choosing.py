"""The figures that go into the agreement: of each measure and place the newest, in its own unit, and told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from aftale_builder.boligdata.labels import RESIDENTS
from aftale_builder.boligdata.observing import Observation
from aftale_builder.boligdata.own import Own, wrong_unit
from aftale_builder.regulation import Regulativ

_HIGHEST = {"pct": Decimal(100), "karakter": Decimal(12)}
_LOWEST = {"karakter": Decimal(-3)}
_FEW = 3
"""So many shares, all below one, are fractions; one or two may well be small shares."""


@dataclass
class Chosen:
    """The newest observation of each measure and place; `older` were left out; with `problems` nothing may be written."""

    figures: dict[tuple[str, str], Observation] = field(default_factory=dict)
    older: int = 0
    problems: list[str] = field(default_factory=list)


def choose(
    observations: Iterable[Observation], regulativ: Regulativ, year: int | None, lines: Sequence[Own] = ()
) -> Chosen:  # fmt: skip
    """Return what is to be written. Of one measure, all places have the year of the newest figure of any place.

    `year` is that of figures of which the table says none; `lines` are the agreement's own figures.
    """
    found = Chosen()
    units = {one.measure: one.line.enhed.value for one in lines if one.line.enhed is not None}
    units |= {item.id: item.enhed for item in regulativ.indikatorer}
    measures: dict[str, list[Observation]] = {}
    for one in observations:
        measures.setdefault(one.measure, []).append(replace(one, year=one.year or year))
    for measure, ones in measures.items():
        found.problems += _outside(ones, units.get(measure, ""), measure)
        if unit := next((unit for one in ones if (unit := wrong_unit(lines, one))), ""):
            found.problems.append(f"{_told(ones[0])} er i procent, men aftalens tal for {measure} er i {unit}.")
        if measure != RESIDENTS and (undated := [one for one in ones if one.year is None]):
            found.problems.append(f"Tabellen siger ikke, hvilket år {_told(undated[0])} er fra. Skriv det med --year.")
        newest = max((one.year for one in ones if one.year is not None), default=None)
        kept = [one for one in ones if one.year == newest]
        found.older += len(ones) - len(kept)
        for one in kept:
            other = found.figures.setdefault((measure, one.place), one)
            if other.value != one.value:
                found.problems.append(f"{_told(other)} og {_told(one)} er to tal for det samme: {measure}, {one.place}.")
    return found


def _outside(ones: Iterable[Observation], unit: str, measure: str) -> Iterator[str]:
    shown = [one for one in ones if one.value is not None]
    for one in shown:
        value = one.value or Decimal(0)
        if measure == RESIDENTS and value != value.to_integral_value():
            yield f"{_told(one)} er ikke et antal beboere."
        elif value < _LOWEST.get(unit, Decimal(0)) or value > _HIGHEST.get(unit, value):
            yield f"{_told(one)} kan ikke være {measure}: tallet ligger uden for det mulige."
    shares = [one for one in shown if one.value]
    if unit == "pct" and len(shares) >= _FEW and all(abs(one.value or Decimal(1)) < 1 for one in shares):
        yield f"{_told(shares[0])} og de andre tal for {measure} er alle under 1: er de brøker? Vis dem som procent i filen."


def _told(one: Observation) -> str:
    return f"«{one.cell.text}» ({one.cell.place})"
