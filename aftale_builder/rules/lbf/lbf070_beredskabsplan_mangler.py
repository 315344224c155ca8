"""Der er ingen beredskabsplan.

## Hvorfor
Beredskabsplanen siger, hvem der gør hvad, når noget sker i området. Den skal vedlægges aftalen.

## Forkert
```yaml
beredskabsplan:
```

## Rigtigt
```yaml
beredskabsplan:
  situationer:
    - {hændelse: Uro i området, ansvarlig: Indsatsens leder, handling: Lederen samler parterne samme dag.}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), Aftaledokumenter: «En beredskabsplan».

## Forbehold
Landsbyggefondens skabelon til beredskabsplanen kendes ikke; reglen ser kun, at der er en. Ligger den færdig som bilag
med fil, er kravet opfyldt. Siger en tekst, at den er bilag, uden at den er med, siger reglen, hvor den er lovet.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.documents import Document
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule

_PLAN = Document(
    what="Beredskabsplanen",
    absent="Der er ingen beredskabsplan.",
    help="Skriv beredskabsplan: med situationer: hændelse, ansvarlig, handling og hvem der orienteres.",
    words="beredskabsplan",
)


@rule(
    "LBF070", "beredskabsplan-mangler", Severity.FEJL, sources=("lbf-skabelon-2019#bilag-beredskabsplan",), krav="beredskabsplan"
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where there is no beredskabsplan."""
    if unwritten(aftale, "beredskabsplan"):
        yield from _PLAN.lacking(aftale, regulativ, aftale.key("beredskabsplan"))
