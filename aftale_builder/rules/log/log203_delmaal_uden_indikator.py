"""Et delmål siger ikke, hvordan det måles.

## Hvorfor
Uden en indikator med en datakilde kan bestyrelsen ikke følge op på delmålet, og ingen kan se, om det blev nået.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob.}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål:
        - id: d1
          tekst: Flere unge får fritidsjob.
          indikatorer: [{navn: Unge med fritidsjob, start: 18, mål: 30, enhed: pct, dato: 2025-12-31, kilde: Skolen}]
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 6: delmålene hører til delaftalens indhold. `sfi-2013` (evaluering),
l. 5703-5705: i 2006-10-puljen blev der krævet målbare indikatorer.

## Forbehold
At delmålet skal måles, er vores læsning: skabelonen kræver delmål, og ordningen 2006-10 krævede målbare indikatorer.
Ordningen er siden ændret. Står målingen kun i teksten, så skriv den også som indikator. Start, mål og dato dømmes af
LOG204.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.indsats import Delmaal, Indikator
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule(
    "LOG203",
    "delmaal-uden-indikator",
    Severity.ADVARSEL,
    sources=(
        "lbf-skabelon-2019#delaftalens-indhold",
        "sfi-2013",
    ),
    krav="delmaal",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each delmål without an indikator, and for each indikator without a datakilde."""
    for _, delaftale in delaftaler(aftale):
        for delmaal in delaftale.delmaal:
            if unwritten(delmaal, "indikatorer"):
                yield Hit(
                    delmaal.at("indikatorer"),
                    f"Delmålet «{delmaal.id}» siger ikke, hvordan det måles: det har ingen indikator.",
                    "Skriv indikatorer: [{navn: …, start: …, mål: …, enhed: pct, dato: …, kilde: …}].",
                    subject="indikator",
                )
            yield from (_sourceless(delmaal, indikator) for indikator in delmaal.indikatorer if unwritten(indikator, "kilde"))


def _sourceless(delmaal: Delmaal, indikator: Indikator) -> Hit:
    return Hit(
        indikator.at("kilde"),
        f"Indikatoren «{indikator.navn}» for delmålet «{delmaal.id}» har ingen datakilde.",
        "Skriv kilde: med det sted, tallet hentes, for eksempel en statistik eller et spørgeskema.",
        subject=f"kilde {indikator.navn}",
    )
