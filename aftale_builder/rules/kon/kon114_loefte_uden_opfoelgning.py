"""Teksten lover noget, der skal laves senere, men ingen milepæl følger op på det.

## Hvorfor
«Der vil blive udarbejdet en kommunikationsplan» er et løfte. Står det ikke i milepælsplanen, er det let at glemme, og bestyrelsen
ser det ikke.

## Forkert
```yaml
vision: Der vil blive udarbejdet en kommunikationsplan for området.
```

## Rigtigt
```yaml
vision: Alle i Solbakken har en plads i fællesskabet.
```

## Kilde
Vores egen vurdering: det, der er lovet, bør have en dag og en, der følger op.

## Forbehold
Reglen ser løfter om dokumenter og aftaler med et navn («vil blive udarbejdet», «skal der indgås», «parterne vil indgå en …»,
«der udarbejdes en …», «er under udarbejdelse»), ikke om arbejdet selv, en plan for den enkelte eller det, der gøres hvert år.
Nævner en milepæl eller et bilag det samme, er der fulgt op. Listen er til den, der læser aftalen; et løfte kan også være holdt
på en anden måde.
"""

import re
from collections.abc import Iterator
from functools import cache

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.rules.lines import Line, sentences
from aftale_builder.rules.lines import Paper as PrintedIn
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.promises import Paper, is_of, papers_in
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Named, Story
from aftale_builder.rules.telling import of_another_plan

_MADE = (
    "udarbejdes", "udarbejdet", "indgås", "indgået", "udfærdiges", "udfærdiget", "formuleres", "formuleret", "aftales", "aftalt",
    "laves", "lavet", "skrives", "skrevet", "udvikles", "udviklet", "opstilles", "opstillet",
)  # fmt: skip
_MAKE = ("udarbejde", "indgå", "udfærdige", "formulere", "lave", "skrive", "udvikle", "opstille")
_WORDS = (*_MADE, *_MAKE, "udarbejdelse")
_PARTICIPLES = "|".join(word for word in _MADE if word.endswith("t"))
_PASSIVES = "|".join(word for word in _MADE if word.endswith("s"))
_MAKING = rf"(?<!\bsom )(?:{'|'.join(_MADE)})"
_ACTOR = (
    r"vi|parterne|bestyrelsen|sekretariatet|koordinationsgruppen|følgegrupperne|følgegruppen|kommunen|boligorganisation(?:en|erne)"
    r"|(?:den\s+boligsociale\s+)?indsatsen|lederen|chefen\s+for\s+indsatsen"
)
_SOME = r"(?!ikke\b|aldrig\b|hver)\w+\s+"
_PROMISED = pattern(
    rf"\b(?:vil|skal)\s+(?:{_SOME}){{0,4}}?(?:blive\s+)?(?:{_SOME})?{_MAKING}\b"
    rf"|\b(?:forventes|påtænkes|planlægges)\b.{{0,120}}?\b{_MAKING}\b"
    rf"|\bbliver\s+(?:{_SOME}){{0,3}}?(?:{_PARTICIPLES})\b|\ber\s+(?:{_SOME}){{0,2}}?under\s+udarbejdelse\b"
    rf"|\ber\s+ved\s+at\s+blive\s+(?:{_PARTICIPLES})\b",
    re.IGNORECASE,
)
_A = r"\s+(?:(?:selv|sammen|derfor|også|nu|snart|senere|i\s+\d{4})\s+){0,2}(?=(?:en|et|nye?|flere|to|tre)\s)"
"""What is made stands next, and is not made yet."""
_NEXT = pattern(r"(?:(?!(?:om|for|til|med|af|i|på|ved|hos|fra|som|der)\b)[\w-]+\s+){1,4}?$")
_ROUTINE = pattern(
    r"\b(?:hvert|hver|årlige?|årligt|løbende|halvårlig\w*|kvartalsvis\w*|månedlig\w*|ugentlig\w*|altid|typisk|når)\b",
    re.IGNORECASE,
)
_ROUTINES = frozenset({PrintedIn.BEREDSKABSPLAN, PrintedIn.KOMMISSORIUM})
"""Papers that tell what is done whenever there is need of it."""
_ONE_BY_ONE = pattern(
    r"\b(?:den|det)\s+enkelte\b|\b(?:for|med|til)\s+(?:hver(?:t)?\b|den\s+(?:unge|ledige)\b|(?:barnet|familien|borgeren|beboeren)\b)",
    re.IGNORECASE,
)
_VAGUE = frozenset({"plan", "aftal", "list", "skema", "model", "oversigt", "vejledning", "måling"})
_NEAR = 40
_FAR = 80
_JUDGED = ("delaftal", "samarbejdsaftalen", "budget")


