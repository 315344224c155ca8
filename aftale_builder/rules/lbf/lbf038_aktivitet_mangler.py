"""En delaftale har ingen aktiviteter.

## Hvorfor
Delaftalen er den konkrete aftale om, hvad der skal ske. Uden aktiviteter er der intet at fordele ansvaret for.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      parter: [bolig, kommune]
      delmål: [{id: d1, tekst: Flere unge får fritidsjob.}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      parter: [bolig, kommune]
      aktiviteter:
        - {id: a1, navn: Fritidsjob, ansvarlig: bolig, roller: [{part: kommune, opgave: Finder virksomheder}]}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 6: «delmål, aktiviteter og den indbyrdes ansvars- og rollefordeling
mellem de parter, der er involveret i indsatsen».

## Forbehold
Taler delaftalens egen tekst om aktiviteter, siger reglen, at de kun står i prosa og ikke kan bedømmes. Er der ingen
delaftale, siges det af LBF032.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.delaftaler import name_of, told, written
from aftale_builder.rules.mentions import missing
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule


@rule("LBF038", "aktivitet-mangler", Severity.FEJL, sources=("lbf-skabelon-2019#delaftalens-indhold",), krav="aktiviteter")
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each delaftale without aktiviteter."""
    for indsats, delaftale in written(aftale):
        if unwritten(delaftale, "aktiviteter"):
            area = name_of(indsats, regulativ)
            yield missing(
                delaftale.key("aktiviteter"),
                f"Aktiviteterne i delaftalen for «{area}»",
                f"Delaftalen for «{area}» har ingen aktiviteter.",
                "Skriv dem under aktiviteter: med id, navn, delmål og ansvarlig.",
                told(delaftale, "aktivitet"),
                "hvilke de er, og hvem der har ansvaret",
            )
