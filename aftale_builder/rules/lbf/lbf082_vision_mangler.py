"""Afsnit 2, «Vision for boligområdet», er ikke skrevet.

## Hvorfor
Visionen siger, hvor parterne vil hen med boligområdet. Delmål og aktiviteter skal kunne holdes op mod den.

## Forkert
```yaml
vision: ""
```

## Rigtigt
```yaml
vision: Om fire år er Solbakken et sted, hvor børn og voksne trives og kender hinanden.
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 2: «Vision for boligområdet».

## Forbehold
Reglen ser kun, at der står noget. Om visionen er den rigtige, er et skøn.
En tekst, der kun er «TODO», «Udfyldes senere» eller prikker, regnes for ikke skrevet.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule("LBF082", "vision-mangler", Severity.FEJL, sources=("lbf-skabelon-2019#vision",), krav="vision")
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where section 2 is not written."""
    if unwritten(aftale, "vision"):
        yield Hit(
            aftale.key("vision"),
            "Afsnit 2 om visionen for boligområdet er ikke skrevet.",
            "Skriv vision: og fortæl, hvordan boligområdet skal være, når indsatsen er slut.",
            subject="afsnit 2",
        )
