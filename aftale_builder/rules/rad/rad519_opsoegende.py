"""Ingen aktivitet er opsøgende.

## Hvorfor
De ensomme og dem, der mistrives i stilhed, kommer ikke af sig selv. Nogen må banke på.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob, rekruttering: Der hænger opslag i opgangene.}]}
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale: {aktiviteter: [{id: a1, navn: Fritidsjob, rekruttering: Medarbejderen opsøger de unge på boldbanen.}]}
```

## Kilde
`vive-2021` (evaluering, interview), l. 1551-1563: det opsøgende fyldte lidt, og stille beboere blev ikke fundet.
`sfi-2013` (evaluering, casestudie), l. 4951-4957: opsøgende og motiverende arbejde er en effektiv måde at få beboere
med på.

## Forbehold
Reglen ser efter ord som opsøge, banke på, dør til dør og hjemmebesøg i aktiviteterne. Er ingen aktivitet beskrevet med
ord, tier den. `vive-2021` handler om én plan og siger selv, at den kun er relevant for den. `sfi-2013` beskriver
ordningen 2006-10, der siden er ændret, og dens cases er ikke repræsentative.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import aktiviteter_read, has, texts
from aftale_builder.rules.evidence import backed, sfi, vive
from aftale_builder.rules.registry import rule

_OUTREACH = ("opsøg", "bank", "dør til dør", "døren", "hjemmebesøg", "dørrunde", "stemme dørklokker")


@rule(
    "RAD519",
    "opsoegende",
    Severity.RAAD,
    sources=(
        "vive-2021",
        "sfi-2013",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where aktiviteter are told of and none of them seeks people out."""
    words = [texts(one.navn, one.formaal, one.indhold, one.rekruttering) for one in aftale.aktiviteter]
    described = any(one.formaal or one.indhold or one.rekruttering for one in aftale.aktiviteter)
    if described and aktiviteter_read(aftale, "formaal", "indhold", "rekruttering") and not has("\n".join(words), *_OUTREACH):
        yield Hit(
            aftale.key("indsatsomraader"),
            "Ingen aktivitet er opsøgende: beboere, der ikke selv kommer, bliver ikke fundet.",
            backed(
                "Skriv under rekruttering:, hvem der opsøger hvem, eller tilføj en opsøgende aktivitet.",
                vive("1551-1563"),
                sfi("4951-4957"),
            ),
            subject="opsøgende",
        )
