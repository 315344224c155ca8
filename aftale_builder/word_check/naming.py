"""What a Word file says it is: which of the papers, and of which generation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice, pairwise
from typing import NamedTuple

from aftale_builder.importing.dates import period
from aftale_builder.importing.wording import key
from aftale_builder.regulation import Regulativ, regulativ, regulativer
from aftale_builder.rules.lines import Paper, sentences
from aftale_builder.rules.telling import DAY, day, of_another_plan
from aftale_builder.rules.validity import validities
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
_NAMED = re.compile(r"(?<!\d)(?P<name>20\d\d-\d\d)-?\s?(?:midler|pulje|bevilling)", re.IGNORECASE)
_CITED = re.compile(rf"regulativ\w*\s+(?:af|fra)\s+(?P<day>{DAY})", re.IGNORECASE)
_STARTS = re.compile(r"gælder\s+(?:fra|pr\.)", re.IGNORECASE)
_DAY = re.compile(DAY, re.IGNORECASE)
_YEARS = re.compile(r"\b(20\d\d)\s*[-–]\s*(?:20)?(\d\d)\b")


def paper_of(units: Sequence[Unit]) -> Paper | None:
    """Return which of the papers the file calls itself, where it begins or in its title; None where it says nothing."""
    for text in (*islice(_words(units), _LOOKED_AT), *(unit.plain for unit in units if unit.kind is Kind.TITLE)):
        match = _TITLE.match(text.strip()) if len(text) <= _LONGEST_TITLE else None
        if match is not None:
            return Paper(match["paper"].casefold())
    return None


class Sign(NamedTuple):
    """What tells of the generation that a form is made for: the unit, the generation, the words, whether they are a heading."""

    at: int
    form: Regulativ
    words: str
    heading: bool = False


def signs_of_form(units: Sequence[Unit]) -> Iterator[Sign]:
    """Yield what tells whose form the file is, and the generation: the funds that it names, and its indsatsområder."""
    written = [
        at for at, unit in enumerate(units) if unit.kind is Kind.PARAGRAPH and unit.part is Part.BODY and unit.plain.strip()
    ]
    for place, at in enumerate(written):
        after = units[written[place + 1]] if place + 1 < len(written) else None
        match = _SET_BY.search(units[at].plain)
        if match is not None and (form := _of_funds(match["name"])) is not None:
            yield Sign(at, form, f"{match['name']}-midlerne")
        elif (form := _by_area(units[at], after)) is not None:
            yield Sign(at, form, units[at].plain.strip(), heading=True)


def front_says(units: Sequence[Unit]) -> Iterator[Sign]:
    """Yield what a file says of its generation in years where it says what it is: as it begins, in its title, on each page."""
    written = (
        at for at, unit in enumerate(units) if unit.kind is Kind.PARAGRAPH and unit.part is Part.BODY and unit.plain.strip()
    )
    around = (at for at, unit in enumerate(units) if unit.kind is Kind.TITLE or unit.part in (Part.HEADER, Part.FOOTER))
    for at in (*islice(written, _LOOKED_AT), *around):
        text = units[at].plain.strip()
        for years in _YEARS.finditer(text) if len(text) <= _LONGEST_TITLE else ():
            if (form := _of_funds(f"{years[1]}-{years[2]}")) is not None:
                yield Sign(at, form, text)


def own_generation(units: Sequence[Unit], signs: Sequence[Sign], start: date | None) -> Regulativ | None:
    """Return the generation that an agreement or paper belongs to, None where nothing tells it.

    The day that the agreement runs from decides, `start` where the form says it. Else the form does, by most of its signs; else a
    period in a title or on a line of its own, the period that the text gives the agreement or the paper, the funds that it names,
    the regulativ that it cites. The period goes before: funds and regulativ are what is most often copied from an older paper.
    """
    start = start or _told_start(units)
    if start is not None:
        return next((sign.form for sign in signs if may_begin(sign.form, start)), None) or _of_year(start.year)
    return (
        _most(sign.form for sign in signs)
        or told_generation(units)
        or _validity(units)
        or _most(_named(units))
        or _most(_cited(units))
    )


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


def _validity(units: Sequence[Unit]) -> Regulativ | None:
    """Return the generation of the first period, or the first day of one, that a sentence says that the agreement has."""
    for text in _words(units):
        for start, end in sentences(text):
            for said in () if of_another_plan(text[start:end]) else validities(text, start, end, ()):
                first = said.period.first if said.period is not None else said.start
                if first is not None and said.groups.get("implied") is None:
                    return _of_year(first[0])
    return None


def _words(units: Sequence[Unit]) -> Iterator[str]:
    return (unit.plain for unit in units if unit.kind is Kind.PARAGRAPH and unit.part is Part.BODY and unit.plain.strip())


def _generations() -> tuple[Regulativ, ...]:
    """Return the generations, the latest first."""
    known = (found for ref in regulativer() if (found := regulativ(ref)) is not None)
    return tuple(sorted(known, key=lambda found: -found.fra_aar))


def _of_year(year: int) -> Regulativ | None:
    return next((one for one in _generations() if may_begin(one, date(year, 1, 1))), None)


def _of_funds(name: str) -> Regulativ | None:
    return next((one for one in _generations() if one.navn.startswith(name)), None)


def _most(forms: Iterable[Regulativ | None]) -> Regulativ | None:
    """Return the generation that there are most of, the first of those where several are as many; None where there is none."""
    counted = Counter(form.id for form in forms if form is not None)
    return regulativ(counted.most_common(1)[0][0]) if counted else None


def _told_start(units: Sequence[Unit]) -> date | None:
    """Return the day that the agreement says it runs from, after «gælder fra» or under it."""
    for text, below in pairwise([*_words(units), ""]):
        label = _STARTS.search(text) if len(text) <= _LONGEST_TITLE else None
        if label is not None and (found := _DAY.search(text, label.end()) or _DAY.match(below.strip())):
            return day(found[0])
    return None


def _named(units: Sequence[Unit]) -> Iterator[Regulativ | None]:
    return (_of_funds(match["name"]) for text in _words(units) for match in _NAMED.finditer(text))


def _cited(units: Sequence[Unit]) -> Iterator[Regulativ | None]:
    """Yield the generations whose regulativ is cited by its day."""
    days = (day(match["day"]) for text in _words(units) for match in _CITED.finditer(text))
    return (next((one for one in _generations() if of in (one.vedtaget, one.godkendt)), None) for of in days if of)


def _by_area(unit: Unit, after: Unit | None) -> Regulativ | None:
    """Return the generation that has an indsatsområde of this name, where the paragraph is the heading of its problemkompleks."""
    if after is None or not key(after.plain).startswith(_PROBLEM):
        return None
    words = key(unit.plain)
    having = [one for one in _generations() if any(key(area.navn) == words for area in one.indsatsomraader)]
    return having[0] if len(having) == 1 else None
