"""Det står ikke, at kommunen har anbefalet aftalen.

## Hvorfor
Beliggenhedskommunen skal anbefale helhedsplanen, før Landsbyggefonden behandler den. Anbefalingen skal kunne ses af aftalen.

## Forkert
```yaml
behandling:
  - {hvem: Afdelingsbestyrelsen i afdeling 7, part: bolig, dato: 2021-10-01, udfald: anbefalet}
  - {hvem: Organisationsbestyrelsen, part: bolig, dato: 2021-10-15, udfald: godkendt}
  - {hvem: Byrådet, part: kommune, dato: 2021-11-01, udfald: taget til efterretning}
```

## Rigtigt
```yaml
behandling:
  - {hvem: Afdelingsbestyrelsen i afdeling 7, part: bolig, dato: 2021-10-01, udfald: anbefalet}
  - {hvem: Organisationsbestyrelsen, part: bolig, dato: 2021-10-15, udfald: godkendt}
  - {hvem: Byrådet, part: kommune, dato: 2021-11-01, udfald: anbefalet}
```

## Kilde
`svendborg-praekval` (et lokalt dokument): «beliggenhedskommunen [skal] anbefale først prækvalifikationen, og senere forslaget til
selve den boligsociale helhedsplan.» `lbf-ansoegning-2015` er Landsbyggefondens side om ansøgningen.

## Forbehold
Kravets egen ordlyd er ikke set; derfor er det en advarsel. «Godkendt» tæller som anbefaling. En linje uden `part:` tæller, når
den nævner kommunen ved navn eller et byråd, en kommunalbestyrelse eller et udvalg. Reglen ser kun,
hvad der står under `behandling:`.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale, Behandling
from aftale_builder.model.kinds import PartType, Udfald
from aftale_builder.model.parter import Part
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule

_RECOMMENDED = frozenset({Udfald.ANBEFALET, Udfald.GODKENDT})
_COUNCIL = re.compile(r"byråd|kommunalbestyrelse|borgerrepræsentation|udvalg(?:et)?(?!\w)", re.IGNORECASE)


@rule(
    "LBF088",
    "kommunal-anbefaling-mangler",
    Severity.ADVARSEL,
    sources=("svendborg-praekval#anbefaling", "lbf-ansoegning-2015"),
    krav="kommunal_anbefaling",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each kommune among the parts that is not recorded to have recommended the agreement."""
    if not all_read(aftale, "behandling", "hvem", "part", "udfald"):
        return
    for part in aftale.parter_af(PartType.KOMMUNE):
        treated = [step for step in aftale.behandling if _is_by(step, part)]
        if not any(step.udfald in _RECOMMENDED for step in treated):
            yield _hit(aftale, part, treated)


def _is_by(step: Behandling, part: Part) -> bool:
    if step.part is not None:
        return str(step.part) == part.id
    named = any(name and name.casefold() in step.hvem.casefold() for name in (part.navn, *part.kaldes))
    return named or bool(_COUNCIL.search(step.hvem))


def _hit(aftale: Aftale, part: Part, treated: list[Behandling]) -> Hit:
    name = part.navn or part.id
    help = "Skriv under behandling: hvem i kommunen der har anbefalet aftalen, part:, dato: og udfald: anbefalet."
    if not treated:
        message = f"Det står ikke under behandling, at {name} har anbefalet aftalen."
        return Hit(aftale.key("behandling"), message, help, subject=str(part.id))
    last = treated[-1]
    found = f"udfaldet er «{last.udfald.value}»" if last.udfald else "der står intet udfald"
    message = f"{name} har behandlet aftalen, men {found}; der bedes om kommunens anbefaling."
    return Hit(last.at("udfald"), message, help, subject=str(part.id))
