"""Aftalen siger ikke, hvem der leder indsatsen til daglig, eller hvor lederen er ansat.

## Hvorfor
Bestyrelsen har ansvaret, men nogen skal lede arbejdet hver dag og svare, når parterne ringer. Hvor lederen er ansat,
afgør, hvem der er chef for lederen.

## Forkert
```yaml
organisation:
  organer:
    - {id: bestyrelse, type: bestyrelse, medlemmer: [{part: bolig, titel: Direktør}, {part: kommune, titel: Direktør}]}
```

## Rigtigt
```yaml
organisation:
  ledelse: {titel: Leder af indsatsen, ansat_hos: bolig}
  organer:
    - id: bestyrelse
      type: bestyrelse
      medlemmer:
        - {part: bolig, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
        - {part: kommune, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
    - {id: følgegruppe, type: følgegruppe}
```

## Kilde
Vores egen vurdering. `slagelse-aftale-2021` (praksis): aftalen siger, hvem der er chef for helhedsplanen, og hvor
medarbejderne er ansat.

## Forbehold
Et navn kræves ikke: en stilling kan være ubesat, når aftalen skrives. Fortæller teksten om en leder, siger reglen, at
det kun står i prosa. Er der intet skrevet om organisationen, siges det af LBF010.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.mentions import mention, missing
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule

_HELP = "Skriv under organisation: for eksempel ledelse: {titel: Leder af indsatsen, ansat_hos: bolig}."
_TOLD = (
    r"daglige? ledelse|daglige? leder|projekt(?:leder|chef)"
    r"|(?:chef|leder)(?:en)? (?:for|af) (?:den )?(?:boligsociale )?(?:indsats|helhedsplan)"
)


@rule("LBF014", "leder-mangler", Severity.ADVARSEL, sources=("vores", "slagelse-aftale-2021"), krav="bestyrelse")
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the leader is not written, or not where the leader is employed."""
    organisation = aftale.organisation
    if organisation is None or unwritten(aftale, "organisation"):
        return
    if unwritten(organisation, "ledelse"):
        absent = "Der er ikke skrevet, hvem der leder indsatsen til daglig."
        told = mention(aftale, _TOLD, section="organisation")
        yield missing(organisation.key("ledelse"), "Indsatsens daglige leder", absent, _HELP, told, "hvor lederen er ansat")
    elif organisation.ledelse is not None and organisation.ledelse.absent("ansat_hos"):
        yield Hit(
            organisation.ledelse.key("ansat_hos"),
            "Der er ikke skrevet, hvor indsatsens daglige leder er ansat.",
            "Skriv ansat_hos: og partens id under ledelse:.",
            subject="ansat_hos",
        )
