"""Afsnit 4, «Samspil med centrale tiltag og indsatser i boligområdet», er ikke skrevet.

## Hvorfor
Den boligsociale indsats er en af flere i området. Afsnittet siger, hvad de andre laver, og hvordan kræfterne lægges sammen.

## Forkert
```yaml
samspil: {aktører: []}
```

## Rigtigt
```yaml
samspil: {tekst: "Skolen, jobcentret og idrætsforeningen er med i arbejdet."}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 4: «Samspil med centrale tiltag og indsatser i boligområdet».

## Forbehold
Reglen ser kun, at der står noget: en tekst, en liste over aktører eller en tekst om udviklingsplaner. Om de centrale
tiltag er med, er et skøn.
En tekst, der kun er «TODO», «Udfyldes senere» eller prikker, regnes for ikke skrevet.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule("LBF081", "samspil-mangler", Severity.FEJL, sources=("lbf-skabelon-2019#samspil",), krav="samspil")
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where section 4 is not written."""
    if unwritten(aftale, "samspil"):
        yield Hit(
            aftale.key("samspil"),
            "Afsnit 4 om samspil med andre tiltag og indsatser i boligområdet er ikke skrevet.",
            "Skriv samspil: med tekst og aktører: hvem der ellers arbejder i området, og hvordan I hjælper hinanden.",
            subject="afsnit 4",
        )
