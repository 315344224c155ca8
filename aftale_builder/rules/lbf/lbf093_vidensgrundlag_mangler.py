"""En aktivitet siger ikke, hvilken viden den bygger på.

## Hvorfor
Indsatsen skal være vidensbaseret: forskning, en evaluering, egne erfaringer eller tal kan vise, hvorfor netop den aktivitet
ventes at virke.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    problemkompleks: 38 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet (LBF, 2021).
    delaftale:
      aktiviteter: [{id: a1, navn: Fritidsjob, vidensgrundlag: ""}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    problemkompleks: 38 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet (LBF, 2021).
    delaftale:
      aktiviteter: [{id: a1, navn: Fritidsjob, vidensgrundlag: "I 2020 fik 20 unge job gennem et forsøg i Aaby."}]
```

## Kilde
`lbf-orienterer-2020` (Landsbyggefondens egen side) kalder indsatsen «vidensbaseret»; `lbf-effekt` er fondens side om
effektmåling. Ordlyden af et krav om hver aktivitet er ikke set.

## Forbehold
Reglen ser kun, at der står noget. Om viden er god nok, er et skøn, og egne erfaringer kan være den bedste, der er.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule(
    "LBF093",
    "vidensgrundlag-mangler",
    Severity.ADVARSEL,
    sources=("lbf-orienterer-2020#vidensbaseret", "lbf-effekt"),
    krav="vidensgrundlag",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each aktivitet that does not say what knowledge it builds on."""
    for aktivitet in aftale.aktiviteter:
        if unwritten(aktivitet, "vidensgrundlag"):
            yield Hit(
                aktivitet.key("vidensgrundlag"),
                f"Aktiviteten «{aktivitet.navn or aktivitet.id}» siger ikke, hvilken viden den bygger på.",
                "Skriv vidensgrundlag: forskning, evalueringer, tal eller egne erfaringer.",
                subject=str(aktivitet.id),
            )
