"""En afdeling ligger i to boligområder.

## Hvorfor
Områdets tal, underskrifter og penge følger afdelingerne. Tæller en afdeling med to steder, passer ingen af delene.

## Forkert
```yaml
boligområder:
  - {id: solbakken, navn: Solbakken, afdelinger: [{part: bolig, numre: ["7"]}], status: [udsat]}
  - {id: kilden, navn: Kilden, afdelinger: [{part: bolig, numre: ["7", "8"]}], status: [udsat]}
```

## Rigtigt
```yaml
boligområder:
  - {id: solbakken, navn: Solbakken, afdelinger: [{part: bolig, numre: ["7"]}], status: [udsat]}
  - {id: kilden, navn: Kilden, afdelinger: [{part: bolig, numre: ["8"]}], status: [udsat]}
```

## Kilde
Vores egen vurdering: en afdeling ligger ét sted.

## Forbehold
To boligorganisationer må have hver sin afdeling med samme nummer. En afdeling, der er delt mellem to områder, kan reglen ikke
se; skriv, hvad der gælder, i en undtagelse.
"""

from collections.abc import Iterator

from aftale_builder.findings import Anchored, Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.parter import Afdelinger
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.registry import Over, rule
from aftale_builder.source.node import Scalar, Sequence


@rule("KON108", "afdeling-dobbelt", Severity.FEJL, sources=("vores",), over=Over.GENERAL)
def check(aftale: Aftale, _regulativ: Regulativ | None) -> Iterator[Hit]:
    """Yield a hit for each afdeling that an earlier line already has, in the same area or another."""
    first: dict[tuple[str, str], tuple[str, Anchored]] = {}
    for area in aftale.boligomraader:
        for owned in area.afdelinger:
            for number, at in _numbers(owned):
                name = area.navn or area.id
                earlier = first.setdefault((str(owned.part), number), (name, at))
                if earlier[1] is not at and owned.part:
                    where = f"både i {earlier[0]} og i {name}" if earlier[0] != name else f"to gange i {name}"
                    yield Hit(
                        at,
                        f"Afdeling {number} står {where}.",
                        "Lad afdelingen stå ét sted, i det område den ligger i.",
                        (Related(earlier[1], "den første gang står her"),),
                        subject=f"afdeling {number}",
                    )


def _numbers(owned: Afdelinger) -> Iterator[tuple[str, Anchored]]:
    """Yield each number as it is compared (no zeros before it), with its place."""
    node = owned.value("numre")
    items = node.items if isinstance(node, Sequence) else [node]
    for item in items:
        if isinstance(item, Scalar) and not item.empty:
            number = item.value.strip()
            yield number.lstrip("0") or number, item
