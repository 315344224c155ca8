"""Der står beløb i et budgetår, der ligger uden for aftalens periode.

## Hvorfor
Budgettet skal vise, hvad indsatsen koster, mens den løber. Et beløb før eller efter hører som regel til en anden bevilling,
eller også er årets datoer skrevet forkert.

## Forkert
```yaml
budget:
  år:
    - {id: år1, fra: 2022-01-01, til: 2023-12-31}
    - {id: år2, fra: 2024-01-01, til: 2025-12-31}
    - {id: år3, fra: 2026-01-01, til: 2026-12-31}
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune}]
  poster: [{id: p1, art: løn, tekst: Projektleder, beløb: {år1: 400.000, år2: 400.000, år3: 400.000}}]
  finansiering:
    - {kilde: lbf, beløb: {år1: 300.000, år2: 300.000, år3: 300.000}}
    - {kilde: k, beløb: {år1: 100.000, år2: 100.000, år3: 100.000}}
```

## Rigtigt
```yaml
budget:
  år:
    - {id: år1, fra: 2022-01-01, til: 2023-12-31}
    - {id: år2, fra: 2024-01-01, til: 2025-12-31}
    - {id: år3, fra: 2026-01-01, til: 2026-12-31}
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune}]
  poster:
    - {id: p1, art: løn, tekst: Projektleder, beløb: {år1: 400.000, år2: 400.000}}
    - {id: p2, art: revision, tekst: Revision af slutregnskabet, beløb: {år3: 20.000}}
  finansiering:
    - {kilde: lbf, beløb: {år1: 300.000, år2: 300.000, år3: 15.000}}
    - {kilde: k, beløb: {år1: 100.000, år2: 100.000, år3: 5.000}}
```

## Kilde
Vores egen vurdering.

## Forbehold
Udgifter til opstart og afslutning må ligge uden for perioden: revision og evaluering, og poster, hvis tekst nævner opstart,
forberedelse, afslutning, overdragelse eller slutregnskab; finansieringen må følge med. Et år, der blot rager ud over
perioden, dømmes ikke, og nul tæller ikke. Dækker budgetårene ikke hele perioden, siger LBF060 det, og så tier denne
regel: det kan være årenes datoer, der er skrevet forkert.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.budget import Budget, Budgetaar, Finansiering, Post
from aftale_builder.model.kinds import PostArt
from aftale_builder.model.parter import Periode
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.financing import uncovered
from aftale_builder.rules.registry import rule

_ARTS = frozenset({PostArt.REVISION, PostArt.EVALUERING})
_WORDS = re.compile(r"opstart|etabler|forbered|afslut|afvikl|overdrag|slutregnskab|slutevaluering|revision", re.IGNORECASE)


@rule("LBF064", "budget-uden-for-perioden", Severity.ADVARSEL, sources=("vores",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each budget year wholly outside the period that amounts stand at, start-up and closing apart."""
    period, budget = aftale.periode, aftale.budget
    if period is None or budget is None or uncovered(aftale):
        return
    for year in budget.aar:
        if _outside(year, period) and (lines := _lines(budget, str(year.id))):
            related = tuple(Related(line.at("beloeb"), "her står et af beløbene") for line in lines[:3])
            yield Hit(
                year.at("id"),
                f"Budgetåret «{year.id}» har beløb, men ligger uden for aftalens periode.",
                "Ret årets fra og til, eller flyt beløbene til et år i perioden.",
                related,
                subject=str(year.id),
            )


def _outside(year: Budgetaar, period: Periode) -> bool:
    if not (year.fra and year.til and period.fra and period.til and period.fra <= period.til):
        return False
    return year.til < period.fra or year.fra > period.til


def _lines(budget: Budget, year: str) -> list[Post | Finansiering]:
    """Return the lines with an amount in the year that is not for start-up or closing; financing that pays for such is let be."""
    costs = [post for post in budget.poster if post.beloeb.get(year)]
    wrong = [post for post in costs if not (post.art in _ARTS or _WORDS.search(post.tekst))]
    if wrong or costs:
        return [*wrong]
    return [line for line in budget.finansiering if line.beloeb.get(year)]
