"""Her står et nummer, der kan være et CPR-nummer.

## Hvorfor
Aftalen sendes til mange, vedlægges dagsordener og bliver offentlig. Et CPR-nummer må ikke stå i den, heller ikke i et
filnavn. Derfor stopper reglen også et udkast.

## Forkert
```yaml
beskrivelse: Kontaktpersonen er født i området (010180-1234).
```

## Rigtigt
```yaml
beskrivelse: Kontaktpersonen er født i området.
```

## Kilde
Vores egen vurdering: ingen får brug for et CPR-nummer for at læse aftalen.

## Forbehold
Ti cifre er et muligt CPR-nummer, når de første seks er en dag, der findes (også med 60 lagt til dagen), med
bindestreg, mellemrum eller intet imellem. Modulus 11 afgør intet siden 2007. Et CVR-, P-, EAN-, telefon-, konto-
eller sagsnummer, der kaldes det, et beløb og en periode er det ikke. Rapporten gentager aldrig nummeret.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.rules.cpr import LOOK, cpr_numbers
from aftale_builder.rules.passages import Passage
from aftale_builder.rules.registry import Over, rule


@rule("PRV301", "cpr-nummer", Severity.FEJL, sources=("vores",), over=Over.TEXTS, look=LOOK)
def check(passage: Passage) -> Iterator[Hit]:
    """Yield a hit for each number in the text that can be a CPR number; the number itself is never shown."""
    for count, (start, end) in enumerate(cpr_numbers(passage.text, passage.label), start=1):
        yield Hit(
            passage.at(start, end),
            "Her står ti cifre, der kan være et CPR-nummer.",
            "Slet nummeret. Er det et sags-, konto- eller P-nummer, så skriv hvad det er, lige foran: «sagsnr. …».",
            subject=f"cpr-nummer {count}",
        )
