"""En aktivitet har ingen milepæl.

## Hvorfor
En milepæl pr. aktivitet gør det muligt at se undervejs, om den er kommet i gang, og om den er ved at nå det, den skal.

## Forkert
```yaml
milepæle: [{id: m1, dato: 2022-11-15, tekst: De ni faste indikatorer gennemgås.}]
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob}]}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      aktiviteter: [{id: a1, navn: Jobklub, milepæle: [{id: ma, dato: 2022-06-01, tekst: De første ti unge er i job.}]}]
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), Aftaledokumenter: «En milepælsplan».

## Forbehold
Skabelonen kræver en plan, ikke en milepæl pr. aktivitet: det sidste er vores råd. En milepæl i den fælles plan tæller
også, når dens tekst nævner aktivitetens navn. Er der slet ingen milepæle, siger LBF072 det.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler, gathered
from aftale_builder.rules.reading import all_read, unwritten
from aftale_builder.rules.registry import rule


@rule("LOG209", "aktivitet-uden-milepael", Severity.RAAD, sources=("lbf-skabelon-2019#bilag-milepælsplan",), krav="milepaelsplan")
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for the aktiviteter of each delaftale that have no milestone, neither their own nor one that names them."""
    if not all_read(aftale, "milepaele", "tekst") or not (aftale.milepaele or any(item.milepaele for item in aftale.aktiviteter)):
        return
    plan = "\n".join(milepael.tekst for milepael in aftale.milepaele).casefold()
    for _, delaftale in delaftaler(aftale):
        lacking = [item for item in delaftale.aktiviteter if unwritten(item, "milepaele") and item.navn.casefold() not in plan]
        help = "Skriv milepæle: [{id: …, dato: …, tekst: …}] ved hver aktivitet, for eksempel når den er kommet i gang."
        yield from gathered(delaftale, lacking, "milepaele", "har ingen milepæl", help)
