"""Styringsdialogen er ikke tænkt ind med sociale emner.

## Hvorfor
Kommune og boligorganisation skal mødes til styringsdialog hvert år. Kommer de sociale emner med dér, følger ledelserne
indsatsen uden et ekstra møde.

## Forkert
```yaml
samspil: {tekst: Skole og jobcenter er med i arbejdet.}
```

## Rigtigt
```yaml
samspil: {tekst: Kommuneplanen og de sociale emner er med i styringsdialogen.}
```

## Kilde
`cfbu-2015` (evaluering, interview og spørgeskema), l. 687-699: dialogen er lovpligtig og årlig; økonomi og drift
fylder mest, og der er god grund til at tage sociale emner med.

## Forbehold
Reglen ser efter ordet styringsdialog i al prosa og i milepælsplanen, og efter ordet social i samme tekst. Er afsnit 4
ikke skrevet, siger LBF081 det. Bilagenes indhold læses ikke. `cfbu-2015` siger selv, at dens konklusioner ikke er
entydige.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.evidence import INTERVIEW, SURVEY, backed, cfbu, told
from aftale_builder.rules.reading import all_read, empty
from aftale_builder.rules.registry import rule


@rule("RAD528", "styringsdialog", Severity.RAAD, sources=("cfbu-2015",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the yearly styringsdialog is nowhere told of, or told of without social topics."""
    if aftale.samspil is None or empty(aftale.samspil) or not all_read(aftale, "milepaele", "tekst"):
        return
    found = [text for text in _paragraphs(aftale) if "styringsdialog" in text]
    if any("social" in text for text in found):
        return
    message = (
        "Den årlige styringsdialog er nævnt, men ikke med sociale emner." if found else "Den årlige styringsdialog er ikke nævnt."
    )
    help = "Skriv en milepæl for hvert år: styringsdialog med sociale emner på dagsordenen."
    yield Hit(aftale.key("samspil"), message, backed(help, cfbu("687-699", f"{INTERVIEW} og {SURVEY}")), subject="styringsdialog")


def _paragraphs(aftale: Aftale) -> Iterator[str]:
    """Yield the paragraphs of prose and the milestones, in small letters."""
    yield from told(aftale).split("\n\n")
    yield from (milepael.tekst.casefold() for milepael in aftale.milepaele)
