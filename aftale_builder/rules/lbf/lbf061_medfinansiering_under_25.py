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
from aftale_builder.model.budget import Budget
from aftale_builder.model.kinds import KildeType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import kroner, percent


@rule("LBF061", "medfinansiering-under-25", Severity.FEJL, sources=("lbf-organisation#medfinansiering",))
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the local sources pay less than the generation's least share of the financing, over the period."""
    budget = aftale.budget
    if budget is None or not all_read(budget, "finansiering", "kilde", "beloeb"):
        return
    total, local = budget.indtaegter(), _local(aftale, budget)
    if total == 0:
        return
    share, least = Fraction(local) / Fraction(total), regulativ.mindste_lokale_andel
    if share >= least:
        return
    needed = Decimal(ceil(Fraction(total) * least))
    yield Hit(
        budget.key("finansiering"),
        f"Den lokale medfinansiering er {percent(share)} af budgettet ({kroner(local)} af {kroner(total)}); "
        f"den skal være mindst {percent(least)}",
        f"Er budgettet ellers det samme, skal de lokale kilder betale {kroner(needed)}: {kroner(needed - local)} mere end nu. "
        "Tæller en kilde som lokal, uden at det ses, så skriv lokal: ja og begrundelse: ved den.",
        subject="lokal andel",
    )


def _local(aftale: Aftale, budget: Budget) -> Decimal:
    """Return what the local sources pay, in kroner; what may be local is counted as local."""
    lines = (line for line in budget.finansiering if _may_be_local(aftale, budget, line.kilde))
    return sum((amount for line in lines for amount in line.beloeb.values()), Decimal(0))


def _may_be_local(aftale: Aftale, budget: Budget, ref: str | None) -> bool:
    kilde = budget.kilde(ref)
    if kilde is None or not kilde.whole("type", "part", "lokal"):
        return True
    if kilde.type is KildeType.LBF:
        return False
    part = aftale.part(kilde.part)
    unknown = kilde.part is not None and (part is None or part.type is None)
    return unknown or aftale.er_lokal(kilde)
