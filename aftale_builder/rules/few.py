"""Few people in a sentence: counts from one to four, small shares of a number, and whether a sentence aims rather than tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from aftale_builder.rules.figures import PEOPLE, PERSON
from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.telling import NUMBER, number

FEWEST = 5
"""So many residents are not few."""

_SINGLE = r"(?:1|én|ét|(?:kun|blot|bare|netop)\s+(?:en|et))"
_OUT_OF = rf"(?:ud\s+)?af\s+(?:de\s+|vores\s+)?(?:\d[\d.]*|{NUMBER})\s+"
_OF_THEM = r"af\s+(?:de\s+|vores\s+)?(?:[\w-]+(?:e|ns|ts)\s+)?"
_RESIDENTS = (
    r"[\w-]*(?:beboer|borger|børn|unge|elev|famili|husstand|kvinde|mænd|person|voksne|ældre|dreng|pige|lejer|ledige|årige)\w*"
)
_COUNT = pattern(
    rf"(?<![\d.,/-])\b(?:(?:[1-4]|to|tre|fire)\s+(?:{_OUT_OF})?(?:\w+\s+)?{PEOPLE}"
    rf"|(?:{_SINGLE}|(?:en|et)\s+enkelt)\s+(?:\w+\s+)?{PERSON}"
    rf"|(?:{_SINGLE}|en|et)\s+{_OUT_OF}(?:\w+\s+)?{PEOPLE}"
    rf"|(?:{_SINGLE}|[2-4]|en|et|to|tre|fire)\s+{_OF_THEM}{_RESIDENTS}(?<!s))\b",
    re.IGNORECASE,
)
_OF_WHOM = pattern(
    rf"\baf\s+(?:de\s+|vores\s+)?(?:\d[\d.]*|{NUMBER})\s+(?:\w+\s+)?{_RESIDENTS}\s+(?:er|var|blev|bliver|har|havde|fik)\s+"
    r"(?:(?:kun|blot|bare|nu|i\s+dag)\s+)?(?P<few>[1-4]|én|to|tre|fire)(?![\d.,]*\d|\s*(?:pct|procent|%|gange|år)|-)\b",
    re.IGNORECASE,
)
"""The few of a number that is told first: «af 60 unge er 3 anbragt»."""
_DONE = (
    r"\w*(?:dømt|sigtet|fængslet|anbragt|fjernet|frihedsberøvet|indlagt|diagnosticeret|anholdt|hjemløs|selvmord|underretning"
    r"|misbrug)\b"
)
_SOMEBODY = rf"(?:en|et)\s+(?:\w+\s+)?{PERSON}"
_ONE = pattern(
    rf"\b(?P<one>{_SOMEBODY})\s+(?:(?:fra|i|på)\s+(?:\w+\s+){{1,2}})?(?:er|blev|var|fik|har\s+fået)\s+(?:\w+\s+){{0,3}}?{_DONE}"
    rf"|\bder\s+(?:er|var)\s+(?P<there>{_SOMEBODY})(?:\s+\w+){{0,3}},?\s+(?:der|som)\s+(?:er|blev|har)\s+(?:\w+\s+){{0,3}}?{_DONE}"
    rf"|(?<=\w\s)(?:blev|fik|er)\s+(?P<other>{_SOMEBODY})\s+(?:\w+\s+){{0,4}}?{_DONE}",
    re.IGNORECASE,
)
"""«En» and «et» are a number only where something has happened: «i 2021 blev en ung sigtet», not «en ung har brug for»."""
_ANYBODY = pattern(
    r"\b(?:når|hvis|såfremt|mens|før|inden|indtil|uanset|hvad\s+enten|hver\s+gang|fx|f\.eks\.|for\s+eksempel|typisk|ofte|altid)\b",
    re.IGNORECASE,
)
_SUPPOSED = pattern(r"\b(?:når|hvis|såfremt|hver\s+gang|fx|f\.eks\.|for\s+eksempel)\b", re.IGNORECASE)
_FINITE = pattern(
    r"\b(?:(?P<aim>skal|vil|kan)|er|var|blev|bliver|har|havde|fik|får|kom|begik|sidder|sad|lever|levede|lider)\b", re.IGNORECASE
)
_KNOWN = pattern(r"\b(?:de|disse|begge|vores)\s+$", re.IGNORECASE)
_AIM = pattern(
    rf"\b(?:mindst|højst|mål|målet|målsætning\w*|ad\s+gangen|pladser|udsigt)\b|\bud\s+af\b(?!\s+(?:de|vores)\s+{NUMBER}\b)",
    re.IGNORECASE,
)
_EDGE = pattern(r"[,;:()–—](?!\d)")
_SUBORDINATE = pattern(r"[\s,]*(?:at|så|for\s+at|hvor)\b", re.IGNORECASE)
_SHARE = pattern(
    r"(?<![\d.,-])(?P<pct>\d[\d.]*(?:,\d+)?)\s*(?:pct\b\.?|procent\b|%)(?!\s*-?\s*point)"
    rf"(?:\s+af\s+(?:de\s+|vores\s+|områdets\s+)?(?:(?P<base>\d[\d.]*|{NUMBER})\s+)?(?:[\w-]+\s+)?{_RESIDENTS}|(?P<other>\s+af\b))?"
    rf"|\b(?P<part>halvdelen|en\s+tredjedel|en\s+fjerdedel|en\s+femtedel|hver\s+(?:anden|tredje|fjerde|femte))\s+af\s+(?:de\s+|vores\s+)?"
    rf"(?P<number>\d[\d.]*|{NUMBER})\s+(?:\w+\s+)?{PEOPLE}\b",
    re.IGNORECASE,
)
_REACH = 300
_PARTS = {"halvdelen": 2, "anden": 2, "tredjedel": 3, "tredje": 3, "fjerdedel": 4, "fjerde": 4, "femtedel": 5, "femte": 5}
_CHANGE = pattern(r"\b(?:fald\w*|stig\w*|steg\w*|vokse\w*|vækst|sænk\w*|reducer\w*|øge[st]?|øget)\b", re.IGNORECASE)
_APART = pattern(r"[,;:()–—](?!\d)|\b(?:mod|end|men|mens|og|eller)\b", re.IGNORECASE)


class Share:
    """A share of residents as a sentence tells it: where it stands, how large, and of how many (None where it is not said)."""

    __slots__ = ("base", "end", "pct", "start")

    def __init__(self, start: int, end: int, pct: Fraction, base: int | None) -> None:
        self.start = start
        self.end = end
        self.pct = pct
        self.base = base


def counts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the sentence text[start:end] tells of one to four residents; aims and suppositions are left out."""
    for match in _COUNT.finditer(text, start, end):
        first = _near(start, match.start())
        supposed = _SUPPOSED.search(text, _edge_before(text, first, match.start()), match.start())
        if not supposed and not aims(text, (start, end), match.span()):
            yield match.span()
    yield from (match.span("few") for match in _OF_WHOM.finditer(text, start, end))
    for match in _ONE.finditer(text, start, end):
        name = next(name for name in ("one", "there", "other") if match[name])
        if not _ANYBODY.search(text, _edge_before(text, _near(start, match.start()), match.start()), match.end()):
            yield match.span(name)


