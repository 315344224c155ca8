"""En tekst henviser til en anden rammes regulativ end det, aftalen er under.

## Hvorfor
Hver ramme har sit regulativ. Et kommissorium, der er skrevet af efter et ældre, henviser til regler, der ikke gælder.

## Forkert
```yaml
# resten udfyldes
kommissorium:
  tekst: Der prioriteres på tværs af boligafdelinger og kommune efter regulativet af 19. marts 2015, § 6.
  sekretariat: Indsatsens leder er sekretær.
```

## Rigtigt
```yaml
# resten udfyldes
kommissorium:
  tekst: Der prioriteres på tværs af boligafdelinger og kommune efter regulativet af 11. december 2019.
  sekretariat: Indsatsens leder er sekretær.
```

## Kilde
`slagelse-kommissorium`: kommissoriet for 2021-25 henviser til regulativet af 19. marts 2015. At det er en fejl, er vores egen
vurdering: det regulativ gælder 2015-18-midlerne.

## Forbehold
Reglen kender regulativerne på dagen, de er vedtaget eller godkendt, på året og på midlernes navn («2015-18»). En omtale af en
tidligere plan eller af et regulativ, der er afløst, er i orden. Reglen siger intet om paragraffernes indhold.
"""

import re
from collections.abc import Iterator
from datetime import date

from aftale_builder.findings import Hit, Severity
from aftale_builder.regulation import Regulativ, regulativ, regulativer
from aftale_builder.rules.lines import Line, sentences
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Story
from aftale_builder.rules.telling import DAY, day, of_another_plan
from aftale_builder.rules.words import day as written

_REGULATIV = pattern(r"\bregulativ\w*", re.IGNORECASE)
_DAY = pattern(rf"(?<!\d){DAY}", re.IGNORECASE)
_NAMED = pattern(r"(?<!\d)(20\d\d)\s?[-–]\s?(?:20)?(\d\d)(?!\d)")
_OF_YEAR = pattern(r"\bregulativ\w*\s+(?:af|fra|for|om\s+\w+\s+fra)\s+(20\d\d)(?![\d-])", re.IGNORECASE)
_REPLACED = pattern(r"\b(?:afløs|erstatt|ophæv|i\s+stedet\s+for|gjaldt|oprindelig)", re.IGNORECASE)


@rule("LBF087", "forkert-regulativ-naevnt", Severity.ADVARSEL, sources=("slagelse-kommissorium", "vores"), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each sentence that cites the regulativ of another generation."""
    own = story.regulativ
    if own is None:
        return
    for line in story.lines:
        if "egulativ" in line.text:
            for start, end in sentences(line.text):
                sentence = line.text[start:end]
                if _REGULATIV.search(sentence) and not _REPLACED.search(sentence) and not of_another_plan(_unnamed(sentence)):
                    yield from _cited(line, start, end, own)


def _cited(line: Line, start: int, end: int, own: Regulativ) -> Iterator[Hit]:
    """Yield a hit for the first sign in the sentence that the regulativ is another generation's, unless the own is cited too."""
    others = [other for ref in regulativer() if ref != own.id and (other := regulativ(ref)) is not None]
    signs = [
        (match, _is_of(match, own), next((other for other in others if _is_of(match, other)), None))
        for match in _signs(line, start, end)
    ]
    if any(mine for _, mine, _ in signs):
        return
    for match, _, other in signs:
        if other is not None and not line.quoted(match.start()):
            yield Hit(
                line.at(*match.span()),
                f"Her henvises til regulativet for {other.navn}, men aftalen er under {own.navn}.",
                f"Henvis til {_named(own)}, eller skriv, at det er en tidligere plan.",
                subject=match[0],
            )
            return


def _signs(line: Line, start: int, end: int) -> list[re.Match[str]]:
    """Return what in a sentence can tell which regulativ is meant, in order."""
    found = [match for pattern in (_DAY, _NAMED, _OF_YEAR) for match in pattern.finditer(line.text, start, end)]
    return sorted(found, key=lambda match: match.start())


def _is_of(match: re.Match[str], generation: Regulativ) -> bool:
    """Tell whether a sign is the generation's: a day, a year, or the name of its funds."""
    days = [known for known in (generation.vedtaget, generation.godkendt, generation.i_kraft) if known is not None]
    if match.re.pattern == _DAY.pattern:
        told: date | None = day(match[0])
        return told in days
    if match.re.pattern == _NAMED.pattern:
        return (int(match[1]), 2000 + int(match[2])) == (generation.fra_aar, generation.til_aar)
    return int(match[1]) in {known.year for known in days}


def _named(own: Regulativ) -> str:
    """Return what the agreement's own regulativ is called."""
    return f"regulativet, der er vedtaget {written(own.vedtaget)}" if own.vedtaget else f"regulativet for {own.navn}"


def _unnamed(sentence: str) -> str:
    """Return a sentence without the names of funds, which are what the rule asks about."""
    return _NAMED.sub("", sentence)
