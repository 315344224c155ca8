"""Aftalen er ikke knyttet til kommunens planer.

## Hvorfor
Er målene skrevet ind i kommuneplan og strategier, er områderne en del af byens udvikling og ikke et projekt ved siden
af.

## Forkert
```yaml
samspil: {tekst: Den sociale del af styringsdialogen er fælles.}
```

## Rigtigt
```yaml
samspil: {tekst: Kommunens strategi for børn og den sociale del af styringsdialogen er fælles.}
```

## Kilde
`cfbu-2015` (evaluering, interview), l. 919: i flere kommuner var målene skrevet ind i kommuneplanen eller i
strategier.

## Forbehold
Reglen ser efter ordene kommuneplan, planstrategi, strategi og politik i prosaen, ikke efter den strategiske
samarbejdsaftale selv. Er afsnit 4 ikke skrevet, siger LBF081 det. `cfbu-2015` siger selv, at dens konklusioner ikke er
entydige.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import has
from aftale_builder.rules.evidence import backed, cfbu, told
from aftale_builder.rules.reading import empty
from aftale_builder.rules.registry import rule

_PLANS = (
    "kommuneplan",
    "planstrategi",
    "strategi for",
    "strategier",
    "strategien",
    "børnepolitik",
    "ungepolitik",
    "socialpolitik",
)
_MORE = ("boligpolitik", "integrationspolitik", "beskæftigelsespolitik", "kommunens politik", "politik for", "beskæftigelsesplan")


@rule("RAD529", "kommuneplan", Severity.RAAD, sources=("cfbu-2015",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where no prose names the kommuneplan or a strategy of the kommune."""
    if aftale.samspil is None or empty(aftale.samspil):
        return
    if not has(told(aftale), *_PLANS, *_MORE):
        yield Hit(
            aftale.key("samspil"),
            "Aftalen nævner hverken kommuneplan eller kommunens strategier.",
            backed("Skriv under samspil, hvilke af kommunens planer indsatsen bidrager til, og hvordan.", cfbu("919")),
            subject="kommuneplan",
        )
