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
Reglen kender regulativerne på dagen, de er vedtaget eller godkendt, på vejledningens dag, på året og på midlernes navn
(«2015-18»), og den ser, når teksten siger, at indsatsen får sine penge af en anden rammes midler. En omtale af en tidligere
plan, af et regulativ, der er afløst, eller af kommunens eget er i orden. Reglen siger intet om paragraffernes indhold.
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

_CITES = pattern(r"\b(?:regulativ|vejledning)\w*", re.IGNORECASE)
_DAY = pattern(rf"(?<!\d){DAY}", re.IGNORECASE)
_NAMED = pattern(r"(?<!\d)(20\d\d)\s?[-–]\s?(?:20)?(\d\d)(?!\d)")
_OF_YEAR = pattern(r"\bregulativ\w*\s+(?:af|fra|for|om\s+\w+\s+fra)\s+(20\d\d)(?![\d-])", re.IGNORECASE)
_REPLACED = pattern(r"\b(?:afløs|erstatt|ophæv|i\s+stedet\s+for|gjaldt|oprindelig)", re.IGNORECASE)
_FROM = pattern(r"\bmidler\w*\s+fra\b", re.IGNORECASE)
_FUNDS = pattern(rf"{_NAMED.pattern}(?=[-– ]?(?:midler|pulje))")
_PAID_BY = pattern(
    r"\b(?:støttes|finansieres|betales|bevilges|dækkes|søge[rs]?|ansøge[rs]?|kommer|stammer|får|modtager|bruger|hører\s+(?:til|under)|udmøntes"
    r"|er\s+(?:\w+\s+)?(?:omfattet|en\s+del)\s+af)\b",
    re.IGNORECASE,
)
"""What tells of whom pays now; «med 2015-18-midlerne fik vi» is of what was."""
_OURS = pattern(
    r"^\W*(?:\w+\s+){0,3}?(?:der\s+(?:an)?søges|indsatsen|den\s+boligsociale\s+indsats|helhedsplanen|(?:denne|vores|den\s+boligsociale)\s+helhedsplan"
    r"|(?:samarbejds)?aftalen|denne\s+aftale|projektet|vi|parterne|midlerne|pengene|tilskuddet|bevillingen|støtten)\b",
    re.IGNORECASE,
)
_OWNER = pattern(r"\b(?:kommunens?|byens|afdelingens|regionens|ministeriets|styrelsens)\s+(?:\w+\s+)?$", re.IGNORECASE)
_ABOUT = pattern(
    r"\s+(?:om|for)\s+(?!(?:\w+\s+){0,3}?(?:\w*boligsocial|tilskud|støtte|midler|særlig|forebygg|indsats|20\d\d))\w",
    re.IGNORECASE,
)
"""What a regulativ or a vejledning of somebody else is about: «… af 2015 om affald»."""


@rule("LBF087", "forkert-regulativ-naevnt", Severity.ADVARSEL, sources=("slagelse-kommissorium", "vores"), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each sentence that cites the regulativ of another generation."""
    own = story.regulativ
    if own is None:
        return
    for line in story.lines_with("regulativ", "vejledning", "midler", "pulje"):
        for start, end in sentences(line.text):
            sentence = line.text[start:end]
            if _REPLACED.search(sentence):
                continue
            if _CITES.search(sentence):
                if not of_another_plan(_unnamed(sentence)):
                    yield from _cited(line, _signs(line, start, end), own)
            elif _PAID_BY.search(sentence) and _OURS.search(sentence) and not of_another_plan(_FROM.sub("", _unnamed(sentence))):
                yield from _cited(line, list(_FUNDS.finditer(line.text, start, end)), own)


def _cited(line: Line, told: list[re.Match[str]], own: Regulativ) -> Iterator[Hit]:
    """Yield a hit for the first sign in the sentence that the generation is another's, unless the own is told too."""
    others = [other for ref in regulativer() if ref != own.id and (other := regulativ(ref)) is not None]
    signs = [(match, _is_of(match, own), next((other for other in others if _is_of(match, other)), None)) for match in told]
    if any(mine for _, mine, _ in signs):
        return
    for match, _, other in signs:
        if other is not None and not line.quoted(match.start()):
            what, remedy = _said(match, other, own)
            yield Hit(
                line.at(*match.span()),
                f"{what}, men aftalen er under {own.navn}.",
                f"{remedy}, eller skriv, at det er en tidligere plan.",
                subject=match[0],
            )
            return


def _said(match: re.Match[str], other: Regulativ, own: Regulativ) -> tuple[str, str]:
    """Return what the text says of another generation, and what to write instead."""
    if match.re.pattern == _FUNDS.pattern:
        return f"Her er pengene {other.navn}", f"Skriv {own.navn}"
    return f"Her henvises til regulativet for {other.navn}", f"Henvis til {_named(own)}"


def _signs(line: Line, start: int, end: int) -> list[re.Match[str]]:
    """Return what in a sentence can tell which regulativ is meant, in order; nothing that is said of somebody else's."""
    found = [match for pattern in (_DAY, _NAMED, _OF_YEAR) for match in pattern.finditer(line.text, start, end)]
    return sorted((match for match in found if not _is_of_others(line.text, match, start)), key=lambda match: match.start())


def _is_of_others(text: str, match: re.Match[str], start: int) -> bool:
    """Tell whether the paper that a sign stands by is not Landsbyggefonden's: by whose it is, or by what it is about."""
    cited = list(_CITES.finditer(text, start, match.end()))
    if not cited:
        return False
    about = match.re.pattern == _OF_YEAR.pattern and _ABOUT.match(text, match.end())
    return bool(about) or _OWNER.search(text, start, cited[-1].start()) is not None


def _is_of(match: re.Match[str], generation: Regulativ) -> bool:
    """Tell whether a sign is the generation's: a day, a year, or the name of its funds."""
    known_days = (generation.vedtaget, generation.godkendt, generation.i_kraft, generation.vejledning)
    days = [known for known in known_days if known is not None]
    if match.re.pattern == _DAY.pattern:
        told: date | None = day(match[0])
        return told in days
    if match.re.pattern in (_NAMED.pattern, _FUNDS.pattern):
        return (int(match[1]), 2000 + int(match[2])) == (generation.fra_aar, generation.til_aar)
    return int(match[1]) in {known.year for known in days}


def _named(own: Regulativ) -> str:
    """Return what the agreement's own regulativ is called."""
    return f"regulativet, der er vedtaget {written(own.vedtaget)}" if own.vedtaget else f"regulativet for {own.navn}"


def _unnamed(sentence: str) -> str:
    """Return a sentence without the names of funds, which are what the rule asks about."""
    return _NAMED.sub("", sentence)
