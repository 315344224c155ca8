"""Two days out of a line such as «01.10.21 – 30.09.25»."""

from __future__ import annotations

import re
from datetime import date

from aftale_builder.source.scalars import UnclearError, dato

_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{1,2}\.\s?[A-Za-zæøå]+\.?\s\d{4}")
_BETWEEN = re.compile(r"(?:\b(?:fra|til|og|med|den|perioden)\b|t\.o\.m\.|[-–—:.,\s])*", re.IGNORECASE)


def period(text: str) -> tuple[date, date] | None:
    """Return the first and the last day, None unless the text is two days in order and nothing else of weight."""
    found = days(text)
    if len(found) != 2 or not _BETWEEN.fullmatch(_DAY.sub(" ", text)):
        return None
    first, last = found
    return (first, last) if first is not None and last is not None and first < last else None


def days(text: str) -> tuple[date | None, ...]:
    """Return the days that a text writes, in order; None for one that is written and that does not exist."""
    return tuple(_day(match[0]) for match in _DAY.finditer(text))


def _day(written: str) -> date | None:
    try:
        return dato(written)
    except UnclearError:
        return None
