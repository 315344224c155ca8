"""Skabelonens vejledende tekst er ikke slettet.

## Hvorfor
Skabelonen har vejledning skrevet med grønt, som er til den, der udfylder den. Står den der stadig, er det svært at se, hvad
parterne har aftalt, og hvad Landsbyggefonden har bedt om.

## Forkert
```word
== Aftalens parter:
- Bakkens Boligforening
- Bakke Kommune

(Navn på boligorganisation(er) og kommune(r))
```

## Rigtigt
```word
== Aftalens parter:
- Bakkens Boligforening
- Bakke Kommune
```

## Kilde
`lbf-skabelon-2019`, forsiden: «Vejledende tekst er fremhævet med grønt og slettes af ansøger, når skemaet udfyldes».

## Forbehold
Vejledningen kendes på sin ordlyd, også når den har fået en anden farve, og ellers på at den er grøn: i teksten selv, ved en
typografi, ved temaet eller ved en grøn fremhævning. Overskrifter, henvisninger og skabelonens faste tekst må være grønne.
Egne ord, som nogen har skrevet med grønt, ligner vejledning og bliver fundet; giv dem en anden farve.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.regulation import Art, Regulativ, same_words
from aftale_builder.rules.finished import Finished, Paragraph, Part, Role
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.words import excerpt

_FEWEST_LETTERS = 3


@rule("DOK401", "vejledende-tekst", Severity.FEJL, sources=("lbf-skabelon-2019#vejledning",), over=Over.WORD)
def check(file: Finished) -> Iterator[Hit]:
    """Yield a hit for each paragraph that has guidance in it, by its wording or its colour."""
    known = _guidance(file.regulativ)
    for paragraph in file.of(Part.BODY, Part.NOTE):
        words = next((text for text in known if text.casefold() in same_words(paragraph.text).casefold()), _green(paragraph))
        if words:
            yield Hit(
                paragraph.spot,
                f"Her står vejledende tekst: «{excerpt(words)}».",
                "Slet den. Er det jeres egne ord, så giv dem samme farve som resten af teksten.",
                subject=same_words(words),
            )


def _guidance(regulativ: Regulativ | None) -> tuple[str, ...]:
    if regulativ is None:
        return ()
    return tuple(same_words(fixed.ren) for fixed in regulativ.fast_tekst if fixed.art is Art.VEJLEDNING)


def _green(paragraph: Paragraph) -> str:
    """Return the green words of a paragraph that is neither a heading nor the form's own."""
    if paragraph.level is not None or paragraph.role in (Role.FIXED, Role.PLACEHOLDER, Role.PROMPT):
        return ""
    return paragraph.green if sum(sign.isalpha() for sign in paragraph.green) >= _FEWEST_LETTERS else ""
