"""Den samme er både medlem af et organ og dets sekretær.

## Hvorfor
Sekretæren betjener organet: indkalder, skriver referat og følger op. Er sekretæren også medlem, er det uklart, om den, der lægger
sagen frem, også afgør den.

## Forkert
```yaml
organisation:
  organer:
    - id: bestyrelse
      type: bestyrelse
      opgaver: [prioritering, koordinering, opfølgning, målopfyldelse, ajourføring]
      sekretær: Chefen for indsatsen
      medlemmer:
        - {part: bolig, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
        - {part: bolig, titel: Chef for indsatsen, niveau: strategisk, beslutningskompetence: ja}
        - {part: kommune, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
```

## Rigtigt
```yaml
organisation:
  organer:
    - id: bestyrelse
      type: bestyrelse
      opgaver: [prioritering, koordinering, opfølgning, målopfyldelse, ajourføring]
      sekretær: Chefen for indsatsen
      medlemmer:
        - {part: bolig, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
        - {part: kommune, titel: Direktør, niveau: strategisk, beslutningskompetence: ja}
    - {id: følgegruppe, type: følgegruppe}
```

## Kilde
Vores egen vurdering: det er god skik, at sekretæren ikke selv stemmer.

## Forbehold
Reglen sammenligner titler og navne i det samme organ. At sekretæren for et organ er medlem af et andet, er i orden.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.organisation import Medlem
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.telling import stem


@rule("KON112", "sekretaer-er-medlem", Severity.RAAD, sources=("vores",), over=Over.GENERAL)
def check(aftale: Aftale, _regulativ: Regulativ | None) -> Iterator[Hit]:
    """Yield a hit for each organ whose sekretær sits in it too."""
    for organ in aftale.organisation.organer if aftale.organisation is not None else ():
        secretary = _words(organ.sekretaer)
        for member in organ.medlemmer if secretary else ():
            if secretary in _called(member):
                yield Hit(
                    organ.at("sekretaer"),
                    f"«{organ.sekretaer}» er både sekretær og medlem.",
                    "Lad sekretæren deltage uden at være medlem, eller vælg en anden sekretær.",
                    (Related(member.at(), "her er medlemmet"),),
                    subject=organ.sekretaer,
                )
                break


def _called(member: Medlem) -> tuple[tuple[str, ...], ...]:
    """Return what a member can be called: by title, by name, by both."""
    return tuple(_words(text) for text in (member.titel, member.navn, f"{member.titel} {member.navn}", member.aktoer) if text)


def _words(text: str) -> tuple[str, ...]:
    """Return the words without case and endings: «Chefen for indsatsen» is «Chef for indsatsen»."""
    return tuple(stem(word.strip(",.()")) for word in text.split())
