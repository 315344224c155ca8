"""Indsatsen er større end dem, der er set før.

## Hvorfor
Evalueringerne bygger mest på mindre indsatser. Er jeres meget større, er der mindre erfaring at læne sig op ad.

## Forkert
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune, form: kontant}]
  poster: [{id: p1, art: løn, tekst: Leder, beløb: {2022: 9.000.000, 2023: 9.000.000, 2024: 9.000.000, 2025: 9.000.000}}]
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
`sfi-2013` (evaluering), l. 217-219: 162 planer og huslejestøtte delte 2,2 mia. kr.; l. 3648-3662: cases fra under 5
til over 15 mio. kr. `cfbu-2015` (evaluering, casestudie), l. 1190-1202: 2.159 til 5.219 borgere i fire af de fem
kommuners områder (i Odense 14.472, delt på seks planer).

## Forbehold
Grænserne på 30 mio. kr. og 5.500 beboere er vores, sat efter få cases. En stor indsats er ikke en dårlig indsats.
Periodens længde dømmes af LBF006. `sfi-2013` beskriver ordningen 2006-10, der siden er ændret, og dens cases er ikke
repræsentative. `cfbu-2015` siger selv, at dens konklusioner ikke er entydige.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.evidence import CASE, backed, cfbu, sfi
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import kroner

_MUCH, _MANY = 30_000_000, 5_500


@rule(
    "RAD539",
    "stor-plan",
    Severity.RAAD,
    sources=(
        "sfi-2013",
        "cfbu-2015",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the budget, and one where the number of residents, is greater than the evaluations have seen."""
    evidence = sfi("217-219, 3648-3662"), cfbu("1190-1202", CASE)
    help = "Overvej, om opgaven kan deles op, og om bestyrelse og ledelse er store nok til den."
    budget = aftale.budget
    if budget is not None and budget.udgifter() > _MUCH:
        cost = kroner(budget.udgifter())
        message = f"Budgettet er på {cost}, meget mere end i de fleste indsatser, evalueringerne har set."
        yield Hit(budget.key("poster"), message, backed(help, *evidence), subject="budget")
    people = sum(area.beboere or 0 for area in aftale.boligomraader)
    if people > _MANY:
        number = f"{people:,}".replace(",", ".")
        message = (
            f"Områderne har {number} beboere, flere end i de fleste indsatser, evalueringerne har set (op til omkring 5.500)."
        )
        yield Hit(aftale.key("boligomraader"), message, backed(help, *evidence), subject="beboere")
