"""En aktivitet, som kommunen står for, siger ikke, hvad indsatsen lægger til.

## Hvorfor
Løser kommunen en opgave for indsatsens penge, skal det kunne ses, hvad der er nyt i forhold til det, kommunen gør i
forvejen. Ellers bliver det boligsociale bidrag til kernedrift.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob, ansvarlig: kommune}]}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      aktiviteter: [{id: a1, navn: Fritidsjob, ansvarlig: kommune, eksisterende_tilbud: Jobportalen. Det nye er følgeskabet.}]
```

## Kilde
`vive-2021` (evaluering, interview), l. 805-806 og 435-438: der er risiko for, at bidraget «blot bliver set som
kommunal drift».

## Forbehold
Reglen ser kun, om der står noget under eksisterende_tilbud. Om det er en merydelse, må et menneske vurdere. For andre
aktiviteter spørger RAD521. `vive-2021` handler om én plan og siger selv, at den kun er relevant for den.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler, gathered
from aftale_builder.rules.evidence import backed, vive
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule("RAD502", "kernedrift-uden-merydelse", Severity.RAAD, sources=("vive-2021",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for the aktiviteter that the kommune leads without a word on what exists and what is new."""
    kommuner = {part.id for part in aftale.parter_af(PartType.KOMMUNE)}
    for _, delaftale in delaftaler(aftale):
        lacking = [
            aktivitet
            for aktivitet in delaftale.aktiviteter
            if str(aktivitet.ansvarlig) in kommuner and unwritten(aktivitet, "eksisterende_tilbud")
        ]
        help = "Skriv eksisterende_tilbud: med det, kommunen gør i forvejen, og det, indsatsen lægger til."
        lack = "ledes af kommunen, men siger ikke, hvad indsatsen lægger til kommunens egne tilbud"
        yield from gathered(delaftale, lacking, "eksisterende_tilbud", lack, backed(help, vive("805-806, 435-438")))
