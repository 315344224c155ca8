"""En milepæl ligger uden for aftalens periode.

## Hvorfor
Milepælsplanen skal kunne nås, mens indsatsen løber. En dato udenfor er som regel skrevet forkert, eller den er blevet
stående fra en tidligere plan.

## Forkert
```yaml
periode: {fra: 2022-01-01, til: 2025-12-31}
milepæle:
  - {id: m1, dato: 2032-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
```

## Rigtigt
```yaml
periode: {fra: 2022-01-01, til: 2025-12-31}
milepæle:
  - {id: m1, dato: 2022-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r1, dato: 2022-12-01, tekst: Opfølgningen er vist for revisionen., type: revision, ansvarlig: Lederen}
  - {id: m2, dato: 2023-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r2, dato: 2023-12-01, tekst: Opfølgningen er vist for revisionen., type: revision, ansvarlig: Lederen}
  - {id: m3, dato: 2024-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r3, dato: 2024-12-01, tekst: Opfølgningen er vist for revisionen., type: revision, ansvarlig: Lederen}
  - {id: m4, dato: 2025-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r4, dato: 2026-04-01, tekst: Opfølgningen er vist for revisionen., type: revision, ansvarlig: Lederen}
```

## Kilde
Vores egen vurdering.

## Forbehold
En milepæl af typen `revision` må ligge op til et år efter perioden: regnskabet revideres, når året er gået. Er perioden
ugyldig (LBF005), dømmes der ikke.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import MilepaelType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.milestones import all_milestones, later, proper
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import day


@rule("LBF073", "milepael-uden-for-perioden", Severity.ADVARSEL, sources=("vores",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each milestone outside the period; one of the audit may come up to a year after."""
    period = proper(aftale.periode)
    if period is None:
        return
    for item in all_milestones(aftale):
        last = later(period.til, 12) if item.type is MilepaelType.REVISION else period.til
        if item.dato and not period.fra <= item.dato <= last:
            yield Hit(
                item.at("dato"),
                f"Milepælen «{item.id}» er sat til {day(item.dato)}, som ligger uden for aftalens periode.",
                f"Sæt datoen mellem {day(period.fra)} og {day(period.til)}.",
                (Related(aftale.at("periode"), "her står perioden"),),
                subject=str(item.id),
            )
