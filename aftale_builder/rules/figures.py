"""Figures about residents in prose, and what tells where they come from."""

from __future__ import annotations

import re

from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.telling import NUMBER

PEOPLE = (
    r"(?:beboere|borgere|børn|unge|elever|familier|husstande|kvinder|mænd|personer|voksne|ældre|forældre|drenge|piger|lejere|ledige"
    r"|forsørgere|kontanthjælpsmodtagere|adspurgte|sigtelser|sigtede|dømte|flygtninge|indvandrere|efterkommere|mennesker|deltagere)"
)
"""A pattern of what residents are called, in plural."""

PERSON = (
    r"(?:beboer|borger|barn|ung|elev|familie|husstand|kvinde|mand|person|voksen|ældre|forælder|mor|far|dreng|pige|lejer|ledig"
    r"|forsørger|kontanthjælpsmodtager|sigtelse|sigtet|dømt|flygtning|indvandrer|efterkommer|deltager|teenager)"
)
"""A pattern of what one resident is called."""

_WORDS = r"(?:\w+[- ]){0,2}?"
_FIGURE = pattern(
    r"\d(?:[\d.]*)(?:,\d+)?\s*(?:pct\b|procent|%)"
    rf"|\b{NUMBER}\s+ud\s+af\s+(?:de\s+)?{NUMBER}\b"
    r"|\b(?:hver|hvert)\s+(?:anden|andet|tredje|fjerde|femte|sjette|tiende)\b"
    r"|\b(?:halvdelen|en\s+tredjedel|to\s+tredjedele|en\s+fjerdedel|tre\s+fjerdedele)\s+af\b"
    rf"|(?<![\d.,-])(?!(?:19|20)\d\d\b)\d[\d.]*\s+{_WORDS}{PEOPLE}\b"
    r"|\bpr\.\s+(?:100|1\.?000)\b|\b(?:karakter\w*|snit\w*|gennemsnit\w*)\b[^.]{0,60}?\d+,\d|indkomst\w*\b[^.]{0,60}?\d",
    re.IGNORECASE,
)
_NO_FIGURE = pattern(
    r"\d+\s*[-–]\s*\d+\s*[-–]?\s*årige|\d+[- ]?årige|\b\d+\.\s*klasse\w*|\b(?:over|under)\s+\d+\s+år\b", re.IGNORECASE
)
_FROM = pattern(
    r"\b(?:19|20)\d\d\b|\b(?:LBF|Landsbyggefonden\w*|VIVE|SFI|Rambøll|BUILD|SBI|CFBU|KL|STIL|BL)\b|Boligsociale\s+Data|Danmarks\s+Statistik"
    r"|\b[Mm]inisteri\w+|\b\w*politiets?\b|\b[Kk]ilde\b|\b[Ii]følge\b|\bjf\.|\b\w*(?:måling(?:en)?|undersøgelsen?|opgørelsen?|rapport(?:en)?|statistikbanken)\b"
    r"|\bregister\w*|\b[Kk]ommunens\s+(?:egne\s+)?(?:tal|opgørelse|sprogvurdering\w*)",
)


def figure(text: str) -> re.Match[str] | None:
    """Return the first figure about residents in a text. Ages, class levels, years and counts of other things are none."""
    return _FIGURE.search(_NO_FIGURE.sub(lambda match: " " * len(match[0]), text))


def says_from_where(text: str) -> bool:
    """Tell whether a text names a source or a year."""
    return _FROM.search(text) is not None
