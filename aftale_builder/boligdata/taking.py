"""The whole way of a table into an agreement: read, understood, chosen, placed. Nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aftale_builder.boligdata import keeping, status
from aftale_builder.boligdata.choosing import Chosen, choose
from aftale_builder.boligdata.labels import AREAS, KOMMUNE, RESIDENTS, Meaning, Vocabulary
from aftale_builder.boligdata.observing import Reading, observe
from aftale_builder.boligdata.placing import Placed, place
from aftale_builder.boligdata.tables import tables
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ


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
    lists = regulativ.udsatte_omraader
    criteria = (*lists.kriterier, lists.parallelsamfund) if lists is not None else ()
    measures = [RESIDENTS, *(item.id for item in regulativ.indikatorer), *(item.id for item in criteria)]
    return keeping.read(path, measures, [AREAS, KOMMUNE, *(str(area.id) for area in aftale.boligomraader)])


def legend(aftale: Aftale, regulativ: Regulativ) -> list[str]:
    """Return lines that tell what a mapping may say: each measure and place by its id, and what it is."""
    lists = regulativ.udsatte_omraader
    criteria = (*lists.kriterier, lists.parallelsamfund) if lists is not None else ()
    averages = {item.id: f", gennemsnit over {item.snit_aar} år" if item.snit_aar > 1 else "" for item in criteria}
    return [
        *(f"  {item.id}: {item.navn.rstrip('.')} (baseline)" for item in regulativ.indikatorer),
        *(f"  {item.id}: {item.navn}{averages[item.id]} (kriterium efter § 61 a, til nøgletal)" for item in criteria),
        f"  {RESIDENTS}: antal beboere",
        f"område: {', '.join([AREAS, KOMMUNE, *(str(area.id) for area in aftale.boligomraader)])}",
    ]


def understand(file: Path, aftale: Aftale, regulativ: Regulativ, told: dict[str, Meaning]) -> tuple[Reading, ...]:
    """Return the tables of a file that anything was understood of. Raises `DataFileError`."""
    words = Vocabulary(aftale, regulativ, told)
    return tuple(found for table in tables(file) if (found := observe(table, words)) is not None)


def take(readings: tuple[Reading, ...], aftale: Aftale, regulativ: Regulativ, source: str, file: str, year: int | None) -> Taken:
    """Return what is to be changed; nothing, where `chosen.problems` say why. Raises `UneditableError`, NothingToTakeError."""
    chosen = choose([one for reading in readings for one in reading.observations], regulativ, year)
    chosen.problems[:0] = [problem for reading in readings for problem in reading.problems]
    if not chosen.figures and not chosen.problems:
        raise NothingToTakeError(
            "Der er ingen tal, der kan lægges i aftalen: i filen er der ikke både en indikator og et område, som aftalen kender. "
            "Skriv med --keep en fil med de navne, der er set, ret den, og kør igen med --mapping."
        )
    placed = Placed() if chosen.problems else place(aftale, regulativ, chosen.figures, source, file)
    lists = regulativ.udsatte_omraader
    told = (
        [line for area in aftale.boligomraader for line in status.told(area, chosen.figures, lists)] if lists is not None else []
    )
    return Taken(readings, chosen, placed, tuple(told))
