"""En aktivitet peger ikke på noget delmål.

## Hvorfor
En aktivitet er et middel. Siger aftalen ikke, hvilket delmål den skal flytte, kan ingen bagefter se, om den var
pengene værd.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob.}]
      aktiviteter: [{id: a1, navn: Jobklub}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob.}]
      aktiviteter: [{id: a1, navn: Jobklub, delmål: [d1]}]
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 6: «delmål, aktiviteter og den indbyrdes ansvars- og rollefordeling
mellem de parter, der er involveret i indsatsen» hører til i delaftalen. `sfi-2013` (evaluering, casestudie), l.
5764-5771: hvor man begyndte med projekterne og ikke med målene, blev planen «klaske sammen».

## Forbehold
Har delaftalen slet ingen delmål, siger LBF037 det. Peger aktiviteten på et delmål, der ikke findes, siger KON106 det.
`sfi-2013` beskriver ordningen 2006-10, der siden er ændret, og dens cases er ikke repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule(
    "LOG201",
    "aktivitet-uden-delmaal",
    Severity.ADVARSEL,
    sources=(
        "lbf-skabelon-2019#delaftalens-indhold",
        "sfi-2013",
    ),
    krav="aktiviteter",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each aktivitet that serves no delmål, where its delaftale has some."""
    for _, delaftale in delaftaler(aftale):
        for aktivitet in delaftale.aktiviteter if delaftale.delmaal else ():
            if unwritten(aktivitet, "delmaal"):
                yield Hit(
                    aktivitet.at("delmaal"),
                    f"Aktiviteten «{aktivitet.navn}» peger ikke på noget delmål.",
                    f"Skriv delmål: med id på det, som aktiviteten skal flytte, fx [{delaftale.delmaal[0].id}].",
                    subject="delmål",
                )
