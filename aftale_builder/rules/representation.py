"""Who sits in the bestyrelse, as the rules on it ask."""

from __future__ import annotations

from aftale_builder.model.aftale import Aftale
from aftale_builder.model.organisation import Organ
from aftale_builder.model.parter import Part
from aftale_builder.rules.reading import all_read, bestyrelser


def the_bestyrelse(aftale: Aftale) -> Organ | None:
    """Return the agreement's one bestyrelse; None where there is none or several (LBF010 says so), or it could not be read."""
    boards = bestyrelser(aftale)
    return boards[0] if boards and len(boards) == 1 else None


def represented(aftale: Aftale, organ: Organ) -> frozenset[str] | None:
    """Return the ids of the parts that sit in the organ, or are signed for by one that does.

    None where a seat could not be read or names an unknown part (KON106 says so): then nobody can be said to be missing.
    """
    if not (all_read(organ, "medlemmer", "part") and organ.whole("formaend") and all_read(aftale, "parter", "id", "for_parter")):
        return None
    seats = {*organ.formaend, *(medlem.part for medlem in organ.medlemmer if medlem.part is not None)}
    parts = [aftale.part(seat) for seat in seats]
    if None in parts:
        return None
    return frozenset(name for part in parts if part is not None for name in (part.id, *part.for_parter))


def seat_as_text(organ: Organ, part: Part) -> str:
    """Return the name of the seat that is written as text (`aktør:`) but seems to be this part's; «» where there is none."""
    names = {name.casefold() for name in (part.navn, *part.kaldes) if name}
    return next((medlem.aktoer for medlem in organ.medlemmer if any(name in medlem.aktoer.casefold() for name in names)), "")
