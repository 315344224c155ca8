"""En boligorganisation sidder ikke i bestyrelsen.

## Hvorfor
De boligorganisationer, der er med i indsatsen, skal sidde i den bestyrelse, der leder den. Er ingen af dem med, er
det en fejl; mangler en enkelt af flere, er det en advarsel, for to kan have aftalt, at den ene taler for begge.

## Forkert
```yaml
organisation:
  organer:
    - {id: bestyrelse, type: bestyrelse, medlemmer: [{part: kommune, titel: Direktør}]}
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
En formand tæller som medlem. En administrationsorganisation sidder også for dem, den har skrevet under `for_parter:`.
Reglen tier, når der ikke er én bestyrelse (LBF010), når ingen boligorganisation er part (LBF002), og når et medlem
peger på en part, der ikke findes (KON106).
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.model.organisation import Organ
from aftale_builder.model.parter import Part
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.registry import rule
from aftale_builder.rules.representation import represented, the_bestyrelse
from aftale_builder.rules.words import listing


@rule(
    "LBF012",
    "bestyrelse-uden-boligorganisation",
    Severity.FEJL,
    Severity.ADVARSEL,
    sources=("lbf-organisation#bestyrelse",),
    krav="bestyrelse",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield one fejl where no boligorganisation sits in the bestyrelse, else an advarsel for each that is missing."""
    board = the_bestyrelse(aftale)
    housing = aftale.parter_af(PartType.BOLIGORGANISATION)
    if board is None or not housing:
        return
    seated = represented(aftale, board)
    if seated is None:
        return
    missing = [part for part in housing if part.id not in seated]
    if len(missing) == len(housing):
        yield _nobody(board, housing)
    else:
        yield from (_one(board, part) for part in missing)


def _nobody(board: Organ, housing: tuple[Part, ...]) -> Hit:
    return Hit(
        board.key("medlemmer"),
        f"Ingen boligorganisation er repræsenteret i bestyrelsen; med i aftalen er {listing(part.navn for part in housing)}.",
        f"Skriv deres pladser under medlemmer: {{part: {housing[0].id}, titel: …, niveau: strategisk}}.",
        severity=Severity.FEJL,
        subject="ingen",
    )


def _one(board: Organ, part: Part) -> Hit:
    return Hit(
        board.key("medlemmer"),
        f"{part.navn} er part i aftalen, men sidder ikke i bestyrelsen.",
        f"Skriv pladsen under medlemmer: {{part: {part.id}, titel: …}}. "
        "Taler en anden for den, så skriv det hos den anden under for_parter:.",
        (Related(part.node, "parten står her"),),
        Severity.ADVARSEL,
        part.id,
    )