def shares(text: str, start: int, end: int) -> Iterator[Share]:
    """Yield the shares of residents that a sentence tells; no changes, percentage points, aims or shares of other things."""
    for match in _SHARE.finditer(text, start, end):
        first, last = around(text, (start, end), match.span())
        if not match["other"] and not _CHANGE.search(text, first, last) and not aims(text, (start, end), match.span()):
            base = match["base"] or match["number"]
            yield Share(*match.span(), _part(match), _whole(base) if base else None)


def around(text: str, sentence: tuple[int, int], at: tuple[int, int]) -> tuple[int, int]:
    """Return the stretch of a sentence that one figure is told in: up to a comma, a conjunction or what it is compared with."""
    start, end = _near(sentence[0], at[0]), min(sentence[1], at[1] + _REACH)
    before = [match.end() for match in _APART.finditer(text, start, at[0])]
    after = _APART.search(text, at[1], end)
    return before[-1] if before else start, after.start() if after else end


def aims(text: str, sentence: tuple[int, int], at: tuple[int, int]) -> bool:
    """Tell whether a figure is aimed at or made room for, not told: by the verb of its own clause, or «mindst», «ad gangen».

    The verb is the first after it in its clause («to unge skal …»), else the last before it («vi vil hjælpe to unge»). Of people
    that are already known («de to unge») a verb of aim tells nothing.
    """
    start, end = _near(sentence[0], at[0]), min(sentence[1], at[1] + _REACH)
    first, edge = _edge_before(text, start, at[0]), _EDGE.search(text, at[1], end)
    last = edge.start() if edge else end
    if _SUBORDINATE.match(text, first):
        first = _edge_before(text, start, max(start, first - 1))
    if _AIM.search(text, first, last):
        return True
    verb = _FINITE.search(text, at[1], last) or next(reversed(list(_FINITE.finditer(text, start, at[0]))), None)
    return verb is not None and verb["aim"] is not None and not _KNOWN.search(text, start, at[0])


def _near(start: int, at: int) -> int:
    """Return where to begin to look in a sentence: at its start, or where it is so long that nobody reads on from there."""
    return max(start, at - _REACH)


def _edge_before(text: str, start: int, at: int) -> int:
    """Return where the clause before an offset begins."""
    edges = [match.end() for match in _EDGE.finditer(text, start, at)]
    return edges[-1] if edges else start


def _part(match: re.Match[str]) -> Fraction:
    """Return the share in per cent."""
    if match["part"]:
        return Fraction(100, _PARTS[match["part"].split()[-1].casefold()])
    return Fraction(match["pct"].replace(".", "").replace(",", "."))


def _whole(written: str) -> int:
    digits = written.replace(".", "")
    return int(digits) if digits.isdigit() else number(written)
