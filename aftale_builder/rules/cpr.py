"""CPR numbers in text: which ten digits can be one, and which are plainly something else.

A CPR number is a birthday (day, month, year of the century) and four digits, of which the first tells the century. A
day plus 60 is a replacement number. Modulus 11 tells nothing about numbers given since 2007, so it is not asked.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

_HYPHENS = "\u00ad\u2010\u2011\u2012\u2013\u2212-"
_SPACES = " \u00a0\u2009\u202f"
_MARKUP = r"[\\*_]{0,4}"

_TEN_DIGITS = re.compile(
    rf"(?<![0-9])([0-9]{{6}})({_MARKUP}(?:[{_SPACES}]?[{_HYPHENS}][{_SPACES}]?|[{_SPACES}])?{_MARKUP})([0-9]{{4}})(?![0-9])"
)

_CALLED_CPR = re.compile(r"(?:cpr|person)[ .-]{0,2}(?:nr|nummer|numre)?\W{0,6}$", re.IGNORECASE)
"""What stands before a number that is said to be a CPR number."""

_CALLED_OTHER = re.compile(
    r"(?<!\w)(?:cvr|se-?nr|p[ .-]?(?:nr|nummer)|produktionsenhed\w*"
    r"|ean|gln|isbn|iban|konto\w*|bankkonto\w*|reg\W{0,2}nr"
    r"|faktura\w*|journal\w*|j\W{0,2}nr|lokationsnummer\w*"
    r"|(?:sags?|projekt|dok|dokument)[ .-]{0,2}(?:nr|nummer|id))"
    r"[ .-]{0,2}(?:nr|nummer|numre)?(?:\W{0,6}|\W{1,3}er\W{1,3})(?:[0-9]{4}\W{1,3})?$",
    re.IGNORECASE,
)
"""What stands before a number that is said to be another, a registration number of a bank between them or not."""

_CALLED_PHONE = re.compile(r"(?:(?<!\w)(?:tlf|telefon\w*|mobil\w*|fax)\W{0,6}|\+(?:[0-9]{1,3}[ -])?)$", re.IGNORECASE)
_CALLED_MONEY = re.compile(r"(?<!\w)(?:kr|dkk|beløb\w*|sum)\W{0,4}$", re.IGNORECASE)
_COUNTED = re.compile(r"\W{0,2}(?:kr\b|kroner|dkk|,-|mio|mia|pct|%|€|[.,][0-9])", re.IGNORECASE)
_ACCOUNT = re.compile(rf"(?<![0-9{_HYPHENS}])[0-9]{{4}}[{_SPACES}{_HYPHENS}]$")
_JOINED_BEFORE = re.compile(rf"[0-9][./{_HYPHENS}]$")
_JOINED_AFTER = re.compile(r"[./][0-9]")
_RUNS_ON = re.compile(rf"[{_HYPHENS}][0-9]")
_GROUP_BEFORE = re.compile(rf"([0-9]+)[{_SPACES}]$")
_GROUP_AFTER = re.compile(rf"[{_SPACES}]([0-9]+)(?![0-9.,]|[{_HYPHENS}][0-9])")
_HASH = re.compile(r"(?=[0-9a-f-]*[a-f])[0-9a-f-]{24,}", re.IGNORECASE)

OTHER_LABELS = re.compile(r"(?<!\w)(?:sagsnummer|telefon|mobil|beløb|ean|konto)", re.IGNORECASE)
"""Keys and headings under which ten digits are something else."""


@dataclass(frozen=True, slots=True)
class Found:
    """Ten digits that can be a CPR number: offsets into the text."""

    start: int
    end: int


def cpr_numbers(text: str, label: str = "") -> Iterator[Found]:
    """Yield what can be CPR numbers in a text that is introduced by the label (the key or heading it stands under)."""
    hashes = [match.span() for match in _HASH.finditer(text)]
    for match in _TEN_DIGITS.finditer(text):
        if not can_be_born(match[1], match[3][0]):
            continue
        before, after = text[: match.start()], text[match.end() :]
        if _CALLED_CPR.search(before[-20:]):
            yield Found(*match.span())
        elif any(start <= match.start() < end for start, end in hashes):
            continue
        elif not (_is_other(before[-60:], after, match) or _labelled(label, match)):
            yield Found(*match.span())


def can_be_born(digits: str, century: str) -> bool:
    """Tell whether six digits are a day that exists, in the century that the seventh tells; the day may have 60 added."""
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    if day > 60:
        day -= 60
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= monthrange(_century(int(century), year) + year, month)[1]


def _century(seventh: int, year: int) -> int:
    """Return the century (1800, 1900, 2000) of a year of two digits."""
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def _is_other(before: str, after: str, match: re.Match[str]) -> bool:
    """Tell whether what stands around ten digits says that they are something else than a CPR number."""
    if _CALLED_OTHER.search(before) or _JOINED_BEFORE.search(before[-2:]) or _JOINED_AFTER.match(after):
        return True
    if _hyphened(match):
        return False
    if _RUNS_ON.match(after) or _COUNTED.match(after) or _CALLED_PHONE.search(before) or _CALLED_MONEY.search(before):
        return True
    return _ACCOUNT.search(before) is not None if not match[2] else _in_a_row(before, after)


def _hyphened(match: re.Match[str]) -> bool:
    return any(hyphen in match[2] for hyphen in _HYPHENS)


def _in_a_row(before: str, after: str) -> bool:
    """Tell whether groups of digits stand beside six and four with a space between: then they are a longer number."""
    left, right = _GROUP_BEFORE.search(before), _GROUP_AFTER.match(after)
    return bool((left and len(left[1]) != 4) or (right and len(right[1]) != 6))


def _labelled(label: str, match: re.Match[str]) -> bool:
    return bool(OTHER_LABELS.search(label)) and ("sagsnummer" in label.casefold() or not _hyphened(match))
