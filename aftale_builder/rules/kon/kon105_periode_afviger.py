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
Reglen læser år («2022-2025», «2022-25»), måneder («januar 2022 til december 2025») og dage («01.01.22 – 31.12.25», «1/1 2022 til
31/12 2025»), men kun hvor teksten siger, at det er aftalens, helhedsplanens, kommissoriets eller den boligsociale indsats' egen
periode, eller bruger indsatsens navn. En tidligere plan, tal fra andre år, en aktivitet eller et ansvar med sin egen periode
bedømmes ikke. «Indsatsen» alene kan også være en aktivitet: den bedømmes ikke i det, der handler om et enkelt indsatsområde, og
ellers kun, når perioden begynder eller slutter med aftalens eller går ud over den.
"""

import re
from collections.abc import Iterator
from functools import cache

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.rules.lines import Line
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.periods import PERIOD, begins, period
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Named, Story
from aftale_builder.rules.telling import of_another_plan, sentence_at
from aftale_builder.rules.words import day as written

_PLAN = (
    r"(?:samarbejds|del)?aftalen|(?:denne|nærværende)\s+(?:strategiske\s+)?(?:samarbejds|del)?aftale|helhedsplanen"
    r"|(?:den|denne|vores)\s+(?:boligsociale\s+)?helhedsplan|den\s+boligsociale\s+indsats|kommissoriet|dette\s+kommissorium"
)
"""What the agreement and its papers call themselves; the names of the effort are added."""
_LOOSE = r"indsatsen(?!\s+(?:mod|for|over|blandt|på|af|ved)\b)"
"""What an aktivitet is called too."""
_STOP = (
    r"(?!(?:oprettet|iværksat|igangsat|ansøgt|evalueret|udarbejdet|skrevet|undersøgt|målt|og|eller|men|som|der|hvor|når|hvis|at|om|med"
    r"|har|havde|får|skal|vil|kan|blev|bliver|er|var)\b)"
)
"""What ends the subject: after another verb, a conjunction, «om» or «med» («aftalen med klubben») the words are of another."""
_WORD = rf"{_STOP}\w+\s+"
_INTO = r"(?:(?:i|for|fra|over|perioden|årene|den|d\.)\s+){0,4}"
_LASTS = r"(?:gælder|løber|varer|dækker|strækker\s+sig|er\s+gældende|har\s+virkning)"
_AMONG = r"(?:mellem\s+(?:(?!(?:har|er|skal|vil|kan|som|der)\b)[\w-]+,?\s+){1,12}?)"
_UNTIL = pattern(r"\d\s*[-–—tT]")
"""What every period has in it."""
_OBJECT = pattern(r"\b(?:af|bag|for|fra|hos|i|med|om|over|på|til|under|ved)\s+$", re.IGNORECASE)
_BEFORE = 60


@rule("KON105", "periode-afviger", Severity.FEJL, sources=("vores",), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each period that a text gives the agreement and that is not the agreement's."""
    if story.periode is None or story.periode[0] >= story.periode[1]:
        return  # LBF005 says so
    first, last = story.periode
    names = _own_names(story)
    for line in story.lines_with("aftale", "helhedsplan", "periode", "indsats", "kommissori", *map(str.casefold, names)):
        for match in _told(names).finditer(line.text) if _UNTIL.search(line.text) else ():
            start, end = begins(match), match.end()
            said = period(match)
            if said is None or said.is_from(first, last) or not _is_its_own(line, match) or _another(line, match.start(), end):
                continue
            if not (said.is_within(first, last) and _part_of_it(match, shares_an_end=said.shares_an_end(first, last))):
                told = line.text[start:end]
                yield Hit(
                    line.at(start, end),
                    f"Her er perioden «{told}», men aftalen gælder fra {written(first)} til {written(last)}.",
                    "Ret den af dem, der er forkert. Er det en anden plans periode, så skriv hvilken.",
                    _given(story),
                    subject=told,
                )


def _own_names(story: Story) -> tuple[str, ...]:
    """Return the names of the effort that are not also those of an area or a part."""
    others = {spelling.casefold() for name in story.names if name.of is not Named.INDSATS for spelling in name.spellings}
    mine = (spelling for name in story.names if name.of is Named.INDSATS for spelling in name.spellings)
    return tuple(spelling for spelling in mine if spelling.casefold() not in others)


@cache
def _told(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a period that is said to be the agreement's: beside it, by how long it runs, by the way."""
    plan = "|".join([_PLAN, *map(re.escape, names)])
    its = rf"perioden\s+for\s+(?:{plan})|(?:{plan})['’]?s\s+(?:periode|løbetid|varighed|gyldighed)"
    extent = rf"(?:aftale|bevillings)perioden|{its}|(?P<project>projektperioden)"
    subject = rf"(?:(?P<extent>{extent})|(?P<loose>{_LOOSE})|(?:{plan})s?)"
    beside = r"(?P<beside>\s*[:,(]\s*|\s+(?:(?:i|for)\s+(?:perioden|årene)\s+)?)"
    spans = rf"(?(extent)\s+er\s+{_INTO}|(?!))"
    since = r"(?P<since>\s+(?:er\s+)?fra\s+(?:den\s+|d\.\s*)?)"
    lasts = rf"(?P<lasts>\s+(?:{_AMONG}|(?:{_WORD}){{0,3}}?){_LASTS}\s+(?:{_WORD}){{0,2}}?{_INTO})"
    by_the_way = rf"(?P<by>\s+(?:{_WORD}){{0,3}}?(?:har|er|skal|vil)\s+(?:{_WORD}){{0,3}}?(?:i|for)\s+(?:perioden|årene)\s+)"
    return re.compile(rf"\b{subject}(?:{beside}|{since}|{spans}|{lasts}|{by_the_way}){PERIOD}", re.IGNORECASE)


def _is_its_own(line: Line, match: re.Match[str]) -> bool:
    """Tell whether the period is said of the agreement: not of what is done in it, for it or by it."""
    if match["extent"]:
        return not (match["project"] and line.indsats)
    if match["loose"]:
        return not line.indsats and match["lasts"] is not None
    return match["beside"] is not None or not _OBJECT.search(line.text, 0, match.start())


def _part_of_it(match: re.Match[str], *, shares_an_end: bool) -> bool:
    """Tell whether a time inside the period is told of the work («helhedsplanen har i perioden …»), not of how long it runs."""
    if match["loose"]:
        return not shares_an_end
    return match["by"] is not None and not match["extent"]


def _another(line: Line, start: int, end: int) -> bool:
    """Tell whether the words are quoted, or speak of another plan."""
    first, _ = sentence_at(line, start)
    return line.quoted(start) or of_another_plan(line.text[max(first, start - _BEFORE) : end])


def _given(story: Story) -> tuple[Related, ...]:
    return (Related(story.aftale.at("periode"), "perioden står her"),) if story.aftale is not None else ()
