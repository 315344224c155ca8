"""Budgettet har ingen frie midler til nye idéer.

## Hvorfor
En indsats varer fire år, og gode idéer kommer undervejs. En lille pulje gør det muligt at gribe dem.

## Forkert
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune, form: kontant}]
  poster: [{id: p1, art: løn, tekst: Projektleder, beløb: {2022: 400, 2023: 400, 2024: 400, 2025: 400}}]
  finansiering:
    - {kilde: lbf, beløb: {2022: 300, 2023: 300, 2024: 300, 2025: 300}}
    - {kilde: k, beløb: {2022: 100, 2023: 100, 2024: 100, 2025: 100}}
```

## Rigtigt
```yaml
budget:
  kilder: [{id: lbf, type: lbf}, {id: k, part: kommune, form: kontant}]
  poster: [{id: p1, art: løn, tekst: Projektleder, beløb: {2022: 400, 2023: 400, 2024: 400, 2025: 400}, note: Heraf en idépulje}]
  finansiering:
    - {kilde: lbf, beløb: {2022: 300, 2023: 300, 2024: 300, 2025: 300}}
    - {kilde: k, beløb: {2022: 100, 2023: 100, 2024: 100, 2025: 100}}
```

## Kilde
`vive-2021` (evaluering, interview), l. 1563-1570: der skal være plads til at «gribe bolde».

## Forbehold
Reglen ser efter ord som pulje, idéer, udviklingsmidler og uforudsete i posternes tekst og note. `vive-2021` handler om
én plan og siger selv, at den kun er relevant for den.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import has
from aftale_builder.rules.evidence import backed, vive
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule

_FREE = ("pulje", "idé", "ideer", "uforuds", "udviklingsmidler", "frie midler", "reserve")


@rule("RAD520", "udviklingspulje", Severity.RAAD, sources=("vive-2021",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where no line of the budget is free for what comes up."""
    budget = aftale.budget
    if budget is None or not budget.poster or not all_read(budget, "poster", "tekst", "note"):
        return
    if not any(has(f"{post.tekst} {post.note}", *_FREE) for post in budget.poster):
        yield Hit(
            budget.key("poster"),
            "Budgettet har ingen frie midler til idéer, der kommer undervejs.",
            backed("Overvej en mindre post, for eksempel tekst: Udviklingspulje.", vive("1563-1570")),
            subject="pulje",
        )
