"""Der er ingen milepælsplan.

## Hvorfor
Milepælsplanen siger, hvad der skal være nået hvornår. Den skal vedlægges aftalen.

## Forkert
```yaml
milepæle: []
```

## Rigtigt
```yaml
milepæle:
  - {id: m1, dato: 2022-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r1, dato: 2022-12-01, tekst: Opfølgningen er vist for revisionen., type: revision, ansvarlig: Lederen}
  - {id: m2, dato: 2023-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r2, dato: 2023-12-01, tekst: Opfølgningen er vist for revisionen., type: revision, ansvarlig: Lederen}
  - {id: m3, dato: 2024-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r3, dato: 2024-12-01, tekst: Opfølgningen er vist for revisionen., type: revision, ansvarlig: Lederen}
  - {id: m4, dato: 2025-11-15, tekst: Bestyrelsen følger op på de faste mål., type: opfølgning}
  - {id: r4, dato: 2025-12-01, tekst: Opfølgningen er vist for revisionen., type: revision, ansvarlig: Lederen}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), Aftaledokumenter: «En milepælsplan».

## Forbehold
Milepæle, der står ved aktiviteterne, er også en plan; reglen kræver ikke dem gentaget. Om der er milepæle nok, dømmes
af andre regler. Ligger planen færdig som bilag med fil, er kravet opfyldt. Siger en tekst, at den er bilag, uden at den
er med, siger reglen, hvor den er lovet.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.indsats import Milepael
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.documents import Document
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.references import unsure
from aftale_builder.rules.registry import rule

_PLAN = Document(
    what="Milepælsplanen",
    absent="Der er ingen milepælsplan: aftalen har ingen milepæle.",
    help="Skriv milepæle: med id, dato, tekst og ansvarlig.",
    words="milepæl",
)


@rule("LBF072", "milepaelsplan-mangler", Severity.FEJL, sources=("lbf-skabelon-2019#bilag-milepælsplan",), krav="milepaelsplan")
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where there is no milestone, neither of the whole effort nor of an aktivitet."""
    if not unwritten(aftale, "milepaele") or any(aktivitet.milepaele for aktivitet in aftale.aktiviteter):
        return
    if Milepael not in unsure(aftale):
        yield from _PLAN.lacking(aftale, regulativ, aftale.key("milepaele"))
