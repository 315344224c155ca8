"""Et beløb i teksten passer ikke med budgettet.

## Hvorfor
Teksten siger, hvad fonden, kommunen eller en anden giver. Står der noget andet i budgettet, ved ingen, hvad der er bevilget.

## Forkert
```yaml
vision: Landsbyggefonden bidrager med 22,5 mio. kr.
```

## Rigtigt
```yaml
vision: Landsbyggefonden bidrager med 800.000 kr.
```

## Kilde
Vores egen vurdering: teksten og budgettet fortæller om de samme penge.

## Forbehold
Reglen ser beløb, der står med den, der betaler, med en budgetpost, med «budgettet er på» eller «den lokale medfinansiering er».
Beløbet må være hele periodens, et års eller en af partens kilder for sig, og et rundt tal («22,5 mio.», «ca. 800.000») må være
afrundet. Indkomster, huslejer og andre kroner er ikke budget.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.rules.budget_words import Amount, Payer, amounts, payers
from aftale_builder.rules.lines import Line, sentences
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.story import Story
from aftale_builder.rules.telling import of_another_plan
from aftale_builder.rules.words import kroner

_GIVES = pattern(
    r"\b(?:bidrage?r?|bidrag|giver|yder|betaler|(?:med)?finansierer|(?:med)?finansiering|støtter|støtte|bevillige[rt]?|bevilge[rt]?"
    r"|bevilling|tilskud|skyder|lægger|afsætter|afsat)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = pattern(
    r"\bkoster\b|\btil\s+(?!(?:(?:den|de|det|boligsociale|samlede)\s+)*(?:indsats|helhedsplan|aftale|budget|projekt|boligområde))",
    re.IGNORECASE,
)
_BY = pattern(r"\s+(?:kommer\s+)?fra\s+", re.IGNORECASE)
_OTHER_KRONER = pattern(
    r"indkomst|husleje|gæld|kontingent|bøde|byggeri|renovering|fysiske|løn\b|\bpr\.\s|\bom\s+måneden|\bi\s+timen|\bhver\b|værdi|priser\b",
    re.IGNORECASE,
)


@rule("KON109", "beloeb-afviger", Severity.ADVARSEL, sources=("vores",), over=Over.STORY)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each amount that a text gives a payer, a post or the whole budget, and that the budget does not have."""
    aftale = story.aftale
    if aftale is None or aftale.budget is None or not aftale.budget.whole("kilder", "poster", "finansiering", "aar"):
        return
    lines = [line for line in story.lines_with("kr.", "kr ", "kr,", "kr)", "kr\n", "kroner") if not line.heading]
    text = "\n".join(line.text for line in lines).casefold()
    known = tuple(payers(aftale, aftale.budget, text)) if lines else ()
    for line in lines:
        for payer, amount in _told(line, known):
            if not amount.is_one_of(payer.sums):
                yield _hit(line, payer, amount)


def _told(line: Line, known: tuple[Payer, ...]) -> Iterator[tuple[Payer, Amount]]:
    """Yield each amount of the line with the payer that it is told of."""
    for start, end in sentences(line.text):
        sentence = line.text[start:end]
        found = list(amounts(line.text, start, end))
        if not found or _OTHER_KRONER.search(sentence) or of_another_plan(sentence) or line.quoted(found[0].start):
            continue
        gives = _GIVES.search(sentence) is not None
        for amount in found:
            if (payer := _payer(line.text, start, amount, known, gives=gives)) is not None:
                yield payer, amount


def _payer(text: str, start: int, amount: Amount, known: tuple[Payer, ...], *, gives: bool) -> Payer | None:
    """Return the payer that stands nearest before the amount in its sentence, or just after it («… kr. fra kommunen»)."""
    after = text[amount.end : amount.end + 60]
    by = _BY.match(after) if gives else None
    for payer in known if by is not None else ():
        if by is not None and payer.gives and payer.named.match(after, by.end()):
            return payer
    best: tuple[int, int, Payer] | None = None
    for payer in known:
        if gives or not payer.gives:
            for match in payer.named.finditer(text[start : amount.start]):
                between = text[start + match.end() : amount.start]
                if (payer.gives and not _OF_ANOTHER.search(between)) or _close(between):
                    best = max(
                        best or (-1, 0, payer), (match.end(), match.end() - match.start(), payer), key=lambda item: item[:2]
                    )
    return best[2] if best is not None else None


def _close(between: str) -> bool:
    """Tell whether only «er på», «koster i alt» and the like stand between a thing and its amount."""
    return (
        re.fullmatch(r"[\s,:]*(?:(?:er|på|i|alt|udgør|koster|lyder|dermed|samlet|ca\.|cirka|godt|knap)[\s,:]+)*", between)
        is not None
    )


def _hit(line: Line, payer: Payer, amount: Amount) -> Hit:
    return Hit(
        line.at(amount.start, amount.end),
        f"Her står {amount.text}, men budgettet har {kroner(max(payer.sums, default=Decimal(0)))} {payer.said}.",
        "Ret teksten eller budgettet, så de siger det samme.",
        (Related(payer.at, "det står i budgettet her"),),
        subject=f"{payer.said} {amount.value}",
    )
