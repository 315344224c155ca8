"""Kommunen betaler ikke noget.

## Hvorfor
Kommunen behøver ikke at medfinansiere, men alle kommuner med en plan gør det. Timer og penge giver ejerskab.

## Forkert
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: bolig, form: kontant}]
  poster: [{id: p1, art: løn, tekst: Leder, beløb: {2022: 400, 2023: 400, 2024: 400, 2025: 400}}]
  finansiering:
    - {kilde: lbf, beløb: {2022: 300, 2023: 300, 2024: 300, 2025: 300}}
    - {kilde: k, beløb: {2022: 100, 2023: 100, 2024: 100, 2025: 100}}
```

## Rigtigt
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune, form: kontant}]
  poster: [{id: p1, art: løn, tekst: Leder, beløb: {2022: 400, 2023: 400, 2024: 400, 2025: 400}}]
  finansiering:
    - {kilde: lbf, beløb: {2022: 300, 2023: 300, 2024: 300, 2025: 300}}
    - {kilde: k, beløb: {2022: 100, 2023: 100, 2024: 100, 2025: 100}}
```

## Kilde
`cfbu-2015` (evaluering, registerdata), l. 184 og 317: der er intet krav, men alle kommuner med helhedsplaner har valgt
at medfinansiere.

## Forbehold
Det er lovligt. Er den lokale andel for lille, siger LBF061 det, og denne regel tier. Kommunens bidrag kan være
arbejdstid eller lokaler. `cfbu-2015` siger selv, at dens konklusioner ikke er entydige.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.evidence import REGISTER, backed, cfbu
from aftale_builder.rules.registry import rule


@rule("RAD534", "kommunal-medfinansiering-nul", Severity.RAAD, sources=("cfbu-2015",))
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the financing is enough, and nothing of it comes from a kommune."""
    budget = aftale.budget
    if budget is None or not budget.finansiering or not budget.whole("finansiering", "kilder"):
        return
    kommuner = {part.id for part in aftale.parter_af(PartType.KOMMUNE)}
    local = own = Decimal(0)
    for line in budget.finansiering:
        kilde, amount = budget.kilde(line.kilde), sum(line.beloeb.values(), Decimal(0))
        if kilde is not None and aftale.er_lokal(kilde):
            local += amount
            own += amount if str(kilde.part) in kommuner else 0
    if kommuner and not own and Fraction(local) >= Fraction(budget.indtaegter()) * regulativ.mindste_lokale_andel:
        yield Hit(
            budget.key("finansiering"),
            "Kommunen bidrager ikke til finansieringen.",
            backed("Overvej et kommunalt bidrag, for eksempel arbejdstid. Det er ikke et krav.", cfbu("184, 317", REGISTER)),
            subject="kommune",
        )
