"""Kommunen har ingen koordinator, eller den har lidt tid.

## Hvorfor
En navngiven koordinator giver indsatsen én vej ind i kommunen. I store områder er opgaven for stor til at blive klaret
ved siden af.

## Forkert
```yaml
kontakter: []
organisation:
  organer: [{id: b, type: bestyrelse, medlemmer: [{part: kommune, titel: Direktør}]}]
```

## Rigtigt
```yaml
kontakter:
  - {titel: Indsatsens leder, part: bolig, telefon: 00 00 00 00}
  - {titel: Boligsocial koordinator, part: kommune, telefon: 00 00 00 11}
```

## Kilde
`cfbu-2015` (evaluering, spørgeskema), l. 234: 90 pct. af kommunerne har en eller få ansvarlige for koordineringen; l.
180 og 362: 44 pct. af kommunerne med mere end 4.000 borgere i områder med helhedsplan bruger mindst en
fuldtidsstilling.

## Forbehold
Halv tid (18,5 timer) og 4.000 beboere i aftalens områder er vores grænser; undersøgelsen tæller alle kommunens
områder. Reglen ser efter ordet koordinator hos kommunens kontakter, stillinger og medlemmer og i prosaen («kommunens
koordinator»). Er organerne kun fortalt i prosa, tier den. `cfbu-2015` siger selv, at dens konklusioner ikke er
entydige.
"""

from collections.abc import Iterator
from decimal import Decimal

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.model.organisation import Stilling
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import has
from aftale_builder.rules.evidence import SURVEY, backed, cfbu, told
from aftale_builder.rules.registry import rule

_MANY, _HALF_TIME = 4000, Decimal("18.5")


@rule("RAD526", "kommunal-koordinator", Severity.RAAD, sources=("cfbu-2015",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where nobody of the kommune is called coordinator, or where the one in a large area has few hours."""
    kommuner = {part.id for part in aftale.parter_af(PartType.KOMMUNE)}
    organisation = aftale.organisation
    if organisation is None or not organisation.organer or not organisation.whole("organer", "stillinger"):
        return  # LBF010 says so
    if not kommuner or not aftale.whole("kontakter"):
        return
    posts = [one for one in organisation.stillinger if str(one.ansat_hos) in kommuner and has(one.titel, "koordinator")]
    seats = [(one.part, one.titel) for organ in organisation.organer for one in organ.medlemmer]
    people = [*seats, *((one.part, one.titel) for one in aftale.kontakter)]
    named = any(str(part) in kommuner and has(titel, "koordinator") for part, titel in people)
    if posts:
        yield from _too_few(aftale, posts)
    elif not named and not has(told(aftale), "kommunal koordinator", "kommunens koordinator"):
        yield Hit(
            organisation.key("organer"),
            "Kommunen har ingen koordinator for indsatsen.",
            backed(
                "Skriv koordinatoren under kontakter: eller stillinger: {titel: Kommunal koordinator, …}.", cfbu("234", SURVEY)
            ),
            subject="koordinator",
        )


def _too_few(aftale: Aftale, posts: list[Stilling]) -> Iterator[Hit]:
    hours = sum((one.timer for one in posts if one.timer is not None), Decimal(0))
    if sum(area.beboere or 0 for area in aftale.boligomraader) > _MANY and 0 < hours < _HALF_TIME:
        yield Hit(
            posts[0].at("timer"),
            "Den kommunale koordinator har under halv tid til områder med mere end 4.000 beboere.",
            backed("Overvej flere timer, eller del opgaven.", cfbu("180, 362", SURVEY)),
            subject="timer",
        )
