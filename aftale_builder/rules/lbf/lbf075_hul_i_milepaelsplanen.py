"""Der går mere end 12 måneder uden en milepæl.

## Hvorfor
Milepæle er det, bestyrelsen styrer efter. Går der mere end et år mellem to, bliver det for sent opdaget, at noget ikke går som
planlagt.

## Forkert
```yaml
milepæle:
  - {id: m1, dato: 2022-01-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r1, dato: 2022-01-31, tekst: Opfølgningen vises for revisionen., type: revision, ansvarlig: Lederen}
  - {id: m2, dato: 2023-06-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: m3, dato: 2024-06-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: m4, dato: 2025-06-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
```

## Rigtigt
```yaml
milepæle:
  - {id: m1, dato: 2022-06-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r1, dato: 2022-12-01, tekst: Opfølgningen vises for revisionen., type: revision, ansvarlig: Lederen}
  - {id: m2, dato: 2023-06-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r2, dato: 2023-12-01, tekst: Opfølgningen vises for revisionen., type: revision, ansvarlig: Lederen}
  - {id: m3, dato: 2024-06-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r3, dato: 2024-12-01, tekst: Opfølgningen vises for revisionen., type: revision, ansvarlig: Lederen}
  - {id: m4, dato: 2025-06-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r4, dato: 2025-12-01, tekst: Opfølgningen vises for revisionen., type: revision, ansvarlig: Lederen}
```

## Kilde
Vores egen vurdering; grænsen på 12 måneder er også vores.

## Forbehold
Periodens første og sidste dag tæller med, og aktiviteternes egne milepæle gør også. Et hul, der berører et år uden opfølgning,
siges af LBF074 og ikke her. Ligger planen færdig som bilag, eller kan en dato ikke læses, dømmes der ikke.
"""

from collections.abc import Iterator
from itertools import pairwise

from aftale_builder.findings import Anchored, Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.milestones import Stretch, all_milestones, later, proper, surely_all, without_follow_up
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import day

_MONTHS = 12


@rule("LBF075", "hul-i-milepaelsplanen", Severity.RAAD, sources=("vores",), krav="milepaelsplan")
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each stretch of more than a year without a milestone, unless LBF074 tells of a year that it touches."""
    period = proper(aftale.periode)
    if period is None or not surely_all(aftale):
        return
    told = without_follow_up(aftale, regulativ)
    for gap in _gaps(aftale, period):
        if not any(year.fra < gap.til and gap.fra < year.til for year in told):
            yield Hit(
                _at(aftale, gap),
                f"Der er ingen milepæle mellem {day(gap.fra)} og {day(gap.til)}; det er mere end {_MONTHS} måneder.",
                "Skriv en milepæl for noget, der skal være nået i den tid.",
                subject=f"{gap.fra.isoformat()} {gap.til.isoformat()}",
            )


def _at(aftale: Aftale, gap: Stretch) -> Anchored:
    """Return the milestone before the gap, else the one after it."""
    beside = {item.dato: item.at("dato") for item in all_milestones(aftale)}
    return beside.get(gap.fra) or beside.get(gap.til) or aftale.key("milepaele")


def _gaps(aftale: Aftale, period: Stretch) -> Iterator[Stretch]:
    days = {min(max(item.dato, period.fra), period.til) for item in all_milestones(aftale) if item.dato}
    for first, following in pairwise(sorted({period.fra, *days, period.til})):
        if following > later(first, _MONTHS):
            yield Stretch(first, following)