@rule("KON114", "loefte-uden-opfoelgning", Severity.RAAD, sources=("vores",), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each paper that is promised and that no milestone and no annex speaks of."""
    if story.aftale is None or not story.aftale.whole("milepaele", "bilag"):
        return
    followed = tuple(_followed_up(story.aftale))
    names = tuple(spelling for name in story.names if name.of is Named.PART for spelling in name.spellings)
    told: set[str] = set()
    for line in story.lines_with(*_WORDS):
        if not line.heading and not line.value:
            for paper in _promised(line, names):
                subject = f"{paper.stem} {paper.whose}".strip()
                if not _judged_elsewhere(paper) and subject not in told and not any(_follows(text, paper) for text in followed):
                    told.add(subject)
                    yield _hit(line, paper, subject)


def _judged_elsewhere(paper: Paper) -> bool:
    """Tell whether a rule of its own asks for the paper, or nothing tells which it is («en plan»)."""
    if paper.noun.startswith(_JUDGED) or (paper.stem == "kommissori" and paper.organs <= {"bestyrels"}):
        return True
    return paper.stem in _VAGUE and not paper.whose[:1].isupper()


def _follows(text: str, paper: Paper) -> bool:
    """Tell whether a milestone or an annex speaks of the paper; of «en aftale med Røde Kors», by whom it is with."""
    return is_of(paper, text) and (paper.stem not in _VAGUE or paper.whose.casefold() in text.casefold())


def _hit(line: Line, paper: Paper, subject: str) -> Hit:
    return Hit(
        line.at(paper.start, paper.end),
        f"Teksten lover «{paper.noun}», men ingen milepæl og intet bilag nævner det.",
        "Sæt en milepæl med dato og ansvarlig, eller skriv, hvordan der bliver fulgt op.",
        subject=subject,
    )


def _promised(line: Line, names: tuple[str, ...]) -> Iterator[Paper]:
    """Yield the paper that each sentence promises."""
    for start, end in sentences(line.text):
        found = _made(line, start, end) or _told(line, start, end, names)
        if found is None:
            continue
        paper, at = found
        if not (line.quoted(at) or of_another_plan(line.text[start:at]) or _ONE_BY_ONE.search(line.text, paper.end, end)):
            yield paper


def _made(line: Line, start: int, end: int) -> tuple[Paper, int] | None:
    """Return the paper that is to be made, and where that is said: the first after the verb, else the last before it."""
    match = _PROMISED.search(line.text, start, end)
    if match is None:
        return None
    after = papers_in(line.text, match.end(), min(end, match.end() + _FAR))
    before = papers_in(line.text, max(start, match.start() - _NEAR), match.end())
    found = after[0] if after else before[-1] if before else None
    return (found, match.start()) if found is not None else None


def _told(line: Line, start: int, end: int, names: tuple[str, ...]) -> tuple[Paper, int] | None:
    """Return the paper that somebody will make or is making, and where that is said; what is done often is no promise."""
    sentence = line.text[start:end]
    will, now = _by_whom(names)
    routine = line.indsats or line.paper in _ROUTINES or _ROUTINE.search(sentence)
    match = will.search(sentence) or (None if routine else now.search(sentence))
    if match is None:
        return None
    for paper in papers_in(line.text, start + match.end(), min(end, start + match.end() + _FAR)):
        if _NEXT.fullmatch(line.text, start + match.end(), paper.start):
            return paper, start + match.start()
    return None


@cache
def _by_whom(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what somebody of the agreement will make, and of what is told as if it were being made."""
    actor = "(?:" + "|".join([_ACTOR, *map(re.escape, names)]) + ")"
    make = "|".join(_MAKE)
    will = rf"\b(?:{actor}\s+(?:vil|skal)|(?:vil|skal)\s+{actor})\s+(?:{_SOME}){{0,4}}?(?:{make}){_A}"
    now = rf"^\W*(?:{_SOME}){{0,4}}?(?:{_PASSIVES}|{actor}\s+(?:{make})r|(?:{make})r\s+{actor}){_A}"
    return re.compile(will, re.IGNORECASE), re.compile(now, re.IGNORECASE)


def _followed_up(aftale: Aftale) -> Iterator[str]:
    """Yield the texts that follow up: of every milestone, the titles of the annexes, the kommissorier."""
    for milestone in (*aftale.milepaele, *(item for aktivitet in aftale.aktiviteter for item in aktivitet.milepaele)):
        yield milestone.tekst
    for bilag in aftale.bilag:
        yield bilag.titel
    for item in aftale.kommissorium:
        yield f"kommissorium for {item.organ or 'bestyrelsen'}"
