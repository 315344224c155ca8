"""Et organ er ikke forbundet med niveauet over det.

## Hvorfor
Viden skal kunne gå op og ned mellem niveauerne. Det kræver et menneske: en, der sidder begge steder, eller et aftalt
bindeled. Bærer én person det hele, er det sårbart.

## Forkert
```yaml
organisation:
  organer:
    - id: bestyrelse
      type: bestyrelse
      medlemmer:
        - {part: bolig, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
        - {part: kommune, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
    - {id: f, type: følgegruppe, medlemmer: [{part: bolig, titel: Vicevært}, {part: kommune, titel: Skoleleder}]}
```

## Rigtigt
```yaml
organisation:
  organer:
    - id: bestyrelse
      type: bestyrelse
      medlemmer:
        - {part: bolig, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
        - {part: kommune, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
    - {id: f, type: følgegruppe, medlemmer: [{part: bolig, titel: Vicevært}, {part: kommune, titel: Skoleleder}]}
  bindeled: [{fra: bestyrelse, til: f, person: Indsatsens leder}]
```

## Kilde
`vive-2021` (evaluering, interview), l. 597-619: tre bindeled, to af dem én chef, afgjorde den entydige ledelse.
`cfbu-2015` (evaluering, interview), l. 644: fora kobles, for eksempel ved en gennemgående person.

## Forbehold
Et organ uden niveau, og hvis type ikke siger det, dømmes ikke. Samme person er samme part og titel, eller samme navn.
Tre bindeled eller flere på én person er vores grænse. `vive-2021` handler om én plan og siger selv, at den kun er
relevant for den. `cfbu-2015` siger selv, at dens konklusioner ikke er entydige.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.organisation import Organ
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.evidence import backed, cfbu, vive
from aftale_builder.rules.organs import LEVELS, level, organs, seats
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing


@rule(
    "RAD507",
    "bindeled-mangler",
    Severity.RAAD,
    sources=(
        "vive-2021",
        "cfbu-2015",
    ),
)
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each organ that nobody joins to an organ of the level above, and one where one person joins all."""
    organisation = aftale.organisation
    if organisation is None or not organisation.whole("bindeled"):
        return
    found = organs(aftale)
    joined = {frozenset((str(led.fra), str(led.til))) for led in organisation.bindeled if led.person}
    for organ in found:
        above = _above(organ, found)
        if above and not any(frozenset((organ.id, one.id)) in joined or seats(organ) & seats(one) for one in above):
            yield _unjoined(organ, above)
    people = [led.person.casefold() for led in organisation.bindeled if led.person]
    if len(people) >= _MANY and len(set(people)) == 1:
        yield Hit(
            organisation.key("bindeled"),
            f"Alle bindeled er den samme person: {organisation.bindeled[0].person}.",
            backed("Overvej, om en af opgaverne kan deles med en anden, så viden ikke hænger på én.", vive("597-605")),
            subject="én person",
        )


_MANY = 3


def _above(organ: Organ, found: tuple[Organ, ...]) -> list[Organ]:
    """Return the organs of the nearest level above this one that there are any of."""
    own = level(organ)
    for wanted in reversed(LEVELS[: LEVELS.index(own)] if own else ()):
        if above := [one for one in found if level(one) is wanted]:
            return above
    return []


def _unjoined(organ: Organ, above: list[Organ]) -> Hit:
    return Hit(
        organ.at("id"),
        f"Intet bindeled forbinder «{organ.navn or organ.id}» med {listing(f'«{one.navn or one.id}»' for one in above)}.",
        backed(
            f"Skriv bindeled: [{{fra: {above[0].id}, til: {organ.id}, person: …}}], eller lad én sidde begge steder.",
            vive("597-619"),
            cfbu("644"),
        ),
        subject="bindeled",
    )
