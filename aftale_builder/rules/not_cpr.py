"""What stands around ten digits and says that they are something else than a CPR number.

Loaded only when a text has ten digits that could be one.
"""

from __future__ import annotations

import re

from aftale_builder.rules.cpr import HYPHENS, SPACES

_CALLED_CPR = re.compile(r"(?:cpr|person)[ .-]{0,2}(?:nr|nummer|numre)?\W{0,6}$", re.IGNORECASE)
"""What stands before a number that is said to be a CPR number."""

_CALLED_OTHER = re.compile(
    r"(?<!\w)(?:cvr|se-?nr|p[ .-]{1,2}nr|p[ .-]?nummer|produktionsenhed\w*"
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
_ACCOUNT = re.compile(rf"(?<![0-9{HYPHENS}])[0-9]{{4}}[{SPACES}{HYPHENS}]$")
_JOINED_BEFORE = re.compile(rf"[0-9][./{HYPHENS}]$")
_JOINED_AFTER = re.compile(r"[./][0-9]")
_RUNS_ON = re.compile(rf"[{HYPHENS}][0-9]")
_GROUP_BEFORE = re.compile(rf"([0-9]+)[{SPACES}]$")
_GROUP_AFTER = re.compile(rf"[{SPACES}]([0-9]+)(?![0-9.,]|[{HYPHENS}][0-9])")
_HASH = re.compile(r"(?=[0-9a-f-]*[a-f])[0-9a-f-]{24,}", re.IGNORECASE)

_LABELLED = re.compile(r"(?<!\w)(?:sagsnummer|telefon|mobil|beløb|ean|konto)", re.IGNORECASE)
"""Keys and headings under which ten digits are something else."""


def something_else(match: re.Match[str], label: str = "") -> bool:
    """Tell whether a match of six and four digits is plainly no CPR number; the label is the key or heading of the whole text."""
    text = match.string
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() :]
    if _CALLED_CPR.search(before):
        return False
    return _is_other(before, after, match) or _is_labelled(label, match) or _in_hash(text, match)


def _is_other(before: str, after: str, match: re.Match[str]) -> bool:
    """Tell whether what stands around ten digits says that they are something else than a CPR number."""
    if _CALLED_OTHER.search(before) or _JOINED_BEFORE.search(before[-2:]) or _JOINED_AFTER.match(after):
        return True
    if _hyphened(match):
        return False
    if _RUNS_ON.match(after) or _COUNTED.match(after) or _CALLED_PHONE.search(before) or _CALLED_MONEY.search(before):
        return True
    return _ACCOUNT.search(before) is not None if not match[2] else _in_a_row(before, after)


def _in_hash(text: str, match: re.Match[str]) -> bool:
    """Tell whether the digits are part of a hash or another long string of hexadecimal digits."""
    first = max(0, match.start() - 64)
    near = text[first : match.end() + 64]
    return any(found.start() <= match.start() - first < found.end() for found in _HASH.finditer(near))


def _hyphened(match: re.Match[str]) -> bool:
    return any(hyphen in match[2] for hyphen in HYPHENS)


def _in_a_row(before: str, after: str) -> bool:
    """Tell whether groups of digits stand beside six and four with a space between: then they are a longer number."""
    left, right = _GROUP_BEFORE.search(before), _GROUP_AFTER.match(after)
    return bool((left and len(left[1]) != 4) or (right and len(right[1]) != 6))


def _is_labelled(label: str, match: re.Match[str]) -> bool:
    return bool(_LABELLED.search(label)) and ("sagsnummer" in label.casefold() or not _hyphened(match))
