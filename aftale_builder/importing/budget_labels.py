"""What the labels of a budget's table mean: which column holds what, which a year's amounts, which row is a sum."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aftale_builder.source.scalars import UnclearError, dato


class Part(StrEnum):
    """The two halves of a budget."""

    POSTS = "udgifter"
    FUNDING = "finansiering"


class Column(StrEnum):
    """What a column holds, as it is told to users."""

    NUMBER = "nummer"
    ART = "art"
    TEXT = "post"
    AREA = "indsatsområde"
    ACTIVITIES = "aktiviteter"
    SOURCE = "kilde"
    KIND = "type"
    FORM = "form"
    LOCAL = "lokal"
    NOTE = "note"
    TOTAL = "i alt"
    YEAR = "år"
    AMOUNT = "beløb"


_COLUMNS = {
    Column.NUMBER: r"(?:post|budgetpost|konto)?\s?(?:nr|nummer|id)",
    Column.ART: r"art|(?:udgifts|post)(?:art|type)|type udgift|kategori",
    Column.TEXT: r"(?:budget|udgifts)?post(?:er|en|ens navn)?|tekst|udgift(?:er)?|omkostning(?:er)?|beskrivelse|hvad",
    Column.AREA: r"indsatsområde",
    Column.ACTIVITIES: r"aktivitet(?:er)?",
    Column.SOURCE: r"kilder?|finansiering(?:skilder?)?|finansieret af|indtægt(?:er|skilder?)?|bidragyder(?:e)?|(?:med)?finansiør",
    Column.KIND: r"type|kildetype",
    Column.FORM: r"(?:bidrags)?form",
    Column.LOCAL: r"lokal",
    Column.NOTE: r"noter?|bemærkning(?:er)?|kommentar(?:er)?",
    Column.TOTAL: r"i ?alt|total|sum|hele perioden|samlet",
    Column.YEAR: r"(?:budget)?år",
    Column.AMOUNT: r"(?:budgetteret )?beløb(?:,? \(?(?:i )?(?:kr|kroner|dkk))?|kr|kroner",
}
_PARTS = {
    Part.POSTS: r"(?:samlede )?(?:udgift(?:er|erne|spost|sposter)?|omkostning(?:er)?)",
    Part.FUNDING: r"(?:samlet )?(?:finansiering(?:en)?|indtægter(?:ne)?|medfinansiering)",
}
_ALL = r"(?:i ?alt|total(?:t)?|sum)"
_WHAT = r"(?:udgifter|omkostninger|finansiering|indtægter|budget|medfinansiering)"
_GRAND = re.compile(rf"{_ALL}|{_WHAT}(?:,? {_ALL})|{_ALL} {_WHAT}|samle(?:t|de) {_WHAT}(?: {_ALL})?|samlet|hele budgettet")
_SUM = re.compile(rf"(?:sub|mellem|del)?{_ALL}(?: .*)?|.* {_ALL}|mellemregning")
_BEFORE = r"(?:^|(?<=\bi )|(?<=\ber )|(?<=[(,:/]) ?)"
_UNITS = (
    (1_000, rf"{_BEFORE}(?:(?:kr\.?|dkk) 1[. ]?000\b|1[. ]?000[ -]?(?:kr|dkk)|t\.? ?kr|(?:hele )?tusind(?:er?)?(?: ?kr|\b))"),
    (1_000_000, rf"{_BEFORE}(?:mio\b|mill\b|millioner\b|mkr\b)"),
    (1, rf"{_BEFORE}(?:hele )?(?:kr|kroner|dkk)(?=\W*$)"),
)
_AMOUNTS = re.compile(r"\b(?:beløb|tal|kolonne|enhed|pris)")
_OF_EACH = re.compile(r"\w*\.? (?:pr\b|om |til |for |hver)")
"""What follows an amount that is of something: «1.000 kr. pr. hold»."""
_EDGES_OF_UNIT = r"[\s(*.:–-]*(?:i )?"
_EDGES = " :.;*()[]"
_ORDINAL = re.compile(r"(?:år|budgetår) ?(\d{1,2})|(\d{1,2})\. ?(?:budget)?år")
_CALENDAR = re.compile(r"(?:(?:budget|år|budgetår|kalenderår) )?((?:19|20)\d\d)")
_SPLIT = re.compile(r"((?:19|20)\d\d) ?[/–-] ?((?:19|20)?\d\d)")
_DAY = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\. [a-zæøå]+ \d{4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class YearMark:
    """A year as a label names it: by its id, its days, its number in the period, or one or two calendar years."""

    label: str
    id: str = ""
    days: tuple[date, date] | None = None
    ordinal: int | None = None
    calendar: int | None = None
    split: tuple[int, int] | None = None


def plain(text: str) -> str:
    """Return a label as labels are compared: small letters, single spaces, no signs at its ends."""
    return " ".join(text.casefold().split()).strip(_EDGES)


def column(text: str) -> Column | None:
    """Return what a column with this label holds, None where the label says nothing we know."""
    told = plain(without_unit(text))
    return next((kind for kind, words in _COLUMNS.items() if re.fullmatch(words, told)), None)


def part(text: str) -> Part | None:
    """Return the half of the budget that a heading, or a sheet's name, is of."""
    told = plain(without_unit(text))
    return next((kind for kind, words in _PARTS.items() if re.fullmatch(words, told)), None)


