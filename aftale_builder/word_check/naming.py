"""What a Word file says it is: which of the papers, and of which generation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from aftale_builder.importing.dates import period
from aftale_builder.importing.wording import key
from aftale_builder.regulation import Regulativ, regulativ, regulativer
from aftale_builder.rules.lines import Paper
from aftale_builder.word.reading import Kind, Part, Unit

_LOOKED_AT = 12
_LONGEST_TITLE = 120
_TITLE = re.compile(
    r"(?:bilag\s*\w{0,3}\s*[:.–-]?\s*)?(?:(?:endeligt?\s+)?udkast(?:\s+til)?\s*[:–-]?\s*)?"
    rf"(?P<paper>{'|'.join(paper.value for paper in Paper)})(?:et|en)?(?!\w)",
    re.IGNORECASE,
)
_SET_BY = re.compile(r"inden\s+for\s+rammerne\s+af\s+(?P<name>\d{4}-\d{2})-midlerne", re.IGNORECASE)
_PROBLEM = "problemkompleks"
_YEARS = re.compile(r"\b(20\d\d)\s*[-–]\s*(?:20)?(\d\d)\b")


def paper_of(units: Sequence[Unit]) -> Paper | None:
    """Return which of the papers the file calls itself, where it begins or in its title; None where it says nothing."""
    for text in (*islice(_words(units), _LOOKED_AT), *(unit.plain for unit in units if unit.kind is Kind.TITLE)):
        match = _TITLE.match(text.strip()) if len(text) <= _LONGEST_TITLE else None
        if match is not None:
            return Paper(match["paper"].casefold())
    return None


def signs_of_form(units: Sequence[Unit]) -> Iterator[tuple[int, Regulativ]]:
    """Yield what tells whose form the file is, and the generation: the funds that it names, and its indsatsområder."""
    written = [
        at for at, unit in enumerate(units) if unit.kind is Kind.PARAGRAPH and unit.part is Part.BODY and unit.plain.strip()
    ]
    for place, at in enumerate(written):
        after = units[written[place + 1]] if place + 1 < len(written) else None
        found = _by_wording(units[at].plain) or _by_area(units[at], after)
        if found is not None:
            yield at, found


def period_generation(start: date) -> Regulativ | None:
    """Return the generation that an effort belongs to which begins on this day."""
    return _of_year(start.year)


def may_begin(form: Regulativ, start: date) -> bool:
    """Tell whether an effort that begins on this day may belong to the generation: some begin the year after its funds end."""
    return form.fra_aar <= start.year <= (form.start_senest_aar or form.til_aar) + 1


def told_generation(units: Sequence[Unit]) -> Regulativ | None:
    """Return the generation of the first period that a paper tells, in days or in years."""
    for text in _words(units):
        days = period(text) if len(text) <= _LONGEST_TITLE else None
        if days is not None:
            return _of_year(days[0].year)
        years = _YEARS.search(text) if "-midlerne" not in text and len(text) <= _LONGEST_TITLE else None
        if years is not None:
            return _of_year(int(years[1]))
    return None


def _words(units: Sequence[Unit]) -> Iterator[str]:
    return (unit.plain for unit in units if unit.kind is Kind.PARAGRAPH and unit.part is Part.BODY and unit.plain.strip())


def _generations() -> tuple[Regulativ, ...]:
    """Return the generations, the latest first."""
    known = (found for ref in regulativer() if (found := regulativ(ref)) is not None)
    return tuple(sorted(known, key=lambda found: -found.fra_aar))


def _of_year(year: int) -> Regulativ | None:
    return next((one for one in _generations() if may_begin(one, date(year, 1, 1))), None)


def _by_wording(text: str) -> Regulativ | None:
    match = _SET_BY.search(text)
    return next((one for one in _generations() if one.navn.startswith(match["name"])), None) if match else None


def _by_area(unit: Unit, after: Unit | None) -> Regulativ | None:
    """Return the generation that has an indsatsområde of this name, where the paragraph is the heading of its problemkompleks."""
    if after is None or not key(after.plain).startswith(_PROBLEM):
        return None
    words = key(unit.plain)
    having = [one for one in _generations() if any(key(area.navn) == words for area in one.indsatsomraader)]
    return having[0] if len(having) == 1 else None
