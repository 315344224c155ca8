"""Politiet er ikke med i noget organ, selv om aftalen vil forebygge kriminalitet.

## Hvorfor
Det tætte samarbejde mellem politi, kommune og indsats er en stor gevinst, når politiet er med på alle led.

## Forkert
```yaml
indsatsområder: [{område: kriminalitetsforebyggelse}]
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
    - {id: f, type: følgegruppe, niveau: taktisk, medlemmer: [{part: bolig, titel: Direktør}, {aktør: Politiet, titel: Betjent}]}
```

## Kilde
`vive-2021` (evaluering, interview), l. 216-218: politiets plads «på alle led» anbefales fastholdt.

## Forbehold
Intet kræver det: politiet kan være med, siger Landsbyggefonden. Reglen ser efter en part af typen politi og efter
ordet politi i medlemmernes titler. `vive-2021` handler om én plan og siger selv, at den kun er relevant for den.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import PartType
from aftale_builder.model.organisation import Medlem
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.evidence import backed, vive
from aftale_builder.rules.organs import organs
from aftale_builder.rules.registry import rule


@rule("RAD503", "politi-i-bestyrelsen", Severity.RAAD, sources=("vive-2021",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit where crime is to be prevented and no organ has the police in it."""
    chosen = next((indsats for indsats in aftale.indsatsomraader if str(indsats.omraade).startswith("kriminal")), None)
    found = organs(aftale)
    police = {part.id for part in aftale.parter_af(PartType.POLITI)}
    seated = (medlem for organ in found for medlem in organ.medlemmer)
    if chosen is None or not found or any(str(one.part) in police or _is_police(one) for one in seated):
        return
    if aftale.organisation is not None:
        yield Hit(
            aftale.organisation.key("organer"),
            "Aftalen vil forebygge kriminalitet, men politiet sidder ikke i noget organ.",
            backed("Overvej en plads til politiet på hvert niveau: {part: …, titel: Politiinspektør}.", vive("216-218")),
            (Related(chosen.at("omraade"), "indsatsområdet er valgt her"),),
            subject="politi",
        )


def _is_police(medlem: Medlem) -> bool:
    """Tell whether a seat is the police's by its words; a politician's is not."""
    words = f"{medlem.aktoer} {medlem.titel}".casefold().split()
    return any("politi" in word and "politik" not in word and "politisk" not in word for word in words)
