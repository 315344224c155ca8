"""Ingen mål bliver sammenlignet med nogen.

## Hvorfor
Tal i området ændrer sig også af andre grunde. Først når de holdes op mod kommunen, andre områder eller en gruppe, der
ligner, kan man se, hvad indsatsen har gjort.

## Forkert
```yaml
lokal_evaluering: Hvert år ser vi på tallene.
indsatsområder:
  - område: beskæftigelse
    delaftale: {delmål: [{id: d1, tekst: Flere i job., indikatorer: [{navn: Voksne i job, start: 50, mål: 52, enhed: pct}]}]}
```

## Rigtigt
```yaml
lokal_evaluering: Hvert år ser vi på tallene, sammenholdt med hele kommunen, og midtvejs justerer vi.
```

## Kilde
`sfi-2013` (evaluering, metode), l. 1063-1068: effekter belyses med registerdata og «kontrolgrupper».

## Forbehold
Reglen ser efter ord som sammenlignet, sammenholdt, holdes op mod og kontrolgruppe i den lokale evaluering, i
aktiviteternes måling og i indikatorernes kilde; ordlisten er vores. Startværdien dømmes af LOG204. Er der ingen lokal
evaluering, siger LBF080 det. `sfi-2013` beskriver ordningen 2006-10, der siden er ændret, og dens cases er ikke
repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import Enhed
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler, has, texts
from aftale_builder.rules.evidence import backed, sfi
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule

_COMPARED = ("sammenlign", "sammenhold", "op mod", "kontrolgruppe", "resten af kommunen", "landsgennemsnit")


@rule("RAD517", "effekt-uden-sammenligning", Severity.RAAD, sources=("sfi-2013",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where there are shares and grades to be changed and nothing tells what they are compared with."""
    if unwritten(aftale, "lokal_evaluering") or not aftale.whole("lokal_evaluering"):
        return
    measured = [one for _, delaftale in delaftaler(aftale) for delmaal in delaftale.delmaal for one in delmaal.indikatorer]
    effects = [one for one in measured if one.enhed in (Enhed.PCT, Enhed.KARAKTER)]
    words = texts(
        aftale.lokal_evaluering,
        *(aktivitet.maaling for aktivitet in aftale.aktiviteter),
        *(f"{one.navn} {one.kilde}" for one in measured),
    )
    if effects and not has(words, *_COMPARED):
        yield Hit(
            aftale.key("lokal_evaluering"),
            "Ingen af målene bliver sammenlignet med kommunen, andre områder eller en lignende gruppe.",
            backed("Skriv i den lokale evaluering, hvad tallene holdes op mod.", sfi("1063-1068", "metode")),
            subject="sammenligning",
        )
