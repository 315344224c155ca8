"""Datoerne for behandling, godkendelse og start kommer ikke i den rigtige rækkefølge.

## Hvorfor
Parterne behandler aftalen, før fonden godkender den, og den er godkendt, før den begynder. Står datoerne i en anden orden, er en
af dem forkert, eller noget er sket uden den godkendelse, det skulle have.

## Forkert
```yaml
behandling:
  - {hvem: Afdelingsbestyrelsen i afdeling 7, part: bolig, dato: 2021-10-01, udfald: anbefalet}
  - {hvem: Organisationsbestyrelsen, part: bolig, dato: 2021-10-15, udfald: godkendt}
  - {hvem: Byrådet, part: kommune, dato: 2022-02-01, udfald: anbefalet}
```

## Rigtigt
```yaml
behandling:
  - {hvem: Afdelingsbestyrelsen i afdeling 7, part: bolig, dato: 2021-10-01, udfald: anbefalet}
  - {hvem: Organisationsbestyrelsen, part: bolig, dato: 2021-10-15, udfald: godkendt}
  - {hvem: Byrådet, part: kommune, dato: 2021-11-01, udfald: anbefalet}
```

## Kilde
Vores egen vurdering: det, der skal ske først, har den første dato.

## Forbehold
En behandling samme dag som fondens godkendelse eller starten er i orden. Ændres en løbende aftale, kan den behandles og
godkendes igen efter starten; skriv det i bemærkningen ved behandlingen («ændring …», «revision …»), så tier reglen om den. Er
flere datoer for sene, er det ét fund: så kan det være perioden eller godkendelsen, der er forkert.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale, Behandling
from aftale_builder.model.kinds import Udfald
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.words import day

_FUND = pattern(r"\b(?:Landsbyggefonden|LBF)\b", re.IGNORECASE)
_LATER = pattern(r"\b(?:ændr|revi(?:sion|der)|tillæg|forlæng|genbehandl)", re.IGNORECASE)


@rule("KON111", "datoer-i-uorden", Severity.ADVARSEL, sources=("vores",), over=Over.GENERAL)
def check(aftale: Aftale, _regulativ: Regulativ | None) -> Iterator[Hit]:
    """Yield a hit for what is dated after the fund's approval, and one for what is dated after the start, with all that is."""
    dated = [item for item in aftale.behandling if item.dato is not None and not _LATER.search(item.bemaerkning)]
    approval = min((item for item in dated if _by_the_fund(item) and item.udfald is Udfald.GODKENDT), key=_date, default=None)
    start = aftale.periode.fra if aftale.periode is not None else None
    approved = [item for item in dated if approval is not None and not _by_the_fund(item) and _date(item) > _date(approval)]
    if approval is not None and approved:
        message = f"efter at fonden godkendte den {_day(approval)}"
        yield _hit(approved, message, Related(approval.at("dato"), "fonden godkendte her"))
    begun = [item for item in dated if start is not None and item not in approved and _date(item) > str(start)]
    if start is not None and begun:
        yield _hit(begun, f"efter at den begyndte {day(start)}", Related(aftale.at("periode"), "perioden begynder her"))


def _hit(late: list[Behandling], after: str, what: Related) -> Hit:
    """Return one hit for all that is late by the same date: it may be that date that is wrong."""
    first, *more = late
    who = first.hvem or "En part"
    others = tuple(Related(item.at("dato"), "det er denne dato også") for item in more)
    when = f" {_day(first)}" if not more else ""
    also = f" og {'en anden' if len(more) == 1 else f'{len(more)} andre'}" if more else ""
    return Hit(
        first.at("dato"),
        f"{who}{also} har behandlet aftalen{when}, {after}.",
        "Ret den dato, der er forkert. Er det en senere ændring, så skriv det i bemærkning:.",
        (what, *others),
        subject=f"{first.hvem} {first.dato}",
    )


def _by_the_fund(item: Behandling) -> bool:
    return _FUND.search(item.hvem) is not None


def _date(item: Behandling) -> str:
    return str(item.dato)


def _day(item: Behandling) -> str:
    return day(item.dato) if item.dato is not None else ""
