"""Et boligområde har en udviklingsplan, men afsnit 4 siger ikke, hvordan planen og indsatsen koordineres.

## Hvorfor
Hvor der rives ned, bygges om og genhuses, rammer to planer de samme beboere. De skal trække samme vej.

## Forkert
```yaml
boligområder:
  - {id: solbakken, navn: Solbakken, afdelinger: [{part: bolig, numre: ["7"]}], status: [udsat], udviklingsplan: ja}
```

## Rigtigt
```yaml
boligområder:
  - {id: solbakken, navn: Solbakken, afdelinger: [{part: bolig, numre: ["7"]}], status: [udsat], udviklingsplan: ja}
samspil:
  tekst: Skole og jobcenter er med i arbejdet.
  udviklingsplaner: Projektlederen for udviklingsplanen og indsatsens leder mødes hver måned.
```

## Kilde
`lbf-orienterer-2020` (Landsbyggefondens egen side): «Der skal være opmærksomhed på koordinering af indsatser i områderne.
I særdeleshed i områder, hvor der er en udviklingsplan.»

## Forbehold
Står ordet «udviklingsplan» i afsnittets egen tekst, tier reglen; om det, der står, er nok, er et skøn. Er hele afsnit 4
tomt, siger LBF081 det. At området selv står som omdannelsesområde, er ikke nok til at vide, at der er en plan; det
siger `udviklingsplan: ja`.
"""

from collections.abc import Iterator

from aftale_builder.findings import Anchored, Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.parter import Boligomraade
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing


@rule(
    "LBF084",
    "udviklingsplan-uden-samspil",
    Severity.ADVARSEL,
    sources=("lbf-orienterer-2020#udviklingsplan",),
    krav="udviklingsplan_koordineres",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield one hit where areas have a udviklingsplan that section 4 does not speak of."""
    planned = [area for area in aftale.boligomraader if area.udviklingsplan]
    samspil = aftale.samspil
    if not planned or samspil is None or unwritten(aftale, "samspil"):
        return
    if not samspil.whole("tekst") or not unwritten(samspil, "udviklingsplaner"):
        return
    if samspil.tekst is None or "udviklingsplan" not in samspil.tekst.text.casefold():
        yield _hit(samspil.key("udviklingsplaner"), planned)


def _hit(at: Anchored, planned: list[Boligomraade]) -> Hit:
    names = listing(f"«{area.navn or area.id}»" for area in planned)
    return Hit(
        at,
        f"{names} har en udviklingsplan, men afsnit 4 siger ikke, hvordan den koordineres med indsatsen.",
        "Skriv udviklingsplaner: under samspil: hvem der mødes, hvornår, og om hvad.",
        tuple(Related(area.at("udviklingsplan"), "her står, at området har en udviklingsplan") for area in planned),
        subject=" ".join(sorted(str(area.id) for area in planned)),
    )
