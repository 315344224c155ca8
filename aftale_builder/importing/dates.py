"""Two days out of a line such as «01.10.21 – 30.09.25»."""

from __future__ import annotations

import re
from datetime import date

from aftale_builder.source.scalars import UnclearError, dato

_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{1,2}\.\s?[A-Za-zæøå]+\.?\s\d{4}")
_BETWEEN = re.compile(r"(?:\b(?:fra|til|og|med|den|perioden)\b|t\.o\.m\.|[-–—:.,\s])*", re.IGNORECASE)


def period(text: str) -> tuple[date, date] | None:
    """Return the first and the last day, None unless the text is two days in order and nothing else of weight."""
    written = _DAY.findall(text)
    if len(written) != 2 or not _BETWEEN.fullmatch(_DAY.sub(" ", text)):
        return None
    try:
        first, last = (dato(day) for day in written)
    except UnclearError:
        return None
    return (first, last) if first < last else None
