"""En delaftale siger ikke, hvornår den er ført ajour, eller kommissoriet siger ikke, at bestyrelsen skal sørge for det.

## Hvorfor
Landsbyggefonden kan til hver en tid bede om ajourførte delaftaler. Så skal man kunne se, hvor gammel en delaftale er, og nogen
skal have ansvaret for, at den passer.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    problemkompleks: 38 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet (LBF, 2021).
    delaftale:
      ajourført:
      parter: [bolig, kommune]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    problemkompleks: 38 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet (LBF, 2021).
    delaftale:
      ajourført: 2021-11-01
      parter: [bolig, kommune]
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), Aftaledokumenter: «Ajourførte delaftaler skal til hver en tid kunne rekvireres af
Landsbyggefonden.» I 2015-18 siger delaftalens skabelon (`lbf-delaftale-2015`): «Bestyrelsen for den boligsociale indsats har
ansvar for, at denne delaftale løbende ajourføres.»

## Forbehold
Pligten er nævnt, når bestyrelsens `opgaver:` har ajourføring, eller når dens kommissorium siger noget om at føre ajour, opdatere
eller revidere. Mangler delaftalen (LBF032) eller kommissoriet (LBF015), eller er kommissoriet et bilag, dømmes den del ikke. Om
delaftalen virkelig passer, kan ikke ses.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import BestyrelsesOpgave
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.delaftaler import name_of, written
from aftale_builder.rules.kommissorier import fully_read, words_of
from aftale_builder.rules.registry import rule
from aftale_builder.rules.representation import the_bestyrelse

_DUTY = re.compile(r"ajour|à jour|(?:opdater|revider)[^.\n]*delaftale|delaftale[^.\n]*(?:opdater|revider)")


@rule(
    "LBF091",
    "ajourfoering-mangler",
    Severity.ADVARSEL,
    sources=("lbf-skabelon-2019#ajourføring", "lbf-delaftale-2015#ajourføring"),
    krav="ajourfoering",
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each delaftale without a date of revision, and one where the kommissorium does not speak of the duty."""
    for indsats, delaftale in written(aftale):
        if delaftale.absent("ajourfoert"):
            yield Hit(
                delaftale.key("ajourfoert"),
                f"Delaftalen for «{name_of(indsats, regulativ)}» siger ikke, hvornår den sidst er ført ajour.",
                "Skriv ajourført: og datoen; for en ny delaftale den dag, den blev vedtaget.",
                subject=str(indsats.omraade or ""),
            )
    if regulativ.krav.kommissorium:
        yield from _duty(aftale)


def _duty(aftale: Aftale) -> Iterator[Hit]:
    board, items = the_bestyrelse(aftale), fully_read(aftale)
    if board is None or not items or not board.whole("opgaver"):
        return
    if BestyrelsesOpgave.AJOURFOERING not in board.opgaver and not any(_DUTY.search(words_of(item)) for item in items):
        yield Hit(
            items[0].key("opgaver"),
            "Kommissoriet siger ikke, at bestyrelsen har ansvar for, at delaftalerne føres ajour.",
            "Skriv det blandt kommissoriets opgaver, eller skriv ajourføring under bestyrelsens opgaver:.",
            subject="kommissorium",
        )
