"""What the user must be told of an import: what was read out of words, what a Markdown text cannot hold, what is not in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aftale_builder.importing.indicators import UNREAD
from aftale_builder.importing.ledger import Role
from aftale_builder.importing.placing import ALTERED, Imported
from aftale_builder.importing.rest import Read
from aftale_builder.word.reading import Kind
from aftale_builder.word_check.naming import front_says, signs_of_form

_SHOWN = 5
_OF_ORGANS = frozenset({"organisationsdiagram", "figur"})
"""The figure that is drawn of the organs; and one whose name a program has lost."""


def remarks(found: Read, unplaced: str) -> list[str]:
    """Return the remarks, the weightiest first; each is a sentence or two. `unplaced` is the file of what had no place."""
    front = _front(found) if isinstance(found, Imported) else ()
    return [*_generation(found), *_not_taken(found, unplaced), *_figures(found), *front, *_looks(found)]


def _generation(found: Read) -> Iterator[str]:
    """Yield that a file tells of another generation than the one it is brought in as: which is right, nobody else can know."""
    signs = (*signs_of_form(found.word.units), *front_says(found.word.units))
    other = next((sign for sign in signs if sign.form.id != found.regulativ.id), None)
    if other is not None:
        said = "" if other.words == other.form.navn else f"«{' '.join(other.words.split()[:8])}», som hører til "
        yield (
            f"I filen står {said}{other.form.navn}. Den er hentet som en aftale for {found.regulativ.navn}: se, om det er den "
            "rigtige fil (DOK412)."
        )


def _not_taken(found: Read, unplaced: str) -> Iterator[str]:
    units = found.word.units
    if found.word.deleted:
        yield (
            f"Filen har sporede ændringer: indsat tekst er taget med, slettet tekst ({found.word.deleted} ord) er ikke. "
            "Acceptér eller afvis dem i Word, og hent filen igen, hvis det ikke er det, I mener."
        )
    elif any(unit.tracked for unit in units):
        yield "Filen har sporede ændringer: indsat tekst er taget med som almindelig tekst."
    pictures = [(unit, described) for unit in units for described, _ in unit.pictures]
    for unit, described in pictures:
        name = f" («{described}»)" if described else ""
        yield f"Et billede{name} {_under(unit.section)}er ikke taget med: læg det ved som bilag."
    for unit in units:
        for what in unit.unread:
            yield f"{what[:1].upper()}{what[1:]} {_under(unit.section)}kan ikke læses som tekst og er ikke taget med."
    for unit, entry in found.ledger:
        if unit.kind is Kind.PARAGRAPH and entry.remark not in {"", ALTERED}:
            yield f"«{' '.join(unit.plain.split()[:8])}» {entry.remark}. Det står i {unplaced}."
    for lost in found.lost:
        where = f" (efter «{lost.after}»)" if lost.after else ""
        yield f"«{' '.join(lost.words.split()[:8])}»{where} kunne ikke læses på sin plads. Det står i {unplaced}."
    if any(run.hidden and run.text.strip() for unit in units for run in unit.runs):
        yield f"Filen har skjult tekst. Den står i {unplaced}."


def _figures(found: Read) -> Iterator[str]:
    """Yield that the organs must be written, where the file has them in a figure only: a kommissorium tells of them itself."""
    drawn = {unit.figure for unit, entry in found.ledger if entry.role is Role.FIGURE}
    if isinstance(found, Imported) and drawn & _OF_ORGANS:
        yield (
            "Organisationsdiagrammet er tegnet af det, der står om organerne, og er ikke taget med: skriv organerne ved "
            "organisation: i aftale.yaml, og sæt [[organisationsdiagram]] i teksten, så tegnes det igen."
        )


def _under(section: str) -> str:
    return f"under «{section}» " if section else ""


def _front(found: Imported) -> Iterator[str]:
    front = found.front
    if not front.name:
        yield "Områdets navn står ikke i filen: skriv det ved navn: i aftale.yaml."
    if front.period is None:
        yield "Perioden kunne ikke læses: skriv den ved periode: i aftale.yaml."
    if not front.parties:
        yield "Aftalens parter står ikke i filen: skriv dem ved parter: i aftale.yaml."
    guessed = [party.name for party in front.parties if party.type == "boligorganisation"]
    if guessed:
        yield f"Disse er sat til boligorganisation, fordi navnet hverken nævner kommune eller politi: {', '.join(guessed)}."
    if found.areas:
        where = "afsnit 1" if any(area.departments for area in found.areas) else "tabellen i afsnit 5"
        yield f"Boligområderne er læst ud af {where}: {', '.join(area.name for area in found.areas)}."
    if not found.baseline and not any(entry.remark.endswith(UNREAD) for _, entry in found.ledger):
        yield "Der står ingen tal i tabellen over indikatorer (afsnit 5)."


def _looks(found: Read) -> Iterator[str]:
    lost: dict[str, list[int]] = {}
    for prose in found.prose.values():
        for what, numbers in prose.lost.items():
            lost.setdefault(what, []).extend(numbers)
    for what, numbers in lost.items():
        yield f"Ordene er taget med, men {what} kunne ikke bevares ({_paragraphs(numbers)})."
    altered = [unit.number for unit, entry in found.ledger if entry.remark == ALTERED]
    if altered:
        yield f"Skabelonens faste tekst er ændret ({_paragraphs(altered)}). Den trykkes, som Landsbyggefonden har skrevet den."


def _paragraphs(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, sorted(numbers)[:_SHOWN]))
    return f"afsnit {shown}{' og flere' if len(numbers) > _SHOWN else ''} i Word-filen"
