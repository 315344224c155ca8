"""Ingen mødes på tværs under bestyrelsen.

## Hvorfor
Retningen sættes strategisk, koordineres taktisk og bliver til noget i det udførende led. Der er brug for fora, hvor
organisationerne mødes, også under bestyrelsen.

## Forkert
```yaml
organisation:
  organer:
    - id: bestyrelse
      type: bestyrelse
      medlemmer:
        - {part: bolig, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
        - {part: kommune, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
    - {id: f, type: følgegruppe, medlemmer: [{part: bolig, titel: Formand}, {part: bolig, titel: Vicevært}]}
```

## Rigtigt
```yaml
organisation:
  organer:
    - id: bestyrelse
      type: bestyrelse
      medlemmer:
        - {part: bolig, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
        - {part: kommune, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
    - {id: f, type: følgegruppe, niveau: taktisk, medlemmer: [{part: bolig, titel: Direktør}, {part: kommune, titel: Skoleleder}]}
```

## Kilde
`cfbu-2015` (evaluering, interview), l. 142-149 og 644: tværgående fora på alle tre niveauer er væsentlige. `sfi-2013`
(evaluering, casestudie), l. 4472-4482: en driftsgruppe under styregruppen holdt rollerne klare.

## Forbehold
Er bestyrelsen det eneste organ, siger LBF020 eller RAD508 det. På tværs er et organ med medlemmer fra mindst to parter
eller aktører. `cfbu-2015` siger selv, at dens konklusioner ikke er entydige. `sfi-2013` beskriver ordningen 2006-10,
der siden er ændret, og dens cases er ikke repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import Niveau
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.evidence import backed, cfbu, sfi
from aftale_builder.rules.organs import beneath, crosses, level
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing


@rule(
    "RAD506",
    "niveau-mangler",
    Severity.RAAD,
    sources=(
        "cfbu-2015",
        "sfi-2013",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where there are organs beside the bestyrelse, but people of two organisations meet in none of them."""
    below = [organ for organ in beneath(aftale) if level(organ) in (None, Niveau.TAKTISK, Niveau.UDFOERENDE)]
    if below and not any(crosses(organ) for organ in below):
        yield Hit(
            below[0].key("medlemmer"),
            f"Under bestyrelsen mødes organisationerne ikke på tværs: {listing(organ.navn or organ.id for organ in below)}.",
            backed(
                "Overvej et forum på taktisk eller udførende niveau med både kommune og boligorganisationer.",
                cfbu("142-149, 644"),
                sfi("4472-4482"),
            ),
            subject="på tværs",
        )
