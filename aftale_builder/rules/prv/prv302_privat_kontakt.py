"""Et telefonnummer eller en e-mail står, hvor ingen har bedt om en kontakt.

## Hvorfor
Aftalen bliver offentlig og ligger længe. Kontakter hører til under `kontakt:` og `kontakter:`, hvor de kan findes, rettes og
udelades. Et nummer midt i en tekst bliver stående, når personen er rejst.

## Forkert
```yaml
vision: Ring til Ida på tlf. 00 00 00 11, hvis du vil være med.
```

## Rigtigt
```yaml
vision: Ring til indsatsens leder, hvis du vil være med.
```

## Kilde
Vores egen vurdering: der trykkes ikke flere oplysninger om mennesker, end dokumentet skal bruge.

## Forbehold
Alarmnumre (112, 114), beredskabsplanen og de felter, der er til kontakter, er i orden. Et nummer uden «tlf.» foran kendes på,
at det er skrevet i fire par, og at det ikke begynder med 1, som intet dansk nummer gør; numre på afdelinger og blokke, et CVR-,
EAN-, sags- eller kontonummer er det ikke.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.rules.passages import Passage
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.registry import Over, rule

_MAIL = pattern(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
_CALLED = r"\b(?:sms|tlf|telefon(?:nummer|nr)?|mobil(?:nummer|nr)?|ring(?:\s+(?:til|på))?)\b[.:\s]*(?:(?:på|til|nr\.?)\s*)?"
_PHONE = pattern(
    rf"(?:{_CALLED}(?:\+45\s?)?|\+45\s?)(?P<called>\d{{2}}[ ]?\d{{2}}[ ]?\d{{2}}[ ]?\d{{2}}"
    r"|\d{2}(?P<mark>[.-])\d{2}(?P=mark)\d{2}(?P=mark)\d{2})(?![\d-])"
    r"|(?<![\d.,/-])(?<!\d )(?P<pairs>[02-9]\d \d{2} \d{2} \d{2})(?!(?:[ .,/-]?\d)|\s*(?:kr|pct|%))",
    re.IGNORECASE,
)
_LOOK = re.compile(r"[@\d](?:(?<=@)|[\d .-]{7})")
_OTHER_NUMBER = pattern(
    r"(?:cvr|ean|konto|sag|reg|p-?nr|gln|se|kr|afd|blok|opgang|hus|stue|lejlighed|bolig|nr|nummer|kl|uge|klasse|side)\w*[.\s:-]*(?:nr\.?|nummer)?[.\s:]*$",
    re.IGNORECASE,
)
_ASKED = ("telefon", "mail", "kontakt", "cvr", "sagsnummer", "e-post", "tlf")
_PLAN = "beredskabsplan"


@rule("PRV302", "privat-kontakt", Severity.ADVARSEL, sources=("vores",), over=Over.TEXTS, look=_LOOK)
def check(passage: Passage) -> Iterator[Hit]:
    """Yield a hit for each telephone number and e-mail address of a text that no contact is asked for in."""
    if any(asked in passage.label.casefold() for asked in _ASKED) or _PLAN in passage.section.casefold():
        return
    for match in _MAIL.finditer(passage.text):
        yield _hit(passage, *match.span(), "en e-mail", match[0])
    for match in _PHONE.finditer(passage.text):
        group = "called" if match["called"] else "pairs"
        if group == "called" or not _OTHER_NUMBER.search(passage.text, 0, match.start()):
            yield _hit(passage, *match.span(group), "et telefonnummer", match[group])


def _hit(passage: Passage, start: int, end: int, what: str, subject: str) -> Hit:
    return Hit(
        passage.at(start, end),
        f"Her står {what} midt i teksten.",
        "Slet det her. Skal kontakten med, så skriv den i de felter, der er til kontakter.",
        subject=subject,
    )
