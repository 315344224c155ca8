"""Der er et år, hvor bestyrelsen ikke følger op på de faste mål.

## Hvorfor
Bestyrelsen skal løbende følge op på de faste overordnede mål, og det skal kunne dokumenteres ved den årlige revision. Derfor
skal hvert år have en milepæl for det.

## Forkert
```yaml
milepæle:
  - {id: m1, dato: 2022-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: m2, dato: 2024-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
```

## Rigtigt
```yaml
milepæle:
  - {id: m1, dato: 2022-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: m2, dato: 2023-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: m3, dato: 2024-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: m4, dato: 2025-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r1, dato: 2022-12-01, tekst: Opfølgningen vises for revisionen., type: revision, ansvarlig: Lederen}
  - {id: r2, dato: 2023-12-01, tekst: Opfølgningen vises for revisionen., type: revision, ansvarlig: Lederen}
  - {id: r3, dato: 2024-12-01, tekst: Opfølgningen vises for revisionen., type: revision, ansvarlig: Lederen}
  - {id: r4, dato: 2025-12-01, tekst: Opfølgningen vises for revisionen., type: revision, ansvarlig: Lederen}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 5: «Bestyrelsen har ansvar for løbende at følge op på de faste overordnede mål
for den boligsociale indsats.» At det skal være mindst hvert år, læser vi af, at opfølgningen skal dokumenteres ved den årlige
revision.

## Forbehold
Årene regnes fra aftalens første dag, og kun hele år tæller. Det er milepæle under `milepæle:` af typen `opfølgning`, der tæller;
har en milepæl ingen type, tæller den, når dens tekst siger, at der følges op. Ligger planen færdig som bilag, eller kan en
milepæl ikke læses, dømmes der ikke. Er der slet ingen milepæle, siger LBF072 det.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.milestones import without_follow_up
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import day, listing


@rule(
    "LBF074",
    "aarlig-opfoelgning-mangler",
    Severity.ADVARSEL,
    sources=("lbf-skabelon-2019#opfølgning", "lbf-skabelon-2019#revisionsspor"),
    krav="opfoelgning",
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield one hit that lists the whole years in which the bestyrelse does not follow up."""
    years = without_follow_up(aftale, regulativ)
    if years:
        told = listing(f"fra {day(year.fra)} til {day(year.til)}" for year in years)
        yield Hit(
            aftale.key("milepaele"),
            f"Ingen milepæl siger, at bestyrelsen følger op på de faste mål i tiden {told}.",
            "Skriv en milepæl med type: opfølgning i hvert år.",
            subject=" ".join(year.fra.isoformat() for year in years),
        )
