"""En tekst giver aftalen en anden periode end `periode`.

## Hvorfor
Perioden står på forsiden og i hvert dokument. Står der to, ved ingen, hvor længe parterne er bundet, og hvilke år pengene
gælder.

## Forkert
```yaml
vision: Samarbejdsaftalen gælder i perioden 2022-2026.
```

## Rigtigt
```yaml
vision: Samarbejdsaftalen gælder i perioden 2022-2025.
```

## Kilde
Vores egen vurdering: en pakke, hvis dokumenter har hver sin periode, modsiger sig selv.

## Forbehold
Reglen læser år («2022-2025», «2022-25»), måneder («januar 2022 til december 2025») og dage («01.01.22 – 31.12.25»), men kun hvor
teksten siger, at det er aftalens, helhedsplanens eller den boligsociale indsats' egen periode. En tidligere plan, en aktivitets
egen periode og tal fra andre år bedømmes ikke.
"""

import re
from collections.abc import Iterator
from datetime import date

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.rules.lines import Line
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Story
from aftale_builder.rules.telling import DAY, day, of_another_plan, sentence_at
from aftale_builder.rules.words import day as written
from aftale_builder.source.scalars import MONTHS

_MONTH = "|".join(MONTHS)
_TO = r"\s*(?:-|–|—|til(?: og med)?|t\.o\.m\.)\s*(?:den\s+)?"
_PERIOD = rf"(?:(?P<from>{DAY}){_TO}(?P<to>{DAY})|(?P<m1>{_MONTH})\s+(?P<y1>\d{{4}}){_TO}(?P<m2>{_MONTH})\s+(?P<y2>\d{{4}})"
_PERIOD += r"|(?P<a>20\d\d)\s*(?:-|–|—|til)\s*(?P<b>20\d\d|\d\d)(?!\d|[.,]\d|[- ]?(?:årige|midler|pulje)))"
_SUBJECT = (
    r"(?:(?:samarbejds|del)?aftalen|(?:denne|nærværende)\s+(?:strategiske\s+)?(?:samarbejds|del)?aftale|aftaleperioden|projektperioden"
    r"|bevillingsperioden|helhedsplanen|(?:den|denne|vores)\s+(?:boligsociale\s+)?helhedsplan|den\s+boligsociale\s+indsats)s?"
)
_WORD = r"(?!(?:oprettet|iværksat|igangsat|ansøgt|evalueret|udarbejdet|skrevet|undersøgt|målt)\b)\w+"
_LINK = (
    rf"(?:\s*[:,(]\s*|\s+(?:{_WORD}\s+){{0,6}}?(?:gælder|løber|varer|dækker|strækker\s+sig|er|fra|perioden|periode|årene)\s+"
    r"(?:(?:i|for|fra|over|den|perioden|årene|er)\s+){0,4}|\s+)"
)
_TOLD = pattern(rf"\b{_SUBJECT}(?P<link>{_LINK}){_PERIOD}", re.IGNORECASE)
_UNTIL = pattern(r"\d\s*[-–—tT]")
"""What every period has in it."""
_STRONG = pattern(r"\b(?:gælder|løber|varer|dækker|strækker)\b", re.IGNORECASE)
_BEFORE = 60


@rule("KON105", "periode-afviger", Severity.FEJL, sources=("vores",), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each period that a text gives the agreement and that is not the agreement's."""
    if story.periode is None or story.periode[0] >= story.periode[1]:
        return  # LBF005 says so
    first, last = story.periode
    for line in story.lines_with("aftale", "helhedsplan", "perioden", "boligsociale indsats"):
        for match in _TOLD.finditer(line.text) if _UNTIL.search(line.text) else ():
            start, end = next(match.start(name) for name in ("from", "m1", "a") if match[name]), match.end()
            judged = not _part_of_it(match, first, last) and not _another(line, match.start(), end)
            if judged and not _agrees(match, first, last):
                told = line.text[start:end]
                yield Hit(
                    line.at(start, end),
                    f"Her er perioden «{told}», men aftalen gælder fra {written(first)} til {written(last)}.",
                    "Ret den af dem, der er forkert. Er det en anden plans periode, så skriv hvilken.",
                    _given(story),
                    subject=told,
                )


def _agrees(match: re.Match[str], first: date, last: date) -> bool:
    """Tell whether a period that was read is the agreement's, as exactly as it is written. An impossible day is not judged."""
    if match["from"]:
        one, other = day(match["from"]), day(match["to"])
        return one is None or other is None or (one, other) == (first, last)
    if match["m1"]:
        months = [MONTHS.index(match[name].casefold()) + 1 for name in ("m1", "m2")]
        return (int(match["y1"]), months[0], int(match["y2"]), months[1]) == (first.year, first.month, last.year, last.month)
    until = int(match["b"])
    return (int(match["a"]), until if until > 99 else 2000 + until) == (first.year, last.year)


def _part_of_it(match: re.Match[str], first: date, last: date) -> bool:
    """Tell whether years inside the period are told of the work («helhedsplanen har i perioden …»), not of how long it runs."""
    if not match["a"] or _STRONG.search(match[0]) or match["link"].strip(" :,(") in ("", "i perioden", "for perioden"):
        return False
    until = int(match["b"])
    return first.year <= int(match["a"]) and (until if until > 99 else 2000 + until) <= last.year


def _another(line: Line, start: int, end: int) -> bool:
    """Tell whether the words are quoted, or speak of another plan."""
    first, _ = sentence_at(line, start)
    return line.quoted(start) or of_another_plan(line.text[max(first, start - _BEFORE) : end])


def _given(story: Story) -> tuple[Related, ...]:
    return (Related(story.aftale.at("periode"), "perioden står her"),) if story.aftale is not None else ()
