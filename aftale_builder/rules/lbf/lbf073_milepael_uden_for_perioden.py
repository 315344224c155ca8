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
ugyldig (LBF005), dømmes der ikke. Flere milepæle er ét fund, der viser dem alle; ligger ingen af dem i perioden, peges der på
perioden, for så er det snarere den, der er forkert.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.indsats import Milepael
from aftale_builder.model.kinds import MilepaelType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.milestones import Stretch, all_milestones, later, proper
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import day, listing


@rule("LBF073", "milepael-uden-for-perioden", Severity.ADVARSEL, sources=("vores",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield one hit for the milestones outside the period; where no milestone is inside it, the hit stands at the period."""
    period = proper(aftale.periode)
    if period is None:
        return
    dated = [(item, item.dato) for item in all_milestones(aftale) if item.dato]
    outside = [(item, at) for item, at in dated if not _within(item, at, period)]
    if len(outside) == 1:
        yield _one(*outside[0], aftale, period)
    elif outside:
        yield _several(outside, aftale, period, none_within=len(outside) == len(dated))


def _within(item: Milepael, at: date, period: Stretch) -> bool:
    """Tell whether a milestone is in its time; one of the audit may come up to a year after the period."""
    return period.fra <= at <= (later(period.til, 12) if item.type is MilepaelType.REVISION else period.til)


def _one(item: Milepael, at: date, aftale: Aftale, period: Stretch) -> Hit:
    return Hit(
        item.at("dato"),
        f"Milepælen «{item.id}» er sat til {day(at)}, som ligger uden for aftalens periode.",
        f"Sæt datoen mellem {day(period.fra)} og {day(period.til)}.",
        (Related(aftale.at("periode"), "her står perioden"),),
        subject=str(item.id),
    )


def _several(outside: Sequence[tuple[Milepael, date]], aftale: Aftale, period: Stretch, *, none_within: bool) -> Hit:
    """Return one hit for all of them: what is wrong is likely to be the period, or a plan that was left from another."""
    places = tuple(Related(item.at("dato"), f"«{item.id}» er sat til {day(at)}") for item, at in outside)
    dates = f"Sæt datoerne mellem {day(period.fra)} og {day(period.til)}, eller ret perioden."
    ids = " ".join(str(item.id) for item, _ in outside)
    if none_within:
        told = f"Ingen af de {len(outside)} milepæle ligger i aftalens periode, fra {day(period.fra)} til {day(period.til)}."
        return Hit(aftale.at("periode"), told, dates, places, subject=ids)
    told = f"{len(outside)} milepæle ligger uden for aftalens periode: {listing(f'«{item.id}»' for item, _ in outside)}."
    return Hit(
        outside[0][0].at("dato"), told, dates, (*places[1:], Related(aftale.at("periode"), "her står perioden")), subject=ids
    )
