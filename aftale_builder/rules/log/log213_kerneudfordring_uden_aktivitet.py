"""En kerneudfordring bliver ikke mødt af nogen aktivitet.

## Hvorfor
Problemkomplekset peger på det, indsatsen skal gøre noget ved. En kerneudfordring, som intet delmål peger på, bliver
stående.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    kerneudfordringer: [{id: k1, tekst: Få unge har et fritidsjob.}, {id: k2, tekst: Mange fædre er uden arbejde.}]
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob., kerneudfordringer: [k1]}]
      aktiviteter: [{id: a1, navn: Fritidsjob, delmål: [d1]}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    kerneudfordringer: [{id: k1, tekst: Få unge har et fritidsjob.}, {id: k2, tekst: Mange fædre er uden arbejde.}]
    delaftale:
      delmål: [{id: d1, tekst: Flere unge og fædre får job., kerneudfordringer: [k1, k2]}]
      aktiviteter: [{id: a1, navn: Fritidsjob, delmål: [d1]}]
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 6: «de centrale kerneudfordringer, den boligsociale indsats skal
adressere».

## Forbehold
Delmålet knytter kerneudfordring og aktivitet sammen. Er der et delmål uden aktivitet, siger LOG202 det; er der ingen
delmål eller aktiviteter, siger LBF037 og LBF038 det. Om aktiviteten er det rigtige svar, må et menneske vurdere.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule


@rule(
    "LOG213",
    "kerneudfordring-uden-aktivitet",
    Severity.ADVARSEL,
    sources=("lbf-skabelon-2019#kerneudfordringer",),
    krav="problemkompleks",
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each kerneudfordring that no delmål of its indsatsområde points at."""
    for indsats, delaftale in delaftaler(aftale):
        if not delaftale.delmaal or not delaftale.aktiviteter or not all_read(delaftale, "delmaal", "kerneudfordringer"):
            continue
        met = {str(ref) for delmaal in delaftale.delmaal for ref in delmaal.kerneudfordringer}
        known = {kerne.id for kerne in indsats.kerneudfordringer}
        for kerne in indsats.kerneudfordringer if met <= known else ():
            if kerne.id and kerne.id not in met:
                yield Hit(
                    kerne.at("id"),
                    f"Ingen aktivitet møder kerneudfordringen «{kerne.id}»: {kerne.tekst.removesuffix('.')}.",
                    f"Skriv kerneudfordringer: [{kerne.id}] ved det delmål, der skal møde den, eller tilføj delmål og aktivitet.",
                    subject="delmål",
                )
