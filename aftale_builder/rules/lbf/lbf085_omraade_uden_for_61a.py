"""Ingen af boligområderne er på listerne efter § 61 a.

## Hvorfor
Landsbyggefonden prioriterer områder, der er udsatte boligområder efter § 61 a: udsatte, parallelsamfund eller
omdannelsesområder. Andre områder kan også få støtte, men ansøgningen skal kunne forklare hvorfor.

## Forkert
```yaml
boligområder:
  - {id: solbakken, navn: Solbakken, afdelinger: [{part: bolig, numre: ["7"]}], status: [forebyggelsesområde]}
```

## Rigtigt
```yaml
boligområder:
  - {id: solbakken, navn: Solbakken, afdelinger: [{part: bolig, numre: ["7"]}], status: [forebyggelsesområde]}
  - {id: bakken, navn: Bakken, afdelinger: [{part: bolig, numre: ["8"]}], status: [udsat]}
```

## Kilde
`lbf-orienterer-2020` (Landsbyggefondens egen side): «Der skal ske en prioritering af områder, der er omfattet af § 61a.»

## Forbehold
Det er et råd: prioriteringen er Landsbyggefondens, og områder uden for listerne får også støtte. Forebyggelsesområder
står i § 61 b og tæller ikke her. Reglen ved kun, hvad der står under `status:`; den slår ikke op i listerne.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import OmraadeStatus
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule

_LISTED = frozenset({OmraadeStatus.UDSAT, OmraadeStatus.PARALLELSAMFUND, OmraadeStatus.OMDANNELSESOMRAADE})


@rule("LBF085", "omraade-uden-for-61a", Severity.RAAD, sources=("lbf-orienterer-2020#prioritering",), krav="prioriterer_61a")
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield one hit where there are areas, and none of them is said to be on the lists of § 61 a."""
    areas = aftale.boligomraader
    if not areas or not all_read(aftale, "boligomraader", "status"):
        return
    if not any(_LISTED.intersection(area.status) for area in areas):
        yield Hit(
            aftale.key("boligomraader"),
            "Der står ikke ved noget boligområde, at det er på listerne efter § 61 a, som Landsbyggefonden prioriterer.",
            "Står et område på en af listerne, så skriv det under status:. Ellers så sig i afsnit 1, hvorfor der er brug for "
            "indsatsen alligevel.",
            subject="61 a",
        )
