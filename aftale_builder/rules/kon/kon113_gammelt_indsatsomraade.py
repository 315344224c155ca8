"""Teksten nævner et indsatsområde fra en anden ramme som aftalens eget.

## Hvorfor
Hver ramme har sine indsatsområder. Står et gammelt tilbage i teksten, er den nok skrevet af efter en tidligere aftale, og
læseren leder efter en delaftale, der ikke findes.

## Forkert
```yaml
vision: Indsatsområdet Tryghed og trivsel skal give flere en plads i fællesskabet.
```

## Rigtigt
```yaml
vision: Indsatsområdet Beskæftigelse skal give flere en plads i fællesskabet.
```

## Kilde
Vores egen vurdering: aftalen skal holde sig til sin egen rammes indsatsområder. Listerne er rammernes egne.

## Forbehold
Reglen ser kun et navn, der kaldes et indsatsområde eller en delaftale. En underoverskrift, der hedder «Uddannelse og
beskæftigelse», er ikke en fejl, og det er en omtale af en tidligere plan heller ikke. Det valgte indsatsområde dømmes af LBF030.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.regulation import Regulativ, regulativ, regulativer
from aftale_builder.rules.lines import Line
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Story
from aftale_builder.rules.telling import of_another_plan, sentence_at

_CALLED = r"(?:indsatsområde(?:t|r|rne)?|delaftale[nr]?(?:ne)?)"
_BETWEEN = r"[\s:«\"“”»]*(?:(?:for|om|er|hedder|kaldet|inden for)\s+)*(?:indsatsområdet\s+)?[\s:«\"“”»]*"


@rule("KON113", "gammelt-indsatsomraade", Severity.RAAD, sources=("vores",), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each name of another generation's indsatsområde that is called an indsatsområde or a delaftale here."""
    if story.regulativ is None:
        return
    old = _of_others(story.regulativ)
    lines = [line for line in story.lines_with(*old) if not line.heading and not line.value and _calls(line)]
    if not lines:
        return
    names = "|".join(re.escape(name) for name in sorted(old, key=len, reverse=True))
    called = re.compile(
        rf"\b{_CALLED}{_BETWEEN}({names})(?!\w)|(?<!\w)({names})[»\"”]?\s+er\s+et\s+indsatsområde\b", re.IGNORECASE
    )
    for line in lines:
        for match in called.finditer(line.text):
            start, end = sentence_at(line, match.start())
            group = 1 if match[1] else 2
            if not of_another_plan(line.text[start:end]):
                name = match[group]
                yield Hit(
                    line.at(*match.span(group)),
                    f"«{name}» er et indsatsområde i {old[name.casefold()]}, ikke i {story.regulativ.navn}.",
                    "Skriv det indsatsområde, aftalen har valgt, eller sig, at det er en tidligere plan, der tales om.",
                    subject=name,
                )


def _calls(line: Line) -> bool:
    """Tell whether a line has what is called an indsatsområde or a delaftale at all."""
    folded = line.text.casefold()
    return "indsatsområde" in folded or "delaftale" in folded


def _of_others(own: Regulativ) -> dict[str, str]:
    """Return the indsatsområder that only other generations have, each with the name of its generation."""
    mine = {area.navn.casefold() for area in own.indsatsomraader}
    found: dict[str, str] = {}
    for ref in regulativer():
        other = regulativ(ref)
        for area in other.indsatsomraader if other is not None and other.id != own.id else ():
            if other is not None and area.navn.casefold() not in mine:
                found.setdefault(area.navn.casefold(), other.navn)
    return found
