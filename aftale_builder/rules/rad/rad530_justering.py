"""Aftalen siger ikke, hvordan den bliver justeret undervejs.

## Hvorfor
En plan skal ikke følges til punkt og prikke i fire år. Er det aftalt, hvem der kan ændre hvad, bliver den ved med at
passe.

## Forkert
```yaml
lokal_evaluering: Der skrives en rapport.
```

## Rigtigt
```yaml
lokal_evaluering: Midtvejs justerer bestyrelsen aktiviteterne, sammenlignet med kommunen.
```

## Kilde
`sfi-2013` (evaluering, casestudie), l. 5706-5711: aktiviteterne skal ikke realiseres «til punkt og prikke», men
justeres efter behov. `cfbu-2015` (evaluering, interview), l. 736: organiseringen må ikke være mere rigid, end at der
kan justeres.

## Forbehold
Reglen ser efter ord som justere, tilpasse, revidere og ændre i den lokale evaluering, i delaftalernes opfølgning og i
kommissoriet. Er der ingen lokal evaluering, siger LBF080 det. `sfi-2013` beskriver ordningen 2006-10, der siden er
ændret, og dens cases er ikke repræsentative. `cfbu-2015` siger selv, at dens konklusioner ikke er entydige.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import delaftaler, has, texts
from aftale_builder.rules.evidence import backed, cfbu, sfi
from aftale_builder.rules.reading import unwritten
from aftale_builder.rules.registry import rule

_ADJUSTED = ("juster", "tilpas", "revider", "ændre", "ændring", "omlæg")


@rule(
    "RAD530",
    "justering",
    Severity.RAAD,
    sources=(
        "sfi-2013",
        "cfbu-2015",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where neither section 7, the delaftaler nor the kommissorium tell how the effort is adjusted."""
    if unwritten(aftale, "lokal_evaluering") or not aftale.whole("lokal_evaluering"):
        return
    charters = [text for item in aftale.kommissorium for text in (item.tekst, item.formaal, item.beslutninger, *item.opgaver)]
    words = texts(aftale.lokal_evaluering, *(delaftale.opfoelgning for _, delaftale in delaftaler(aftale)), *charters)
    if not has(words, *_ADJUSTED):
        yield Hit(
            aftale.key("lokal_evaluering"),
            "Aftalen siger ikke, hvordan aktiviteter og mål bliver justeret undervejs.",
            backed(
                "Skriv, hvem der kan justere hvad, og hvornår: i lokal_evaluering: eller opfølgning:.",
                sfi("5706-5711"),
                cfbu("736"),
            ),
            subject="justering",
        )
