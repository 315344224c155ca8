"""Filen rummer noget, som læseren ikke ser.

## Hvorfor
Skjult tekst kan dukke op hos den næste, der åbner filen. Makroer og indlejrede filer bliver standset af mange mailsystemer,
og det, der hentes udefra, kan se anderledes ud i morgen.

## Forkert
```word
= 7. Lokal evaluering
Hver følgegruppe gør status to gange om året. {skjult: Spørg Grete først.}
```

## Rigtigt
```word
= 7. Lokal evaluering
Hver følgegruppe gør status to gange om året.
```

## Kilde
Vores egen vurdering: den, der skriver under, skal kunne se alt det, der skrives under på.

## Forbehold
Reglen ser skjult tekst, hvid og bittelille tekst, makroer, indlejrede objekter, og skabeloner, billeder, tekst og filer, der
hentes udefra, også af et felt (INCLUDETEXT, LINK, DDE). Hvid tekst på en farvet baggrund, i en tabel med typografi eller i en
figur kan godt ses, og en henvisning til en hjemmeside er ikke skjult.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.rules.finished import Finished, Part
from aftale_builder.rules.registry import Over, rule


@rule("DOK409", "skjult-indhold", Severity.ADVARSEL, sources=("vores",), over=Over.WORD)
def check(file: Finished) -> Iterator[Hit]:
    """Yield a hit for each paragraph with hidden text, and for each thing that the file embeds or links to."""
    for paragraph in file.of(Part.BODY, Part.NOTE, Part.EDGE):
        if paragraph.hidden:
            yield Hit(
                paragraph.spot,
                f"Her er skjult tekst ({_counted(paragraph.hidden)}).",
                "Vis skjult tekst i Word (¶), og slet den eller gør den synlig.",
                subject="skjult tekst",
            )
        if paragraph.faint:
            yield Hit(
                paragraph.spot,
                f"Her er tekst, som ikke kan ses ({_counted(paragraph.faint)}): den er hvid eller næsten hvid, eller for lille.",
                "Slet den, eller giv den samme farve og størrelse som resten af teksten.",
                subject="usynlig tekst",
            )
    for what, at in dict.fromkeys(file.traces):
        where = "Filen rummer" if at.paragraph is None else "Her er"
        yield Hit(at, f"{where} {what}.", "Fjern det, eller sæt det ind som almindelig tekst eller billede.", subject=what)


def _counted(words: str) -> str:
    return f"{len(words.split())} ord"
