"""What a sentence says of how long the agreement runs: from one time to another, from a time, until one, for some years.

It is said of the agreement under any of its own names, of its papers, and of the boligsociale indsats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from aftale_builder.rules.pattern import pattern
from aftale_builder.rules.periods import PERIOD, POINT, Period, Told, begins, period, point
from aftale_builder.rules.telling import NUMBER, number

_YEARLONG = rf"(?:{NUMBER})-?årige?"
_PLAN = (
    r"(?:samarbejds|del)?aftalen|(?:denne|nærværende)\s+(?:strategiske\s+)?(?:samarbejds|del)?aftale|helhedsplanen"
    rf"|den\s+(?:(?:{_YEARLONG}|strategiske|boligsociale)\s+)+(?:samarbejds)?aftale"
    rf"|(?:den|denne|vores)\s+(?:(?:{_YEARLONG}|boligsociale)\s+)*helhedsplan"
    rf"|den\s+(?:{_YEARLONG}\s+)?boligsociale\s+indsats|kommissoriet|dette\s+kommissorium"
)
"""What the agreement and its papers call themselves; the names of the effort are added."""
_BARE = r"(?:boligsocial\s+)?helhedsplan|(?:strategisk\s+)?samarbejdsaftale"
"""The same as a title."""
_LOOSE = r"indsatsen(?!\s+(?:mod|for|over|blandt|på|af|ved)\b)"
"""What an aktivitet is called too."""
_STOP = (
    r"(?!(?:oprettet|iværksat|igangsat|ansøgt|evalueret|udarbejdet|skrevet|undersøgt|målt|og|eller|men|som|der|hvor|når|hvis|at|om|med"
    r"|ikke|har|havde|får|skal|vil|kan|blev|bliver|er|var)\b)"
)
"""What ends the subject: after another verb, a conjunction, «om» or «med» («aftalen med klubben») the words are of another."""
_WORD = rf"{_STOP}\w+\s+"
_INTO = r"(?:(?:i|for|fra|over|perioden|årene|den|d\.)\s+){0,4}"
_LASTS = r"(?:gælder|løber|varer|dækker|strækker\s+sig|er\s+gældende|har\s+virkning)"
_AMONG = r"(?:mellem\s+(?:(?!(?:har|er|skal|vil|kan|som|der)\b)[\w-]+,?\s+){1,12}?)"
_ADOPTED = (
    r"(?:(?:er|blev)\s+(?:vedtaget|godkendt|indgået|underskrevet|tiltrådt)\b"
    r"(?:(?!\b(?:som|men|hvor)\b).){0,80}?,?\s+og\s+(?:(?:det|den)\s+)?)"
)
"""«Kommissoriet er vedtaget af bestyrelsen 26. januar 2026 og gælder …»."""
_BETWEEN = rf"(?:{_AMONG}|{_ADOPTED}|(?:{_WORD}){{0,3}}?)"
_PLACE = r"(?:\s+i\s+(?-i:[A-ZÆØÅ])[\w-]*(?:(?:,|\s+og)?\s+(?-i:[A-ZÆØÅ])[\w-]*)*)?"
_UNTIL = r"(?:frem\s+)?(?:ind)?til(?:\s+og\s+med)?"
_ON = r"(?:(?:(?:med|ved)\s+)?udgangen\s+af\s+|i\s+|pr\.\s*)?(?:den\s+|d\.\s*)?"
_MORE = r"(?!\s+(?:endnu|mere|til|tilbage|ad|efter|før|fra|senere|siden|længere|frem)\b)"
_GRANTOR = r"(?!\s+(?:fra|af|hos)\s+(?!landsbyggefonden|LBF))"
_OTHERS = r"(?!,?\s+(?:med|om|mellem|for|som|der)\b)"
_OTHER_AGREEMENT = pattern(
    r"\b(?!(?:samarbejds|del)aftale)\w{2,}aftale[nr]?\b|\b(?:en|to|flere)\s+(?:\w+\s+)?aftaler?\b|\baftaler?n?\s+(?:med|om)\b",
    re.IGNORECASE,
)
_OBJECT = pattern(r"\b(?:af|bag|for|fra|hos|i|med|om|over|på|til|under|ved)\s+$", re.IGNORECASE)


class Validity(NamedTuple):
    """What is said: where in the text the times stand, and what they are; `match` tells of whom and how it is said.

    `period` has both ends, `start` and `end` are told alone, `years` is how many years it runs; None for what is not told.
    """

    match: re.Match[str]
    where: tuple[int, int]
    period: Period | None = None
    start: Told | None = None
    end: Told | None = None
    years: int | None = None

    @property
    def groups(self) -> dict[str, str | None]:
        """Return what the sentence was matched by."""
        return self.match.groupdict()

    def is_of_an_object(self) -> bool:
        """Tell whether the agreement is an object («ansvaret for den boligsociale indsats fra …»): another thing may be timed."""
        return _OBJECT.search(self.match.string, 0, self.match.start()) is not None

    def is_of_another_agreement(self) -> bool:
        """Tell whether «aftalen» may be another agreement, just named in the text («en lejeaftale … Aftalen udløber …»)."""
        text = self.match.string
        return (
            text[self.match.start() :].casefold().startswith("aftalen")
            and _OTHER_AGREEMENT.search(text, 0, self.match.start()) is not None
        )


def validities(text: str, start: int, end: int, names: tuple[str, ...]) -> Iterator[Validity]:
    """Yield all that a sentence, given by its offsets, says of how long the agreement runs; `names` are those of the effort."""
    spans = _spans(names)
    for match in spans.finditer(text, start, end):
        told = period(match)
        if told is not None and (match["bare"] is None or not text[start : match.start()].strip(' «"“”»(:-–')):
            yield Validity(match, (begins(match), match.end()), told)
    for match in _edges(names).finditer(text, start, end):
        found = match.groupdict()
        if at := found["start"] or found["end"]:
            where = (match.start("start" if found["start"] else "end"), match.end())
            yield Validity(
                match,
                where,
                start=point(at) if found["start"] else None,
                end=point(at) if found["end"] else None,
                years=number(found["ahead"]) if found["ahead"] else None,
            )
        else:
            of = next(name for name in ("years", "old", "long") if found[name])
            yield Validity(match, (match.start(of), match.end()), years=number(found[of] or ""))
    for match in _YEARLONG_PLAN.finditer(text, start, end):
        yield Validity(match, match.span(), years=number(match["years"]))


@cache
def _spans(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a period that is said to be the agreement's: beside it, by how long it runs, by the way."""
    plan = "|".join([_PLAN, *map(re.escape, names)])
    its = rf"perioden\s+for\s+(?:{plan})|(?:{plan})['’]?s\s+(?:periode|løbetid|varighed|gyldighed)"
    extent = rf"(?:aftale|bevillings)perioden|{its}|(?P<project>projektperioden)"
    subject = rf"(?:(?P<extent>{extent})|(?P<loose>{_LOOSE})|(?:{plan})|(?P<bare>{_BARE})){_PLACE}"
    beside = r"(?P<beside>\s*[:,(]\s*|\s+(?:(?:i|for)\s+(?:perioden|årene)\s+)?)|(?P<for>\s+for\s+)"
    spans = rf"(?(extent)\s+er\s+{_INTO}|(?!))"
    since = r"(?P<since>\s+(?:er\s+)?fra\s+(?:den\s+|d\.\s*)?)"
    lasts = rf"(?P<lasts>\s+{_BETWEEN}{_LASTS}\s+(?:{_WORD}){{0,2}}?{_INTO})"
    by_the_way = rf"(?P<by>\s+(?:{_WORD}){{0,3}}?(?:har|er|skal|vil)\s+(?:{_WORD}){{0,3}}?(?:i|for)\s+(?:perioden|årene)\s+)"
    granted = r"bevilling(?:en)?\s+(?:til|for)\s+(?:perioden|årene)\s+"
    grant = rf"(?:vi|parterne|landsbyggefonden|{plan})\s+har\s+(?:{_WORD}){{0,3}}?{granted}"
    board = rf"bestyrelsen\s+(?:er\s+nedsat|sidder|virker|fungerer)\s+{_INTO}"
    implied = rf"\A\s*(?P<implied>)(?:{_LASTS}\s+)?{_INTO}"
    said = rf"\b{subject}(?:{beside}|{since}|{spans}|{lasts}|{by_the_way})"
    whole = rf"(?:\b(?P<grant>{grant})|\b(?P<board>{board})|{said}|{implied}){PERIOD}(?(grant){_GRANTOR})"
    return re.compile(whole, re.IGNORECASE)


