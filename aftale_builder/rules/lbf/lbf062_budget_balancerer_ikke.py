"""Finansieringen svarer ikke til udgifterne.

## Hvorfor
Der skal være penge til det hele, og hver krone skal bruges til noget. Over hele perioden skal de to sider være ens på
kronen; er de ikke det, er det en fejl. I et enkelt år kan tilskud og forbrug være forskudt, så dér er det en
advarsel.

## Forkert
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune}]
  poster: [{id: p1, art: løn, tekst: Projektleder, beløb: {2022: 400.000, 2023: 400.000, 2024: 400.000, 2025: 400.000}}]
  finansiering:
    - {kilde: lbf, beløb: {2022: 300.000, 2023: 300.000, 2024: 300.000, 2025: 200.000}}
    - {kilde: k, beløb: {2022: 100.000, 2023: 100.000, 2024: 100.000, 2025: 100.000}}
```

## Rigtigt
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune}]
  poster: [{id: p1, art: løn, tekst: Projektleder, beløb: {2022: 400.000, 2023: 400.000, 2024: 400.000, 2025: 400.000}}]
  finansiering:
    - {kilde: lbf, beløb: {2022: 300.000, 2023: 300.000, 2024: 300.000, 2025: 300.000}}
    - {kilde: k, beløb: {2022: 100.000, 2023: 100.000, 2024: 100.000, 2025: 100.000}}
```

## Kilde
Vores egen vurdering. `almenboliglov-91a` (lov), stk. 3, nævner en finansieringsplan: «Det er en forudsætning for
tilskud efter stk. 1 og 2, at indsatsen indgår i en helhedsplan med tilknyttet finansieringsplan, der er …» (uddraget
slutter der).

## Forbehold
Balancerer perioden ikke, siges årene ikke for sig. Er et beløb ulæseligt, dømmes der ikke; står et beløb ved et
budgetår, der ikke findes (KON106), dømmes årene ikke.
"""

from collections.abc import Iterator
from decimal import Decimal

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.budget import Budget
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.references import budget_years, years_with_amounts
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import kroner


@rule(
    "LBF062",
    "budget-balancerer-ikke",
    Severity.FEJL,
    Severity.ADVARSEL,
    sources=("vores", "almenboliglov-91a#finansieringsplan"),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a fejl where the two sides differ over the period, else an advarsel for each year in which they do."""
    budget = aftale.budget
    if budget is None or not (all_read(budget, "poster", "beloeb") and all_read(budget, "finansiering", "beloeb")):
        return
    costs, income = budget.udgifter(), budget.indtaegter()
    if costs != income:
        yield _hit(budget, "hele perioden", costs, income, Severity.FEJL)
        return
    for year in _years(aftale, budget):
        costs, income = budget.udgifter(year), budget.indtaegter(year)
        if costs != income:
            yield _hit(budget, year, costs, income, Severity.ADVARSEL)


def _years(aftale: Aftale, budget: Budget) -> list[str]:
    """Return the years that have amounts, in order; none where an amount stands at a year that does not exist."""
    known = budget_years(aftale)
    used = years_with_amounts(budget)
    return [year for year in known if year in used] if known is not None and used <= known.keys() else []


def _hit(budget: Budget, when: str, costs: Decimal, income: Decimal, severity: Severity) -> Hit:
    gap = f"der mangler {kroner(costs - income)}" if costs > income else f"der er {kroner(income - costs)} for meget."
    return Hit(
        budget.key("finansiering"),
        f"Finansieringen svarer ikke til udgifterne i {when}: "
        f"udgifterne er {kroner(costs)}, finansieringen {kroner(income)}; {gap}",
        "Ret beløbene under finansiering eller poster, så de to sider er lige store.",
        severity=severity,
        subject=when,
    )
