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

_REACH = 300

_EVENTS = (
    r"(?:indbrud|tyverier|røverier|overfald|voldssager|anmeldelser|lovovertrædelser|forbrydelser|underretninger|udsættelser|anbringelser"
    r"|knivstikkerier|skyderier|hærværkssager)"
)
_WORDS = r"(?:\w+[- ]){0,2}?"
_FIGURE = pattern(
    r"\d(?:[\d.]*)(?:,\d+)?\s*(?:pct\b|procent|%)"
    rf"|\b{NUMBER}\s+ud\s+af\s+(?:de\s+)?{NUMBER}\b"
    r"|\b(?:hver|hvert)\s+(?:anden|andet|tredje|fjerde|femte|sjette|tiende)\b"
    r"|\b(?:halvdelen|en\s+tredjedel|to\s+tredjedele|en\s+fjerdedel|tre\s+fjerdedele)\s+af\b"
    rf"|(?<![\d.,-])(?!(?:19|20)\d\d\b)\d[\d.]*\s+{_WORDS}{PEOPLE}\b"
    rf"|(?<![\d.,-])(?!(?:19|20)\d\d\b)\d[\d.]*\s+(?:\w+\s+)?{_EVENTS}\b"
    r"|\b(?:dobbelt|tre\s+gange|fire\s+gange|fem\s+gange|halvt)\s+så\s+(?:høj|stor|lav|lille|mange|få|ofte)\w*"
    r"|\bpr\.\s+(?:100|1\.?000)\b|\b(?:karakter\w*|snit\w*|gennemsnit\w*)\b[^.]{0,60}?\d+,\d|indkomst\w*\b[^.]{0,60}?\d",
    re.IGNORECASE,
)
_NO_FIGURE = pattern(
    r"\d+\s*[-–]\s*\d+\s*[-–]?\s*årige|\d+[- ]?årige|\b\d+\.\s*klasse\w*|\b(?:over|under)\s+\d+\s+år\b", re.IGNORECASE
)
_STRETCH = pattern(r"(?<=[^\W\d])\.\s+(?=[A-ZÆØÅ])|[;:]|,(?!\d)(?!\s*(?:at|så|der|som)\b)|\b(?:mod|end|som\s+(?:i|på))\b")
_AIM = pattern(
    r"\b(?:del)?mål(?:et|ene|tal\w*|sætning\w*)?\b|\bambition\w*|\bvi\s+vil\b|\bskal\s+(?:\w+\s+)?(?:op|ned|nå|være)\b",
    re.IGNORECASE,
)
_ELSEWHERE = pattern(r"\b(?:Danmark|hele\s+landet|landsplan|resten\s+af\s+landet|landsgennemsnit\w*)\b", re.IGNORECASE)
_HERE = pattern(r"\b(?:bolig|lokal)?området\b|\bher\b", re.IGNORECASE)
_WHOLLY = pattern(r"\b100\s*(?:pct\b\.?|procent|%)\s+\w+(?:ende|sikker|sikre|enige?|klar)\b", re.IGNORECASE)
_FROM = pattern(
    r"\b(?:19|20)\d\d\b|\b(?:LBF|Landsbyggefonden\w*|VIVE|SFI|Rambøll|BUILD|SBI|CFBU|KL|STIL|BL)\b|Boligsociale\s+Data|Danmarks\s+Statistik"
    r"|\b[Mm]inisteri\w+|\b\w*politiets?\b|\b[Kk]ilde\b|\b[Ii]følge\b|\bjf\.|\b\w*(?:måling(?:en)?|undersøgelsen?|opgørelsen?|rapport(?:en)?|statistikbanken)\b"
    r"|\bregister\w*|\b[Kk]ommunens\s+(?:egne\s+)?(?:tal|opgørelse|sprogvurdering\w*)",
)


def figure(text: str) -> re.Match[str] | None:
    """Return the first figure about residents in a text. Ages, class levels, years and counts of other things are none.

    Nor is what is aimed at («målet er 50 pct.»), what is told of the whole country alone, or «100 pct. forebyggende».
    """
    bare = _WHOLLY.sub(_blank, _NO_FIGURE.sub(_blank, text))
    return next((match for match in _FIGURE.finditer(bare) if _is_of_residents(bare, match)), None)


def _is_of_residents(text: str, figure: re.Match[str]) -> bool:
    """Tell whether a figure is of those who live here, as it is now, by the stretch of the sentence that it stands in."""
    edges = [0, *(edge.end() for edge in _STRETCH.finditer(text, max(0, figure.start() - _REACH), figure.start()))]
    after = _STRETCH.search(text, figure.end())
    stretch = text[edges[-1] : after.start() if after else len(text)]
    return not _AIM.search(stretch) and (not _ELSEWHERE.search(stretch) or _HERE.search(stretch) is not None)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def says_from_where(text: str) -> bool:
    """Tell whether a text names a source or a year."""
    return _FROM.search(text) is not None
