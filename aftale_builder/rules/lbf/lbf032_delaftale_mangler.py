"""Et valgt indsatsområde har ingen delaftale.

## Hvorfor
Delmål, aktiviteter og fordelingen af ansvar og roller fastlægges i en delaftale for hvert valgt indsatsområde. Den
vedlægges aftalen og holdes ajour.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    problemkompleks: 38 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet (LBF, 2021).
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
`lbf-skabelon-2019` (skabelonens egen tekst), Aftaledokumenter: «En delaftale for hvert af de valgte indsatsområder».

## Forbehold
Hvad der står i delaftalen, dømmes af andre regler. Ligger delaftalen som bilag, siger reglen, at den kun står der og ikke
kan bedømmes. Siger indsatsområdets egen tekst, at delaftalen er bilag, uden at den er med, siger reglen, hvor den er lovet.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Anchored, Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.indsats import Indsatsomraade
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.delaftaler import name_of
from aftale_builder.rules.documents import not_there, promise, promising
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule

_SPOKEN_OF = re.compile(r"(?<!denne )(?<!nærværende )(?<!\w)delaftale", re.IGNORECASE)


@rule(
    "LBF032",
    "delaftale-mangler",
    Severity.FEJL,
    sources=("lbf-skabelon-2019#bilag-delaftale", "lbf-skabelon-2019#delaftaler"),
    krav="delaftaler",
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each chosen indsatsområde without a delaftale."""
    for indsats in aftale.indsatsomraader:
        if unwritten(indsats, "delaftale"):
            own = [line for line in promising(aftale, regulativ) if line.problem and line.indsats == indsats.omraade]
            yield _hit(aftale, indsats, name_of(indsats, regulativ), promise(own, _SPOKEN_OF))


def _hit(aftale: Aftale, indsats: Indsatsomraade, name: str, promised: Anchored | None) -> Hit:
    at = indsats.key("delaftale")
    help = "Skriv delaftale: med delmål og aktiviteter under indsatsområdet, eller delaftale: !fil med en fil for sig."
    what = f"Delaftalen for «{name}»"
    for bilag in aftale.bilag:
        if name and _SPOKEN_OF.search(bilag.titel) and name.casefold() in bilag.titel.casefold():
            related = Related(bilag.at("titel"), "bilaget står her")
            return Hit(at, f"{what} står kun som bilag, kan ikke bedømmes.", help, (related,), subject=what)
    return not_there(at, what, f"Indsatsområdet «{name}» har ingen delaftale.", help, promised)
