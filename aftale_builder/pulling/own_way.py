"""What is printed, back in the author's own way of writing: days, numbers and amounts, yes and no, words of the language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from aftale_builder.documents import danish
from aftale_builder.pulling.changes import Form
from aftale_builder.source import scalars
from aftale_builder.source.scalars import MONTHS, UnclearError

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})\.(\s?)(\d{1,2})\.(\s?)(\d{4}|\d{2})")
_WRITTEN = re.compile(r"(den )?(\d{1,2})\.(\s?)([a-zæøå]+)(\.?) (\d{4})", re.IGNORECASE)
_AMOUNT = re.compile(r"(?P<before>(?:kr\.?|dkk)\s+)?-?(?P<figures>[\d._]+(?:,\d+)?)(?P<after>.*)", re.IGNORECASE | re.DOTALL)
_MILLIONS = re.compile(r"\s*(?:mio\.?|millioner)", re.IGNORECASE)
_OTHER_WORDS = {" pct.": ("%", "pct", "procent"), " kr.": ("kr", "kroner", ",-")}
_PLAIN_UP_TO = 10_000


def at_home(form: Form, source: str, printed: str, unit: str = "") -> str:
    """Return what is to stand in the YAML where `source` stood, for it to be printed so.

    Raises `UnclearError` where the printed text cannot be read as what is asked.
    """
    text = printed.strip()
    match form:
        case Form.DATE:
            return _day(source.strip(), scalars.dato(text))
        case Form.NUMBER:
            return _number(source.strip(), _bare(text, unit))
        case Form.YES_NO:
            return _cased(source.strip(), "ja" if scalars.ja_nej(text) else "nej")
        case Form.STATED:
            return _cased(source.strip(), _stated(text))
        case Form.WORD:
            return _cased(source.strip(), text.casefold())
        case Form.CAPITAL if source[:1].islower():
            return text[:1].lower() + text[1:]
        case _:
            return text


def told_alike(form: Form, one: str, other: str, unit: str = "") -> bool:
    """Tell whether two printed texts say the same value."""
    if " ".join(one.split()) == " ".join(other.split()):
        return True
    try:
        match form:
            case Form.DATE:
                return scalars.dato(one) == scalars.dato(other)
            case Form.NUMBER:
                return scalars.tal(_bare(one.strip(), unit)) == scalars.tal(_bare(other.strip(), unit))
            case Form.STATED:
                return _stated(one) == _stated(other)
            case _:
                return form in (Form.WORD, Form.YES_NO, Form.CAPITAL) and one.strip().casefold() == other.strip().casefold()
    except UnclearError:
        return False


def reads(form: Form, source: str, printed: str, unit: str = "") -> bool | None:
    """Tell whether a printed text can be read as what is asked; None where any text can."""
    if form not in (Form.DATE, Form.NUMBER, Form.YES_NO, Form.STATED):
        return None
    try:
        at_home(form, source, printed, unit)
    except UnclearError:
        return False
    return True


def _stated(text: str) -> str:
    """Return what a sentence that says whether it is so says: «ja» or «nej». Raises `UnclearError`."""
    bare = " ".join(text.casefold().rstrip(" .").split())
    for value, word in ((True, "ja"), (False, "nej")):
        if bare in (danish.shared(value).casefold(), word):
            return word
    raise UnclearError(f"«{text}» er hverken «{danish.shared(True)}» eller «{danish.shared(False)}».", "Skriv et af de to.")


def _cased(source: str, word: str) -> str:
    return word.capitalize() if source[:1].isupper() else word


def _day(source: str, day: date) -> str:
    for pattern, write in _DAYS:
        if found := pattern.fullmatch(source):
            made = write(found, day)
            return made if scalars.dato(made) == day else day.isoformat()
    return day.isoformat()


def _iso(found: re.Match[str], day: date) -> str:
    padded = len(found[2]) == 2 or len(found[3]) == 2
    return day.isoformat() if padded else f"{day.year}-{day.month}-{day.day}"


def _in_figures(found: re.Match[str], day: date) -> str:
    width = 1 if min(len(found[1]), len(found[3])) == 1 else 2
    year = f"{day.year % 100:02}" if len(found[5]) == 2 else str(day.year)
    return f"{day.day:0{width}}.{found[2]}{day.month:0{width}}.{found[4]}{year}"


def _in_words(found: re.Match[str], day: date) -> str:
    name = MONTHS[day.month - 1]
    short = len(found[4]) == 3 and found[4].casefold() != "maj"
    month = name[:3] if short else name
    point = found[5] if short and month != name else ""
    number = f"{day.day:02}" if found[2].startswith("0") else str(day.day)
    return f"{found[1] or ''}{number}.{found[3]}{_cased(found[4], month)}{point} {day.year}"


_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], str]], ...] = (
    (_ISO, _iso),
    (_FIGURES, _in_figures),
    (_WRITTEN, _in_words),
)


def _bare(text: str, unit: str) -> str:
    """Return a number without the unit that is printed behind it, whatever people write for that."""
    for word in (unit.strip(), *_OTHER_WORDS.get(unit, ())):
        if word and text.casefold().endswith(word.casefold()):
            return text[: -len(word)].rstrip()
    return text


def _number(source: str, text: str) -> str:
    value = scalars.tal(text)
    read = scalars.tal if _reads(scalars.tal, source) else scalars.kroner
    for made in _numbers(source, text, value):
        if _reads(read, made) and read(made) == value:
            return made
    return text


def _numbers(source: str, text: str, value: Decimal) -> Iterator[str]:
    """Yield ways to write a number, the author's own first."""
    found = _AMOUNT.fullmatch(source)
    if found is None:
        yield text
        return
    before, after = found["before"] or "", found["after"]
    if millions := _MILLIONS.match(after):
        figures = format((value / 1_000_000).normalize(), "f").replace(".", ",")
        yield f"{before}{figures}{after}"
        after = after[millions.end() :]
    decimals = text.partition(",")[2]
    whole = format(abs(int(value)), ",d")
    separator = _separator(found["figures"], abs(value))
    sign = "-" if value < 0 else ""
    yield f"{before}{sign}{whole.replace(',', separator)}{',' + decimals if decimals else ''}{after}"
    yield f"{before}{text}{after}"


def _separator(figures: str, value: Decimal) -> str:
    """Return what stands between thousands: what the author puts there, where the old number had any."""
    whole = figures.partition(",")[0]
    for sign in "._":
        if sign in whole:
            return sign
    return "" if len(whole) > 3 or value < _PLAIN_UP_TO else "."


def _reads(read: Callable[[str], Decimal], text: str) -> bool:
    try:
        read(text)
    except UnclearError:
        return False
    return True
