"""Et dokument kalder sig selv noget andet, end det er.

## Hvorfor
Pakkens dokumenter henviser til hinanden. Skriver den strategiske samarbejdsaftale «denne delaftale», ved læseren ikke, hvilket
dokument der menes, og hvor et bilag hører til.

## Forkert
```yaml
vision: Alle har en plads i fællesskabet. Parterne bag denne delaftale er enige om det.
```

## Rigtigt
```yaml
vision: Alle har en plads i fællesskabet. Parterne bag denne samarbejdsaftale er enige om det.
```

## Kilde
Vores egen vurdering: et dokument bør kende sit eget navn. Fejlen står to gange i en virkelig aftale (`slagelse-aftale-2021`).

## Forbehold
«Denne delaftale» i et andet dokument er i orden, når delaftalen er nævnt før i samme afsnit, og i en anførsel. «Delaftalerne» og
«den delaftale, der …» kalder ikke dokumentet noget. En delaftale må kalde sig «denne aftale».
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.rules.lines import Line, Paper
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Story

_CALLED = {
    "samarbejdsaftale": Paper.SAMARBEJDSAFTALE,
    "delaftale": Paper.DELAFTALE,
    "kommissorium": Paper.KOMMISSORIUM,
    "beredskabsplan": Paper.BEREDSKABSPLAN,
    "milepælsplan": Paper.MILEPAELSPLAN,
}
_NEUTER = {
    Paper.KOMMISSORIUM: "kommissoriet",
    Paper.BUDGET: "budgettet",
    Paper.INDBERETNINGSSKEMA: "indberetningsskemaet",
}
_ITSELF = pattern(rf"\b(?:denne|dette|nærværende)\s+(?:strategiske\s+)?({'|'.join(_CALLED)})s?\b", re.IGNORECASE)


@rule("KON102", "dokument-kalder-sig-andet", Severity.ADVARSEL, sources=("vores", "slagelse-aftale-2021"), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each place where a document speaks of itself by the name of another."""
    for line in story.lines_with("denne ", "dette ", "nærværende "):
        for match in _ITSELF.finditer(line.text):
            noun = match[1].casefold()
            if _CALLED[noun] is not line.paper and not _spoken_of(line, noun, match.start()):
                said = " ".join(match[0].split())
                yield Hit(
                    line.at(*match.span()),
                    f"Her står «{said}», men teksten står i {_definite(line.paper)}.",
                    f"Menes dokumentet selv, så skriv «{_itself(line.paper)}». Menes et andet, så skriv hvilket.",
                    subject=f"{said} {line.paper}",
                )


def _spoken_of(line: Line, noun: str, start: int) -> bool:
    """Tell whether the words are a quotation, or point back at what the paragraph has just spoken of."""
    return noun in line.text[:start].casefold() or line.quoted(start)


def _definite(paper: Paper) -> str:
    """Return what the document is called, in definite form."""
    if paper is Paper.SAMARBEJDSAFTALE:
        return "den strategiske samarbejdsaftale"
    if paper in _NEUTER:
        return _NEUTER[paper]
    return f"{paper}n" if paper is Paper.DELAFTALE else f"{paper}en"


def _itself(paper: Paper) -> str:
    """Return what the document may call itself."""
    if paper is Paper.SAMARBEJDSAFTALE:
        return "denne samarbejdsaftale"
    return f"{'dette' if paper in _NEUTER else 'denne'} {paper}"
