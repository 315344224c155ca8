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
Resten af filen bliver bedømt, som om alle ændringer er accepteret. Ændringer under den samme overskrift bliver sagt samlet, ved
den første; også ændringer af skrift, typografi, tabeller og sider.
"""

from collections.abc import Iterator, Sequence

from aftale_builder.findings import Hit, Severity
from aftale_builder.rules.finished import Finished, Paragraph, Part, Spot
from aftale_builder.rules.registry import Over, rule

_ACCEPT = "Gå ændringerne igennem i Word (Gennemse → Acceptér eller Afvis), og gem filen igen."
_WORDS = "ord er indsat, slettet eller flyttet"
_MOST = 3


@rule("DOK407", "aendringer-eller-kommentarer", Severity.FEJL, sources=("vores",), over=Over.WORD)
def check(file: Finished) -> Iterator[Hit]:
    """Yield a hit for what is changed under one heading, at the first place, and one for each paragraph with comments."""
    changed: dict[str, list[tuple[str, Spot]]] = {}
    for paragraph in file.of(Part.BODY, Part.NOTE, Part.EDGE):
        if paragraph.tracked:
            changed.setdefault(paragraph.spot.section, []).append((_WORDS, paragraph.spot))
        if paragraph.comments:
            yield _commented(paragraph)
    for what, at in file.changes:
        changed.setdefault(at.section, []).append((what, at))
    for changes in changed.values():
        first = min((at for _, at in changes), key=lambda at: at.paragraph or 0)
        yield Hit(first, f"Der er sporede ændringer {_where(changes)}: {_listed(changes)}.", _ACCEPT, subject="ændringer")


def _commented(paragraph: Paragraph) -> Hit:
    count = "en kommentar" if paragraph.comments == 1 else f"{paragraph.comments} kommentarer"
    return Hit(paragraph.spot, f"Her er {count}.", "Svar på det, og slet kommentaren (Gennemse → Slet).", subject="kommentar")


def _where(changes: Sequence[tuple[str, Spot]]) -> str:
    places = {at.paragraph for _, at in changes}
    if places == {None}:
        return "i filen"
    return "her" if len(places) == 1 else f"i {len(places)} tekstafsnit, det første er dette"


def _listed(changes: Sequence[tuple[str, Spot]]) -> str:
    told = list(dict.fromkeys(what for what, _ in changes))
    rest = [f"og {len(told) - _MOST} slags ændringer til"] if len(told) > _MOST else []
    return "; ".join((*told[:_MOST], *rest))
