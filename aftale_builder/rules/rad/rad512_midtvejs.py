"""Der er ingen midtvejsevaluering.

## Hvorfor
Midtvejs er der tid til at rette op, og engagementet har brug for en saltvandsindsprøjtning. Et aftalt stop gør det til
en vane at justere.

## Forkert
```yaml
lokal_evaluering: Vi skriver en slutrapport.
```

## Rigtigt
```yaml
lokal_evaluering: Midtvejs ser parterne på målene, sammenlignet med kommunen, og justerer.
```

## Kilde
`sfi-2013` (evaluering, casestudie), l. 5794-5803: mål blev gennemgået midtvejs, og status brugt til at styre.
`vive-2021` (evaluering, interview), l. 676-681: en begyndende «metaltræthed» i følgegrupperne midtvejs.

## Forbehold
En milepæl af typen midtvejs er nok, eller ordet midtvejs i milepælsplanen eller den lokale evaluering. Er der hverken
milepæle (LBF072) eller lokal evaluering (LBF080), tier reglen. `sfi-2013` beskriver ordningen 2006-10, der siden er
ændret, og dens cases er ikke repræsentative. `vive-2021` handler om én plan og siger selv, at den kun er relevant for
den.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import MilepaelType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import has, texts
from aftale_builder.rules.evidence import backed, sfi, vive
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule(
    "RAD512",
    "midtvejs",
    Severity.RAAD,
    sources=(
        "sfi-2013",
        "vive-2021",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where neither the milestones nor section 7 tell of a look at the effort midway."""
    if not aftale.milepaele or not aftale.whole("milepaele", "lokal_evaluering") or unwritten(aftale, "lokal_evaluering"):
        return
    words = texts(aftale.lokal_evaluering, *(milepael.tekst for milepael in aftale.milepaele))
    if not has(words, "midtvej") and not any(milepael.type is MilepaelType.MIDTVEJS for milepael in aftale.milepaele):
        yield Hit(
            aftale.key("milepaele"),
            "Hverken milepælsplanen eller den lokale evaluering har en midtvejsevaluering.",
            backed("Tilføj en milepæl med type: midtvejs, omtrent halvvejs i perioden.", sfi("5794-5803"), vive("676-681")),
            subject="midtvejs",
        )