@cache
def _edges(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of one end of the agreement's period, or of the years that it runs."""
    plan = "|".join([_PLAN, "(?:aftale|bevillings)perioden", *map(re.escape, names)])
    lasts = rf"{_LASTS}\s+(?:{_WORD}){{0,2}}?"
    start = (
        rf"(?:{lasts}fra(?:\s+og\s+med)?|træder\s+i\s+kraft(?:\s+fra)?|begynder|starter)\s+(?:den\s+|d\.\s*)?(?P<start>{POINT})"
        rf"(?!\s*(?:-|–|—|til\b|og\s+(?:frem\s+)?til\b|frem\s+til\b|indtil\b|t\.o\.m\.))"
        rf"(?:\s+og\s+(?P<ahead>{NUMBER})\s+år\s+frem\w*)?"
    )
    end = rf"(?:(?:udløber|slutter|ophører|ender)\s+(?:{_WORD}){{0,2}}?|{lasts}{_UNTIL}\s+){_ON}(?P<end>{POINT})"
    years = (
        rf"(?:{_LASTS}\s+(?:(?:altså|derfor|dermed|nu|samlet)\s+){{0,2}}(?:(?:i|over)\s+)?(?:en\s+periode\s+på\s+)?"
        rf"|har\s+en\s+(?:løbetid|varighed|periode)\s+på\s+)(?P<years>{NUMBER})\s+år\b{_MORE}"
    )
    running = (
        rf"\b(?:(?:{plan})\s+er\s+(?P<old>{NUMBER})-?årig\b"
        rf"|(?:(?:aftale|bevillings)perioden|(?:{plan})['’]?s\s+(?:periode|løbetid|varighed))\s+er\s+(?:på\s+)?(?P<long>{NUMBER})\s+år\b{_MORE})"
    )
    told_of = rf"(?:\b(?:{plan}){_PLACE}\s+{_BETWEEN}|\A\s*(?P<implied>))"
    return re.compile(rf"(?:{told_of}(?:{start}|{end}|{years})|{running})", re.IGNORECASE)


_YEARLONG_PLAN = pattern(
    rf"\b(?:den|denne|vores)\s+(?P<years>{NUMBER})-?årige\s+(?:boligsociale\s+|strategiske\s+)?"
    rf"(?:(?:samarbejds)?aftale|helhedsplan|(?<=boligsociale )indsats)\b{_OTHERS}",
    re.IGNORECASE,
)
