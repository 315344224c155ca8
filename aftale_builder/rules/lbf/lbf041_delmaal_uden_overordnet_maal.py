"""Et delmål peger ikke hen imod et af de faste mål.

## Hvorfor
Landsbyggefonden har fastsat faste overordnede mål. Delaftalernes indhold skal pege hen imod dem; ellers kan bestyrelsen
ikke sige, hvad indsatsen bidrager til.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob.}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      delmål: [{id: d1, tekst: Flere unge får fritidsjob., mål: [tilknyttet-arbejdsmarkedet]}]
```

## Kilde
`lbf-skabelon-2019` (skabelonens egen tekst), pkt. 6: «Indholdet i delaftalerne skal pege hen imod de fastsatte mål».

## Forbehold
Peger intet af delaftalens delmål på et mål, er det en fejl; mangler det ved nogle af flere, er det en advarsel ved
hvert. Om delmålet i virkeligheden bringer målet nærmere, må et menneske bedømme. Et mål, der ikke findes, siges af
KON106.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.delaftaler import name_of, written
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing


@rule(
    "LBF041",
    "delmaal-uden-overordnet-maal",
    Severity.FEJL,
    Severity.ADVARSEL,
    sources=("lbf-skabelon-2019#peger-på-mål",),
    krav="peger_paa_maal",
)
def check(aftale: Aftale, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a fejl where no delmål of a delaftale points at a fixed goal, else an advarsel for each that does not."""
    for indsats, delaftale in written(aftale):
        area = regulativ.indsatsomraade(indsats.omraade)
        goals = listing(area.maal if area is not None else (goal.id for goal in regulativ.maal))
        silent = [delmaal for delmaal in delaftale.delmaal if delmaal.absent("maal")]
        if silent and len(silent) == len(delaftale.delmaal) and all_read(delaftale, "delmaal"):
            yield Hit(
                delaftale.key("delmaal"),
                f"Ingen delmål i delaftalen for «{name_of(indsats, regulativ)}» peger hen imod et af de faste mål.",
                f"Skriv mål: ved hvert delmål; til dette indsatsområde hører {goals}.",
                severity=Severity.FEJL,
                subject="ingen",
            )
            continue
        for delmaal in silent:
            yield Hit(
                delmaal.key("maal"),
                f"Delmålet «{delmaal.tekst.rstrip('.') or delmaal.id}» peger ikke hen imod et af de faste mål.",
                f"Skriv mål: ved delmålet; til dette indsatsområde hører {goals}.",
                severity=Severity.ADVARSEL,
                subject=delmaal.id,
            )
