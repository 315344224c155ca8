"""Et boligområde har ingen almene afdelinger.

## Hvorfor
Tilskuddet gives til områder med udsatte almene boligafdelinger. Uden afdelingernes numre og ejere kan ingen se, hvem
det gælder, og indberetningsskemaet kan ikke udfyldes.

## Forkert
```yaml
boligområder:
  - {id: solbakken, navn: Solbakken}
```

## Rigtigt
```yaml
boligområder:
  - {id: solbakken, navn: Solbakken, afdelinger: [{part: bolig, numre: ["7"]}], status: [udsat]}
```

## Kilde
`almenboliglov-91a` (lov), stk. 1: «områder med udsatte almene boligafdelinger».

## Forbehold
Ejeren skal være part i aftalen: peger en afdeling på en part, der ikke findes, siges det af KON106, og mangler ejeren,
af KLD008. Om numrene er de rigtige, må boligorganisationen selv se efter.
"""

from collections.abc import Iterator

from aftale_builder.findings import Anchored, Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.parter import Boligomraade
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule

_HELP = 'Skriv for eksempel afdelinger: [{part: bolig, numre: ["7"]}] ved boligområdet.'


@rule("LBF004", "afdeling-uden-part", Severity.FEJL, sources=("almenboliglov-91a#udsatte",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where there is no boligområde, for each that lists no afdelinger, and for each owner without numbers."""
    if unwritten(aftale, "boligomraader"):
        yield Hit(
            aftale.key("boligomraader"),
            "Aftalen siger ikke, hvilke boligområder og afdelinger den gælder.",
            f"Skriv dem under boligområder: med id og navn. {_HELP}",
            subject="boligområder",
        )
    for area in aftale.boligomraader:
        for at in _gaps(area):
            message = f"Boligområdet «{area.navn or area.id}» siger ikke, hvilke afdelinger det har."
            yield Hit(at, message, _HELP, subject=area.id)


def _gaps(area: Boligomraade) -> Iterator[Anchored]:
    if unwritten(area, "afdelinger"):
        yield area.key("afdelinger")
    for own in area.afdelinger:
        if own.absent("numre"):
            yield own.at("numre")
