"""Aftalen nævner en ramme, vi ikke kender.

## Hvorfor
`regulativ:` siger, hvilken generation af Landsbyggefondens midler aftalen hører under. Lister, grænser og krav følger
af den. Kendes den ikke, kan de regler, der hviler på dens data, ikke dømme; kun de almindelige regler gør det.

## Forkert
```yaml
regulativ: lbf-2019-2026
```

## Rigtigt
```yaml
regulativ: lbf-2019-26
```

## Kilde
Vores egen vurdering: ingen kan kræve noget af en aftale uden at vide, hvilket regulativ den hører under.

## Forbehold
Mangler nøglen helt, siges det af KLD008.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.reading import nearest
from aftale_builder.regulation import Regulativ, regulativer
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.words import listing


@rule("LBF001", "regulativ-ukendt", Severity.FEJL, sources=("vores",), over=Over.GENERAL, needs=lambda _data: False)
def check(aftale: Aftale, regulativ: Regulativ | None) -> Iterator[Hit]:
    """Yield a hit where the agreement's generation is not among those we have data for."""
    if regulativ is not None or not aftale.regulativ:
        return
    known = regulativer()
    near = nearest(aftale.regulativ, known)
    yield Hit(
        aftale.at("regulativ"),
        f"Rammen «{aftale.regulativ}» kendes ikke, så aftalen kan ikke bedømmes efter den.",
        f"Mente du «{near}»?" if near else f"Skriv en af dem, vi kender: {listing(known)}.",
        subject=aftale.regulativ,
    )
