"""Forankringen siger ikke, hvilken slags den er.

## Hvorfor
Frivillige, ansatte beboere, en organisation og en kommunal institution kræver hver sin forberedelse. Siges det
tidligt, kan den begynde.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob, forankring: {tekst: Den fortsætter.}}]}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob, forankring: {form: ophører, tekst: Den slutter.}}]}
```

## Kilde
`kk-2011` (evaluering, interview), l. 26-31: beboernes frivillige arbejde, ansatte eller uddannede beboere, partnerskab
med en organisation, en kommunal institution.

## Forbehold
«Ophører» er også et svar. Mangler forankringen helt, siger LOG211 det. `kk-2011` handler om København i 2011.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler, gathered
from aftale_builder.rules.evidence import backed, kk
from aftale_builder.rules.reading import empty, unwritten
from aftale_builder.rules.registry import rule


@rule("RAD532", "forankring-type", Severity.RAAD, sources=("kk-2011",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for the aktiviteter whose forankring is told of without saying which kind it is."""
    for _, delaftale in delaftaler(aftale):
        lacking = [
            one
            for one in delaftale.aktiviteter
            if one.forankring is not None and not empty(one.forankring) and unwritten(one.forankring, "form")
        ]
        help = (
            "Skriv form: frivillige beboere, ansatte eller uddannede beboere, partnerskab med organisation, kommunal institution "
        )
        lack = "siger ikke, hvilken slags forankring der er tale om"
        yield from gathered(delaftale, lacking, "forankring", lack, backed(f"{help}eller ophører.", kk("26-31")))
