"""Et boligområde får ikke sin egen opmærksomhed.

## Hvorfor
Områder er forskellige. Har et område ingen medarbejder på stedet, eller er det beskrevet med de samme ord som et
andet, bliver det let overset.

## Forkert
```yaml
boligområder:
  - {id: solbakken, navn: Solbakken, afdelinger: [{part: bolig, numre: ["7"]}]}
  - {id: birkely, navn: Birkely, afdelinger: [{part: bolig, numre: ["8"]}]}
organisation:
  stillinger: [{id: s1, titel: Konsulent, timer: 37, ansat_hos: bolig, områder: [solbakken]}]
```

## Rigtigt
```yaml
boligområder:
  - {id: solbakken, navn: Solbakken, afdelinger: [{part: bolig, numre: ["7"]}]}
  - {id: birkely, navn: Birkely, afdelinger: [{part: bolig, numre: ["8"]}]}
organisation:
  stillinger: [{id: s1, titel: Konsulent, timer: 37, ansat_hos: bolig, områder: [solbakken, birkely]}]
```

## Kilde
`vive-2021` (evaluering, interview), l. 1301-1309: hvert område kan have brug for sin egen strategi; l. 1525-1528: den
«fysiske tilstedeværelse» er afgørende.

## Forbehold
Reglen ser på stillingernes områder, når nogen har dem, og på områdernes beskrivelse, ord for ord. Er der kun ét
boligområde, tier den. `vive-2021` handler om én plan og siger selv, at den kun er relevant for den.
"""

from collections.abc import Iterator
from itertools import combinations

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.parter import Boligomraade
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.evidence import backed, vive
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule


@rule("RAD518", "naas-alle-omraader", Severity.RAAD, sources=("vive-2021",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each area that no post covers, though some name areas, and for each told in another's words."""
    areas = aftale.boligomraader
    if len(areas) > 1:
        yield from _unmanned(aftale)
        for first, second in combinations(areas, 2):
            if first.beskrivelse and second.beskrivelse and _words(first) == _words(second):
                yield Hit(
                    second.at("beskrivelse"),
                    f"{second.navn} er beskrevet med de samme ord som {first.navn}.",
                    backed("Skriv, hvad der er særligt for hvert område.", vive("1301-1309")),
                    (Related(first.at("beskrivelse"), "de samme ord"),),
                    subject="samme ord",
                )


def _unmanned(aftale: Aftale) -> Iterator[Hit]:
    organisation = aftale.organisation
    if organisation is None or not all_read(organisation, "stillinger", "omraader"):
        return
    covered = {str(ref) for stilling in organisation.stillinger for ref in stilling.omraader}
    for area in aftale.boligomraader if covered else ():
        if area.id and area.id not in covered:
            yield Hit(
                area.at("id"),
                f"Ingen medarbejder er knyttet til {area.navn}.",
                backed(f"Skriv områder: [{area.id}] ved den stilling, der er til stede dér.", vive("1525-1528")),
                subject="medarbejder",
            )


def _words(area: Boligomraade) -> list[str]:
    return area.beskrivelse.text.casefold().split() if area.beskrivelse else []
