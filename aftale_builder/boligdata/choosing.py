"""The figures that go into the agreement: of each measure and place the newest, in its own unit, and told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from statistics import median

from aftale_builder.boligdata.changing import stood, written
from aftale_builder.boligdata.labels import RESIDENTS, criteria_of
from aftale_builder.boligdata.observing import Observation
from aftale_builder.boligdata.own import Own, wrong_unit
from aftale_builder.regulation import Regulativ

_HIGHEST = {"pct": Decimal(100), "karakter": Decimal(12)}
_LOWEST = {"karakter": Decimal(-3)}
_FEW = 3
"""So many shares, all below one, are fractions; one or two may well be small shares."""

_FAR = 10
"""A share so many times less than what it is among is more likely a fraction than a share."""
_PER_CENT = ("%", "pct.", "pct", "procent")


@dataclass
class Chosen:
    """The newest observation of each measure and place; `older` were left out; with `problems` nothing may be written."""

    figures: dict[tuple[str, str], Observation] = field(default_factory=dict)
    older: int = 0
    problems: list[str] = field(default_factory=list)


def choose(
    observations: Iterable[Observation],
    regulativ: Regulativ,
    year: int | None,
    lines: Sequence[Own] = (),
    standing: Mapping[tuple[str, str], Decimal] | None = None,
) -> Chosen:
    """Return what is to be written. Of one measure, all places have the year of the newest figure of any place.

    `year` is that of figures of which the table says none; `lines` are the agreement's own figures; `standing` those that it has
    of each measure and place.
    """
    found = Chosen()
    units = {one.measure: one.line.enhed.value for one in lines if one.line.enhed is not None}
    units |= {item.id: item.enhed for item in regulativ.indikatorer}
    shares = {item.id for item in criteria_of(regulativ)}
    measures: dict[str, list[Observation]] = {}
    for one in observations:
        measures.setdefault(one.measure, []).append(replace(one, year=one.year or year))
    for measure, ones in measures.items():
        found.problems += _outside(ones, units.get(measure, ""), measure)
        if units.get(measure) == "pct" or measure in shares:
            found.problems += _fractions(ones, measure, standing or {})
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


def _fractions(ones: Iterable[Observation], measure: str, standing: Mapping[tuple[str, str], Decimal]) -> Iterator[str]:
    """Yield what is told of shares that may be fractions: all below one, or one far below what it is among or comes after."""
    shown = [(one, one.value) for one in ones if one.value]
    if len(shown) >= _FEW and all(abs(value) < 1 for _, value in shown):
        yield f"{_told(shown[0][0])} og de andre tal for {measure} er alle under 1: er de brøker? Vis dem som procent i filen."
        return
    others = [value for _, value in shown if value >= 1]
    for one, value in shown:
        if not 0 < value < 1 or one.cell.text.endswith(_PER_CENT):
            continue
        ours = standing.get((measure, one.place))
        near = [Decimal(median(others))] if others else []
        if any(value * _FAR < reference for reference in (*near, *([ours] if ours is not None else []))):
            beside = (
                f"de andre tal for {measure} er omkring {written(near[0].normalize())}" if near else f"aftalen har {stood(ours)}"
            )
            yield (
                f"{_told(one)} er under 1, men {beside}: er det en brøk? Skriv «{written((value * 100).normalize())} %», "
                f"eller «{written(value)} %», hvis det er så lidt."
            )


def _told(one: Observation) -> str:
    return f"«{one.cell.text}» ({one.cell.place})"
