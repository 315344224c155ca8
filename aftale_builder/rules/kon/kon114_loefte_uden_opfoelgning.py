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
Reglen ser løfter om dokumenter og aftaler med et navn («vil blive udarbejdet», «skal der indgås»), ikke om arbejdet selv eller en
plan for den enkelte. Nævner en milepæl eller et bilag det samme, er der fulgt op. Listen er til den, der læser aftalen; et løfte
kan også være holdt på en anden måde.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.model.aftale import Aftale
from aftale_builder.rules.lines import Line, sentences
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.promises import Paper, is_of, papers_in
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Story
from aftale_builder.rules.telling import of_another_plan

_MADE = (
    "udarbejdes", "udarbejdet", "indgås", "indgået", "udfærdiges", "udfærdiget", "formuleres", "formuleret", "aftales", "aftalt",
    "laves", "lavet", "skrives", "skrevet", "udvikles", "udviklet", "opstilles", "opstillet",
)  # fmt: skip
_MAKING = rf"(?<!\bsom )(?:{'|'.join(_MADE)})"
_PROMISED = pattern(
    rf"\b(?:vil|skal)\s+(?:\w+\s+){{0,4}}?(?:blive\s+)?(?:\w+\s+)?{_MAKING}\b"
    rf"|\b(?:forventes|påtænkes|planlægges)\b.{{0,120}}?\b{_MAKING}\b",
    re.IGNORECASE,
)
_VAGUE = frozenset({"plan", "aftal", "list", "skema", "model", "oversigt", "vejledning", "måling"})
_NEAR = 40
_JUDGED = ("delaftal", "samarbejdsaftalen", "budget")


@rule("KON114", "loefte-uden-opfoelgning", Severity.RAAD, sources=("vores",), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each paper that is promised and that no milestone and no annex speaks of."""
    if story.aftale is None or not story.aftale.whole("milepaele", "bilag"):
        return
    followed = tuple(_followed_up(story.aftale))
    told: set[str] = set()
    for line in story.lines_with(*_MADE):
        if not line.heading and not line.value:
            for paper in _promised(line):
                subject = f"{paper.stem} {paper.whose}".strip()
                judged = (
                    paper.stem in _VAGUE
                    or paper.noun.startswith(_JUDGED)
                    or (paper.stem == "kommissori" and paper.organs <= {"bestyrels"})
                )
                kept = judged or any(is_of(paper, text) for text in followed)
                if not kept and subject not in told:
                    told.add(subject)
                    yield _hit(line, paper, subject)


def _hit(line: Line, paper: Paper, subject: str) -> Hit:
    return Hit(
        line.at(paper.start, paper.end),
        f"Teksten lover «{paper.noun}», men ingen milepæl og intet bilag nævner det.",
        "Sæt en milepæl med dato og ansvarlig, eller skriv, hvordan der bliver fulgt op.",
        subject=subject,
    )


def _promised(line: Line) -> Iterator[Paper]:
    """Yield the paper that a sentence promises: the first after the verb, else the last before it."""
    for start, end in sentences(line.text):
        match = _PROMISED.search(line.text, start, end)
        if match is None or line.quoted(match.start()) or of_another_plan(line.text[start : match.start()]):
            continue
        after = papers_in(line.text, match.end(), min(end, match.end() + 80))
        before = papers_in(line.text, max(start, match.start() - _NEAR), match.end())
        if found := (after[0] if after else before[-1] if before else None):
            yield found


def _followed_up(aftale: Aftale) -> Iterator[str]:
    """Yield the texts that follow up: of every milestone, the titles of the annexes, the kommissorier."""
    for milestone in (*aftale.milepaele, *(item for aktivitet in aftale.aktiviteter for item in aktivitet.milepaele)):
        yield milestone.tekst
    for bilag in aftale.bilag:
        yield bilag.titel
    for item in aftale.kommissorium:
        yield f"kommissorium for {item.organ or 'bestyrelsen'}"
