"""Intet delmål peger på et fast mål, som indsatsområdet hører til.

## Hvorfor
Hvert valgt indsatsområde hører til et af Landsbyggefondens faste mål. Peger delmålene kun på andre mål, er
indsatsområdet valgt uden at blive brugt.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {delmål: [{id: d1, tekst: Flere børn går i dagtilbud., mål: [fagligt-løft]}]}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {delmål: [{id: d1, tekst: Flere unge får fritidsjob., mål: [tilknyttet-arbejdsmarkedet]}]}
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 6: «Indholdet i delaftalerne skal pege hen imod de fastsatte mål».

## Forbehold
Har delmål slet ingen mål, siger LBF041 det, og denne regel tier om den delaftale. Om delmålene i virkeligheden peger
mod målet, må et menneske vurdere.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.indsats import Delaftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule


@rule(
    "LOG208",
    "overordnet-maal-uden-delmaal",
    Severity.ADVARSEL,
    sources=("lbf-skabelon-2019#peger-på-mål",),
    krav="peger_paa_maal",
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each fixed goal of a chosen indsatsområde that none of its delmål points at, though each points at one."""
    for indsats, delaftale in delaftaler(aftale):
        known = regulativ.indsatsomraade(indsats.omraade)
        if known is None or not delaftale.delmaal or not _all_point(delaftale, regulativ):
            continue
        for ref in set(known.maal) - {maal for delmaal in delaftale.delmaal for maal in delmaal.maal}:
            goal = regulativ.et_maal(ref)
            yield Hit(
                delaftale.key("delmaal"),
                f"Intet delmål for «{known.navn}» peger på dets faste mål: «{goal.tekst if goal else ref}».",
                f"Skriv mål: [{ref}] ved det delmål, der bidrager til det, eller tilføj et delmål.",
                subject=ref,
            )


def _all_point(delaftale: Delaftale, regulativ: Regulativ) -> bool:
    """Tell whether each delmål points at fixed goals that exist: LBF041 and KON106 speak of the rest."""
    return all_read(delaftale, "delmaal", "maal") and all(
        delmaal.maal and all(map(regulativ.et_maal, delmaal.maal)) for delmaal in delaftale.delmaal
    )
