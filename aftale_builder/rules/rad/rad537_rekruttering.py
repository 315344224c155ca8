"""En aktivitet siger ikke, hvordan deltagerne bliver fundet.

## Hvorfor
Er det op til beboerne selv at møde op, kommer få og ofte de samme. En plan for, hvem der spørger hvem, gør en forskel.

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
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob, rekruttering: Læreren banker på}]}
```

## Kilde
`sfi-2013` (evaluering, casestudie), l. 4951-4957: opsøgende og motiverende arbejde virker; ellers henvender kun de
mest drevne sig.

## Forbehold
Om måden er den rette, må et menneske vurdere. `sfi-2013` beskriver ordningen 2006-10, der siden er ændret, og dens
cases er ikke repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler, gathered
from aftale_builder.rules.evidence import backed, sfi
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule("RAD537", "rekruttering", Severity.RAAD, sources=("sfi-2013",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for the aktiviteter of each delaftale that do not say how people are found for them."""
    for _, delaftale in delaftaler(aftale):
        lacking = [aktivitet for aktivitet in delaftale.aktiviteter if unwritten(aktivitet, "rekruttering")]
        help = backed("Skriv rekruttering: med, hvem der finder og spørger deltagerne, og hvor.", sfi("4951-4957"))
        yield from gathered(delaftale, lacking, "rekruttering", "siger ikke, hvordan deltagerne bliver fundet", help)
