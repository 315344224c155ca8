"""Der er intet organisationsdiagram.

## Hvorfor
Beskrivelsen af organiseringen skal suppleres med et diagram, så enhver kan se, hvem der sidder hvor, og hvem der taler
med hvem.

## Forkert
```yaml
organisation:
  organer:
    - {id: bestyrelse, type: bestyrelse, medlemmer: [{part: bolig, titel: Direktør}, {part: kommune, titel: Direktør}]}
```

## Rigtigt
```yaml
organisation:
  diagram: ja
  organer:
    - id: bestyrelse
      type: bestyrelse
      medlemmer:
        - {part: bolig, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
        - {part: kommune, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
    - {id: følgegruppe, type: følgegruppe}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 3: «Beskrivelsen af organiseringen skal suppleres med et
organisationsdiagram.»

## Forbehold
`diagram: ja` tegner diagrammet af organerne; `diagram_fil:` eller et bilag med fil er et, I selv har tegnet. Om det
viser det rigtige, må et menneske se. Er der intet skrevet om organisationen, siges det af LBF010.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.mentions import mention, missing
from aftale_builder.rules.reading import all_read, unwritten
from aftale_builder.rules.registry import rule

_HELP = "Skriv diagram: ja under organisation:, så tegnes det af organerne, eller diagram_fil: med jeres egen tegning."
_NAMES = ("organisationsdiagram", "organisationsplan")


@rule(
    "LBF019",
    "organisationsdiagram-mangler",
    Severity.FEJL,
    sources=("lbf-skabelon-2019#organisationsdiagram",),
    krav="organisationsdiagram",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the diagram is neither drawn nor brought along."""
    organisation = aftale.organisation
    if organisation is None or unwritten(aftale, "organisation") or not organisation.whole("diagram", "diagram_fil"):
        return
    if organisation.diagram or organisation.diagram_fil or not all_read(aftale, "bilag", "titel", "fil"):
        return
    if any(bilag.fil and any(name in bilag.titel.casefold() for name in _NAMES) for bilag in aftale.bilag):
        return
    told = mention(aftale, "|".join(_NAMES), section="organisation")
    at = organisation.key("diagram")
    yield missing(at, "Organisationsdiagrammet", "Der er intet organisationsdiagram.", _HELP, told)
