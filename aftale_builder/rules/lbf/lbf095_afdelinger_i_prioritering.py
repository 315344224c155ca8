"""Bestyrelsens opgaver nævner ikke boligafdelingerne.

## Hvorfor
Bestyrelsen skal kunne prioritere på tværs af alle niveauer og organisationer, også boligafdelingerne. Når de er nævnt i dens
opgaver, ved afdelingsbestyrelserne, at de er med.

## Forkert
```yaml
kommissorium:
  tekst: Bestyrelsen prioriterer, koordinerer og følger op på målopfyldelsen i kommune og boligorganisation.
  sekretariat: Indsatsens leder er sekretær.
  beslutninger: Parterne skal være enige.
```

## Rigtigt
```yaml
kommissorium:
  tekst: Bestyrelsen prioriterer på tværs af boligafdelinger og kommune, koordinerer og følger op på målopfyldelsen.
  sekretariat: Indsatsens leder er sekretær.
  beslutninger: Parterne skal være enige.
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 3: «prioritere på tværs af alle niveauer og organisationer - herunder
boligorganisationer, boligafdelinger og kommune».

## Forbehold
Det er et råd. Reglen leder efter ordene «boligafdeling», «afdelinger» og «afdelingsbestyrelse» i bestyrelsens kommissorium og i
dens egen beskrivelse. Skabelonens faste sætning om det samme trykkes altid og tæller ikke. Mangler kommissoriet (LBF015), er det
et bilag, eller kan det ikke læses, dømmes der ikke.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.kommissorier import fully_read, words_of
from aftale_builder.rules.registry import rule
from aftale_builder.rules.representation import the_bestyrelse

_AFDELINGER = re.compile(r"boligafdeling|(?<!\w)afdeling(?:er|erne|ernes|sbestyrelse\w*)(?!\w)", re.IGNORECASE)


@rule(
    "LBF095",
    "afdelinger-i-prioritering",
    Severity.RAAD,
    sources=("lbf-skabelon-2019#prioritering",),
    krav="afdelinger_prioriteres",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where neither the bestyrelse's kommissorium nor its description speaks of the boligafdelinger."""
    board, items = the_bestyrelse(aftale), fully_read(aftale)
    if board is None or not items or not board.whole("beskrivelse"):
        return
    texts = [*map(words_of, items), board.beskrivelse.text if board.beskrivelse is not None else ""]
    if not any(map(_AFDELINGER.search, texts)):
        yield Hit(
            items[0].key("opgaver"),
            "Bestyrelsens opgaver nævner ikke boligafdelingerne.",
            "Skriv blandt kommissoriets opgaver, at bestyrelsen prioriterer på tværs af niveauer, også boligafdelingerne.",
            subject="boligafdelinger",
        )
