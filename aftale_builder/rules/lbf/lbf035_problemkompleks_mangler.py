"""Et valgt indsatsområde har intet problemkompleks.

## Hvorfor
For hvert valgt indsatsområde skal aftalen beskrive de centrale kerneudfordringer, indsatsen skal tage fat på. Alt i
delaftalen bygger på det.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    kerneudfordringer: [{id: k1, tekst: For få unge har et fritidsjob.}]
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob., kerneudfordringer: [k1]}]
      aktiviteter: [{id: a1, navn: Fritidsjob, delmål: [d1], ansvarlig: bolig}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    problemkompleks: 38 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet (LBF, 2021).
    kerneudfordringer: [{id: k1, tekst: For få unge har et fritidsjob.}]
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob., kerneudfordringer: [k1]}]
      aktiviteter: [{id: a1, navn: Fritidsjob, delmål: [d1], ansvarlig: bolig}]
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 6: «I dette afsnit skal problemkomplekset for hvert af de
indsatsområder, der indgår i den boligsociale indsats, beskrives.»

## Forbehold
Lister med kerneudfordringer og tal erstatter ikke beskrivelsen. Om problemerne er de væsentlige, må et menneske
vurdere. I 2015-18 stod problemkomplekset i delaftalen; der dømmer reglen ikke.
En tekst, der kun er «TODO», «Udfyldes senere» eller prikker, regnes for ikke skrevet.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.delaftaler import name_of
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule(
    "LBF035",
    "problemkompleks-mangler",
    Severity.FEJL,
    sources=("lbf-skabelon-2019#problemkompleks",),
    krav="problemkompleks",
    needs=lambda data: data.krav.problemkompleks_i != "delaftale",
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each chosen indsatsområde without a problemkompleks, where it belongs in the strategic agreement."""
    for indsats in aftale.indsatsomraader:
        if unwritten(indsats, "problemkompleks"):
            name = name_of(indsats, regulativ)
            yield Hit(
                indsats.key("problemkompleks"),
                f"Indsatsområdet «{name}» har intet problemkompleks.",
                "Skriv problemkompleks: med de centrale udfordringer, konkret og med tal (eller !fil og en fil for sig).",
                subject=name,
            )
