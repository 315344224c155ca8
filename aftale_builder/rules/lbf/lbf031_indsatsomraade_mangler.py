"""Der er ikke valgt noget indsatsområde.

## Hvorfor
Den boligsociale indsats skal holde sig inden for de indsatsområder, som Landsbyggefonden har fastlagt. Uden et valgt
område er der intet problemkompleks, ingen delaftale og ingen aktiviteter.

## Forkert
```yaml
indsatsområder:
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    problemkompleks: 38 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet (LBF, 2021).
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 6: «De fastlagte indsatsområder, som den boligsociale indsats skal
holde sig inden for».

## Forbehold
Der må vælges færre end alle; om de valgte er de rigtige for området, må et menneske bedømme. Kan listen ikke læses,
tier reglen.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing


@rule(
    "LBF031",
    "indsatsomraade-mangler",
    Severity.FEJL,
    sources=("lbf-skabelon-2019#indsatsområder",),
    krav="indsatsomraader",
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where no indsatsområde is chosen."""
    if unwritten(aftale, "indsatsomraader"):
        yield Hit(
            aftale.key("indsatsomraader"),
            "Aftalen har ikke valgt noget indsatsområde.",
            f"Skriv under indsatsområder: et eller flere af dem: {listing(item.id for item in regulativ.indsatsomraader)}.",
            subject="indsatsområder",
        )
