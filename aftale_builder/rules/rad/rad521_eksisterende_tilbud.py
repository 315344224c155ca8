"""En aktivitet siger ikke, hvilke tilbud der findes i forvejen.

## Hvorfor
Kendes de tilbud, der er, kan aktiviteten lægge noget til i stedet for at konkurrere med dem.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob}]}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob, eksisterende_tilbud: Jobportalen findes}]}
```

## Kilde
`sfi-2013` (evaluering, casestudie), l. 4905-4911: et nyt fitnesscenter blev åbnet ved siden af fritidshjemmets.
`vive-2021` (evaluering, interview), l. 1069-1074: to idrætstilbud konkurrerede.

## Forbehold
For aktiviteter, som kommunen står for, spørger RAD502. Om tilbuddene er de rigtige, må et menneske vurdere. `sfi-2013`
beskriver ordningen 2006-10, der siden er ændret, og dens cases er ikke repræsentative. `vive-2021` handler om én plan
og siger selv, at den kun er relevant for den.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler, gathered
from aftale_builder.rules.evidence import backed, sfi, vive
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule(
    "RAD521",
    "eksisterende-tilbud",
    Severity.RAAD,
    sources=(
        "sfi-2013",
        "vive-2021",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for the aktiviteter that say nothing of the offers there are; RAD502 asks those that the kommune leads."""
    kommuner = {part.id for part in aftale.parter_af(PartType.KOMMUNE)}
    for _, delaftale in delaftaler(aftale):
        lacking = [
            aktivitet
            for aktivitet in delaftale.aktiviteter
            if str(aktivitet.ansvarlig) not in kommuner and unwritten(aktivitet, "eksisterende_tilbud")
        ]
        help = backed("Skriv eksisterende_tilbud: med det, der findes, og hvad der er nyt.", sfi("4905-4911"), vive("1069-1074"))
        yield from gathered(delaftale, lacking, "eksisterende_tilbud", "siger ikke, hvilke tilbud der findes i forvejen", help)
