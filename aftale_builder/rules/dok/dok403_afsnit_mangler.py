"""Et af skabelonens afsnit mangler, hedder noget andet eller står et andet sted.

## Hvorfor
Landsbyggefonden læser mange aftaler efter den samme skabelon. Afsnittene skal være der alle, hedde det, de hedder, og stå i
skabelonens orden, så enhver kan finde det, de leder efter.

## Forkert
```word
= 7. Evaluering af det hele
Hver følgegruppe gør status to gange om året.
```

## Rigtigt
```word
= 7. Lokal evaluering
Hver følgegruppe gør status to gange om året.
```

## Kilde
`lbf-skabelon-2019`: afsnittene er skabelonens egne overskrifter.

## Forbehold
En overskrift kendes på sine ord, også når nummeret er sat af Word, når den er skrevet med fed skrift, eller når store og små
bogstaver er andre. Afsnittene kan kun bedømmes i en skabelon, hvis ordlyd vi kender.
"""

from collections.abc import Iterator, Sequence

from aftale_builder.findings import Hit, Related, Severity
from aftale_builder.regulation import Afsnit, Art, Regulativ
from aftale_builder.rules.finished import Finished, Form, Section, Spot
from aftale_builder.rules.registry import Over, rule

_FRONT = "forside"


@rule("DOK403", "afsnit-mangler", Severity.FEJL, sources=("lbf-skabelon-2019",), over=Over.WORD, needs=lambda data: data.afsnit)
def check(file: Finished) -> Iterator[Hit]:
    """Yield a hit for each section that is not there, that is called something else, or that comes before its turn."""
    if file.form is None or file.regulativ is None:
        return
    wanted = [afsnit for afsnit in file.regulativ.afsnit if afsnit.id != _FRONT]
    there = {section.id: section for section in file.form.sections if not section.area}
    before = file.at
    for afsnit in wanted:
        if afsnit.id in there:
            before = there[afsnit.id].at
        else:
            yield _missing(afsnit, before, file)
    yield from _out_of_order([afsnit.id for afsnit in wanted], file.form)
    yield from _without_problem(file, file.form, file.regulativ)


def _missing(afsnit: Afsnit, before: Spot, file: Finished) -> Hit:
    name = f"{afsnit.id}. {afsnit.titel}" if afsnit.id.isdecimal() else afsnit.titel
    renamed = next((p for p in file.paragraphs if p.level is not None and p.text.strip().startswith(f"{afsnit.id}.")), None)
    if renamed is not None and not renamed.fixed:
        return Hit(
            renamed.spot,
            f"Afsnittet hedder her «{renamed.text.strip()}»; i skabelonen hedder det «{name}».",
            f"Ret overskriften til «{name}».",
            subject=afsnit.id,
        )
    return Hit(
        before,
        f"Afsnittet «{name}» mangler.",
        f"Sæt overskriften «{name}» ind efter dette afsnit, og skriv, hvad der skal stå der.",
        subject=afsnit.id,
    )


def _without_problem(file: Finished, form: Form, regulativ: Regulativ) -> Iterator[Hit]:
    """Yield a hit for each indsatsområde without the heading that its section must have."""
    repeated = [one for one in regulativ.fast_tekst if one.art is Art.OVERSKRIFT and one.for_hver and not one.indsatsomraade]
    there = {(paragraph.area, ref) for paragraph in file.paragraphs for ref in paragraph.fixed}
    for section in form.sections:
        for fixed in repeated:
            if section.area and (section.area, fixed.id) not in there:
                yield Hit(
                    section.at,
                    f"Overskriften «{fixed.ren}» mangler under «{section.title}».",
                    "Sæt den ind over det, I har skrevet om kerneudfordringerne.",
                    subject=f"{section.area} {fixed.id}",
                )


def _out_of_order(wanted: Sequence[str], form: Form) -> Iterator[Hit]:
    """Yield a hit for each section that must be moved, as few of them as will do."""
    found = [section for section in form.sections if not section.area]
    standing = _longest([wanted.index(section.id) for section in found])
    for number, section in enumerate(found):
        if number not in standing:
            neighbour = _follows(section, found, wanted)
            yield Hit(
                section.at,
                f"Afsnittet «{section.title}» står ikke på sin plads.",
                f"Flyt det, så det kommer efter «{neighbour.title}»." if neighbour else "Flyt det op som det første.",
                (Related(neighbour.at, "afsnittet, som det skal komme efter"),) if neighbour else (),
                subject=section.id,
            )


def _follows(section: Section, found: Sequence[Section], wanted: Sequence[str]) -> Section | None:
    """Return the section, of those that are there, that comes right before this one in the form."""
    earlier = [other for other in found if wanted.index(other.id) < wanted.index(section.id)]
    return max(earlier, key=lambda other: wanted.index(other.id), default=None)


def _longest(order: Sequence[int]) -> frozenset[int]:
    """Return the positions of the longest rising run (gaps allowed): what can stay where it is."""
    best: list[list[int]] = []
    for at, value in enumerate(order):
        before: list[int] = max((run for run in best if order[run[-1]] < value), key=len, default=[])
        best.append([*before, at])
    longest: list[int] = max(best, key=len, default=[])
    return frozenset(longest)
