"""Et antal i teksten passer ikke med aftalens egen liste.

## Hvorfor
«De tre boligområder» skal være tre, også når der er kommet et til. Ellers tror læseren, at noget mangler.

## Forkert
```yaml
vision: I de tre boligområder skal alle have en plads i fællesskabet.
```

## Rigtigt
```yaml
vision: I boligområdet skal alle have en plads i fællesskabet.
```

## Kilde
Vores egen vurdering: teksten og listerne fortæller om det samme.

## Forbehold
Reglen ser «de tre boligområder», «alle fire delaftaler», «begge boligområder», «vi har fire delaftaler», «der er to
følgegrupper», «indsatsen omfatter tre boligområder», «de syv afdelinger» og «bestyrelsen har fem medlemmer». I det, der handler
om et enkelt indsatsområde, kan «vi har» og «der er» være sagt om det alene, og «der er tre boligområder, som …» eller «de tre
boligområder i Aaby» er ikke nødvendigvis aftalens; det bedømmes ikke. Reglen tier også, når teksten taler om en tidligere plan,
om nogle af dem («to af de tre», «de to, der …») eller om dem, den lige har nævnt ved navn; og om afdelinger, når tallet passer
på et enkelt boligområde eller en enkelt boligorganisation. Ord som «områder» alene bedømmes ikke.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from aftale_builder.findings import Anchored, Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import OrganType, PartType
from aftale_builder.model.parter import Boligomraade
from aftale_builder.rules.lines import Line, Paper
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.reading import all_read, bestyrelser
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Named, Story
from aftale_builder.rules.telling import NUMBER, number, of_another_plan, sentence_at

_DEFINITE = r"de|alle(?:\s+de)?|samtlige(?:\s+de)?"
_OWN = r"aftalens|indsatsens|helhedsplanens|vores"
_AFDELINGER = "afdelinger"
_NOUN = (
    "boligområder|delaftaler|indsatsområder|følgegrupper|boligorganisationer|boligselskaber|parter"
    rf"|(?:(?:almene\s+)?bolig)?{_AFDELINGER}"
)
_KIND = r"(?:almene\s+|valgte\s+|fastlagte\s+|boligsociale\s+)?"
_ELSEWHERE = r"i\s+(?:byen|kommunen|landet|området|Danmark)"
_SOME_OF = (
    r",?\s+(?:som|der|hvor\w*)\b|\s+(?:med|uden|på|blandt|ved|langs|omkring|nærmest|tættest|nævnt|udpeget|udenfor|fra)\s+\w"
)
"""What after «de tre boligområder» tells of some of them, or of others."""
_ALL = rf"(?:(?:{_OWN})\s+(?P<own>{NUMBER})|(?P<both>begge)(?:\s+de)?|(?:{_DEFINITE})\s+(?P<n>{NUMBER}))"
_COUNT = pattern(
    rf"(?:(?<!af )|(?<=hver af )|(?<=hvert af ))\b{_ALL}\s+{_KIND}(?P<noun>{_NOUN})(?:nes|s)?\b"
    rf"(?!\s+{_ELSEWHERE})(?(own)|(?!{_SOME_OF}))",
    re.IGNORECASE,
)
_SAID = rf"\s+(?:nu\s+|i\s+alt\s+|tilsammen\s+)?(?P<n>{NUMBER})\s+{_KIND}(?P<noun>{_NOUN})\b"
_DONE = r"(?:\s+(?:valgt|udvalgt|indgået|lavet|skrevet|udarbejdet|nedsat|oprettet|fastlagt))?"
_THERE_ARE = pattern(
    rf"\b(?:vi\s+har|der\s+er){_DONE}{_SAID}"
    r"(?!,?\s+(?:som|der|hvor\w*|med|uden|af|på|om|for|til|blandt|i\s+(?:byen|kommunen|landet|området)|(?-i:i\s+[A-ZÆØÅ]\w*))\b)",
    re.IGNORECASE,
)
"""Told of this agreement, as nothing after it says that they are some of them, or others."""
_PLACED = pattern(r"\s+i\s+(?=[A-ZÆØÅ])")
_ADMINISTRATION = pattern(r"kommun|forvaltning|jobcent|skole|politi|\bhus|ejendoms", re.IGNORECASE)
"""What has afdelinger of its own."""
_SEATS = pattern(
    rf"(?:\bbestyrelsen(?:s|\s+(?:har|omfatter|består\s+af|tæller))|(?P<there>\bder\s+er))\s+(?P<n>{NUMBER})\s+(?P<noun>medlemmer)\b"
    r"(?(there)\s+i\s+bestyrelsen\b)",
    re.IGNORECASE,
)

_AREAS, _FIELD = "boligområder", "boligomraader"

Counts = Mapping[str, tuple[int, Anchored]]


@rule("KON110", "antal-afviger", Severity.RAAD, sources=("vores",), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each count in prose that is not that of the agreement's list."""
    if story.aftale is None:
        return
    counts = dict(_counts(story.aftale))
    for line in story.lines_with(*counts):
        for match in _counted(line, story.own_names):
            noun, told = _told(match)
            there, at = counts.get(noun, (told, story.aftale.at()))
            if told != there and not _others(story, line, match, told):
                yield Hit(
                    line.at(*match.span()),
                    f"Her står «{' '.join(match[0].split())}», men aftalen har {there}.",
                    "Ret tallet i teksten, eller ret listen.",
                    (Related(at, f"listen med {there} står her"),),
                    subject=f"{told} {noun}",
                )


