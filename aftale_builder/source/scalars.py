"""Scalars: from text to kroner, tal, antal, dato, ja/nej, CVR number and id; never a guess.

Each function returns the value, or raises `UnclearError` with what was found and how to write it.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip

_KRONER_FORMS = "Skriv for eksempel 450.000 eller 450.000,50 eller 22,5 mio."
_DATE_FORMS = "Skriv for eksempel 2026-10-01, 01.10.2026 eller 1. oktober 2026."
_MAX_DIGITS = 24
"""More than any budget, and few enough for exact arithmetic."""
_NUMBER = re.compile(r"(-?)(?:(\d{1,3}(?:\.\d{3})+)|(\d{1,3}(?:_\d{3})+)|(\d+))(?:,(\d+))?", re.ASCII)
_CURRENCY = re.compile(r"^(?:kr\.?|dkk)\s+|\s*(?:kr\.?|dkk|,-)$", re.IGNORECASE)
_MILLIONS = re.compile(r"\s*(?:mio\.?|millioner)$", re.IGNORECASE)
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DANISH_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})", re.ASCII)
_WRITTEN_DATE = re.compile(r"(?:den )?(\d{1,2})\.\s?([a-zæøå]+)\.? (\d{4})", re.IGNORECASE)
_CVR = re.compile(r"\d{8}", re.ASCII)
_ID = re.compile(r"[^\W_][\w-]*")


class UnclearError(ValueError):
    """A text that can't be read as what is asked, without doubt: `message` says what was found, `help` what to write."""

    def __init__(self, message: str, help: str, *, ambiguous: bool = True) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
        self.ambiguous = ambiguous


def kroner(text: str) -> Decimal:
    """Return an amount in kroner, exact to the øre."""
    amount, is_millions = _MILLIONS.subn("", _CURRENCY.sub("", text.strip()))
    value = _number(amount, text, "et beløb", _KRONER_FORMS)
    if value < 0:
        raise UnclearError(f"«{text}» er negativt; et beløb er nul eller mere.", _KRONER_FORMS, ambiguous=False)
    if is_millions:
        value *= 1_000_000
    if len(amount.partition(",")[2].rstrip("0") if is_millions else amount.partition(",")[2]) > (8 if is_millions else 2):
        raise UnclearError(f"«{text}» har flere end to decimaler og kan både være kroner og tusinder.", _KRONER_FORMS)
    return value


def tal(text: str) -> Decimal:
    """Return a number with Danish decimals; a trailing percent sign is the unit's, not the number's."""
    bare = text.strip().removesuffix("%").rstrip()
    return _number(bare, text, "et tal", "Skriv for eksempel 71,3 eller 1.250.")


def antal(text: str) -> int:
    """Return a whole number of 0 or more."""
    value = _number(text.strip(), text, "et helt tal", "Skriv for eksempel 12 eller 1.250.")
    if value < 0 or value != int(value):
        raise UnclearError(
            f"«{text}» er ikke et helt tal på nul eller mere.", "Skriv for eksempel 12 eller 1.250.", ambiguous=False
        )
    return int(value)


def _number(bare: str, text: str, kind: str, help: str) -> Decimal:
    match = _NUMBER.fullmatch(bare)
    if match is None:
        if re.fullmatch(r"-?\d+\.\d+", bare):
            raise UnclearError(f"«{text}» kan læses både som {bare.replace('.', ',')} og som et tal med tusinder.", help)
        raise UnclearError(f"«{text}» er ikke {kind}.", help, ambiguous=False)
    if len(bare) > _MAX_DIGITS:
        raise UnclearError(f"Tallet er på {len(bare)} tegn; det kan ikke være {kind}.", help, ambiguous=False)
    sign, dotted, underscored, plain, decimals = match.groups()
    if plain and len(plain) > 1 and plain.startswith("0"):
        raise UnclearError(f"«{text}» begynder med nul og kan være et nummer i stedet for {kind}.", help)
    if dotted and dotted.startswith("0"):
        raise UnclearError(f"«{text}» begynder med nul og kan læses på flere måder.", help)
    whole = (dotted or underscored or plain).replace(".", "").replace("_", "")
    return Decimal(f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}")  # «43» is printed «43», «5,0» is printed «5,0»


def dato(text: str) -> date:
    """Return a day. A year of two digits is of this century."""
    bare = text.strip()
    if match := _ISO_DATE.fullmatch(bare):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DANISH_DATE.fullmatch(bare):
        day, month, year = (int(part) for part in match.groups())
        year += 2000 if year < 100 else 0
    elif match := _WRITTEN_DATE.fullmatch(bare):
        day, month, year = int(match[1]), _month(match[2], text), int(match[3])
    else:
        raise UnclearError(f"«{text}» er ikke en dato, vi kan læse.", _DATE_FORMS, ambiguous="/" in bare)
    try:
        return date(year, month, day)
    except ValueError:
        raise UnclearError(f"Datoen «{text}» findes ikke i kalenderen.", _DATE_FORMS, ambiguous=False) from None


def _month(name: str, text: str) -> int:
    for number, month in enumerate(MONTHS, start=1):
        if name.casefold() in (month, month[:3]):
            return number
    raise UnclearError(f"«{text}» nævner en måned, vi ikke kender.", _DATE_FORMS, ambiguous=False)


def ja_nej(text: str) -> bool:
    """Return True for ja and False for nej."""
    match text.strip().casefold():
        case "ja":
            return True
        case "nej":
            return False
    raise UnclearError(f"«{text}» er hverken ja eller nej.", "Skriv ja eller nej.", ambiguous=False)


def cvr(text: str) -> str:
    """Return a CVR number: its eight digits, though they be written in groups; «» for an empty text."""
    digits = re.sub(r"(?<=\d) (?=\d)", "", text.strip())
    if not digits or _CVR.fullmatch(digits):
        return digits
    raise UnclearError(
        f"«{text}» er ikke et CVR-nummer; det har otte cifre.", 'Skriv for eksempel cvr: "12345678".', ambiguous=False
    )


def ident(text: str) -> str:
    """Return an id: letters, digits, hyphen and underscore, beginning with a letter or digit."""
    if _ID.fullmatch(text):
        return text
    raise UnclearError(
        f"«{text}» kan ikke være et id.",
        "Brug bogstaver, tal og bindestreg uden mellemrum, for eksempel sydbyen eller a1.",
        ambiguous=False,
    )
