"""En part har en opgave, men har ikke behandlet aftalen.

## Hvorfor
En part, der er skrevet ind uden at have været med, kender ikke målene og har sjældent sat tid af.

## Forkert
```yaml
parter:
  - {id: bolig, navn: Solbakken Boligforening, type: boligorganisation, administrerende: ja}
  - {id: kommune, navn: Aaby Kommune, type: kommune}
  - {id: klub, navn: Idrætsklubben, type: anden}
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob, roller: [{part: klub, opgave: Træner}]}]}
```

## Rigtigt
```yaml
parter:
  - {id: bolig, navn: Solbakken Boligforening, type: boligorganisation, administrerende: ja}
  - {id: kommune, navn: Aaby Kommune, type: kommune}
  - {id: klub, navn: Idrætsklubben, type: anden}
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob, roller: [{part: klub, opgave: Træner}]}]}
behandling:
  - {hvem: Afdelingsbestyrelsen, part: bolig, dato: 2021-10-01, udfald: anbefalet}
  - {hvem: Organisationsbestyrelsen, part: bolig, dato: 2021-10-15, udfald: godkendt}
  - {hvem: Byrådet, part: kommune, dato: 2021-11-01, udfald: anbefalet}
  - {hvem: Klubbens bestyrelse, part: klub, dato: 2021-10-20, udfald: godkendt}
```

## Kilde
`sfi-2013` (evaluering, casestudie), l. 4155-4165: jobcentret var «skrevet ind», men havde ingen rolle i udformningen,
og målene kom til at pege hver sin vej.

## Forbehold
Aktører uden id kan reglen ikke følge. Er ingen behandling skrevet, siger LBF089 det. En part kan have været med uden
at have behandlet aftalen formelt. Kommunen og boligorganisationerne dømmes af LBF088 og LBF089. `sfi-2013` beskriver
ordningen 2006-10, der siden er ændret, og dens cases er ikke repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.evidence import backed, sfi
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule


@rule("RAD522", "partner-uden-medvirken", Severity.RAAD, sources=("sfi-2013",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each other part that has a task in an aktivitet and is not among those who treated the agreement."""
    if not aftale.behandling or not all_read(aftale, "behandling", "part"):
        return
    others = {part.id for part in aftale.parter_af(PartType.KOMMUNE, PartType.BOLIGORGANISATION)}
    treated = {str(one.part) for one in aftale.behandling} | others
    for aktivitet in aftale.aktiviteter:
        for rolle in aktivitet.roller:
            part = aftale.part(rolle.part)
            if part is not None and part.id not in treated:
                treated.add(part.id)
                yield Hit(
                    rolle.at("part"),
                    f"{part.navn} har en opgave i «{aktivitet.navn}», men er ikke blandt dem, der har behandlet aftalen.",
                    backed(
                        f"Skriv under behandling: {{hvem: …, part: {part.id}, dato: …}}, når de har været med.", sfi("4155-4165")
                    ),
                    subject=part.id,
                )
