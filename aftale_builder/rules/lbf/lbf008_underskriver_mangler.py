"""En part siger ikke, hvem der skriver under.

## Hvorfor
Skabelonens forside har et felt til hver parts underskrift. Står der hverken navn eller titel, ved ingen, hvem der kan
forpligte parten.

## Forkert
```yaml
parter:
  - {id: bolig, navn: Solbakken Boligforening, type: boligorganisation, administrerende: ja}
  - {id: kommune, navn: Aaby Kommune, type: kommune, underskrivere: [{titel: Borgmester}]}
```

## Rigtigt
```yaml
parter:
  - {id: bolig, navn: Solbakken Boligforening, type: boligorganisation, underskrivere: [{titel: Direktør}]}
  - {id: kommune, navn: Aaby Kommune, type: kommune, underskrivere: [{titel: Borgmester}]}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), forsiden: «Underskrifter:».

## Forbehold
En part, som en anden har i `for_parter:`, skriver ikke selv under. Om underskriften er der, og om den, der skriver
under, kan forpligte parten, må et menneske se. Siger ingen part, hvem der skriver under, er det ét fund.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.parter import Part
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import all_read, empty
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing

_HELP = "Skriv for eksempel underskrivere: [{titel: Direktør}] hos parten."


@rule("LBF008", "underskriver-mangler", Severity.ADVARSEL, sources=("lbf-skabelon-2019#underskrifter",), krav="samarbejdsaftale")
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each part that nobody signs for, one for them all where none has a signer."""
    if not all_read(aftale, "parter", "for_parter", "underskrivere"):
        return
    signed_for = {str(name) for part in aftale.parter for name in part.for_parter}
    own = [part for part in aftale.parter if part.id not in signed_for]
    silent = [part for part in own if not _signs(part)]
    if len(silent) == len(own) > 1:
        names = listing(part.navn for part in silent)
        yield Hit(aftale.key("parter"), f"Ingen part siger, hvem der skriver under: {names}.", _HELP, subject="alle")
        return
    for part in silent:
        message = f"{part.navn} siger ikke, hvem der skriver under."
        yield Hit(part.key("underskrivere"), message, _HELP, subject=part.id)


def _signs(part: Part) -> bool:
    return any(not empty(signer) for signer in part.underskrivere)
