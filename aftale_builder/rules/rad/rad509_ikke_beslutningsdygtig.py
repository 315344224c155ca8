"""Bestyrelsens møder eller måde at beslutte på er ikke sagt.

## Hvorfor
En bestyrelse, der mødes for sjældent, eller hvor ingen ved, hvordan der besluttes, kommer til at orientere sig i
stedet for at lede.

## Forkert
```yaml
organisation:
  organer: [{id: bestyrelse, type: bestyrelse}]
kommissorium: {sekretariat: Indsatsens leder er sekretær.}
```

## Rigtigt
```yaml
kommissorium: {sekretariat: Indsatsens leder er sekretær., beslutninger: Parterne skal være enige.}
organisation:
  organer:
    - id: bestyrelse
      type: bestyrelse
      møder_pr_år: 4
      medlemmer:
        - {part: bolig, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
        - {part: kommune, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
    - {id: f, type: følgegruppe, niveau: taktisk}
```

## Kilde
`sfi-2013` (evaluering, spørgeskema), l. 4280-4300: knap en fjerdedel så manglende beslutningskapacitet som en
barriere. `cfbu-2015` (evaluering, interview), l. 669: det strategiske forum mødes to til fire gange om året.

## Forbehold
Mindst to møder om året er det laveste, kilden nævner; flere end fire er ikke et problem. Om medlemmerne kan beslutte,
dømmes af LBF013. `sfi-2013` beskriver ordningen 2006-10, der siden er ændret, og dens cases er ikke repræsentative.
`cfbu-2015` siger selv, at dens konklusioner ikke er entydige.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.evidence import SURVEY, backed, cfbu, sfi
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule
from aftale_builder.rules.representation import the_bestyrelse

_LEAST = 2


@rule(
    "RAD509",
    "ikke-beslutningsdygtig",
    Severity.RAAD,
    sources=(
        "sfi-2013",
        "cfbu-2015",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield one hit where the bestyrelse's meetings are not said or too few, or nothing says how it decides."""
    board = the_bestyrelse(aftale)
    if board is None or not board.whole("moeder_pr_aar") or not all_read(aftale, "kommissorium", "moeder", "beslutninger"):
        return
    own = [item for item in aftale.kommissorium if str(item.organ or board.id) == board.id]
    told = []
    if board.moeder_pr_aar is None and not any(item.moeder for item in own):
        told.append("Det er ikke sagt, hvor tit bestyrelsen mødes.")
    if board.moeder_pr_aar is not None and board.moeder_pr_aar < _LEAST:
        told.append("Bestyrelsen mødes sjældnere end to gange om året.")
    if own and not any(item.beslutninger for item in own):
        told.append("Kommissoriet siger ikke, hvordan bestyrelsen beslutter.")
    if told:
        yield Hit(
            board.at("moeder_pr_aar"),
            " ".join(told),
            backed(
                "Skriv møder_pr_år: ved bestyrelsen (to til fire er almindeligt) og beslutninger: i kommissoriet.",
                sfi("4280-4300", SURVEY),
                cfbu("669"),
            ),
            subject="beslutningsdygtig",
        )
