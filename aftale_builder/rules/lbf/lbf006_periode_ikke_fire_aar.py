"""Aftalen gælder ikke i fire år.

## Hvorfor
Landsbyggefonden støtter fireårige indsatser. En periode, der er meget kortere eller længere, er som regel en slåfejl i
en dato; er den ment, skal fonden vide hvorfor.

## Forkert
```yaml
periode: {fra: 2022-01-01, til: 2026-12-31}
```

## Rigtigt
```yaml
periode: {fra: 2022-01-01, til: 2025-12-31}
```

## Kilde
`lbf-indsatser` (Landsbyggefondens egen side): «lokalt forankrede 4-årige indsatser».

## Forbehold
De 31 dage, en periode må være længere eller kortere, er vores egen grænse; den står i rammens data. Er perioden ikke
skrevet helt, eller slutter den, før den begynder, siges det af LBF005.
"""

from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import day


@rule(
    "LBF006",
    "periode-ikke-fire-aar",
    Severity.ADVARSEL,
    sources=("lbf-indsatser#fireårige",),
    needs=lambda data: data.varighed_aar,
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the period's last day lies too far from that of an effort of the generation's length."""
    years, slack = regulativ.varighed_aar, regulativ.varighed_slip_dage
    periode = aftale.periode
    if years is None or slack is None or periode is None or periode.fra is None or periode.til is None:
        return
    expected = _last_day(periode.fra, years)
    if periode.fra < periode.til and abs((periode.til - expected).days) > slack:
        longer = "længere" if periode.til > expected else "kortere"
        yield Hit(
            periode.at("til"),
            f"Perioden er {longer} end {years} år: den begynder {day(periode.fra)} og slutter {day(periode.til)}.",
            f"Er den ment som {years} år, så skriv til: {day(expected)}. Ellers skriv hvorfor, når aftalen sendes.",
            subject=f"{periode.fra} {periode.til}",
        )


def _last_day(first: date, years: int) -> date:
    """Return the last of so many years from this day; what begins on 29 February runs to the next, or to 28 February."""
    first_of_month = date(min(first.year + years, MAXYEAR), first.month, 1)
    return first_of_month + timedelta(days=first.day - 2)
