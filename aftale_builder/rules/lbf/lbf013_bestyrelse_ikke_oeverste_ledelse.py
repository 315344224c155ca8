"""Et medlem af bestyrelsen sidder ikke på strategisk niveau eller kan ikke beslutte.

## Hvorfor
Bestyrelsen skal kunne prioritere og forpligte. Det kan den kun, når kommunen og boligorganisationerne sender deres
øverste administrative ledelse, og den kan beslutte på mødet.

## Forkert
```yaml
organisation:
  organer:
    - id: bestyrelse
      type: bestyrelse
      medlemmer:
        - {part: bolig, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
        - {part: kommune, titel: Konsulent, niveau: taktisk, beslutningskompetence: nej}
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
ledelse fra beliggenhedskommune og involverede boligorganisationer.» `vive-2021` (evaluering: viden, ikke et krav),
l. 29: repræsentanterne skal kunne beslutte.

## Forbehold
Reglen ser kun, hvad der er skrevet om medlemmet; om det i virkeligheden er den øverste ledelse, må et menneske se. En
politiker eller et delt formandskab er ingen fejl. Medlemmer fra politiet og andre dømmes ikke.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import Niveau, PartType
from aftale_builder.model.organisation import Medlem
from aftale_builder.model.parter import Part
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.registry import rule
from aftale_builder.rules.representation import the_bestyrelse
from aftale_builder.rules.words import listing


@rule(
    "LBF013",
    "bestyrelse-ikke-oeverste-ledelse",
    Severity.ADVARSEL,
    sources=("lbf-organisation#bestyrelse", "vive-2021"),
    krav="bestyrelse",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each member from kommune or boligorganisation that is not said to lead and to be able to decide."""
    board = the_bestyrelse(aftale)
    for medlem in board.medlemmer if board is not None else ():
        part = aftale.part(medlem.part)
        if part is None or part.type not in (PartType.KOMMUNE, PartType.BOLIGORGANISATION):
            continue
        wrong = _wrong(medlem)
        if wrong:
            yield _hit(medlem, part, wrong)


def _wrong(medlem: Medlem) -> list[str]:
    """Return what stands against the member; nothing where it could not be read."""
    wrong = []
    if medlem.absent("niveau"):
        wrong.append("niveauet er ikke skrevet")
    elif medlem.niveau not in (None, Niveau.STRATEGISK, Niveau.POLITISK):
        wrong.append(f"niveauet er {medlem.niveau}")
    if medlem.absent("beslutningskompetence"):
        said = medlem.value("beslutningskompetence") is not None
        wrong.append("beslutningskompetence er skrevet som nej" if said else "beslutningskompetence er ikke skrevet")
    return wrong


def _hit(medlem: Medlem, part: Part, wrong: list[str]) -> Hit:
    who = f"{medlem.titel} fra {part.navn}" if medlem.titel else f"Medlemmet fra {part.navn}"
    return Hit(
        medlem.node,
        f"{who} sidder i bestyrelsen, men {listing(wrong)}.",
        "Skriv niveau: strategisk og beslutningskompetence: ja, eller giv pladsen til en fra den øverste ledelse.",
        subject=f"{part.id} {medlem.titel}",
    )
