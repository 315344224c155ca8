"""En delaftale har ingen delmål.

## Hvorfor
Delaftalen skal sige, hvad indsatsen skal nå i sit område. Uden delmål kan ingen følge op på den, og aktiviteterne har
intet at pege på.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {parter: [bolig, kommune]}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      parter: [bolig, kommune]
      delmål: [{id: d1, tekst: Flere unge får fritidsjob., mål: [tilknyttet-arbejdsmarkedet]}]
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 6: «delmål, aktiviteter og den indbyrdes ansvars- og rollefordeling
mellem de parter, der er involveret i indsatsen».

## Forbehold
Taler delaftalens egen tekst om delmål, siger reglen, at de kun står i prosa og ikke kan bedømmes. Er der ingen
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


@rule("LBF037", "delmaal-mangler", Severity.FEJL, sources=("lbf-skabelon-2019#delaftalens-indhold",), krav="delmaal")
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each delaftale without delmål."""
    for indsats, delaftale in written(aftale):
        if unwritten(delaftale, "delmaal"):
            area = name_of(indsats, regulativ)
            yield missing(
                delaftale.key("delmaal"),
                f"Delmålene i delaftalen for «{area}»",
                f"Delaftalen for «{area}» har ingen delmål.",
                "Skriv dem under delmål: med id, tekst og det faste mål, de peger hen imod.",
                told(delaftale, "delmål"),
                "hvad de er, og hvilke faste mål de peger hen imod",
            )
