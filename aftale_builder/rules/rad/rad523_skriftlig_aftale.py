"""En delaftale siger ikke, hvordan parterne arbejder sammen.

## Hvorfor
Det skal være klart, hvem der løser hvad, hvem der stiller lokaler og timer til rådighed, og hvem der samordner det.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob}]}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob}], samarbejde: Indsatsens leder samordner.}
```

## Kilde
`sfi-2013` (evaluering, casestudie), l. 4434-4443: efter dårlige erfaringer ville man have skriftlige aftaler om
opgaver, lokaler og koordinering.

## Forbehold
Et bilag om arbejdsdeling eller samarbejde er nok for alle delaftaler. Rollerne i den enkelte aktivitet dømmes af
LBF039. `sfi-2013` beskriver ordningen 2006-10, der siden er ændret, og dens cases er ikke repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler, has
from aftale_builder.rules.evidence import backed, sfi
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule("RAD523", "skriftlig-aftale", Severity.RAAD, sources=("sfi-2013",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each delaftale that says nothing of how its parties work together, unless an annex does."""
    if any(has(bilag.titel, "arbejdsdeling", "samarbejd", "rollefordeling") for bilag in aftale.bilag):
        return
    for _, delaftale in delaftaler(aftale):
        if delaftale.aktiviteter and unwritten(delaftale, "samarbejde"):
            yield Hit(
                delaftale.at("samarbejde"),
                "Delaftalen siger ikke, hvordan parterne arbejder sammen.",
                backed(
                    "Skriv samarbejde: med, hvem der samordner, og hvem der stiller lokaler og timer til rådighed.",
                    sfi("4434-4443"),
                ),
                subject="samarbejde",
            )
