"""To ting har samme id.

## Hvorfor
Et id er det, andre steder peger på. Har to ting det samme, ved ingen, hvilken der menes, og den ene bliver glemt.

## Forkert
```yaml
boligområder:
  - {id: solbakken, navn: Solbakken, afdelinger: [{part: bolig, numre: ["7"]}]}
  - {id: solbakken, navn: Kilden, afdelinger: [{part: bolig, numre: ["8"]}]}
```

## Rigtigt
```yaml
boligområder:
  - {id: solbakken, navn: Solbakken, afdelinger: [{part: bolig, numre: ["7"]}]}
  - {id: kilden, navn: Kilden, afdelinger: [{part: bolig, numre: ["8"]}]}
```

## Kilde
Vores egen vurdering: et id, der er brugt to gange, gør aftalen tvetydig.

## Forbehold
Ting af forskellig slags må gerne dele et id (en part og en kilde kan begge hedde lbf). Ting af samme slags må ikke,
heller ikke når de står i hver sin delaftale: budgettet og rapporten peger på dem uden at nævne delaftalen.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.references import NAMES, definitions
from aftale_builder.rules.registry import Over, rule


@rule("KON107", "id-dobbelt", Severity.FEJL, sources=("vores",), over=Over.GENERAL)
def check(aftale: Aftale, _regulativ: Regulativ | None) -> Iterator[Hit]:
    """Yield a hit for each thing whose id an earlier one of its kind has."""
    for kind, by_id in definitions(aftale).items():
        for name, (first, *later) in by_id.items():
            yield from (_hit(NAMES[kind], name, first, thing) for thing in later)


def _hit(kind: tuple[str, str], name: str, first: Element, thing: Element) -> Hit:
    return Hit(
        thing.at("id"),
        f"To {kind[1]} har id'et «{name}».",
        "Giv den ene et andet id, og ret de steder, der peger på den.",
        (Related(first.at("id"), "den første står her"),),
        subject=name,
    )
