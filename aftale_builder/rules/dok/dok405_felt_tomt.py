"""Et felt eller et afsnit er tomt.

## Hvorfor
Et tomt felt kan være glemt, og læseren kan ikke se, om det er. Afsnittene er der, fordi Landsbyggefonden har brug for svaret.

## Forkert
```word
= 7. Lokal evaluering
```

## Rigtigt
```word
= 7. Lokal evaluering
Hver følgegruppe gør status to gange om året.
```

## Kilde
`lbf-skabelon-2019`: skabelonen beder om områdets navn, parterne, perioden og om ord under hvert afsnit. At der ikke står en
overskrift uden noget under i de andre dokumenter, er vores egen vurdering (`vores`).

## Forbehold
Linjerne til «Dato» og «Navn» hører til underskriften og bliver ikke bedømt. Tabellen over indikatorer siger DOK406.
Skabelonens egne ord, vejledning, pladsholdere og et indholdsfelts ledetekst udfylder ikke et felt.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from aftale_builder.findings import Hit, Severity
from aftale_builder.rules.finished import Finished, Form, Part, Role
from aftale_builder.rules.registry import Over, rule

_EFFORTS = "indsatsområder"
_TOLD_ELSEWHERE = frozenset({"", "baseline", _EFFORTS})


@rule("DOK405", "felt-tomt", Severity.FEJL, sources=("lbf-skabelon-2019", "vores"), over=Over.WORD)
def check(file: Finished) -> Iterator[Hit]:
    """Yield a hit for each empty field of the front page, and for each section with nothing in it."""
    if file.form is None:
        yield from _bare_headings(file)
        return
    yield from _fields(file.form)
    keys = {afsnit.id: afsnit.noegle for afsnit in file.regulativ.afsnit} if file.regulativ is not None else {}
    yield from _sections(file.form, keys)


def _fields(form: Form) -> Iterator[Hit]:
    for field in form.fields:
        if not field.filled:
            yield Hit(field.at, f"Feltet «{field.label}» er tomt.", f"Skriv det under «{field.label}».", subject=field.key)


def _sections(form: Form, keys: Mapping[str, str]) -> Iterator[Hit]:
    """Yield a hit for each section without words; `keys` are the language's by the section's id."""
    for section in form.sections:
        if section.area and not section.told:
            yield Hit(
                section.at,
                f"Der står intet problemkompleks under «{section.title}».",
                "Beskriv de kerneudfordringer, som indsatsen skal tage fat i, med tal. Er området ikke valgt, så slet det.",
                subject=section.area,
            )
        elif not section.area and keys.get(section.id) == _EFFORTS and not form.chosen():
            yield Hit(
                section.at,
                f"Der står intet indsatsområde under «{section.title}».",
                "Sæt en overskrift med områdets navn for hvert af de valgte indsatsområder, og beskriv dets problemkompleks.",
                subject=section.id,
            )
        elif not section.area and not section.told and keys.get(section.id, "") not in _TOLD_ELSEWHERE:
            yield Hit(
                section.at,
                f"Afsnittet «{section.title}» er tomt.",
                "Skriv, hvad der gælder for jeres indsats.",
                subject=section.id,
            )


def _bare_headings(file: Finished) -> Iterator[Hit]:
    """Yield a hit for each heading with neither words nor a heading of a lower level under it."""
    body = [p for p in file.of(Part.BODY) if p.role is not Role.EMPTY]
    for heading, after in pairwise([*body, None]):
        level = heading.level if heading is not None else None
        if heading is None or level is None or heading.cell or not heading.text.strip():
            continue
        prompted = after is not None and after.role is Role.PROMPT
        if after is None or prompted or (after.level is not None and after.level <= level):
            title = heading.text.strip()
            yield Hit(
                heading.spot,
                f"Der står intet under «{title}».",
                "Skriv det, der hører til, eller slet overskriften.",
                subject=title,
            )
