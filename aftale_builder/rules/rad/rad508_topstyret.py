"""Der er ingen driftsgruppe mellem bestyrelsen og hverdagen.

## Hvorfor
Har bestyrelsen kun følgegrupper under sig, er der ingen, som løser knuder mellem møderne. Så kan der komme et brud
mellem det, der besluttes, og det, der gøres.

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
    - {id: f, type: følgegruppe, niveau: taktisk, medlemmer: [{part: bolig, titel: Direktør}, {part: kommune, titel: Skoleleder}]}
```

## Kilde
`sfi-2013` (evaluering, casestudie), l. 553-555: et «brud» mellem det strategiske og det udførende niveau; l.
4477-4482: driftsgrupper hjalp.

## Forbehold
Mangler bestyrelsen ethvert organ under sig, siger LBF020 det, hvor skabelonen beder om følgegrupper. Et organ på
taktisk niveau, uanset type, er nok. `sfi-2013` beskriver ordningen 2006-10, der siden er ændret, og dens cases er ikke
repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import Niveau, OrganType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.evidence import backed, sfi
from aftale_builder.rules.organs import beneath, level, organs
from aftale_builder.rules.registry import rule
from aftale_builder.rules.representation import the_bestyrelse

_LEADING = (OrganType.KOORDINATIONSGRUPPE, OrganType.STYREGRUPPE, OrganType.SEKRETARIAT)


@rule("RAD508", "topstyret", Severity.RAAD, sources=("sfi-2013",))
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where no organ beside the bestyrelse is on the tactical level or made to lead the work."""
    board, below = the_bestyrelse(aftale), beneath(aftale)
    if board is None or not organs(aftale) or (not below and regulativ.krav.foelgegruppe):
        return
    if not any(organ.type in _LEADING or level(organ) is Niveau.TAKTISK for organ in below):
        yield Hit(
            board.at("type"),
            "Mellem bestyrelsen og hverdagen er der ingen drifts- eller koordinationsgruppe.",
            backed(
                "Overvej et organ med niveau: taktisk, hvor mellemlederne løser det, der opstår mellem møderne.",
                sfi("553-555, 4477-4482"),
            ),
            subject="driftsgruppe",
        )
