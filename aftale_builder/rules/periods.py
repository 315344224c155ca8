"""Periods that a text gives: years, months or days, each told as exactly as it is written."""

from __future__ import annotations

import re
from datetime import date

from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.telling import DAY, day
from aftale_builder.source.scalars import MONTHS

_MONTH = "|".join(MONTHS)
_TO = (
    r"\s*(?:-|–|—|(?:og\s+)?(?:frem\s+)?(?:ind)?til(?:\s+og\s+med|\s+udgangen\s+af)?|t\.o\.m\.)\s*"
    r"(?:den\s+|d\.\s*)?"
)
_YEARS = r"(?P<a>20\d\d)\s*(?:(?:-|–|—|til)\s*(?P<b>20\d\d|\d\d)|/\s*(?P<c>20\d\d))(?!\d|[-–./,]\d|[-– ]?(?:årige|midler|pulje))"
PERIOD = (
    rf"(?:(?P<from>{DAY}){_TO}(?P<to>{DAY})"
    rf"|(?P<m1>{_MONTH})\s+(?P<y1>\d{{4}}){_TO}(?P<m2>{_MONTH})\s+(?P<y2>\d{{4}})"
    rf"|{_YEARS})"
)
"""A pattern of a period: «01.10.21 – 30.9.2025», «1/10 2021 til 30/9 2025», «oktober 2021 til september 2025», «2021-25»."""

POINT = rf"(?:{DAY}|(?:{_MONTH})\s+\d{{4}}|20\d\d(?!\d|\s?[-–—/]\s?\d|[.,]\d|[-– ]?(?:årige|midler|pulje)))"
"""A pattern of one end of a period: a day, a month or a year."""

_A_MONTH = pattern(rf"({_MONTH})\s+(\d{{4}})", re.IGNORECASE)

Told = tuple[int, ...]
"""A time as it is written: (year,), (year, month) or (year, month, day)."""


class Period:
    """A period as it is written: both ends as exactly as they are told."""

    __slots__ = ("first", "last")

    def __init__(self, first: Told, last: Told) -> None:
        self.first = first
        self.last = last

    def is_from(self, start: date, end: date) -> bool:
        """Tell whether it is the period between two days, as exactly as it is written."""
        return is_of(self.first, start) and is_of(self.last, end)

    def is_within(self, start: date, end: date) -> bool:
        """Tell whether it is inside the period between two days, the ends included."""
        return _cut(start, self.first) <= self.first and self.last <= _cut(end, self.last)

    def is_beside(self, start: date, end: date) -> bool:
        """Tell whether it has at most the first or last year in common with the period between two days."""
        return self.last[0] <= start.year or self.first[0] >= end.year

    def shares_an_end(self, start: date, end: date) -> bool:
        """Tell whether it begins or ends as the period between two days does."""
        return is_of(self.first, start) or is_of(self.last, end)


def period(match: re.Match[str]) -> Period | None:
    """Return the period of a match of `PERIOD`, None where one of its days does not exist, or «2025/2026» is a school year."""
    if match["from"]:
        one, other = day(match["from"]), day(match["to"])
        return None if one is None or other is None else Period(_of(one), _of(other))
    if match["m1"]:
        one_month, other_month = (MONTHS.index(match[name].casefold()) + 1 for name in ("m1", "m2"))
        return Period((int(match["y1"]), one_month), (int(match["y2"]), other_month))
    first, until = int(match["a"]), int(match["b"] or match["c"])
    if match["c"] and until <= first + 1:
        return None
    return Period((first,), (until if until > 99 else 2000 + until,))


def point(text: str) -> Told | None:
    """Return the time that a text matching `POINT` stands for, None where there is no such day."""
    if text.isdigit():
        return (int(text),)
    if month := _A_MONTH.fullmatch(text):
        return int(month[2]), MONTHS.index(month[1].casefold()) + 1
    found = day(text)
    return _of(found) if found is not None else None


def is_of(told: Told, at: date) -> bool:
    """Tell whether a time is that of a day, as exactly as it is written."""
    return told == _cut(at, told)


def is_inside(told: Told, start: date, end: date) -> bool:
    """Tell whether a time is between two days, the days included."""
    return _cut(start, told) <= told <= _cut(end, told)


def begins(match: re.Match[str]) -> int:
    """Return where the period of a match of `PERIOD` begins."""
    return next(match.start(name) for name in ("from", "m1", "a") if match[name])


def _cut(at: date, told: Told) -> Told:
    return _of(at)[: len(told)]


def _of(at: date) -> Told:
    return at.year, at.month, at.day
