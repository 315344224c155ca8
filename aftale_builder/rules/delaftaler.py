"""The delaftaler as rules ask of them: those that are written, what their area is called, and what their own prose tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aftale_builder.findings import Anchored
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import own_fields
from aftale_builder.model.indsats import Delaftale, Indsatsomraade
from aftale_builder.model.kinds import Prosa
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import empty


def written(aftale: Aftale) -> Iterator[tuple[Indsatsomraade, Delaftale]]:
    """Yield the delaftaler that something is written in, each with its indsatsområde (LBF032 tells of the others)."""
    for indsats in aftale.indsatsomraader:
        if indsats.delaftale is not None and not empty(indsats.delaftale):
            yield indsats, indsats.delaftale


def name_of(indsats: Indsatsomraade, regulativ: Regulativ) -> str:
    """Return the name of the indsatsområde: the generation's, else as it is written."""
    known = regulativ.indsatsomraade(indsats.omraade)
    return known.navn if known else indsats.omraade or ""


def told(delaftale: Delaftale, pattern: str) -> Anchored | None:
    """Return where the delaftale's own prose first has a word that begins as the pattern says."""
    word = re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)
    for item in own_fields(Delaftale):
        value = getattr(delaftale, item.name)
        if isinstance(value, Prosa) and (match := word.search(value.text)):
            return value.node.at(match.start(), match.end())
    return None
