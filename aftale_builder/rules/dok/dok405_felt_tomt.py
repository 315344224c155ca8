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
En periode skal have to dage, den første før den sidste; to årstal, eller en dag og et antal år, kan også forstås. «Se bilag.»
svarer ikke på noget: det siger hverken hvilket eller hvad der står i det. Linjerne til «Dato» og «Navn» hører til underskriften
og bliver ikke bedømt. Tabellen over indikatorer siger DOK406. Skabelonens egne ord, vejledning, pladsholdere, «Udfyldes senere»
og et indholdsfelts ledetekst udfylder ikke et felt. Overskrifter før de første ord er forsiden, når de hverken er nummereret
eller beder om noget. Et dokument, hvis skabelon ikke er kendt ord for ord, og som har færre end 25 ord under titlen, har for
lidt at bedømme: det får ingen dom. Grænsen er vores egen.
"""

from collections.abc import Iterator, Sequence

from aftale_builder.findings import Hit, Severity
from aftale_builder.rules.emptiness import EFFORTS, empty_headings, empty_sections, only
from aftale_builder.rules.finished import Finished, Form, Paragraph
from aftale_builder.rules.registry import Over, rule


@rule("DOK405", "felt-tomt", Severity.FEJL, sources=("lbf-skabelon-2019", "vores"), over=Over.WORD)
def check(file: Finished) -> Iterator[Hit]:
    """Yield a hit for each front page field without an answer, each section with nothing in it, and a paper without words."""
    if file.form is None:
        yield from _bare_headings(file)
        yield from _almost_empty(file)
        return
    yield from _fields(file.form)
    yield from _sections(file, file.form)


def _fields(form: Form) -> Iterator[Hit]:
    for field in form.fields:
        if not field.filled:
            message = f"Feltet «{field.label}» er tomt{_standing(field.stand_ins)}."
            yield Hit(field.at, message, f"Skriv det under «{field.label}».", subject=field.key)
        elif field.flaw:
            message = f"Feltet «{field.label}» siger ikke, hvornår aftalen begynder og slutter: {field.flaw}."
            yield Hit(
                field.at,
                message,
                "Skriv den første og den sidste dag: «1. oktober 2026 – 30. september 2030».",
                subject=field.key,
            )


def _standing(stand_ins: Sequence[Paragraph]) -> str:
    return f": der står{only(stand_ins).removeprefix(',')}" if stand_ins else ""


def _sections(file: Finished, form: Form) -> Iterator[Hit]:
    """Yield a hit for each section without words, and one where no indsatsområde is chosen."""
    for section in empty_sections(file, form):
        if section.area:
            yield Hit(
                section.at,
                f"Der står intet problemkompleks under «{section.title}»{only(section.stand_ins)}.",
                "Beskriv de kerneudfordringer, som indsatsen skal tage fat i, med tal. Er området ikke valgt, så slet det.",
                subject=section.area,
            )
        else:
            yield Hit(
                section.at,
                f"Afsnittet «{section.title}» er tomt{_standing(section.stand_ins)}.",
                "Skriv, hvad der gælder for jeres indsats.",
                subject=section.id,
            )
    efforts = {afsnit.id for afsnit in file.regulativ.afsnit if afsnit.noegle == EFFORTS} if file.regulativ is not None else ()
    for section in form.sections if not form.chosen() and not file.odd else ():
        if section.id in efforts:
            yield Hit(
                section.at,
                f"Der står intet indsatsområde under «{section.title}».",
                "Sæt en overskrift med områdets navn for hvert af de valgte indsatsområder, og beskriv dets problemkompleks.",
                subject=section.id,
            )


def _bare_headings(file: Finished) -> Iterator[Hit]:
    """Yield a hit for each heading of another paper that nothing stands under. A form of another generation is DOK412's."""
    for heading, left in empty_headings(file) if not file.odd else ():
        title = heading.text.strip()
        yield Hit(
            heading.spot,
            f"Der står intet under «{title}»{only(left)}.",
            "Skriv det, der hører til, eller slet overskriften.",
            subject=title,
        )


def _almost_empty(file: Finished) -> Iterator[Hit]:
    if file.almost_empty and file.paper is not None:
        count = file.words
        told = "ingen ord" if not count else f"kun {count} ord" if count > 1 else "kun ét ord"
        yield Hit(
            file.at,
            f"Der står {told} under titlen, og skabelonen kendes ikke: der er for lidt at bedømme, og filen får ingen dom.",
            "Se, om det er den rigtige fil. Er det den, så skriv det, den skal sige, og bedøm den igen.",
            subject="næsten tom",
        )
