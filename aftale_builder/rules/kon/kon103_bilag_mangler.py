"""En tekst siger, at noget er vedlagt, men det er ikke blandt bilagene.

## Hvorfor
Den, der læser aftalen, leder efter bilaget og finder det ikke. Så er noget glemt, eller teksten er fra en tidligere udgave.

## Forkert
```yaml
vision: Strateginotatet vedlægges som bilag.
```

## Rigtigt
```yaml
vision: Strateginotatet vedlægges som bilag.
bilag: [{titel: Strateginotat, fil: bilag/strateginotat.pdf}]
```

## Kilde
Vores egen vurdering: det, der er lovet som bilag, skal være der.

## Forbehold
Reglen ser «vedlægges», «vedlagt», «findes som bilag» og «bilag 3», når den kan se, hvilket dokument der menes. Et kommissorium
for følgegruppen findes ikke, fordi bestyrelsens gør. Budget, beredskabsplan, milepælsplan, delaftaler, organisationsdiagram og
bestyrelsens kommissorium dømmes af deres egne regler, og det, der vedlægges en dagsorden eller en ansøgning, er ikke aftalens.
I en Word-fil alene kan bilagene ikke ses: så står det, der er lovet som bilag, på listen over det, som et menneske skal bedømme.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.rules.lines import Line
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.promises import Paper, is_of, promised
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Story

_NUMBERED = pattern(r"\b(?:se|jf\.?|i|af|som)\s+bilag\s+(\d{1,2})\b(?!\s*\.\d)(?!\s+(?:i|til|fra)\s)", re.IGNORECASE)
_JUDGED = (
    "budget",
    "beredskabsplan",
    "milepælsplan",
    "delaftal",
    "organisationsdiagram",
    "indberetningsskema",
    "samarbejdsaftal",
)


@rule("KON103", "bilag-mangler", Severity.ADVARSEL, sources=("vores",), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each paper that a text says is enclosed and that is not, at the first place that says so."""
    titles = _titles(story)
    if titles is None:
        return
    told: set[str] = set()
    for line in story.lines_with("vedl", "bilag"):
        for paper in promised(line):
            subject = f"{paper.stem} {' '.join(sorted(paper.organs))}".strip()
            there = _judged_elsewhere(paper, story) or any(is_of(paper, title) for title in titles)
            if not there and subject not in told:
                told.add(subject)
                yield _hit(line, paper, subject)
        yield from _unnumbered(line, story.bilag or ())


def _hit(line: Line, paper: Paper, subject: str) -> Hit:
    name = f"{paper.noun} for {paper.whose}" if paper.organs else paper.noun
    return Hit(
        line.at(paper.start, paper.end),
        f"Teksten siger, at «{name}» er bilag, men det er ikke blandt bilagene.",
        "Skriv det under bilag: med titel og fil, eller ret teksten.",
        subject=subject,
    )


def _unnumbered(line: Line, titles: tuple[str, ...]) -> Iterator[Hit]:
    """Yield a hit for each «bilag 3» where there are not three, and none that calls itself so."""
    for match in _NUMBERED.finditer(line.text):
        called = re.compile(rf"\bbilag\s+{match[1]}\b", re.IGNORECASE)
        if int(match[1]) > len(titles) and not any(called.search(title) for title in titles) and not line.quoted(match.start()):
            yield Hit(
                line.at(*match.span()),
                f"Teksten henviser til bilag {match[1]}, men aftalen har {len(titles) or 'ingen'} bilag.",
                "Skriv bilaget under bilag: med titel og fil, eller ret henvisningen.",
                subject=f"bilag {match[1]}",
            )


def _titles(story: Story) -> tuple[str, ...] | None:
    """Return the titles of all the papers of the package, None where they can't be known."""
    if story.bilag is None or (story.aftale is not None and not story.aftale.whole("kommissorium")):
        return None
    return (*story.bilag, *(_kommissorier(story.aftale) if story.aftale is not None else ()))


def _kommissorier(aftale: Aftale) -> Iterator[str]:
    organs = {str(organ.id): organ for organ in (aftale.organisation.organer if aftale.organisation is not None else ())}
    for item in aftale.kommissorium:
        organ = organs.get(item.organ) if item.organ is not None else None
        yield f"kommissorium for {organ.navn} {organ.type or ''}" if organ is not None else "kommissorium for bestyrelsen"


def _judged_elsewhere(paper: Paper, story: Story) -> bool:
    """Tell whether a rule of its own says that the paper is missing."""
    if "kommissori" in paper.stem and paper.organs <= {"bestyrels"}:
        return story.regulativ is None or story.regulativ.krav.kommissorium
    return paper.noun.casefold().startswith(_JUDGED)
