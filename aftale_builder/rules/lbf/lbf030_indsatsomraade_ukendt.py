"""Et indsatsområde er ikke blandt dem, rammen har fastlagt.

## Hvorfor
Landsbyggefonden har fastlagt, hvilke indsatsområder en indsats skal holde sig inden for. De er forskellige fra
generation til generation.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelsen
    problemkompleks: 38 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet (LBF, 2021).
    kerneudfordringer: [{id: k1, tekst: For få unge har et fritidsjob.}]
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob., kerneudfordringer: [k1]}]
      aktiviteter: [{id: a1, navn: Fritidsjob, delmål: [d1], ansvarlig: bolig}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    problemkompleks: 38 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet (LBF, 2021).
    kerneudfordringer: [{id: k1, tekst: For få unge har et fritidsjob.}]
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob., kerneudfordringer: [k1]}]
      aktiviteter: [{id: a1, navn: Fritidsjob, delmål: [d1], ansvarlig: bolig}]
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 6: «De fastlagte indsatsområder, som den boligsociale indsats skal
holde sig inden for». `lbf-indsatser` (Landsbyggefondens egen side) nævner de samme.

## Forbehold
Listen er generationens data. Reglen ser på det valgte områdes navn, ikke på, om indholdet hører under det. Hvad der
ellers peger på området (budgetposter, milepæle), dømmes af KON106, der tier, når fejlen er her.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.reading import nearest
from aftale_builder.regulation import Regulativ, regulativ, regulativer
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing


@rule(
    "LBF030",
    "indsatsomraade-ukendt",
    Severity.FEJL,
    sources=("lbf-skabelon-2019#indsatsområder", "lbf-indsatser"),
    krav="indsatsomraader",
)
def check(aftale: Aftale, generation: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each chosen indsatsområde that the generation's list does not have."""
    known = {item.id: item.navn for item in generation.indsatsomraader}
    for indsats in aftale.indsatsomraader:
        chosen = indsats.omraade
        if chosen is None or chosen in known:
            continue
        near = nearest(chosen, known)
        yield Hit(
            indsats.at("omraade"),
            f"«{chosen}» er ikke blandt indsatsområderne i {generation.navn}{_elsewhere(chosen, generation)}.",
            f"Mente du «{near}»?" if near else f"Vælg blandt {listing(known)}.",
            subject=chosen,
        )


def _elsewhere(chosen: str, generation: Regulativ) -> str:
    """Return a remark where another generation has the area."""
    others = (regulativ(name) for name in regulativer() if name != generation.id)
    names = [other.navn for other in others if other is not None and other.indsatsomraade(chosen) is not None]
    return f"; det hører til {listing(names)}" if names else ""
