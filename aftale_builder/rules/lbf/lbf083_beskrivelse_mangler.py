"""Afsnit 1, «Kort om boligområdet», er ikke skrevet.

## Hvorfor
Den, der læser aftalen, skal vide, hvilket område den gælder, og hvordan der er.

## Forkert
```yaml
beskrivelse:
```

## Rigtigt
```yaml
beskrivelse: Solbakken er 400 boliger fra 1969 mellem skolen og stationen.
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 1: «Kort om boligområdet».

## Forbehold
Reglen ser kun, at der står noget; en linje, der kun er `[[boligområder]]`, er ikke tekst. Det enkelte områdes
`beskrivelse:` trykkes kun i afsnittet, hvor der står `[[boligområder]]`, så den gør det ikke ud for afsnit 1.
En tekst, der kun er «TODO», «Udfyldes senere» eller prikker, regnes for ikke skrevet.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule("LBF083", "beskrivelse-mangler", Severity.FEJL, sources=("lbf-skabelon-2019#beskrivelse",), krav="beskrivelse")
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where section 1 is not written."""
    if unwritten(aftale, "beskrivelse"):
        yield Hit(
            aftale.key("beskrivelse"),
            "Afsnit 1 om boligområdet er ikke skrevet.",
            "Skriv beskrivelse: og fortæl kort om boligområdet.",
            subject="afsnit 1",
        )
