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
Reglen ser «de tre boligområder», «alle fire delaftaler», «vi har fire delaftaler», «der er to følgegrupper», «indsatsen omfatter
tre boligområder» og «bestyrelsen har fem medlemmer». I det, der handler om et enkelt indsatsområde, kan «vi har» og «der er» være
sagt om det alene, og «der er tre boligområder, som …» eller «… i Aaby» er ikke nødvendigvis aftalens; det bedømmes ikke. Reglen
tier også, når teksten taler om en tidligere plan, om nogle af dem («to af de tre») eller om dem, den lige har nævnt ved navn. Ord
som «områder» alene bedømmes ikke.
"""

import re
from collections.abc import Iterator, Mapping

from aftale_builder.findings import Anchored, Hit, Related, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.kinds import OrganType, PartType
from aftale_builder.rules.lines import Line, Paper
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.reading import all_read, bestyrelser
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Named, Story
from aftale_builder.rules.telling import NUMBER, number, of_another_plan, sentence_at

_ALL = r"(?:de|alle|alle\s+de|aftalens|indsatsens|helhedsplanens|vores)"
_NOUN = r"boligområder|delaftaler|indsatsområder|følgegrupper|boligorganisationer|boligselskaber|parter"
_COUNT = pattern(
    rf"(?<!af )\b{_ALL}\s+({NUMBER})\s+(?:almene\s+|valgte\s+|fastlagte\s+)?({_NOUN})(?:nes|s)?\b"
    r"(?!\s+i\s+(?:byen|kommunen|landet|Danmark))",
    re.IGNORECASE,
)
_SAID = rf"\s+(?:nu\s+|i\s+alt\s+|tilsammen\s+)?({NUMBER})\s+(?:almene\s+|fastlagte\s+)?({_NOUN})\b"
_CONTAINS = pattern(
    r"\b(?:(?:samarbejds)?aftalen|helhedsplanen|(?:den\s+boligsociale\s+)?indsats(?:en)?)\s+"
    rf"(?:omfatter|dækker|har|består\s+af|tæller){_SAID}",
    re.IGNORECASE,
)
_THERE_ARE = pattern(
    rf"\b(?:vi\s+har|der\s+er){_SAID}"
    r"(?!,?\s+(?:som|der|hvor\w*|med|uden|af|på|om|for|til|blandt|i\s+(?:byen|kommunen|landet|området)|(?-i:i\s+[A-ZÆØÅ]\w*))\b)",
    re.IGNORECASE,
)
"""Told of this agreement, as nothing after it says that they are some of them, or others."""
_SEATS = pattern(
    rf"\bbestyrelsen(?:s|\s+(?:har|omfatter|består\s+af|tæller))\s+({NUMBER})\s+(medlemmer)\b"
    rf"|\bder\s+er\s+({NUMBER})\s+(medlemmer)\s+i\s+bestyrelsen\b",
    re.IGNORECASE,
)

Counts = Mapping[str, tuple[int, Anchored]]


@rule("KON110", "antal-afviger", Severity.RAAD, sources=("vores",), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each count in prose that is not that of the agreement's list."""
    if story.aftale is None:
        return
    counts = dict(_counts(story.aftale))
    for line in story.lines_with(*counts):
        for match in _counted(line):
            digits, noun = (match[1], match[2]) if match[1] else (match[3], match[4])
            told, (there, at) = number(digits), counts.get(noun.casefold(), (0, story.aftale.at()))
            if noun.casefold() in counts and told != there and not _others(story, line, match, told):
                yield Hit(
                    line.at(*match.span()),
                    f"Her står «{' '.join(match[0].split())}», men aftalen har {there}.",
                    "Ret tallet i teksten, eller ret listen.",
                    (Related(at, f"listen med {there} står her"),),
                    subject=f"{told} {noun.casefold()}",
                )


def _counted(line: Line) -> Iterator[re.Match[str]]:
    """Yield what a line counts; members in a kommissorium are left to KON104."""
    yield from _COUNT.finditer(line.text)
    if not line.indsats:
        yield from _CONTAINS.finditer(line.text)
        yield from _THERE_ARE.finditer(line.text)
    if line.paper is not Paper.KOMMISSORIUM:
        yield from _SEATS.finditer(line.text)


def _counts(aftale: Aftale) -> Iterator[tuple[str, tuple[int, Anchored]]]:
    """Yield how many there are of what a text can count; nothing of a list that is empty or could not all be read."""
    lists = {"boligområder": "boligomraader", "indsatsområder": "indsatsomraader", "parter": "parter"}
    for noun, field in lists.items():
        if (things := getattr(aftale, field)) and all_read(aftale, field):
            yield noun, (len(things), aftale.key(field))
    if all_read(aftale, "parter", "type") and (owners := aftale.parter_af(PartType.BOLIGORGANISATION)):
        for noun in ("boligorganisationer", "boligselskaber"):
            yield noun, (len(owners), aftale.key("parter"))
    delaftaler = [indsats.delaftale for indsats in aftale.indsatsomraader if indsats.delaftale is not None]
    if delaftaler and all_read(aftale, "indsatsomraader", "delaftale"):
        yield "delaftaler", (len(delaftaler), aftale.key("indsatsomraader"))
    yield from _of_the_organisation(aftale)


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
    """Tell whether the text counts something else: of another plan, in a quotation, or those that it has just named."""
    start, end = sentence_at(line, match.start())
    if of_another_plan(line.text[start:end]) or line.quoted(match.start()):
        return True
    kind = Named.OMRAADE if "boligområder" in match[0].casefold() else Named.PART
    named = {name.navn for name in story.names if name.of is kind and any(spelling in line.text for spelling in name.spellings)}
    return len(named) == told
