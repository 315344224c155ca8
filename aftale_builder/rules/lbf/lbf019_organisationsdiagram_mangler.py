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
viser det rigtige, må et menneske se. Siger en tekst, at det er bilag, uden at det er med, siger reglen, hvor det er lovet.
Er der intet skrevet om organisationen, siges det af LBF010.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.documents import Document
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule

_DIAGRAM = Document(
    what="Organisationsdiagrammet",
    absent="Der er intet organisationsdiagram.",
    help="Skriv diagram: ja under organisation:, så tegnes det af organerne, eller diagram_fil: med jeres egen tegning.",
    words=r"\w*organisations(?:diagram|plan)",
)


@rule(
    "LBF019",
    "organisationsdiagram-mangler",
    Severity.FEJL,
    sources=("lbf-skabelon-2019#organisationsdiagram",),
    krav="organisationsdiagram",
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where the diagram is neither drawn nor brought along."""
    organisation = aftale.organisation
    if organisation is None or unwritten(aftale, "organisation") or not organisation.whole("diagram", "diagram_fil"):
        return
    if not organisation.diagram and not organisation.diagram_fil:
        yield from _DIAGRAM.lacking(aftale, regulativ, organisation.key("diagram"))
