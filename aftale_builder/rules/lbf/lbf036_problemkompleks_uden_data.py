"""Et problemkompleks har ingen tal om beboerne, eller ingen siger, hvor tallene er fra.

## Hvorfor
Skabelonen beder om, at problemkomplekset er konkret og dataunderbygget. Uden et tal kan ingen se, hvor stort problemet er, og
uden kilde eller år kan tallet ikke efterprøves.

## Forkert
```yaml
# resten udfyldes
indsatsområder:
  - område: beskæftigelse
    problemkompleks: Mange af de 18-64-årige er uden arbejde.
    kerneudfordringer: [{id: k1, tekst: For få unge har et fritidsjob.}]
```

## Rigtigt
```yaml
# resten udfyldes
indsatsområder:
  - område: beskæftigelse
    problemkompleks: I 2021 var 38 pct. af de 18-64-årige uden arbejde.
    kerneudfordringer: [{id: k1, tekst: For få unge har et fritidsjob.}]
```

## Kilde
`lbf-skabelon-2019`: «Beskrivelsen skal være konkret og dataunderbygget.»

## Forbehold
Et tal er en andel, et antal beboere, anmeldelser eller lignende, «hver fjerde», «seks ud af ti», «dobbelt så høj», et
gennemsnit. Aldre, klassetrin, årstal og antal områder er ikke tal om beboerne; det er et mål («målet er 50 pct.») og et tal om
hele landet heller ikke. Kilden eller året skal stå i samme afsnit som tallet, eller ved tallet under `data:`. Om tallene er de
rigtige, kræver skøn. I en Word-fil dømmes også det problemkompleks, som en delaftale har; at den har et, kræver skabelonen for
2019-26 ikke.
"""

from collections.abc import Iterator

from aftale_builder.findings import Hit, Severity
from aftale_builder.rules.figures import figure, says_from_where
from aftale_builder.rules.lines import Line
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.stand_ins import is_stand_in
from aftale_builder.rules.story import Story

_HELP = "Skriv mindst ét tal om beboerne med kilde eller år."


@rule(
    "LBF036",
    "problemkompleks-uden-data",
    Severity.ADVARSEL,
    sources=("lbf-skabelon-2019#dataunderbygget",),
    over=Over.STORY,
    krav="problemkompleks",
)
def check(story: Story) -> Iterator[Hit]:
    """Yield a hit for each problemkompleks without a figure that says where it is from."""
    told: dict[str, list[Line]] = {}
    for line in story.lines:
        if line.problem and not line.value:
            told.setdefault(line.indsats, []).append(line)
    documented = _documented(story)
    for indsats, lines in told.items():
        if indsats in documented or all(not line.text.strip() or is_stand_in(line.text) for line in lines):
            continue
        with_figure = [line for line in lines if not line.heading and figure(line.text)]
        if not with_figure:
            yield _hit(lines[0], "Problemkomplekset har ingen tal om beboerne.", indsats)
        elif not any(says_from_where(line.text) or says_from_where(line.under) for line in with_figure):
            yield _hit(with_figure[0], "Problemkompleksets tal siger hverken kilde eller år.", indsats)


def _hit(line: Line, message: str, indsats: str) -> Hit:
    found = figure(line.text) if "kilde" in message else None
    start, end = found.span() if found else (len(line.text) - len(line.text.lstrip()), len(line.text))
    return Hit(line.at(start, end), message, _HELP, subject=indsats)


def _documented(story: Story) -> frozenset[str]:
    """Return the indsatsområder that have a figure as structure, with its source or year, or whose figures are unread."""
    areas = story.aftale.indsatsomraader if story.aftale is not None else ()
    return frozenset(
        str(area.omraade) for area in areas if not area.whole("data") or any(item.kilde or item.aar for item in area.data)
    )
