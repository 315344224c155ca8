"""Skabelonens faste tekst er ændret eller slettet.

## Hvorfor
Den faste tekst er det, som Landsbyggefonden og parterne binder sig til på samme måde i alle aftaler. Ændres den, er det ikke
længere fondens skabelon, og en ændring midt i kendt tekst bliver let overset.

## Forkert
```word
= 8. Revision af samarbejdsaftalen
Revision af den strategiske samarbejdsaftale kræver godkendelse i bestyrelsen
```

## Rigtigt
```word
= 8. Revision af samarbejdsaftalen
Revision af den strategiske samarbejdsaftale kræver godkendelse i Landsbyggefonden
```

## Kilde
`lbf-skabelon-2019`: den faste tekst er skabelonens egen.

## Forbehold
Skabelonen findes i eksemplarer med små forskelle og slåfejl («Landsbyggefondens», «indberetningskema», «boligområder»); de
kendte ordlyd er ikke fejl. Et afsnit, der slet ikke er der, siger DOK403; en pladsholder siger DOK402. Er teksten skrevet
helt om, kan den ikke kendes igen: så siger reglen, at den mangler. En ledetekst på forsiden og en celle i tabellen kendes også
på deres plads mellem dem, der er uændrede.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from aftale_builder.findings import Hit, Severity
from aftale_builder.regulation import Art, FastTekst, Regulativ, same_words
from aftale_builder.rules.finished import Finished, Form, Paragraph, Part, Role, Spot
from aftale_builder.rules.registry import Over, rule
from aftale_builder.rules.words import excerpt

_ALIKE = 0.6
_LONGEST_LABEL = 60
_FEWEST_LETTERS = 6
_SIGNING = "part"
_FRONT = "forside"


@rule(
    "DOK404",
    "fast-tekst-aendret",
    Severity.ADVARSEL,
    sources=("lbf-skabelon-2019",),
    over=Over.WORD,
    needs=lambda data: data.fast_tekst,
)
def check(file: Finished) -> Iterator[Hit]:
    """Yield a hit for each piece of the form's wording that is altered, at its paragraph, or not there, at its section."""
    if file.form is None or file.regulativ is None:
        return
    body = tuple(file.of(Part.BODY))
    there = {ref: at for at, paragraph in enumerate(body) if paragraph.role is not Role.ALTERED for ref in paragraph.fixed}
    wanted = list(_wanted(file.regulativ, file.form))
    sources = {same_words(indicator.datakilde) for indicator in file.regulativ.indikatorer}
    cells: dict[str, list[FastTekst]] = {}
    for number, fixed in enumerate(wanted):
        if fixed.id in there:
            continue
        between = body[slice(*_room(fixed, wanted[:number], wanted[number + 1 :], there))]
        altered = _altered(fixed, body) or _instead(fixed, between, sources)
        if altered is not None:
            yield _changed(fixed, altered)
        elif fixed.art is Art.CELLE:
            cells.setdefault(fixed.afsnit, []).append(fixed)
        else:
            yield _gone(fixed, _section(fixed.afsnit, file))
    for afsnit, lost in cells.items():
        yield _lost(lost, _section(afsnit, file))


def _wanted(regulativ: Regulativ, form: Form) -> Iterator[FastTekst]:
    """Yield the wording that the file must have: that of the sections it has; headings are DOK403's, signatures DOK411's."""
    having = {_FRONT, *(section.id for section in form.sections)}
    for fixed in regulativ.skal_staa(form.chosen()):
        is_heading = fixed.art is Art.OVERSKRIFT and fixed.niveau > 0
        if fixed.afsnit in having and not is_heading and fixed.for_hver != _SIGNING:
            yield fixed


