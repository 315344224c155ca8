"""Et indsatsområde har to delaftaler.

## Hvorfor
Der skal være én delaftale pr. indsatsområde. Med to ved ingen, hvilken der gælder, og hvilken bestyrelsen skal holde
ajour.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {parter: [bolig, kommune]}
  - område: beskæftigelse
    delaftale: {parter: [bolig, kommune]}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {parter: [bolig, kommune]}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 6: «én delaftale pr. indsatsområde».

## Forbehold
Er området valgt to gange, og har kun den ene plads en delaftale, siges det af LBF032, at den anden mangler.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.indsats import Indsatsomraade
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.delaftaler import name_of, written
from aftale_builder.rules.registry import rule


@rule("LBF034", "delaftale-dobbelt", Severity.FEJL, sources=("lbf-skabelon-2019#én-delaftale",), krav="delaftaler")
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each delaftale beyond the first of the same indsatsområde."""
    first: dict[str, Indsatsomraade] = {}
    for indsats, _ in written(aftale):
        if indsats.omraade is None or first.setdefault(indsats.omraade, indsats) is indsats:
            continue
        yield Hit(
            indsats.at("omraade"),
            f"Indsatsområdet «{name_of(indsats, regulativ)}» har endnu en delaftale; der skal være én.",
            "Saml de to i én delaftale, eller ret område:, hvis den hører til et andet.",
            (Related(first[indsats.omraade].at("omraade"), "den første står her"),),
            subject=indsats.omraade,
        )
