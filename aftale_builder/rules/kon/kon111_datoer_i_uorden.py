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
En behandling samme dag som fondens godkendelse eller starten er i orden. Ændres en løbende aftale, kan den behandles og godkendes
igen efter starten; skriv det i bemærkningen ved behandlingen («ændring …», «revision …»), så tier reglen om den.
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
    """Yield a hit for each treatment that is dated after what it must come before."""
    dated = [item for item in aftale.behandling if item.dato is not None and not _LATER.search(item.bemaerkning)]
    approvals = [item for item in dated if _by_the_fund(item) and item.udfald is Udfald.GODKENDT]
    approval = min(approvals, key=_date, default=None)
    start = aftale.periode.fra if aftale.periode is not None else None
    for item in dated:
        when = item.dato
        if when is None:
            continue
        who = item.hvem or "En part"
        if approval is not None and approval.dato is not None and not _by_the_fund(item) and when > approval.dato:
            yield Hit(
                item.at("dato"),
                f"{who} har behandlet aftalen {day(when)}, efter at fonden godkendte den {day(approval.dato)}.",
                "Ret den dato, der er forkert. Er det en senere ændring, så skriv det i bemærkning:.",
                (Related(approval.at("dato"), "fonden godkendte her"),),
                subject=f"{item.hvem} {when}",
            )
        elif start is not None and when > start:
            yield Hit(
                item.at("dato"),
                f"{who} har behandlet aftalen {day(when)}, efter at den begyndte {day(start)}.",
                "Ret den dato, der er forkert. Er det en senere ændring, så skriv det i bemærkning:.",
                (Related(aftale.at("periode"), "perioden begynder her"),),
                subject=f"{item.hvem} {when}",
            )


def _by_the_fund(item: Behandling) -> bool:
    return _FUND.search(item.hvem) is not None


def _date(item: Behandling) -> str:
    return str(item.dato)
