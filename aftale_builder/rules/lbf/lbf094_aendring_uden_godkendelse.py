"""Den strategiske samarbejdsaftale er ændret efter Landsbyggefondens godkendelse, uden at en ny godkendelse står der.

## Hvorfor
Delaftalerne må parterne selv føre ajour. Ændringer i den strategiske aftale skal Landsbyggefonden godkende.

## Forkert
```yaml
version: revideret 1. marts 2023
behandling:
  - {hvem: Afdelingsbestyrelsen i afdeling 7, part: bolig, dato: 2021-10-01, udfald: anbefalet}
  - {hvem: Organisationsbestyrelsen, part: bolig, dato: 2021-10-15, udfald: godkendt}
  - {hvem: Byrådet, part: kommune, dato: 2021-11-01, udfald: anbefalet}
  - {hvem: Landsbyggefonden, dato: 2021-12-01, udfald: godkendt}
```

## Rigtigt
```yaml
version: revideret 1. marts 2023
behandling:
  - {hvem: Afdelingsbestyrelsen i afdeling 7, part: bolig, dato: 2021-10-01, udfald: anbefalet}
  - {hvem: Organisationsbestyrelsen, part: bolig, dato: 2021-10-15, udfald: godkendt}
  - {hvem: Byrådet, part: kommune, dato: 2021-11-01, udfald: anbefalet}
  - {hvem: Landsbyggefonden, dato: 2021-12-01, udfald: godkendt}
  - {hvem: Landsbyggefonden, dato: 2023-04-15, udfald: godkendt, bemærkning: Den reviderede aftale}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), Aftaledokumenter: «Ændringer i den strategiske samarbejdsaftale skal godkendes af
Landsbyggefonden.»; pkt. 8 siger det samme om revision.

## Forbehold
En ændring ses af to ting: en dato i `version:`, eller en linje under `behandling:`, der nævner, at noget er ændret, revideret,
forlænget eller et tillæg. Kun det, der er senere end fondens seneste godkendelse, tæller, og en linje, der kun nævner
delaftaler, gør ikke. Er fondens godkendelse ikke skrevet, eller har den ingen dato, dømmes der ikke. Nævner en senere linje
ingen ændring, er det KON111, der ser på datoernes orden.
"""

import re
from collections.abc import Iterator
from datetime import date

from aftale_builder.findings import Anchored, Hit, Severity
from aftale_builder.model.aftale import Aftale, Behandling
from aftale_builder.model.kinds import Udfald
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import day
from aftale_builder.source.scalars import UnclearError, dato

_FUND = re.compile(r"(?<!\w)(?:landsbyggefond|lbf(?!\w))", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}\.\s?[a-zæøå]+ \d{4}", re.IGNORECASE)
_CHANGED = re.compile(r"(?<!\w)(?:ændr|revider|revision af|tillæg|forlæng)")


@rule(
    "LBF094",
    "aendring-uden-godkendelse",
    Severity.ADVARSEL,
    sources=("lbf-skabelon-2019#ændringer", "lbf-skabelon-2019#revision"),
    krav="aendringer_godkendes",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the latest sign of a change is later than the fund's latest approval."""
    if not all_read(aftale, "behandling", "hvem", "dato", "udfald", "bemaerkning"):
        return
    approvals = [step.dato for step in aftale.behandling if step.dato and _is_approval(step)]
    changes = [*_of_version(aftale), *_of_treatment(aftale)]
    if not approvals or not changes:
        return
    changed, at = max(changes, key=lambda change: change[0])
    if changed > max(approvals):
        yield Hit(
            at,
            f"Aftalen er ændret {day(changed)}, men Landsbyggefondens seneste godkendelse er fra {day(max(approvals))}.",
            "Skriv fondens godkendelse af ændringen under behandling: hvem, dato og udfald: godkendt.",
            subject=changed.isoformat(),
        )


def _is_approval(step: Behandling) -> bool:
    return step.udfald is Udfald.GODKENDT and bool(_FUND.search(step.hvem))


def _of_version(aftale: Aftale) -> Iterator[tuple[date, Anchored]]:
    for match in _DATE.finditer(aftale.version):
        try:
            yield dato(match[0]), aftale.at("version")
        except UnclearError:
            continue


def _of_treatment(aftale: Aftale) -> Iterator[tuple[date, Anchored]]:
    for step in aftale.behandling:
        told = f"{step.hvem} {step.bemaerkning}".casefold()
        only_delaftaler = "delaftale" in told and "strategisk" not in told
        if step.dato and _CHANGED.search(told) and not only_delaftaler:
            yield step.dato, step.at("dato")
