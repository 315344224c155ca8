"""Lists that are printed as an enumeration in a paragraph («a, b og c»): what is left of one, what is new, in which order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aftale_builder.findings import Place
from aftale_builder.pulling.base import Base, Source
from aftale_builder.pulling.changes import Listed
from aftale_builder.pulling.printed import Printed

_BETWEEN = re.compile(r",\s*|\s+og\s+|\s*\n\s*")
_SEPARATOR = re.compile(r"\s*[,;]\s*(?:(?:og|samt)\s+)?|\s+(?:og|samt|&)\s+|\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Group:
    """What stands together in a unit: one source, or the items of one list (`listed` is its path), with their words."""

    numbers: tuple[int, ...]
    words: tuple[str, ...]
    listed: str = ""


def grouped(base: Base, unit: Printed) -> list[tuple[str, Group | None]]:
    """Return the stretches of a unit, the items of a list that are enumerated in one; None for the document's own words."""
    told: list[tuple[str, Group | None]] = []
    alone = len(unit.pieces) == 1 and unit.item is not None
    for text, number in unit.pieces:
        if number is None:
            told.append((text, None))
            continue
        listed = "" if alone else _listed(base, base.sources[number])
        before = told[-2][1] if len(told) > 1 and told[-1][1] is None else None
        if listed and before is not None and before.listed == listed and _BETWEEN.fullmatch(told[-1][0]):
            between, _ = told.pop()
            whole, _ = told.pop()
            group = Group((*before.numbers, number), (*before.words, text), listed)
            told.append((whole + between + text, group))
        else:
            told.append((text, Group((number,), (text,), listed)))
    return told


def _listed(base: Base, source: Source) -> str:
    """Return the list that a source is a bare item of, or a reference in, «» where it is neither."""
    listed, _, step = source.mine.rpartition("/")
    return listed if step.isdecimal() and base.item(source.mine) == source.mine else ""


def read(group: Group, text: str) -> tuple[int | str, ...]:
    """Return the items that a text enumerates: the number of one that stood there before, or the words of one that is new."""
    left = dict(enumerate(group.words))
    found: list[int | str] = []
    for word in _words(text, group.words):
        same = next((number for number, was in left.items() if was == word), None)
        if same is not None:
            del left[same]
        found.append(word if same is None else same)
    return tuple(found)


def listed(sources: Sequence[Source], group: Group, now: tuple[int | str, ...], after: str, at: Place) -> Listed:
    """Return what was done to a list: its items are what is enumerated now."""
    was = tuple(source.refers_to if source.by else source.text for source in sources)
    refers = sources[0].path if sources[0].by else ""
    return Listed(group.listed, sources[0].form, was, now, enumerated(group.words), after, at, refers)


def enumerated(words: Sequence[str]) -> str:
    """Return words as they are enumerated: «a, b og c»."""
    return " og ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _words(text: str, known: Sequence[str]) -> Iterator[str]:
    """Yield the words between the separators; those that are known may have separators in them."""
    at, text = 0, text.strip()
    longest_first = sorted(filter(None, known), key=len, reverse=True)
    while at < len(text):
        here = next((word for word in longest_first if text.startswith(word, at) and _ends(text, at + len(word))), None)
        if here is None:
            stop = _SEPARATOR.search(text, at)
            here = text[at : stop.start() if stop else len(text)]
        if here.strip():
            yield here.strip()
        at += len(here)
        between = _SEPARATOR.match(text, at)
        at = between.end() if between and between.end() > at else at + (not here)


def _ends(text: str, at: int) -> bool:
    return at == len(text) or _SEPARATOR.match(text, at) is not None
