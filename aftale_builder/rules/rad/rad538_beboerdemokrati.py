"""Ingen afdelingsbestyrelse har behandlet aftalen.

## Hvorfor
Beboerdemokratiet skal bære indsatsen. Har afdelingsbestyrelserne været med fra begyndelsen, er det også deres.

## Forkert
```yaml
regulativ: lbf-2011-14
behandling: [{hvem: Byrådet, part: kommune, dato: 2011-10-01, udfald: godkendt}]
```

## Rigtigt
```yaml
behandling:
  - {hvem: Afdelingsbestyrelsen i afdeling 7, part: bolig, dato: 2021-10-01, udfald: anbefalet}
  - {hvem: Organisationsbestyrelsen, part: bolig, dato: 2021-10-15, udfald: godkendt}
  - {hvem: Byrådet, part: kommune, dato: 2021-11-01, udfald: anbefalet}
```

## Kilde
`sfi-2013` (evaluering, gengiver det daværende regulativ), l. 4088-4092: planen skal udarbejdes under iagttagelse af
«reglerne for beboerdemokrati».

## Forbehold
For 2019-26 dømmer LBF089 det samme, og denne regel tier. Er ingen behandling skrevet, tier den også. `sfi-2013`
beskriver ordningen 2006-10, der siden er ændret, og dens cases er ikke repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import has
from aftale_builder.rules.evidence import backed, sfi
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule


@rule("RAD538", "beboerdemokrati", Severity.RAAD, sources=("sfi-2013",), needs=lambda data: not data.krav.behandling)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the agreement was treated, but by no afdelingsbestyrelse, and LBF089 does not judge."""
    if not aftale.behandling or not all_read(aftale, "behandling", "hvem"):
        return
    if not any(has(step.hvem, "afdeling", "beboer") for step in aftale.behandling):
        yield Hit(
            aftale.key("behandling"),
            "Ingen afdelingsbestyrelse er blandt dem, der har behandlet aftalen.",
            backed(
                "Skriv en linje under behandling: {hvem: Afdelingsbestyrelsen i afdeling …, part: …, dato: …}.", sfi("4088-4092")
            ),
            subject="afdelingsbestyrelse",
        )
