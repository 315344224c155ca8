"""Afsnit 7, «Lokal evaluering», er ikke skrevet.

## Hvorfor
Skabelonen har et afsnit om, hvordan indsatsen selv finder ud af, om den virker.

## Forkert
```yaml
lokal_evaluering:
```

## Rigtigt
```yaml
lokal_evaluering: Hvert år samler lederen erfaringerne fra aktiviteterne, og bestyrelsen drøfter dem.
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 7: «Lokal evaluering».

## Forbehold
Reglen ser kun, at der står noget. Om evalueringen er god nok, er et skøn.
En tekst, der kun er «TODO», «Udfyldes senere» eller prikker, regnes for ikke skrevet.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule("LBF080", "evaluering-mangler", Severity.FEJL, sources=("lbf-skabelon-2019#lokal-evaluering",), krav="lokal_evaluering")
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where section 7 is not written."""
    if unwritten(aftale, "lokal_evaluering"):
        yield Hit(
            aftale.key("lokal_evaluering"),
            "Afsnit 7 om lokal evaluering er ikke skrevet.",
            "Skriv lokal_evaluering: og fortæl, hvordan I undersøger, om indsatsen virker.",
            subject="afsnit 7",
        )
