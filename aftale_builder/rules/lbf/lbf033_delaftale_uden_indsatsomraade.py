"""En delaftale hører til et indsatsområde, der ikke er valgt.

## Hvorfor
Der skal være en delaftale for hvert af de valgte indsatsområder, og kun for dem. Ligger der en delaftale for et område,
som aftalen ikke har valgt, er enten den eller valget glemt.

## Forkert
```yaml
bilag:
  - {titel: Delaftale for Kriminalitetsforebyggelse, fil: bilag/delaftale.docx}
```

## Rigtigt
```yaml
bilag:
  - {titel: Delaftale for Beskæftigelse, fil: bilag/delaftale.docx}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), Aftaledokumenter: «En delaftale for hvert af de valgte indsatsområder».

## Forbehold
En delaftale, der er skrevet under `indsatsområder:`, hører til området på samme plads: er det ukendt, siges det af
LBF030, og mangler det, af KLD008. Reglen dømmer derfor de delaftaler, der ligger som bilag; den kender dem på titlen.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule


@rule(
    "LBF033",
    "delaftale-uden-indsatsomraade",
    Severity.FEJL,
    sources=("lbf-skabelon-2019#bilag-delaftale",),
    krav="delaftaler",
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each annex that is by its title the delaftale of an indsatsområde that is not chosen."""
    if not all_read(aftale, "indsatsomraader", "omraade"):
        return
    chosen = {indsats.omraade for indsats in aftale.indsatsomraader}
    if not chosen <= {area.id for area in regulativ.indsatsomraader}:
        return
    for bilag in aftale.bilag:
        title = bilag.titel.casefold()
        named = [area for area in regulativ.indsatsomraader if "delaftale" in title and area.navn.casefold() in title]
        if named and chosen.isdisjoint(area.id for area in named):
            yield Hit(
                bilag.at("titel"),
                f"Bilaget er en delaftale for «{named[0].navn}», men det indsatsområde er ikke valgt.",
                f"Skriv område: {named[0].id} under indsatsområder:, eller tag bilaget ud.",
                subject=named[0].id,
            )
