"""Kommunen sidder ikke i bestyrelsen.

## Hvorfor
Bestyrelsen skal kunne forpligte kommunen. Det kan den kun, når kommunen er repræsenteret i den.

## Forkert
```yaml
organisation:
  organer:
    - {id: bestyrelse, type: bestyrelse, medlemmer: [{part: bolig, titel: Direktør}]}
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
    - {id: følgegruppe, type: følgegruppe}
```

## Kilde
`lbf-organisation` (Landsbyggefondens egen side): «lokale bestyrelser med repræsentation af den øverste administrative
ledelse fra beliggenhedskommune og involverede boligorganisationer.»

## Forbehold
En formand tæller som medlem. Reglen tier, når der ikke er én bestyrelse (LBF010), når ingen kommune er part (LBF002),
og når et medlem peger på en part, der ikke findes (KON106). Om repræsentanten er øverste ledelse, dømmes ikke her.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.registry import rule
from aftale_builder.rules.representation import represented, seat_as_text, the_bestyrelse


@rule("LBF011", "bestyrelse-uden-kommune", Severity.FEJL, sources=("lbf-organisation#bestyrelse",), krav="bestyrelse")
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where no kommune among the parts sits in the bestyrelse."""
    board = the_bestyrelse(aftale)
    communes = aftale.parter_af(PartType.KOMMUNE)
    if board is None or not communes:
        return
    seated = represented(aftale, board)
    if seated is None or any(part.id in seated for part in communes):
        return
    commune = communes[0]
    written = seat_as_text(board, commune)
    yield Hit(
        board.key("medlemmer"),
        f"{commune.navn or 'Kommunen'} er ikke repræsenteret i bestyrelsen"
        f"{f'; pladsen «{written}» er kun tekst' if written else ''}.",
        f"Skriv kommunens plads under medlemmer: {{part: {commune.id}, titel: …, niveau: strategisk}}.",
        subject=commune.id,
    )
