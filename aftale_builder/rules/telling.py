"""What rules over prose ask of a sentence: numbers as digits or words, days, and whether it speaks of another plan."""

from __future__ import annotations

import re
from datetime import date

from aftale_builder.rules.lines import Line, sentences
from aftale_builder.rules.pattern import pattern
from aftale_builder.source.scalars import MONTHS

NUMBERS = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10,
    "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19,
    "tyve": 20,
}  # fmt: skip
"""The numbers that are written as words."""

NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
"""A pattern of a small number, as digits or as a word."""

_YEAR = r"(?:\d{4}|\d{2})"
_MONTH = "|".join(MONTHS)
DAY = (
    rf"(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.\s?{_YEAR}(?!\d)|(?:{_MONTH})\s+\d{{4}})"
    rf"|\d{{1,2}}/\d{{1,2}}(?:/{_YEAR}|(?:\s*-\s*|\s+)\d{{4}})(?![\d/])|\d{{4}}-\d{{2}}-\d{{2}}(?!\d))"
)
"""A pattern of a day: «01.10.21», «1. oktober 2021», «1/10 2021», «1/10/21», «2021-10-01»."""

_ENDINGS = ("ernes", "ets", "ens", "erne", "ene", "ers", "er", "et", "en", "es", "e", "s")
_SHORTEST = 4
_DAY = pattern(
    rf"(\d{{1,2}})\.\s?(?:(\d{{1,2}})\.\s?({_YEAR})|({_MONTH})\s+(\d{{4}}))"
    rf"|(\d{{1,2}})/(\d{{1,2}})\s*[-/\s]\s*({_YEAR})|(\d{{4}})-(\d{{2}})-(\d{{2}})",
    re.IGNORECASE,
)
_ELSEWHERE = pattern(
    r"\b(?:tidligere|hidtidige?|hidtil|foregående|forudgående|nuværende|eksisterende|forrige|afsluttede|sidste|gamle|næste"
    r"|forlængelse af|dengang|oprindelig\w*|20\d\d-\d\d[- ]?(?:midler\w*|pulje\w*)|(?:midler\w*|pulje\w*) fra)\b",
    re.IGNORECASE,
)


def number(word: str) -> int:
    """Return the number that digits or a word of `NUMBERS` stand for."""
    return int(word) if word.isdigit() else NUMBERS[word.casefold()]


def day(text: str) -> date | None:
    """Return the day that a text matching `DAY` stands for, None where there is no such day."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year = int(match[3] or match[5] or match[8] or match[9])
    month = MONTHS.index(match[4].casefold()) + 1 if match[4] else int(match[2] or match[7] or match[10])
    try:
        return date(year + 2000 if year < 100 else year, month, int(match[1] or match[6] or match[11]))
    except ValueError:
        return None


def sentence_at(line: Line, offset: int) -> tuple[int, int]:
    """Return start and end of the sentence that an offset of the line stands in."""
    return next(((start, end) for start, end in sentences(line.text) if start <= offset < end), (0, len(line.text)))


def of_another_plan(text: str) -> bool:
    """Tell whether a sentence speaks of an earlier, existing or coming plan rather than of this agreement."""
    return _ELSEWHERE.search(text) is not None


def stem(word: str) -> str:
    """Return a noun without case and the endings of Danish: «Strateginotatet» is «strateginotat», «aftalerne» «aftal»."""
    bare = word.casefold()
    while ending := next((one for one in _ENDINGS if bare.endswith(one) and len(bare) - len(one) >= _SHORTEST), ""):
        bare = bare[: -len(ending)]
    return bare