def is_sum(text: str) -> bool:
    """Tell whether a row with this label is a sum of others."""
    told = plain(text)
    return bool(_SUM.fullmatch(told) or is_grand(text))


def is_grand(text: str) -> bool:
    """Tell whether a row with this label is the sum of all."""
    return bool(_GRAND.fullmatch(plain(text)))


def may_be_posts(text: str) -> bool:
    """Tell whether a column of names with this label holds costs where nothing says otherwise."""
    return bool(re.fullmatch(r"(?:budget)?post(?:er)?|tekst", plain(text)))


def unit(text: str) -> int | None:
    """Return how many kroner a 1 stands for under this text; None where it says nothing of it."""
    found = _unit(text)
    return found[0] if found is not None else None


def is_of_all(text: str) -> bool:
    """Tell whether the unit that a text names is surely of all amounts: «Alle beløb er i 1.000 kr.», «(t.kr.)» alone."""
    told, found = _spaced(text), _unit(text)
    if found is None:
        return False
    before = told[: found[1].start()]
    return bool(_AMOUNTS.search(before) or re.fullmatch(_EDGES_OF_UNIT, before))


def without_unit(text: str) -> str:
    """Return a label without the unit at its end: «År 1» of «År 1 (1.000 kr.)»."""
    found = _unit(text)
    if found is None:
        return text
    kept = re.sub(r"[\s(,:/]*(?:\bi)?\s*$", "", _lines_joined(text)[: found[1].start()])
    return kept or text


def _unit(text: str) -> tuple[int, re.Match[str]] | None:
    told = _spaced(text)
    found = next(((factor, found) for factor, words in _UNITS if (found := re.search(words, told))), None)
    return None if found is None or _OF_EACH.match(told[found[1].end() :]) else found


def _spaced(text: str) -> str:
    return _lines_joined(text).lower()


def _lines_joined(text: str) -> str:
    return " ".join(text.strip().replace("\n", " / ").split())


def year(text: str, known: tuple[str, ...]) -> YearMark | None:
    """Return the year that a label names, None where it names none; `known` are the ids of the budget years."""
    text = without_unit(text)
    label = " ".join(text.split())
    first = text.strip().partition("\n")[0].strip().casefold()
    for ref in known:
        if ref.casefold() in (first, label.casefold()):
            return YearMark(label, id=ref)
    days = [_day(found) for found in _DAY.findall(label)]
    if len(days) == 2 and days[0] and days[1]:
        return YearMark(label, days=(days[0], days[1]))
    told = plain(text)
    if found := _SPLIT.fullmatch(told):
        begin, end = int(found[1]), int(found[2])
        return YearMark(label, split=(begin, end if end > 100 else begin // 100 * 100 + end))
    if found := _CALENDAR.fullmatch(told):
        return YearMark(label, calendar=int(found[1]))
    if found := _ORDINAL.fullmatch(told):
        return YearMark(label, ordinal=int(found[1] or found[2]))
    return None


def _day(text: str) -> date | None:
    try:
        return dato(text)
    except UnclearError:
        return None
