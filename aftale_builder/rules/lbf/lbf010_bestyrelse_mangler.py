"""Der er ikke én bestyrelse med ansvar for hele indsatsen.

## Hvorfor
Parterne skal etablere én ansvarlig bestyrelse, så ledelsen er entydig. Uden den er der ingen, der kan prioritere på
tværs; med to er der to ledelser.

## Forkert
```yaml
organisation:
  organer:
    - {id: følgegruppe, type: følgegruppe}
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
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 3: «skal etablere en projektorganisation med en ansvarlig
bestyrelse». `cfbu-2015` og `vive-2021` (evalueringer: viden, ikke krav) siger, hvad entydig ledelse betyder i
praksis.

## Forbehold
Fortæller teksten i afsnit 3 om en bestyrelse, uden at den står under `organer:`, er det en advarsel: den er ikke væk, men
programmet kan ikke se, hvem der sidder i den. Andre afsnit tæller ikke, for de kan tale om en afdelings bestyrelse. Andre ord
for samme organ (styregruppe) tæller ikke som bestyrelse.
"""

from collections.abc import Iterator
from dataclasses import replace

from aftale_builder.findings import Anchored, Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.mentions import mention, missing
from aftale_builder.rules.reading import bestyrelser
from aftale_builder.rules.registry import rule

_HELP = "Skriv bestyrelsen under organisation: organer: med type: bestyrelse og dens medlemmer."
_TOLD = "(?<!ingen )(?<!uden )bestyrelse"


@rule(
    "LBF010",
    "bestyrelse-mangler",
    Severity.FEJL,
    Severity.ADVARSEL,
    sources=("lbf-skabelon-2019#bestyrelse", "cfbu-2015", "vive-2021"),
    krav="bestyrelse",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where there is no bestyrelse, and one for each beyond the first."""
    boards = bestyrelser(aftale)
    if boards is None:
        return
    if not boards:
        yield _none(aftale)
    for board in boards[1:]:
        yield Hit(
            board.at("type"),
            f"«{board.navn or board.id}» er endnu en bestyrelse; indsatsen skal have én, der har ansvar for det hele.",
            "Behold én bestyrelse, og giv de andre organer en anden type, for eksempel styregruppe eller følgegruppe.",
            (Related(boards[0].at("type"), "den første bestyrelse står her"),),
            severity=Severity.FEJL,
            subject=board.id,
        )


def _none(aftale: Aftale) -> Hit:
    """Return the hit for no bestyrelse: graver where not even the section on the organisation tells of one."""
    told = mention(aftale, _TOLD, section="organisation", elsewhere=False)
    absent, unseen = "Der er ingen bestyrelse for indsatsen.", "hvem der sidder i den, og om de har ansvaret for hele indsatsen"
    hit = missing(_place(aftale), "Bestyrelsen", absent, _HELP, told, unseen)
    return replace(hit, severity=Severity.FEJL if told is None else Severity.ADVARSEL)


def _place(aftale: Aftale) -> Anchored:
    return aftale.organisation.key("organer") if aftale.organisation is not None else aftale.key("organisation")
