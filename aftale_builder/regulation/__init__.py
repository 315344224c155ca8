"""Regulativ: a generation of Landsbyggefonden's rules as data, and the register of sources that rules cite."""

from aftale_builder.regulation.fast_tekst import Art, FastTekst, same_words
from aftale_builder.regulation.kilder import Citat, Kilde
from aftale_builder.regulation.loading import RegulationDataError, kilder, regulativ, regulativer
from aftale_builder.regulation.regulativ import (
    Afsnit,
    Bilag,
    Enhed,
    Indikator,
    Indsatsomraade,
    Krav,
    Kriterium,
    Maal,
    Opgave,
    Regulativ,
    Skoen,
    UdsatteOmraader,
)

__all__ = [
    "Afsnit",
    "Art",
    "Bilag",
    "Citat",
    "Enhed",
    "FastTekst",
    "Indikator",
    "Indsatsomraade",
    "Kilde",
    "Krav",
    "Kriterium",
    "Maal",
    "Opgave",
    "RegulationDataError",
    "Regulativ",
    "Skoen",
    "UdsatteOmraader",
    "kilder",
    "regulativ",
    "regulativer",
    "same_words",
]
