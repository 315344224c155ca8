"""Der er intet budget, eller det dækker ikke hele perioden.

## Hvorfor
Et budget skal vedlægges aftalen. Det skal vise udgifter og finansiering for hvert år, indsatsen løber.

## Forkert
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune}]
  poster: [{id: p1, art: løn, tekst: Projektleder, beløb: {2022: 400.000, 2023: 400.000, 2024: 400.000}}]
  finansiering:
    - {kilde: lbf, beløb: {2022: 300.000, 2023: 300.000, 2024: 300.000}}
    - {kilde: k, beløb: {2022: 100.000, 2023: 100.000, 2024: 100.000}}
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
`lbf-skabelon-2019` (skabelonens egen tekst), Aftaledokumenter: «Et budget». At det skal dække hele perioden, er vores
læsning: en indsats, der løber, koster noget.

## Forbehold
Et år er dækket, når der står et beløb for det, også et nul; er der kun udgifter eller kun finansiering, siger LBF062
det. Skrives der ingen budgetår, er det periodens kalenderår. Er perioden ugyldig (LBF005), eller er et beløb
ulæseligt, dømmes der ikke om årene. Et budget, der kun er bilag, kan ikke bedømmes; det siger reglen. Siger en tekst, at
budgettet er bilag, uden at det er med, siger reglen, hvor det er lovet.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.budget import Budget
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.documents import Document
from aftale_builder.rules.financing import uncovered
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.references import budget_years, years_with_amounts
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import day, listing

_BUDGET = Document(
    what="Budgettet",
    absent="Der er intet budget.",
    help="Skriv budget: med kilder, poster og finansiering for hvert år.",
    words="budget",
    annex_will_do=False,
)


@rule("LBF060", "budget-mangler", Severity.FEJL, sources=("lbf-skabelon-2019#bilag-budget", "vores"), krav="budget")
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where there is no budget; else one for days outside all budget years, and one for years without amounts."""
    budget = aftale.budget
    if unwritten(aftale, "budget"):
        yield from _BUDGET.lacking(aftale, regulativ, aftale.key("budget"))
    elif budget is not None:
        yield from _in_part(aftale, budget)


def _in_part(aftale: Aftale, budget: Budget) -> Iterator[Hit]:
    """Yield what is lacking in a budget that is written."""
    if not (budget.poster or budget.finansiering) and budget.whole("poster", "finansiering"):
        yield Hit(budget.key("poster"), "Budgettet har hverken udgifter eller finansiering.", _BUDGET.help, subject="tomt")
    else:
        yield from _uncovered_days(aftale, budget)
        yield from _years_without_amounts(aftale, budget)


def _uncovered_days(aftale: Aftale, budget: Budget) -> Iterator[Hit]:
    if gaps := uncovered(aftale):
        days = listing(f"fra {day(fra)} til {day(til)}" if fra != til else f"den {day(fra)}" for fra, til in gaps)
        yield Hit(
            budget.key("aar"),
            f"Budgetårene dækker ikke hele aftalens periode; der er intet budget {days}.",
            "Ret årenes fra og til, eller skriv de budgetår, der mangler.",
            subject="dage",
        )


def _years_without_amounts(aftale: Aftale, budget: Budget) -> Iterator[Hit]:
    years = budget_years(aftale)
    written = years_with_amounts(budget)
    if years is None or not budget.whole("poster", "finansiering") or not written <= years.keys():
        return
    bare = [year for year in years if year not in written]
    if bare:
        yield Hit(
            budget.key("poster"),
            f"Budgettet har ingen beløb for {listing(bare)}.",
            "Skriv et beløb for hvert budgetår, eventuelt 0.",
            subject=" ".join(bare),
        )
