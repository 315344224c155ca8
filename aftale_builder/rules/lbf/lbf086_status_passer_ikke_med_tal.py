"""Et områdes status efter § 61 a passer ikke med de tal, der står ved det.

## Hvorfor
Status og nøgletal læses sammen. Siger de hver sit, er det ene forkert, og læseren ved ikke hvilket.

## Forkert
```yaml
boligområder:
  - id: solbakken
    navn: Solbakken
    afdelinger: [{part: bolig, numre: ["7"]}]
    status: [udsat]
    beboere: 640
```

## Rigtigt
```yaml
boligområder:
  - id: solbakken
    navn: Solbakken
    afdelinger: [{part: bolig, numre: ["7"]}]
    status: [udsat]
    beboere: 1.640
    nøgletal:
      - tekst: 30-59-årige, der alene har en grundskoleuddannelse
        værdi: 66,2
        enhed: pct
        år: 2021
        gælder: Solbakken
        kilde: Ministeriets liste
```

## Kilde
`almenboliglov-61a` (lov), gengivet med vores ord: mindst 1.000 beboere og mindst to af fire kriterier; et parallelsamfund har
desuden mere end halvdelen af beboerne fra ikkevestlige lande.

## Forbehold
Der dømmes kun om tal, der kan genkendes: andele i pct. med områdets navn (eller intet) under `gælder:`, de nyeste af slagsen. To
af kriterierne er gennemsnit over to år; et tal, hvis tekst ikke siger det, dømmes ikke. Dømte kan ikke læses af et nøgletal. Et
omdannelsesområde har været parallelsamfund i fem år; det kan ikke afgøres af tallene her og står på læserens tjekliste. Tallene
på den liste, området står på, kan være fra et andet år end dem i aftalen. Siger området intet om status, dømmes der ikke.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from aftale_builder.findings import Anchored, Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import Enhed, OmraadeStatus
from aftale_builder.model.parter import Boligomraade, Noegletal
from aftale_builder.regulation import Kriterium, Regulativ, UdsatteOmraader
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing

_PARALLEL = frozenset({OmraadeStatus.PARALLELSAMFUND, OmraadeStatus.OMDANNELSESOMRAADE})
_LISTED = _PARALLEL | {OmraadeStatus.UDSAT}
_TWO_YEARS = re.compile(r"(?<!\w)(?:to|2)[ -]?års?(?!\w)|(?<!\w)toårs", re.IGNORECASE)


@rule(
    "LBF086",
    "status-passer-ikke-med-tal",
    Severity.ADVARSEL,
    sources=("almenboliglov-61a",),
    needs=lambda data: data.udsatte_omraader,
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each way in which the figures of an area gainsay its status."""
    lists = regulativ.udsatte_omraader
    for area in aftale.boligomraader if lists is not None else ():
        if lists is not None and area.whole("status") and _LISTED.intersection(area.status):
            yield from _too_few(area, lists)
            yield from _too_mild(area, lists)
            yield from _not_parallel(area, lists.parallelsamfund)


def _too_few(area: Boligomraade, lists: UdsatteOmraader) -> Iterator[Hit]:
    if area.beboere is not None and area.beboere < lists.mindst_beboere:
        found = f"har {_number(area.beboere)} beboere; et udsat boligområde har mindst {_number(lists.mindst_beboere)}"
        yield _hit(area, found, "beboere", [area.at("beboere")])


def _too_mild(area: Boligomraade, lists: UdsatteOmraader) -> Iterator[Hit]:
    """Yield a hit where so many criteria are known not to be met that too few are left."""
    figures = [(criterion, _figure(area, criterion)) for criterion in lists.kriterier]
    unmet = [(each, at) for each, at in figures if at is not None and at.vaerdi is not None and not each.met(at.vaerdi)]
    if len(lists.kriterier) - len(unmet) < lists.mindst_opfyldte:
        names = listing(f"{each.navn} (skal være {each.opfyldt} {each.graense} pct.)" for each, _ in unmet)
        found = f"opfylder ikke {len(unmet)} af de {len(lists.kriterier)} kriterier: {names}"
        yield _hit(area, found, "kriterier", [figure.at("vaerdi") for _, figure in unmet])


def _not_parallel(area: Boligomraade, criterion: Kriterium) -> Iterator[Hit]:
    figure = _figure(area, criterion)
    if figure is None or figure.vaerdi is None:
        return
    said = bool(_PARALLEL.intersection(area.status))
    if said != criterion.met(figure.vaerdi):
        share = f"{_number(figure.vaerdi)} pct. {criterion.navn}; grænsen for et parallelsamfund er {criterion.graense} pct."
        yield _hit(area, f"har {share}".rstrip("."), "parallelsamfund", [figure.at("vaerdi")])


def _figure(area: Boligomraade, criterion: Kriterium) -> Noegletal | None:
    """Return the newest of the area's own figures that is surely of the criterion."""
    found = [figure for figure in area.noegletal if criterion.ord and _is_of(figure, criterion) and _is_own(area, figure)]
    return max(found, key=lambda figure: figure.aar or 0, default=None)


def _is_of(figure: Noegletal, criterion: Kriterium) -> bool:
    told = figure.tekst.casefold().replace("ikke-vest", "ikkevest")
    averaged = criterion.snit_aar == 1 or bool(_TWO_YEARS.search(told))
    return figure.enhed is Enhed.PCT and averaged and all(word in told for word in criterion.ord)


def _is_own(area: Boligomraade, figure: Noegletal) -> bool:
    names = (area.navn, *area.kaldes)
    return not figure.gaelder or any(name and name.casefold() in figure.gaelder.casefold() for name in names)


def _hit(area: Boligomraade, found: str, subject: str, at: list[Anchored]) -> Hit:
    status = listing(f"«{status.value}»" for status in area.status)
    return Hit(
        area.at("status"),
        f"{area.navn or f'«{area.id}»'} står som {status}, men {found}.",
        "Ret status:, så den er som på ministeriets seneste liste, eller ret tallet.",
        tuple(Related(place, "tallet står her") for place in at),
        subject=subject,
    )


def _number(value: int | Decimal) -> str:
    return f"{value:,}".translate(str.maketrans(",.", ".,"))
