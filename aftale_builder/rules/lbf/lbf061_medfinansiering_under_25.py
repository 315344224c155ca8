"""Den lokale medfinansiering er under 25 pct.

## Hvorfor
Mindst en fjerdedel af hele finansieringen over perioden skal komme lokalt: oftest fra kommunen og
boligorganisationerne. Andelen regnes af det samlede budget, ikke af Landsbyggefondens tilskud.

## Forkert
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune}]
  poster: [{id: p1, art: løn, tekst: Projektleder, beløb: {2022: 400.000, 2023: 400.000, 2024: 400.000, 2025: 400.000}}]
  finansiering:
    - {kilde: lbf, beløb: {2022: 300.000, 2023: 300.000, 2024: 300.000, 2025: 300.001}}
    - {kilde: k, beløb: {2022: 100.000, 2023: 100.000, 2024: 100.000, 2025: 99.999}}
```

## Rigtigt
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune}]
  poster: [{id: p1, art: løn, tekst: Projektleder, beløb: {2022: 400.000, 2023: 400.000, 2024: 400.000, 2025: 400.000}}]
  finansiering:
    - {kilde: lbf, beløb: {2022: 400.000, 2023: 300.000, 2024: 300.000, 2025: 200.000}}
    - {kilde: k, beløb: {2022: 0, 2023: 100.000, 2024: 100.000, 2025: 200.000}}
```

## Kilde
`lbf-organisation` (Landsbyggefondens egen side): «Der er krav om minimum 25 % lokal medfinansiering - oftest fra
beliggenhedskommune og deltagende boligorganisationer.»

## Forbehold
Der regnes eksakt over hele perioden; intet rundes op, og et enkelt år må gerne ligge under. Lokale er kommuner,
boligorganisationer og kilder med `lokal: ja`. En kilde, der ikke findes (KON106), regnes som lokal, så reglen kun
dømmer, når andelen er for lille alligevel. Er et beløb ulæseligt, eller er der ingen finansiering (LBF062), dømmes
der ikke.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.financing import too_little_local
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import kroner, percent


@rule("LBF061", "medfinansiering-under-25", Severity.FEJL, sources=("lbf-organisation#medfinansiering",))
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the local sources pay less than the generation's least share of the financing, over the period."""
    sums = too_little_local(aftale, regulativ)
    if sums is None or aftale.budget is None:
        return
    local, total = sums
    least = regulativ.mindste_lokale_andel
    needed = Decimal(ceil(Fraction(total) * least))
    yield Hit(
        aftale.budget.key("finansiering"),
        f"Den lokale medfinansiering er {percent(Fraction(local) / Fraction(total))} af budgettet "
        f"({kroner(local)} af {kroner(total)}); den skal være mindst {percent(least)}",
        f"Er budgettet ellers det samme, skal de lokale kilder betale {kroner(needed)}: {kroner(needed - local)} mere end nu. "
        "Tæller en kilde som lokal, uden at det ses, så skriv lokal: ja og begrundelse: ved den.",
        subject="lokal andel",
    )
