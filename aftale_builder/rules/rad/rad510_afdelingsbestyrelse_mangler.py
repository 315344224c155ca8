"""Afdelingsbestyrelserne sidder ikke i noget organ.

## Hvorfor
Afdelingsbestyrelserne kender området og bærer det videre. De fleste indsatser har dem med i et organ.

## Forkert
```yaml
organisation:
  organer:
    - id: bestyrelse
      type: bestyrelse
      medlemmer:
        - {part: bolig, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
        - {part: kommune, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
    - {id: f, type: følgegruppe, medlemmer: [{part: bolig, titel: Vicevært}, {part: kommune, titel: Skoleleder}]}
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
    - {id: f, type: følgegruppe, niveau: taktisk, medlemmer: [{part: bolig, titel: Afdelingsformand}]}
```

## Kilde
`sfi-2013` (evaluering, spørgeskema), l. 3874-3877: afdelingsbestyrelser sad i 85 pct. af styregrupperne.

## Forbehold
Reglen ser på medlemmernes titler. Er der ingen organer under bestyrelsen, siger LBF020 det. `sfi-2013` beskriver
ordningen 2006-10, der siden er ændret, og dens cases er ikke repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.evidence import SURVEY, backed, sfi
from aftale_builder.rules.organs import beneath, organs, residents
from aftale_builder.rules.registry import rule


@rule("RAD510", "afdelingsbestyrelse-mangler", Severity.RAAD, sources=("sfi-2013",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where there are organs beside the bestyrelse and residents sit in none."""
    if aftale.organisation is not None and beneath(aftale) and not any(residents(organ) for organ in organs(aftale)):
        yield Hit(
            aftale.organisation.key("organer"),
            "Afdelingsbestyrelserne sidder ikke i noget organ.",
            backed(
                "Overvej en plads i følgegruppen: {part: …, titel: Formand for afdelingsbestyrelsen}.", sfi("3874-3877", SURVEY)
            ),
            subject="afdelingsbestyrelse",
        )