def _altered(fixed: FastTekst, body: Sequence[Paragraph]) -> Paragraph | None:
    """Return the paragraph that was this wording, by how many of its words are left, None where none was."""
    known = next((paragraph for paragraph in body if paragraph.role is Role.ALTERED and fixed.id in paragraph.fixed), None)
    if known is not None:
        return known
    path = f"afsnit/{fixed.afsnit}"
    inside = (paragraph for paragraph in body if paragraph.own and paragraph.spot.path == path)
    near = [(_likeness(fixed.ren, paragraph.own), paragraph) for paragraph in inside]
    likeness, nearest = max(near, key=lambda pair: pair[0], default=(0.0, None))
    return nearest if likeness >= _ALIKE else None


def _room(fixed: FastTekst, before: Sequence[FastTekst], after: Sequence[FastTekst], there: Mapping[str, int]) -> tuple[int, int]:
    """Return between which paragraphs a lost piece must have stood: after the last before it, before the next after it."""
    first = next((there[one.id] for one in reversed(before) if one.afsnit == fixed.afsnit and one.id in there), None)
    last = next((there[one.id] for one in after if one.afsnit == fixed.afsnit and one.id in there), None)
    return (first + 1, last) if first is not None and last is not None else (0, 0)


def _instead(fixed: FastTekst, between: Sequence[Paragraph], sources: Collection[str]) -> Paragraph | None:
    """Return what stands in the place of a label or a cell, None where nothing there looks like one."""
    own = [paragraph for paragraph in between if paragraph.filled and paragraph.spot.path == f"afsnit/{fixed.afsnit}"]
    if fixed.art is Art.LEDETEKST:
        return next((one for one in own if one.text.strip().endswith(":") and len(one.text) <= _LONGEST_LABEL), None)
    if fixed.art is not Art.CELLE:
        return None
    named = (one for one in own if one.cell and same_words(one.text) not in sources)
    return next((one for one in named if sum(sign.isalpha() for sign in one.text) >= _FEWEST_LETTERS), None)


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    alike = SequenceMatcher(None, same_words(one).split(), same_words(other).split(), autojunk=False)
    return alike.ratio() if alike.real_quick_ratio() >= _ALIKE and alike.quick_ratio() >= _ALIKE else 0.0


def _changed(fixed: FastTekst, paragraph: Paragraph) -> Hit:
    form = max(fixed.former, key=lambda former: _likeness(former, paragraph.text))
    return Hit(
        paragraph.spot,
        f"Skabelonens faste tekst er ændret: {'; '.join(_differences(form, paragraph.text))}.",
        f"Skriv teksten, som skabelonen har den: «{fixed.ren}»",
        subject=fixed.id,
    )


def _differences(form: str, written: str) -> Iterator[str]:
    """Yield what is another in a copy of the form's words, each in a few words."""
    from difflib import SequenceMatcher

    words, others = same_words(form).split(), same_words(written).split()
    for kind, start, end, other, last in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        ours, theirs = excerpt(" ".join(words[start:end])), excerpt(" ".join(others[other:last]))
        if kind == "replace":
            yield f"her står «{theirs}» i stedet for «{ours}»"
        elif kind == "delete":
            yield f"«{ours}» er slettet"
        elif kind == "insert":
            yield f"«{theirs}» er føjet til"


def _gone(fixed: FastTekst, at: Spot) -> Hit:
    return Hit(
        at,
        f"Skabelonens faste tekst mangler: «{excerpt(fixed.ren)}».",
        f"Sæt teksten ind igen: «{fixed.ren}»",
        subject=fixed.id,
    )


def _lost(lost: Sequence[FastTekst], at: Spot) -> Hit:
    count = "en celle" if len(lost) == 1 else f"{len(lost)} celler"
    return Hit(
        at,
        f"Skabelonens tabel er ændret: {count} med fast tekst mangler, den første er «{excerpt(lost[0].ren)}».",
        "Hent tabellen i en ren udgave af skabelonen, og flyt jeres tal over i den.",
        subject=f"tabel {lost[0].id}",
    )


def _section(afsnit: str, file: Finished) -> Spot:
    sections = file.form.sections if file.form is not None else ()
    return next((section.at for section in sections if section.id == afsnit), file.at)