def _told(match: re.Match[str]) -> tuple[str, int]:
    """Return what is counted, and how many of it the text says there are."""
    noun = match["noun"].casefold()
    groups = match.groupdict()
    digits = groups.get("n") or groups.get("own")
    return _AFDELINGER if noun.endswith(_AFDELINGER) else noun, number(digits) if digits else 2


def _counted(line: Line, names: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Yield what a line counts; members in a kommissorium are left to KON104."""
    for match in _COUNT.finditer(line.text):
        # «begge parter» are any two; in what tells of one indsatsområde, so are «begge boligområder»
        if not (match["both"] and (line.indsats or match["noun"].casefold() == "parter")):
            yield match
    if not line.indsats:
        yield from _contains(names).finditer(line.text)
        yield from _THERE_ARE.finditer(line.text)
    if line.paper is not Paper.KOMMISSORIUM:
        yield from _SEATS.finditer(line.text)


@cache
def _contains(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what the effort, by any of its names, is said to be made up of."""
    effort = "|".join(["(?:samarbejds)?aftalen|helhedsplanen|(?:den\\s+boligsociale\\s+)?indsats(?:en)?", *map(re.escape, names)])
    has = r"omfatter|dækker|har|består\s+af|tæller|rummer|indeholder|er\s+(?:op|ind)?delt\s+(?:op\s+)?i"
    return re.compile(rf"\b(?:{effort})\s+(?:{has}){_SAID}", re.IGNORECASE)


def _counts(aftale: Aftale) -> Iterator[tuple[str, tuple[int, Anchored]]]:
    """Yield how many there are of what a text can count; nothing of a list that is empty or could not all be read."""
    lists = {"boligområder": "boligomraader", "indsatsområder": "indsatsomraader", "parter": "parter"}
    for noun, field in lists.items():
        if (things := getattr(aftale, field)) and all_read(aftale, field):
            yield noun, (len(things), aftale.key(field))
    if all_read(aftale, "parter", "type") and (owners := aftale.parter_af(PartType.BOLIGORGANISATION)):
        for noun in ("boligorganisationer", "boligselskaber"):
            yield noun, (len(owners), aftale.key("parter"))
    afdelinger = {(one.part, nummer) for area in aftale.boligomraader for one in area.afdelinger for nummer in one.numre}
    if afdelinger and all_read(aftale, _FIELD, "afdelinger") and all(_all_numbers(area) for area in aftale.boligomraader):
        yield _AFDELINGER, (len(afdelinger), aftale.key(_FIELD))
    delaftaler = [indsats.delaftale for indsats in aftale.indsatsomraader if indsats.delaftale is not None]
    if delaftaler and all_read(aftale, "indsatsomraader", "delaftale"):
        yield "delaftaler", (len(delaftaler), aftale.key("indsatsomraader"))
    yield from _of_the_organisation(aftale)


def _all_numbers(area: Boligomraade) -> bool:
    """Tell whether every afdeling of an area could be read."""
    return bool(area.afdelinger) and all_read(area, "afdelinger", "part", "numre")


def _of_the_organisation(aftale: Aftale) -> Iterator[tuple[str, tuple[int, Anchored]]]:
    boards = bestyrelser(aftale)
    if aftale.organisation is None or boards is None:
        return
    groups = [organ for organ in aftale.organisation.organer if organ.type is OrganType.FOELGEGRUPPE]
    if groups:
        yield "følgegrupper", (len(groups), aftale.organisation.key("organer"))
    if len(boards) == 1 and boards[0].medlemmer and all_read(boards[0], "medlemmer"):
        yield "medlemmer", (len(boards[0].medlemmer), boards[0].key("medlemmer"))


def _others(story: Story, line: Line, match: re.Match[str], told: int) -> bool:
    """Tell whether the text counts something else: of another plan, quoted, elsewhere, or those that it has just named."""
    start, end = sentence_at(line, match.start())
    if of_another_plan(line.text[start:end]) or line.quoted(match.start()):
        return True
    if "own" in match.groupdict() and not match["own"] and _is_elsewhere(story, line, match.end()):
        return True
    if _told(match)[0] == _AFDELINGER:
        return _of_some(story, line, match.start(), told)
    kind = Named.OMRAADE if "boligområder" in match[0].casefold() else Named.PART
    named = {name.navn for name in story.names if name.of is kind and any(spelling in line.text for spelling in name.spellings)}
    return len(named) == told


def _is_elsewhere(story: Story, line: Line, end: int) -> bool:
    """Tell whether the words go on with the name of a place («i Nordby»), or of a part or an area: not with the effort's own."""
    place = _PLACED.match(line.text, end)
    return place is not None and not line.text.startswith(story.own_names, place.end())


def _of_some(story: Story, line: Line, start: int, told: int) -> bool:
    """Tell whether afdelinger may be those of one area or one owner, or somebody else's than the boligorganisationer's."""
    aftale = story.aftale
    if aftale is None or line.passage.section == _AREAS or line.indsats:
        return True
    before = line.text[:start]
    if _ADMINISTRATION.search(before) or any(
        spelling in before for name in story.names if name.of is not Named.INDSATS for spelling in name.spellings
    ):
        return True
    groups: dict[str, int] = {}
    for number_of, area in enumerate(aftale.boligomraader):
        for owned in area.afdelinger:
            for whose in (f"område {number_of}", f"part {owned.part}"):
                groups[whose] = groups.get(whose, 0) + len(owned.numre)
    return told in groups.values()
