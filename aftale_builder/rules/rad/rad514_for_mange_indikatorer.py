"""En delaftale har mange indikatorer.

## Hvorfor
Hver indikator skal hentes, forklares og drøftes. Få og gode giver overblik; mange bliver let til ekspedition.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål:
        - id: d1
          tekst: Flere unge får fritidsjob.
          indikatorer: [{navn: A}, {navn: B}, {navn: C}, {navn: D}, {navn: E}, {navn: F}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål:
        - id: d1
          tekst: Flere unge får fritidsjob.
          indikatorer: [{navn: Unge med fritidsjob, kilde: Skolen}]
```

## Kilde
`sfi-2013` (evaluering, programteori), l. 5605-5609: krav om dokumentation kan med fordel holdes på «et fåtal af
nøgleindikatorer». `vive-2021` (evaluering, interview), l. 734-737: mange målinger gav en form for «ekspeditionsånd» i
bestyrelsen.

## Forbehold
Grænsen på fem for et indsatsområde er vores. De ni faste indikatorer tæller ikke med. `sfi-2013` beskriver ordningen
2006-10, der siden er ændret, og dens cases er ikke repræsentative. `vive-2021` handler om én plan og siger selv, at
den kun er relevant for den.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler
from aftale_builder.rules.evidence import backed, sfi, vive
from aftale_builder.rules.registry import rule

_MANY = 5


@rule(
    "RAD514",
    "for-mange-indikatorer",
    Severity.RAAD,
    sources=(
        "sfi-2013",
        "vive-2021",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each delaftale with more indikatorer than the board can well follow."""
    for _, delaftale in delaftaler(aftale):
        count = sum(len(delmaal.indikatorer) for delmaal in delaftale.delmaal)
        if count > _MANY:
            yield Hit(
                delaftale.key("delmaal"),
                f"Delaftalen har {count} indikatorer; fem eller færre er lettere at følge.",
                backed("Vælg dem ud, der bedst viser forandringen.", sfi("5605-5609", "programteori"), vive("734-737")),
                subject="mange",
            )
