"""En delt medarbejder har ingen aftale om ledelse og tid.

## Hvorfor
Den, der har to arbejdspladser, kan komme i klemme, når det brænder på begge steder. En aftale om, hvem der leder, og
hvad der går forud, løser det på forhånd.

## Forkert
```yaml
organisation:
  stillinger:
    - {id: s1, titel: Jobkonsulent, timer: 10, ansat_hos: kommune}
```

## Rigtigt
```yaml
organisation:
  stillinger:
    - {id: s1, titel: Jobkonsulent, timer: 10, ansat_hos: kommune}
  tekst: For de delte medarbejdere er der en aftale om, hvem der leder, og hvad der går forud.
```

## Kilde
`cfbu-2015` (evaluering, interview), l. 1040-1056: to arbejdspladser giver «loyalitetsproblemer»; en udstationeret skal
have jævnlig gang på kommunen.

## Forbehold
Delt er en stilling, som kommunen ansætter, på under 37 timer; udstationeret er en på fuld tid. Under fire timer om
ugen er vores grænse. Reglen ser efter en sætning med ordet aftale og et om ledelse eller prioritering, og for en
udstationeret efter faste dage på kommunen. `cfbu-2015` siger selv, at dens konklusioner ikke er entydige.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.model.organisation import Stilling
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.effort import has
from aftale_builder.rules.evidence import backed, cfbu, told
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.registry import rule
from aftale_builder.rules.words import listing

_FULL, _LEAST = 37, 4
_LED = ("leder", "ledelse", "prioriter", "forud", "personaleansvar")
_AT_HOME = ("rådhus", "på kommunen", "kommunale arbejdsplads", "fast dag", "faste dage", "faste ugedage")


@rule("RAD525", "delt-medarbejder", Severity.RAAD, sources=("cfbu-2015",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each post of the kommune with very few hours, and one for all that are shared without an agreement."""
    organisation = aftale.organisation
    if organisation is None or not all_read(organisation, "stillinger", "timer", "ansat_hos"):
        return
    kommuner = {part.id for part in aftale.parter_af(PartType.KOMMUNE)}
    own = [stilling for stilling in organisation.stillinger if str(stilling.ansat_hos) in kommuner and stilling.timer is not None]
    yield from (_too_few(stilling) for stilling in own if stilling.timer is not None and stilling.timer < _LEAST)
    shared = [stilling for stilling in own if stilling.timer is not None and stilling.timer < _FULL]
    posted = [stilling for stilling in own if stilling not in shared]
    words = told(aftale)
    if shared and not any("aftale" in sentence and has(sentence, *_LED) for sentence in words.replace("\n", " ").split(".")):
        yield _unsettled(shared, "deles med kommunen, uden at nogen aftale siger, hvem der leder, og hvad der går forud")
    if posted and not has(words, *_AT_HOME):
        yield _unsettled(posted, "er udstationeret fra kommunen uden faste dage dér")


def _too_few(stilling: Stilling) -> Hit:
    hours = str(stilling.timer).replace(".", ",")
    return Hit(
        stilling.at("timer"),
        f"«{stilling.titel}» har kun {hours} timer om ugen i indsatsen.",
        backed(
            "Overvej, om timerne er nok til at blive et kendt ansigt, eller saml dem på færre medarbejdere.", cfbu("1040-1056")
        ),
        subject="timer",
    )


def _unsettled(posts: list[Stilling], what: str) -> Hit:
    names = listing(f"«{stilling.titel}»" for stilling in posts)
    help = backed("Aftal det skriftligt, og skriv det i afsnittet om organisering.", cfbu("1040-1056"))
    related = tuple(Related(stilling.at("titel"), "også her") for stilling in posts[1:])
    return Hit(posts[0].at("titel"), f"{names} {what}.", help, related, subject=what)
