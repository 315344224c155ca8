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
Reglen læser år («2022-2025», «2022-25»), måneder («januar 2022 til december 2025») og dage («01.01.22 – 31.12.25», «1/1 2022
til 31/12 2025»), også begyndelsen eller slutningen alene («træder i kraft 1. januar 2022», «udløber i 2025») og varigheden
(«gælder i fire år»), men kun hvor teksten siger, at det er aftalens, helhedsplanens, kommissoriets, bevillingens eller den
boligsociale indsats' egen periode, eller bruger indsatsens navn. I et kommissorium er det også perioden for bestyrelsens ansvar
og den, der står i `ikrafttræden`; en delaftale og et kommissorium må begynde undervejs. En tidligere plan, en anden aftale, tal
fra andre år, en del af perioden, en aktivitet eller et ansvar med sin egen periode bedømmes ikke. «Indsatsen» alene kan også
være en aktivitet: den bedømmes ikke i det, der handler om et enkelt indsatsområde, og ellers kun, når perioden begynder eller
slutter med aftalens eller går ud over den.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.rules.lines import Line, Paper, sentences
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.periods import is_inside, is_of
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Story
from aftale_builder.rules.telling import of_another_plan
from aftale_builder.rules.validity import Validity, validities
from aftale_builder.rules.words import day as written

_TIMED = pattern(r"\d|\bår|årig")
"""What every time has in it."""
_PART = pattern(
    r"\b(?:år|halvår|kvartal\w*|måneder|halvdel\w*|(?<!en )del|dele|tredjedel\w*|fase\w*|etape\w*|tid|begyndelsen|starten|midten"
    r"|slutningen)\s+af\s+$"
)
_BOARD = pattern(r"^\W*bestyrelsen\b.{0,80}\bansvar\w*\s+for\s+$", re.IGNORECASE | re.DOTALL)
_REVISED = pattern(r"delaftale|kommissori", re.IGNORECASE)
_WORDS = ("aftale", "helhedsplan", "periode", "indsats", "kommissori", "bevilling", "bestyrelsen")
_PLACE = pattern(r"\bi\s+([A-ZÆØÅ][\w-]*)")
_BEFORE = 60
_YEAR = 365.25
_SLIP = 31
"""As many days may a period of so many years be shorter or longer."""


@rule("KON105", "periode-afviger", Severity.FEJL, sources=("vores",), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each time that a text gives the agreement, or a kommissorium, and that is not the agreement's."""
    if story.periode is None or story.periode[0] >= story.periode[1]:
        return  # LBF005 says so
    first, last = story.periode
    names = story.own_names
    for line in _worth(story, names):
        for start, end in sentences(line.text):
            for said in validities(line.text, start, end, names):
                if (
                    _differs(said, line, first, last)
                    and _is_its_own(said, line, start)
                    and not _another(said, line, start, story)
                ):
                    told = line.text[slice(*said.where)]
                    yield Hit(
                        line.at(*said.where),
                        f"Her er {_what(said)} «{told}», men aftalen gælder fra {written(first)} til {written(last)}.",
                        "Ret den af dem, der er forkert. Er det en anden plans periode, så skriv hvilken.",
                        _given(story),
                        subject=told,
                    )


def _worth(story: Story, names: tuple[str, ...]) -> list[Line]:
    """Return the lines that may tell a time of the agreement; `ikrafttræden` of a kommissorium need not say of what."""
    lines = [*story.lines_with(*_WORDS, *map(str.casefold, names)), *(line for line in story.lines if _is_its_key(line))]
    return [line for line in dict.fromkeys(lines) if _TIMED.search(line.text)]


def _is_its_key(line: Line) -> bool:
    """Tell whether a line is the short text of a kommissorium's key."""
    return line.value and line.paper is Paper.KOMMISSORIUM


def _differs(said: Validity, line: Line, first: date, last: date) -> bool:
    """Tell whether it is not the agreement's period, and no part of it that may be told of the work."""
    if said.period is not None:
        if said.period.is_from(first, last) or (said.match["bare"] is not None and said.period.is_beside(first, last)):
            return False
        within = said.period.is_within(first, last)
        return not (within and _part_of_it(said, line, shares_an_end=said.period.shares_an_end(first, last)))
    if said.start is not None and not is_of(said.start, first):
        return not (_REVISED.search(said.match[0]) or line.paper is Paper.KOMMISSORIUM) or not is_inside(said.start, first, last)
    if said.end is not None and not is_of(said.end, last):
        return True
    days = (last + timedelta(days=1) - first).days
    return said.years is not None and abs(days - said.years * _YEAR) > _SLIP


def _part_of_it(said: Validity, line: Line, *, shares_an_end: bool) -> bool:
    """Tell whether a time inside the period is told of the work («helhedsplanen har i perioden …»), not of how long it runs."""
    match = said.match
    if match["loose"]:
        return not shares_an_end
    if match["board"]:
        return line.paper is not Paper.KOMMISSORIUM
    if match["grant"] or _PART.search(line.text, 0, match.start()) or (match["for"] and said.is_of_an_object()):
        return True
    return match["by"] is not None and not match["extent"]


def _is_its_own(said: Validity, line: Line, start: int) -> bool:
    """Tell whether the time is said of the agreement: not of what is done in it, for it or by it."""
    groups = said.groups
    if groups.get("implied") is not None:
        return _is_its_key(line)
    if groups.get("extent"):
        return not (groups["project"] and line.indsats)
    if groups.get("loose"):
        return not line.indsats and groups["lasts"] is not None
    if groups.get("grant"):
        return not line.indsats
    if groups.get("beside") is not None or groups.get("for") or not said.is_of_an_object():
        return True
    return line.paper is Paper.KOMMISSORIUM and _BOARD.search(line.text[start : said.match.start()]) is not None


def _another(said: Validity, line: Line, start: int, story: Story) -> bool:
    """Tell whether the words are quoted, or speak of another plan, another agreement or another town."""
    at, (shown, end) = said.match.start(), said.where
    before = line.text[max(start, at - _BEFORE) : end]
    if line.quoted(at) or line.quoted(shown) or of_another_plan(before) or said.is_of_another_agreement():
        return True
    place = _PLACE.search(line.text, at, shown)
    return place is not None and not any(place[1] in spelling for name in story.names for spelling in name.spellings)


def _what(said: Validity) -> str:
    """Return what of the period it is that is told."""
    if said.period is not None:
        return "perioden"
    if said.start is not None:
        return "begyndelsen"
    return "slutningen" if said.end is not None else "varigheden"


def _given(story: Story) -> tuple[Related, ...]:
    return (Related(story.aftale.at("periode"), "perioden står her"),) if story.aftale is not None else ()
