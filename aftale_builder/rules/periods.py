"""Periods that a text gives: years, months or days, each told as exactly as it is written."""

from __future__ import annotations

import re
from datetime import date

from aftale_builder.rules.telling import DAY, day
from aftale_builder.source.scalars import MONTHS

_MONTH = "|".join(MONTHS)
_TO = r"\s*(?:-|–|—|til(?: og med)?|t\.o\.m\.)\s*(?:den\s+|d\.\s*)?"

PERIOD = (
    rf"(?:(?P<from>{DAY}){_TO}(?P<to>{DAY})"
    rf"|(?P<m1>{_MONTH})\s+(?P<y1>\d{{4}}){_TO}(?P<m2>{_MONTH})\s+(?P<y2>\d{{4}})"
    r"|(?P<a>20\d\d)\s*(?:-|–|—|til)\s*(?P<b>20\d\d|\d\d)(?!\d|[-–./,]\d|[- ]?(?:årige|midler|pulje)))"
)
"""A pattern of a period: «01.10.21 – 30.9.2025», «1/10 2021 til 30/9 2025», «oktober 2021 til september 2025», «2021-25»."""

Told = tuple[int, ...]


class Period:
    """A period as it is written: both ends as (year,), (year, month) or (year, month, day)."""

    __slots__ = ("first", "last")

    def __init__(self, first: Told, last: Told) -> None:
        self.first = first
        self.last = last

    def is_from(self, start: date, end: date) -> bool:
        """Tell whether it is the period between two days, as exactly as it is written."""
        return (self.first, self.last) == (self._cut(start), self._cut(end))

    def is_within(self, start: date, end: date) -> bool:
        """Tell whether it is inside the period between two days, the ends included."""
        return self._cut(start) <= self.first and self.last <= self._cut(end)

    def shares_an_end(self, start: date, end: date) -> bool:
        """Tell whether it begins or ends as the period between two days does."""
        return self.first == self._cut(start) or self.last == self._cut(end)

    def _cut(self, at: date) -> Told:
        return (at.year, at.month, at.day)[: len(self.first)]


def period(match: re.Match[str]) -> Period | None:
    """Return the period of a match of `PERIOD`, None where one of its days does not exist."""
    if match["from"]:
        one, other = day(match["from"]), day(match["to"])
        return None if one is None or other is None else Period(_of(one), _of(other))
    if match["m1"]:
        one_month, other_month = (MONTHS.index(match[name].casefold()) + 1 for name in ("m1", "m2"))
        return Period((int(match["y1"]), one_month), (int(match["y2"]), other_month))
    until = int(match["b"])
    return Period((int(match["a"]),), (until if until > 99 else 2000 + until,))


def begins(match: re.Match[str]) -> int:
    """Return where the period of a match of `PERIOD` begins."""
    return next(match.start(name) for name in ("from", "m1", "a") if match[name])


def _of(at: date) -> Told:
    return at.year, at.month, at.day
