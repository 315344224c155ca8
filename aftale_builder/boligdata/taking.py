"""The whole way of a table into an agreement: read, understood, chosen, placed. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from aftale_builder.boligdata import keeping, status
from aftale_builder.boligdata.changing import Placed
from aftale_builder.boligdata.choosing import Chosen, choose
from aftale_builder.boligdata.labels import AREAS, KOMMUNE, RESIDENTS, Meaning, Vocabulary, bare, criteria_of
from aftale_builder.boligdata.observing import Reading, observe
from aftale_builder.boligdata.own import own
from aftale_builder.boligdata.placing import Figures, place, standing
from aftale_builder.boligdata.tables import tables
from aftale_builder.documents import danish
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.regulation import Regulativ

_SHOWN = 6


class NothingToTakeError(Exception):
    """A table in which no figure has a place in the agreement; the message is for users."""


@dataclass(frozen=True)
class Taken:
    """How the tables were understood, which figures were chosen of them, where those go, and what they say of § 61 a."""

    readings: tuple[Reading, ...]
    chosen: Chosen
    placed: Placed
    status: tuple[str, ...]


def mapping(path: Path, aftale: Aftale, regulativ: Regulativ) -> dict[str, Meaning]:
    """Return what a user has said that labels mean. Raises `keeping.MappingError`."""
    ours = (one.measure for one in own(aftale, regulativ))
    measures = [RESIDENTS, *(item.id for item in regulativ.indikatorer), *(item.id for item in criteria_of(regulativ)), *ours]
    return keeping.read(path, measures, [AREAS, KOMMUNE, *(str(area.id) for area in aftale.boligomraader)])


def legend(aftale: Aftale, regulativ: Regulativ) -> list[str]:
    """Return lines that tell what a mapping may say: each measure and place by its id, and what it is."""
    criteria = criteria_of(regulativ)
    averages = {item.id: f", gennemsnit over {item.snit_aar} år" if item.snit_aar > 1 else "" for item in criteria}
    return [
        *(f"  {item.id}: {item.navn.rstrip('.')} (baseline)" for item in regulativ.indikatorer),
        *(f"  {item.id}: {item.navn}{averages[item.id]} (kriterium efter § 61 a, til nøgletal)" for item in criteria),
        f"  {RESIDENTS}: antal beboere",
        *(f"  {name} (jeres eget tal)" for name in dict.fromkeys(one.measure for one in own(aftale, regulativ))),
        f"område: {', '.join([AREAS, KOMMUNE, *(str(area.id) for area in aftale.boligomraader)])}",
    ]


def understand(file: Path, aftale: Aftale, regulativ: Regulativ, told: dict[str, Meaning]) -> tuple[Reading, ...]:
    """Return the tables of a file that anything was understood of. Raises `DataFileError`."""
    words = Vocabulary(aftale, regulativ, told, {bare(one.measure): one.measure for one in own(aftale, regulativ)})
    return tuple(found for table in tables(file) if (found := observe(table, words)) is not None)


def take(readings: tuple[Reading, ...], aftale: Aftale, regulativ: Regulativ, source: str, file: str, year: int | None) -> Taken:
    """Return what is to be changed; nothing, where `chosen.problems` say why. Raises `UneditableError`, NothingToTakeError."""
    lines = own(aftale, regulativ, Vocabulary(aftale, regulativ).meaning)
    chosen = choose(
        [one for reading in readings for one in reading.observations], regulativ, year, lines, standing(aftale, regulativ, lines)
    )
    chosen.problems[:0] = [problem for reading in readings for problem in reading.problems]
    if not chosen.figures and not chosen.problems:
        raise NothingToTakeError(_nothing(readings, aftale))
    placed = Placed() if chosen.problems else place(aftale, regulativ, chosen.figures, lines, (source, file))
    return Taken(readings, chosen, placed, tuple(_status(aftale, regulativ, chosen.figures)))


def _nothing(readings: tuple[Reading, ...], aftale: Aftale) -> str:
    """Return why there is no figure to take, and what can be done."""
    elsewhere = list(dict.fromkeys(name for reading in readings for name in reading.elsewhere))
    if not elsewhere:
        return (
            "Der er ingen tal, der kan lægges i aftalen: i filen er der ikke både en indikator og et område, som aftalen kender. "
            "Skriv med --keep en fil med de navne, der er set, ret den, og kør igen med --mapping."
        )
    ours = danish.listed(party.navn for party in aftale.parter_af(PartType.KOMMUNE)) or "ikke skrevet endnu"
    seen = danish.listed(f"«{name}»" for name in elsewhere[:_SHOWN])
    return (
        f"Der er ingen tal fra aftalens kommune, som er {ours}: i filen står {seen}. Er det den under et andet navn, så "
        "skriv med --keep en fil med navnene, ret dér «bruges-ikke» til «{område: kommunen}», og kør igen med --mapping."
    )


def _status(aftale: Aftale, regulativ: Regulativ, figures: Figures) -> Iterator[str]:
    """Yield what the figures say of § 61 a, for each area of which the table has any that it asks for."""
    lists = regulativ.udsatte_omraader
    asked = {RESIDENTS, *(item.id for item in criteria_of(regulativ))}
    for area in aftale.boligomraader:
        if lists is not None and any((measure, str(area.id)) in figures for measure in asked):
            yield from status.told(area, figures, lists)
