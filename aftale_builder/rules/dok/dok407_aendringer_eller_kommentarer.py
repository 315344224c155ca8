"""Filen har sporede ændringer eller kommentarer.

## Hvorfor
En sporet ændring eller en kommentar er et spørgsmål, som nogen ikke har besvaret. Læseren ved ikke, hvad der gælder, og ser
måske ord, som ikke var til alle.

## Forkert
```word
= 7. Lokal evaluering
Hver følgegruppe gør status {+to gange+}{-fire gange-} om året.
```

## Rigtigt
```word
= 7. Lokal evaluering
Hver følgegruppe gør status to gange om året.
```

## Kilde
Vores egen vurdering: en aftale, der skal skrives under, er færdig.

## Forbehold
Resten af filen bliver bedømt, som om alle ændringer er accepteret.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.rules.finished import Finished, Paragraph, Part
from aftale_builder.rules.registry import Over, rule

_ACCEPT = "Gå ændringerne igennem i Word (Gennemse → Acceptér eller Afvis), og gem filen igen."


@rule("DOK407", "aendringer-eller-kommentarer", Severity.FEJL, sources=("vores",), over=Over.WORD)
def check(file: Finished) -> Iterator[Hit]:
    """Yield a hit for each place under one heading with tracked changes, and one for each paragraph with comments."""
    tracked: dict[str, list[Paragraph]] = {}
    for paragraph in file.of(Part.BODY, Part.NOTE, Part.EDGE):
        if paragraph.tracked:
            tracked.setdefault(paragraph.spot.section, []).append(paragraph)
        if paragraph.comments:
            count = "en kommentar" if paragraph.comments == 1 else f"{paragraph.comments} kommentarer"
            yield Hit(
                paragraph.spot, f"Her er {count}.", "Svar på det, og slet kommentaren (Gennemse → Slet).", subject="kommentar"
            )
    for changed in tracked.values():
        where = "her" if len(changed) == 1 else f"i {len(changed)} afsnit, det første er dette"
        yield Hit(changed[0].spot, f"Der er sporede ændringer {where}.", _ACCEPT, subject="ændringer")
    if file.changes and not tracked:
        yield Hit(file.at, "Der er sporede ændringer i filens opsætning eller i slettede rækker.", _ACCEPT, subject="ændringer")
