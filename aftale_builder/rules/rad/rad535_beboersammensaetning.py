"""Et delmål vil ændre, hvem der bor i området, med sociale aktiviteter alene.

## Hvorfor
Hvem der bor i et område, ændres først og fremmest af udlejning, anvisning og husleje. Sociale aktiviteter kan støtte
det, men ikke gøre det alene.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {delmål: [{id: d1, tekst: Beboersammensætningen bliver mere blandet.}]}
```

## Rigtigt
```yaml
samspil: {tekst: Kommuneplanen og de sociale emner i styringsdialogen følges ad med fleksibel udlejning.}
indsatsområder:
  - område: beskæftigelse
    delaftale: {delmål: [{id: d1, tekst: Beboersammensætningen bliver mere blandet.}]}
```

## Kilde
`sfi-2013` (evaluering, registerdata), l. 143-147: ændringer i beboersammensætningen «sandsynligvis bedst opnås» gennem
huslejestøtte og anvisning, muligvis støttet af de lokale indsatser.

## Forbehold
Reglen ser efter ord som beboersammensætning og tiltrække nye beboere i delmålets tekst, og tier, når prosaen nævner
udlejning, anvisning, huslejestøtte eller en udviklingsplan. `sfi-2013` beskriver ordningen 2006-10, der siden er
ændret, og dens cases er ikke repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler, has
from aftale_builder.rules.evidence import REGISTER, backed, sfi, told
from aftale_builder.rules.registry import rule

_WHO = ("beboersammensætning", "sammensætning af beboere", "blandet beboer", "tiltrække nye beboere", "tiltrække ressource")
_TOOLS = ("udlejning", "anvisning", "huslejestøtte", "udviklingsplan", "nedrivning", "huslejenedsættelse")


@rule("RAD535", "beboersammensaetning", Severity.RAAD, sources=("sfi-2013",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each delmål on who lives in the area, where no prose tells of the tools that change it."""
    for _, delaftale in delaftaler(aftale):
        for delmaal in delaftale.delmaal:
            if has(delmaal.tekst, *_WHO) and not has(told(aftale), *_TOOLS):
                yield Hit(
                    delmaal.at("tekst"),
                    f"Delmålet «{delmaal.id}» vil ændre, hvem der bor i området, men aftalen nævner kun sociale aktiviteter.",
                    backed(
                        "Skriv, hvilke redskaber i udlejningen det spiller sammen med, eller vælg et andet mål.",
                        sfi("143-147", REGISTER),
                    ),
                    subject="beboersammensætning",
                )
