"""En indikator mangler start, mål eller dato.

## Hvorfor
Et mål er først et mål, når man ved, hvor man begynder, hvor man vil hen, og hvornår. Ellers kan målet hverken være
realistisk eller nås.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob., indikatorer: [{navn: Unge med fritidsjob, mål: 30, kilde: Skolen}]}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål:
        - id: d1
          tekst: Flere unge får fritidsjob.
          indikatorer: [{navn: Unge med fritidsjob, start: 0, mål: 30, enhed: antal, dato: 2025-12-31, kilde: Jobklubben}]
```

## Kilde
Vores egen vurdering. `sfi-2013` (evaluering, casestudie), l. 5780-5784: et mål må gerne kunne ses i det fjerne, men
ikke være «uden for rækkevidde».

## Forbehold
Et startpunkt på 0 er et startpunkt. Har delmålet ingen indikator, siger LOG203 det. Om målet er realistisk, må et
menneske vurdere. `sfi-2013` beskriver ordningen 2006-10, der siden er ændret, og dens cases er ikke repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing

_ASKED = (("start", "start"), ("maal", "mål"), ("dato", "dato"))


@rule(
    "LOG204",
    "delmaal-uden-maaltal",
    Severity.ADVARSEL,
    sources=(
        "vores",
        "sfi-2013",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each indikator that does not say from what, to what, by when."""
    for _, delaftale in delaftaler(aftale):
        for delmaal in delaftale.delmaal:
            for indikator in delmaal.indikatorer:
                missing = [key for name, key in _ASKED if getattr(indikator, name) is None and indikator.whole(name)]
                if missing:
                    yield Hit(
                        indikator.at("navn"),
                        f"Indikatoren «{indikator.navn}» for delmålet «{delmaal.id}» mangler {listing(missing)}.",
                        "Skriv start: med tallet i dag, mål: med tallet, I vil nå, og dato: for hvornår.",
                        subject=" ".join(missing),
                    )
