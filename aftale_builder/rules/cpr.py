"""CPR numbers in text: which ten digits can be one, and which are plainly something else.

A CPR number is a birthday (day, month, year of the century) and four digits, of which the first tells the century. A
day plus 60 is a replacement number. Modulus 11 tells nothing about numbers given since 2007, so it is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from aftale_builder.rules.pattern import pattern

HYPHENS = "\u00ad\u2010\u2011\u2012\u2013\u2212-"
SPACES = " \u00a0\u2009\u202f"
_MARKUP = r"[\\*_]{0,4}"

LOOK = re.compile("[0-9][0-9]{5}.{0,11}[0-9]{4}")  # the first digit by itself: Python skips to a single character much quicker
"""What a text with a CPR number must have in it; most texts have not."""

_TEN_DIGITS = pattern(
    rf"([0-9][0-9]{{5}})(?<![0-9]{{7}})({_MARKUP}(?:[{SPACES}]?[{HYPHENS}][{SPACES}]?|[{SPACES}])?{_MARKUP})([0-9]{{4}})(?![0-9])"
)


def cpr_numbers(text: str, label: str = "") -> Iterator[tuple[int, int]]:
    """Yield start and end of what can be a CPR number in a text; the label is the key or heading that the text stands under."""
    if not LOOK.search(text):
        return
    for match in _TEN_DIGITS.finditer(text):
        if can_be_born(match[1], match[3][0]):
            from aftale_builder.rules.not_cpr import something_else

            if not something_else(match, label):
                yield match.span()


def can_be_born(digits: str, seventh: str) -> bool:
    """Tell whether six digits are a day that exists, in the century that the seventh tells; the day may have 60 added."""
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    try:
        date(_century(int(seventh), year) + year, month, day - 60 if day > 60 else day)
    except ValueError:
        return False
    return True


def _century(seventh: int, year: int) -> int:
    """Return the century (1800, 1900, 2000) of a year of two digits."""
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800
