"""The organs as råd see them: their level, who meets in them, and whether residents do."""

from __future__ import annotations

from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import Niveau, OrganType
from aftale_builder.model.organisation import Medlem, Organ
from aftale_builder.rules.effort import has
from aftale_builder.rules.reading import all_read

LEVELS = tuple(Niveau)
"""The levels, the highest first."""

_USUAL = {
    OrganType.BESTYRELSE: Niveau.STRATEGISK,
    OrganType.STYREGRUPPE: Niveau.TAKTISK,
    OrganType.KOORDINATIONSGRUPPE: Niveau.TAKTISK,
    OrganType.FOELGEGRUPPE: Niveau.UDFOERENDE,
}


def organs(aftale: Aftale) -> tuple[Organ, ...]:
    """Return the organs with their members; none where one of them could not be read, for then nothing can be missed."""
    organisation = aftale.organisation
    if organisation is None or not all_read(organisation, "organer", "type", "medlemmer", "niveau"):
        return ()
    return organisation.organer


def beneath(aftale: Aftale) -> tuple[Organ, ...]:
    """Return the organs beside the bestyrelse; none where there is no bestyrelse."""
    found = organs(aftale)
    others = tuple(organ for organ in found if organ.type is not OrganType.BESTYRELSE)
    return others if len(others) < len(found) else ()


def level(organ: Organ) -> Niveau | None:
    """Return the organ's level: the one written, else the one that its type usually has."""
    return organ.niveau or (_USUAL.get(organ.type) if organ.type else None)


def crosses(organ: Organ) -> bool:
    """Tell whether people of two organisations or more meet in the organ."""
    return len({medlem.part or medlem.aktoer for medlem in organ.medlemmer}) > 1


def residents(organ: Organ) -> bool:
    """Tell whether residents sit in the organ, told by their titles."""
    return any(has(_name(medlem), "beboer", "afdelingsbestyrelse", "afdelingsform") for medlem in organ.medlemmer)


def seats(organ: Organ) -> frozenset[str]:
    """Return who sits in the organ, as «part titel» and by name, for finding those who sit in two."""
    named = {medlem.navn.casefold() for medlem in organ.medlemmer if medlem.navn}
    return frozenset(named | {_name(medlem) for medlem in organ.medlemmer if medlem.titel})


def _name(medlem: Medlem) -> str:
    return f"{medlem.part or medlem.aktoer} {medlem.titel}".casefold()
