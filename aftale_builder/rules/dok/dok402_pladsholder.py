"""En pladsholder er ikke erstattet.

## Hvorfor
Skabelonen har ord, som skal vige for jeres egne: «Boligorganisation A», «Kommune XX». Står de der stadig, eller står der en
note om noget, som nogen ville udfylde senere, er dokumentet ikke færdigt.

## Forkert
```word
== Underskrifter:
Bakkens Boligforening
|  |  |
| Dato | Navn |
Kommune XX
|  |  |
| Dato | Navn |
Bakke Kommune
|  |  |
| Dato | Navn |
```

## Rigtigt
```word
== Underskrifter:
Bakkens Boligforening
|  |  |
| Dato | Navn |
Bakke Kommune
|  |  |
| Dato | Navn |
```

## Kilde
`lbf-skabelon-2019`: skabelonen har «Boligorganisation A» og «Kommune XX» på parternes plads. Mærker som «TODO» og felter, der
ikke er udfyldt, er vores egen vurdering (`vores`).

## Forbehold
Reglen dømmer færdige Word-filer og teksterne i en aftale i YAML efter den samme liste: det, der står i YAML, bliver trykt. Er
hele teksten en pladsholder, siger en regel, der kræver teksten (LBF082 om visionen), at den mangler; så tier denne. Et afsnit
eller et felt i Word, hvor der kun står «TODO» eller et indholdsfelts ledetekst, er tomt; det siger DOK405. Romertal («XX.
århundrede») og streger til en underskrift er ikke pladsholdere, og en streg i et felt er et svar.
"""

from collections.abc import Iterator

from aftale_builder.findings import Anchored, Hit, Related, Severity
from aftale_builder.rules.emptiness import told_as_empty
from aftale_builder.rules.finished import Finished, Paragraph, Part, Role
from aftale_builder.rules.passages import Passage
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.stand_ins import INSERT, LOOK, is_stand_in, stand_ins
from aftale_builder.rules.words import excerpt

_PARAGRAPH = pattern(r"\S(?:.|\n(?!\s*\n))*")
_HELP = "Skriv det, der skal stå her, eller slet pladsholderen med det felt, den hører til."
_HELP_IN_YAML = "Skriv det, der skal stå her, eller slet det."


def in_text(passage: Passage) -> Iterator[Hit]:
    """Yield a hit for each stand-in in a text of an agreement, at its first place in it, with the others beside it."""
    found: dict[str, list[Anchored]] = {}
    for start, end in sorted((*(match.span() for match in stand_ins(passage.text)), *_saying_so(passage.text))):
        found.setdefault(passage.text[start:end], []).append(passage.at(start, end))
    for words, (first, *more) in found.items():
        message = f"{_message(words)} Det sker {len(more) + 1} steder i teksten." if more else _message(words)
        yield Hit(first, message, _HELP_IN_YAML, tuple(Related(at, "her står den igen") for at in more), subject=words)


def _saying_so(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the paragraphs are that have no other stand-in and say in words that they are to be written."""
    for match in _PARAGRAPH.finditer(text):
        if _says_so(match[0]) and next(stand_ins(match[0]), None) is None:
            yield match.start(), match.start() + len(match[0].rstrip())


@rule("DOK402", "pladsholder", Severity.FEJL, sources=("lbf-skabelon-2019", "vores"), over=Over.WORD, texts=in_text, look=LOOK)
def check(file: Finished) -> Iterator[Hit]:
    """Yield a hit for each stand-in that is left, once in each paragraph. Those that stand alone in a place are DOK405's."""
    elsewhere = told_as_empty(file)
    for paragraph in file.of(Part.BODY, Part.NOTE, Part.EDGE):
        if paragraph.spot not in elsewhere:
            for words in dict.fromkeys(_left(paragraph)):
                yield Hit(paragraph.spot, _message(words), _HELP, subject=words)


def _left(paragraph: Paragraph) -> Iterator[str]:
    if paragraph.role is Role.PROMPT:
        yield paragraph.text.strip()
    if paragraph.role in (Role.PROMPT, Role.GUIDANCE):  # guidance is DOK401's
        return
    found = [match[0] for match in stand_ins(paragraph.text, printed=True)]
    if not found and paragraph.role is Role.STAND_IN and _says_so(paragraph.text, printed=True):
        found = [paragraph.text.strip()]
    yield from found
    if paragraph.prompt and paragraph.prompt != paragraph.text.strip():
        yield paragraph.prompt


def _says_so(text: str, *, printed: bool = False) -> bool:
    """Tell whether a text says in words that it is to be written («Udfyldes senere.»); a stroke, or «[[…]]», may be an answer."""
    said = INSERT.sub(" ", text)
    return len(said.split()) > 1 and is_stand_in(said, printed=printed)


def _message(words: str) -> str:
    return f"Her står pladsholderen «{excerpt(words)}»."
