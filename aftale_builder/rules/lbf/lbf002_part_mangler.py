"""Aftalen har ingen boligorganisation eller ingen kommune som part.

## Hvorfor
En strategisk samarbejdsaftale er en aftale mellem boligorganisationerne og beliggenhedskommunen. Skabelonens forside
beder om begges navne.

## Forkert
```yaml
parter:
  - {id: bolig, navn: Solbakken Boligforening, type: boligorganisation}
```

## Rigtigt
```yaml
parter:
  - {id: bolig, navn: Solbakken Boligforening, type: boligorganisation}
  - {id: kommune, navn: Aaby Kommune, type: kommune}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), Aftalens parter: «Navn på boligorganisation(er) og kommune(r)».

## Forbehold
Reglen ser kun, at en kommune er part; om det er den, området ligger i, må et menneske se. Kan en parts type ikke
læses, tier reglen.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing

_ASKED = {PartType.BOLIGORGANISATION: "en boligorganisation", PartType.KOMMUNE: "beliggenhedskommunen"}


@rule("LBF002", "part-mangler", Severity.FEJL, sources=("lbf-skabelon-2019#parter",), krav="samarbejdsaftale")
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield one hit that names the kinds of part that are missing."""
    if not all_read(aftale, "parter", "type"):
        return
    missing = [kind for kind in _ASKED if not aftale.parter_af(kind)]
    if missing:
        yield Hit(
            aftale.key("parter"),
            f"Blandt aftalens parter mangler {listing(_ASKED[kind] for kind in missing)}.",
            f"Skriv parten under parter: med {listing(f'type: {kind}' for kind in missing)}.",
            subject=" ".join(missing),
        )
