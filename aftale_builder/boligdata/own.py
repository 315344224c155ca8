"""The agreement's own figures, known by the words that its authors gave them: an area's nøgletal, the data of an indsatsområde,
and what a delmål is measured by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aftale_builder.boligdata.changing import Placed, written
from aftale_builder.boligdata.labels import AREAS, Meaning, bare, is_of
from aftale_builder.boligdata.observing import Observation
from aftale_builder.documents import danish
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.indsats import Indikator
from aftale_builder.model.kinds import Enhed
from aftale_builder.model.parter import Noegletal
from aftale_builder.regulation import Regulativ


@dataclass(frozen=True, slots=True)
class Own:
    """A line of the agreement: the words by which it is known, the place it is of («» for one not known), where it stands."""

    measure: str
    place: str
    line: Noegletal | Indikator
    at: str

    @property
    def year(self) -> int:
        """Return the year of its figure, 0 where it says none."""
        return (self.line.aar or 0) if isinstance(self.line, Noegletal) else 0


def own(aftale: Aftale, regulativ: Regulativ, meaning: Callable[[str], Meaning] | None = None) -> list[Own]:
    """Return the agreement's own figures but for those of § 61 a, the newest first.

    `meaning` tells what the place is that a line says it is of; without it, a line is of the place that it stands under.
    """
    lists = regulativ.udsatte_omraader
    criteria = (*lists.kriterier, lists.parallelsamfund) if lists is not None else ()
    spelled: dict[str, str] = {}
    found = []
    for name, line, home, at in _lines(aftale):
        if name and not any(is_of(name, criterion) for criterion in criteria):
            said = meaning(line.gaelder).place if meaning and isinstance(line, Noegletal) and line.gaelder else None
            found.append(Own(spelled.setdefault(bare(name), name), said or home, line, at))
    return sorted(found, key=lambda one: -one.year)


def _lines(aftale: Aftale) -> Iterator[tuple[str, Noegletal | Indikator, str, str]]:
    """Yield the name of each line, the line, the place that it is of if it says no other, and where it stands."""
    for area in aftale.boligomraader:
        yield from ((line.tekst, line, str(area.id), f"boligområder, {area.id}") for line in area.noegletal)
    for effort in aftale.indsatsomraader:
        yield from ((line.tekst, line, "" if line.gaelder else AREAS, f"{effort.omraade}, data") for line in effort.data)
        for aim in effort.delaftale.delmaal if effort.delaftale is not None else ():
            yield from ((line.navn, line, AREAS, f"delmål, {aim.id}") for line in aim.indikatorer)


def place_own(lines: Sequence[Own], figures: Mapping[tuple[str, str], Observation], only: str, placed: Placed) -> None:
    """Give the lines their new figures, and say of which figures there is no line.

    `only` is the one area of an agreement that has no other, «» for more: its figures are those of all areas. Raises
    `UneditableError`.
    """
    used, done = set(), set()
    for one in lines:
        places = (one.place, only, AREAS) if only and one.place in (only, AREAS) else (one.place,)
        spot = next((spot for place in places if (spot := (one.measure, place)) in figures), None)
        if spot is not None and (spot, type(one.line)) not in done:
            done.add((spot, type(one.line)))
            used.add(spot)
            _update(one, figures[spot], placed)
    for measure in dict.fromkeys(one.measure for one in lines):
        there = [place for name, place in figures if name == measure and (name, place) not in used]
        if there:
            placed.left.append(_without_line(measure, there, [one for one in lines if one.measure == measure]))


def _update(one: Own, observed: Observation, placed: Placed) -> None:
    at = f"{one.at}, {one.measure}"
    if observed.value is None:
        placed.left.append(f"{at}: tallet er ikke vist i tabellen («{observed.cell.text}»)")
    elif isinstance(one.line, Noegletal):
        placed.update(one.line, observed, at)
    elif one.line.start is None:
        placed.put(one.line, "start", written(observed.value), f"{at}, start: intet")
    elif one.line.start != observed.value:
        placed.left.append(
            f"{at}: tabellen har {written(observed.value)}, men start er {written(one.line.start)} og bliver stående"
        )


def _without_line(measure: str, there: Sequence[str], lines: Sequence[Own]) -> str:
    """Return what is said of figures that no line is there for."""
    said = f"{measure}, tal for {danish.listed(there)}"
    strange = next((one.line.gaelder for one in lines if isinstance(one.line, Noegletal) and not one.place), "")
    if strange:
        return f"{said}: linjen i aftalen gælder «{strange}», som ikke er et sted, der kendes"
    return f"{said}: aftalen har kun en linje for {danish.listed(dict.fromkeys(one.place for one in lines))}"


def wrong_unit(lines: Sequence[Own], observed: Observation) -> str:
    """Return the unit of a line for which a table has per cent though it is of something else, «» where there is none."""
    units = {one.line.enhed for one in lines if one.measure == observed.measure and one.line.enhed is not None}
    return next((unit.value for unit in units if unit is not Enhed.PCT and observed.cell.text.endswith("%")), "")
