"""En aktivitet siger ikke, hvem den er for.

## Hvorfor
«Udsatte» betyder ikke det samme for en kommune og en boligsocial indsats. En beskrevet målgruppe gør det muligt at
finde deltagerne og at se, om de rigtige kom.

## Forkert
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      aktiviteter: [{id: a1, navn: Jobklub, målgruppe: {beskrivelse: Udsatte unge}, delmål: [d1]}]
```

## Rigtigt
```yaml
indsatsområder:
  - område: beskæftigelse
    delaftale:
      aktiviteter:
        - {id: a1, navn: Jobklub, målgruppe: {beskrivelse: Unge mellem 13 og 17 år uden fritidsjob}, delmål: [d1]}
```

## Kilde
`cfbu-2015` (evaluering, interview), l. 975-977: kommune og helhedsplan havde vidt forskellige forståelser af, hvad
udsathed er.

## Forbehold
Reglen dømmer kun en målgruppe, der mangler, eller hvis ord alle er almindelige («udsatte», «sårbare familier»,
«beboere i området»); ordlisten er vores. Rapporten siger om sig selv, at dens konklusioner «ikke er entydige og
konkrete løsninger».
"""

from collections.abc import Iterator

from aftale_builder.findings import Anchored, Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.registry import rule

_VULNERABLE = ("udsat", "sårbar", "svag")
_GENERAL = (
    "alle andre beboer beboere beboerne boligområde boligområder boligområdet borgere børn de den der er familier fra for "
    "grupper gruppen i målgruppen områder området områderne og særlig særligt socialt som unge voksne vores ældre"
)


@rule("LOG205", "aktivitet-uden-maalgruppe", Severity.ADVARSEL, sources=("cfbu-2015",))
def check(aftale: Aftale, _regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each aktivitet whose målgruppe is not said, or said with words that fit everybody."""
    for aktivitet in aftale.aktiviteter:
        group = aktivitet.maalgruppe
        if group is None:
            if aktivitet.whole("maalgruppe"):
                yield _hit(aktivitet.at("maalgruppe"), f"Aktiviteten «{aktivitet.navn}» siger ikke, hvem den er for.")
        elif _vague(group.beskrivelse):
            message = f"Aktiviteten «{aktivitet.navn}» er for «{group.beskrivelse.strip()}»: det siger ikke, hvem der er tale om."
            yield _hit(group.at("beskrivelse"), message)


def _hit(at: Anchored, message: str) -> Hit:
    help = "Skriv målgruppe: {beskrivelse: …, antal: …} med alder, situation og område, så parterne forstår det samme."
    return Hit(at, message, help, subject="målgruppe")


def _vague(description: str) -> bool:
    """Tell whether the description says «udsatte» or the like, and besides only words that fit everybody."""
    general = _GENERAL.split()
    words = [word.strip('.,;:()«»"').casefold() for word in description.split()]
    return any(word.startswith(_VULNERABLE) for word in words) and all(
        word in general or word.startswith(_VULNERABLE) for word in words if word
    )
