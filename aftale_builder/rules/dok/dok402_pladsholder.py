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
Et indholdsfelt, der kun viser sin egen ledetekst, er tomt; det siger DOK405, når skabelonen kræver det udfyldt.
"""

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.rules.finished import Finished, Paragraph, Part, Role
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.words import excerpt

_MARKS = re.compile(
    r"(?<!\w)(?:Boligorganisation [A-Z]|Kommune X+|X{2,} Kommune|X{2,}(?!\.\s+århundrede))(?!\w)"
    r"|\{\{[^{}]*\}\}|\{%[^{}]*%\}|\[\[[^\[\]]*\]\]|<<[^<>\n]+>>|(?<!\w)(?:TODO|TBD|FIXME|Lorem ipsum)(?!\w)"
    r"|\[\s*(?i:indsæt|udfyld|skriv|navn|dato|beløb|angiv|titel|xx*|…|\.\.\.)[^\[\]]{0,60}\]"
    r"|(?<!\w)(?:Klik|Tryk)(?: eller (?:klik|tryk))? her for at \w+(?: \w+)?|(?<!\w)Vælg et element(?!\w)|(?<!\w)Mangler: [^.\n]+"
)


@rule("DOK402", "pladsholder", Severity.FEJL, sources=("lbf-skabelon-2019", "vores"), over=Over.WORD)
def check(file: Finished) -> Iterator[Hit]:
    """Yield a hit for each stand-in that is left, once in each paragraph."""
    for paragraph in file.of(Part.BODY, Part.NOTE, Part.EDGE):
        for words in dict.fromkeys(_left(paragraph)):
            yield Hit(
                paragraph.spot,
                f"Her står pladsholderen «{excerpt(words)}».",
                "Skriv det, der skal stå her, eller slet pladsholderen med det felt, den hører til.",
                subject=words,
            )


def _left(paragraph: Paragraph) -> Iterator[str]:
    if paragraph.role is Role.PROMPT:
        return
    yield from (match[0] for match in _MARKS.finditer(paragraph.text))
    if paragraph.prompt and paragraph.prompt != paragraph.text.strip():
        yield paragraph.prompt
