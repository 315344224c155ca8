"""Tal er mere end to år gamle, når indsatsen begynder.

## Hvorfor
Gamle tal beskriver et område, der kan have ændret sig. Nye tal gør både problemkompleks og måltal mere sikre.

## Forkert
```yaml
boligområder:
  - id: solbakken
    navn: Solbakken
    nøgletal: [{tekst: Enlige forsørgere, værdi: 17, enhed: pct, år: 2019, kilde: LBF}]
```

## Rigtigt
```yaml
boligområder:
  - id: solbakken
    navn: Solbakken
    nøgletal: [{tekst: Enlige forsørgere, værdi: 17, enhed: pct, år: 2020, kilde: LBF}]
```

## Kilde
Vores egen vurdering; grænsen på to år er også vores.

## Forbehold
Et tal uden år dømmes ikke. Nogle undersøgelser kommer kun hvert andet eller tredje år; så er det nyeste tal godt nok.
Findes der ikke et nyere, så lad det stå.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.parter import Baseline, Noegletal
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing

_YEARS = 2


@rule("LOG214", "tal-foraeldede", Severity.RAAD, sources=("vores",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield one hit for all figures that are too old when the effort begins, at the first of them."""
    if aftale.periode is None or aftale.periode.fra is None:
        return
    oldest = aftale.periode.fra.year - _YEARS
    old = [figure for figure in _figures(aftale) if figure.aar is not None and figure.aar < oldest]
    if old:
        years = listing(sorted({str(figure.aar) for figure in old}))
        yield Hit(
            old[0].at("aar"),
            f"Indsatsen begynder i {aftale.periode.fra.year}, men bygger på tal fra {years}.",
            "Se, om der er kommet nyere tal, og ret tallet og året.",
            tuple(Related(figure.at("aar"), "også et ældre tal") for figure in old[1:]),
            subject="ældre tal",
        )


def _figures(aftale: Aftale) -> Iterator[Noegletal | Baseline]:
    for omraade in aftale.boligomraader:
        yield from omraade.noegletal
    yield from aftale.baseline
    for indsats in aftale.indsatsomraader:
        yield from indsats.data
