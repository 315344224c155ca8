"""The words of our figures: they are drawn of what stands elsewhere, so no value takes what is typed in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from aftale_builder.findings import Place
from aftale_builder.pulling.changes import Refused
from aftale_builder.pulling.printed import COMPARED
from aftale_builder.word.reading import Kind, Unit, WordText

_WHY = (
    "Figuren tegnes af det, der står i aftalen, så det kan ikke hentes herfra. Ret det dér, hvor det ellers står i filen, eller "
    "i aftalens YAML."
)
_GONE = (
    "Figuren, eller noget af den, er slettet (eller det program, der gemte filen, kan ikke tegne den). Den tegnes af det, der "
    "står i aftalen, og kommer igen, når filen laves næste gang."
)


def words(word: WordText) -> tuple[str, ...]:
    """Return what the paragraphs of our figures say, in order."""
    return tuple(_said(unit) for unit in _units(word))


def edits(before: Sequence[str], word: WordText, file: str, changed: Mapping[str, str]) -> Iterator[Refused]:
    """Yield what is said otherwise in the figures of a file than when it was rendered.

    `changed` are values that the file says otherwise too: replaced all over a file, they will be drawn so.
    """
    units = list(_units(word))
    after = [_said(unit) for unit in units]
    if sorted(before) == sorted(after):  # programs save the boxes of a figure in an order of their own
        return
    if not units:
        yield Refused(Place(file), " ".join(before), "", _GONE)
        return
    for kind, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if [_drawn_anew(text, changed) for text in before[first:last]] == after[start:end]:
            continue
        unit = units[min(start, len(units) - 1)]
        place = Place(file, section=unit.section or None, paragraph=unit.number or None)
        why = _WHY if start < end else _GONE
        yield Refused(place, "\n".join(before[first:last]), "\n".join(after[start:end]), why)


def _drawn_anew(text: str, changed: Mapping[str, str]) -> str:
    for old, new in changed.items():
        text = text.replace(old, new) if old else text
    return text


def _units(word: WordText) -> Iterator[Unit]:
    for unit in word.units:
        if unit.part in COMPARED and unit.figure and unit.kind is Kind.PARAGRAPH and unit.text.strip():
            yield unit


def _said(unit: Unit) -> str:
    return " ".join(unit.text.split())
