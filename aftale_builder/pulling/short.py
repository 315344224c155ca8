"""The inside of a unit with short values: which of them an edit belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, islice, pairwise

Pieces = Sequence[tuple[str, int | None]]
"""Stretches of a text, each with the number of its source, None for the document's own words."""
Reads = Callable[[int, str], bool | None]
"""Tells whether a text can be what a source, by its place among them, says; None where any text can."""

_MOST = 400
"""How many ways to lay the document's own words over a text are looked at."""
_MOST_SOURCES = 7
"""Of more sources it is not tried which of them are gone."""
_DASH = r"\s*(?:[-\u2010-\u2015\u2212]|til(?:\s+og\s+med)?)\s*"
"""What people type for the dash between two days."""


class Unclear(Exception):  # noqa: N818 - it is no fault, only a question
    """An edit that no one value can be said to have. The message says why, in Danish."""


FIXED = "Det er dokumentets egne ord; de kommer ikke fra nogen værdi i aftalen."
EITHER = "Det kan ikke ses, hvilken af flere værdier i samme afsnit rettelsen hører til."
_BETWEEN = "Noget af det, som dokumentet selv skriver mellem værdierne, er ændret, og det kan ikke ses, hvad der er hvad."


def told_apart(pieces: Pieces, text: str, reads: Reads = lambda _at, _text: None) -> list[str]:
    """Return what a text says of each source of the pieces, in order: their own words where nothing was changed.

    The document's own words stand as they did, else as people type them (another dash, other spaces), else some of the sources
    are gone with the words that joined them. Raises Unclear where that can't be, and where a change may belong to more than one.
    """
    words, before = _split(pieces)
    if not before:
        raise Unclear(FIXED)
    for loosely in (False, True):
        ways = [tuple(way) for way in islice(_ways(words, before, text, loosely=loosely), _MOST)]
        readable = [way for way in ways if _is_readable(before, way, reads)]
        if readable or (ways and not loosely and len(before) == 1):
            return _likest(before, readable or ways)
        if ways and loosely:
            return _likest(before, ways)
    return _without_some(words, before, text, reads)


def laid(pieces: Pieces, text: str) -> list[str]:
    """Return what a text says of each source where nothing of it stood before. Raises Unclear where that can't be told."""
    words, before = _split(pieces)
    ways = {tuple(way) for way in islice(_ways(words, [""] * len(before), text, loosely=False), _MOST)}
    ways = ways or {tuple(way) for way in islice(_ways(words, [""] * len(before), text, loosely=True), _MOST)}
    if len(ways) != 1:
        raise Unclear(EITHER if ways else FIXED)
    return list(ways.pop())


def _split(pieces: Pieces) -> tuple[list[str], list[str]]:
    """Return the document's own words before, between and after the sources («» where there are none), and what those say."""
    words, before = [""], []
    for text, source in pieces:
        if source is None:
            words[-1] += text
        else:
            before.append(text)
            words.append("")
    return words, before


def _likest(before: Sequence[str], ways: Sequence[tuple[str, ...]]) -> list[str]:
    """Return the way that changes fewest sources. Raises Unclear where there are several."""
    most = max(_kept(before, way) for way in ways)
    best = {way for way in ways if _kept(before, way) == most}
    if len(best) > 1:
        raise Unclear(EITHER)
    return list(best.pop())


def _kept(before: Sequence[str], after: Sequence[str]) -> int:
    return sum(one == other for one, other in zip(before, after, strict=True))


def _is_readable(before: Sequence[str], way: Sequence[str], reads: Reads) -> bool:
    pairs = enumerate(zip(before, way, strict=True))
    return all(told == was or not told.strip() or reads(at, told.strip()) is not False for at, (was, told) in pairs)


def _ways(words: Sequence[str], before: Sequence[str], text: str, *, loosely: bool) -> Iterator[list[str]]:
    """Yield what each source may say, so that the document's own words stand between."""
    if loosely:
        yield from _loose_ways(words, before, text)
        return
    first, last = words[0], words[-1]
    first = first if text.startswith(first) else first.rstrip()  # white space at an end is never seen
    last = last if text[len(first) :].endswith(last) else last.lstrip()
    if not text.startswith(first) or not text[len(first) :].endswith(last):
        return
    yield from _inner(words[1:-1], before, text[len(first) : len(text) - len(last)])


def _loose_ways(words: Sequence[str], before: Sequence[str], text: str) -> Iterator[list[str]]:
    is_period = len(words) > 1 and words[1].strip() in ("–", "-")
    first = re.match((r"(?:fra\s+)?" if is_period and not words[0] else "") + _loose(words[0]), text, re.IGNORECASE)
    last = re.search(_loose(words[-1], end=True) + r"\Z", text, re.IGNORECASE)
    if first is None or last is None or first.end() > last.start():
        return
    yield from _loosely_inner([_loose(word) for word in words[1:-1]], before, text[first.end() : last.start()])


def _loosely_inner(patterns: Sequence[str], before: Sequence[str], text: str) -> Iterator[list[str]]:
    if not patterns:
        yield [text]
    elif not patterns[0]:
        for at in _places("", before, text):
            yield from ([text[:at], *rest] for rest in _loosely_inner(patterns[1:], before[1:], text[at:]))
    else:
        for found in re.finditer(patterns[0], text, re.IGNORECASE):
            rests = _loosely_inner(patterns[1:], before[1:], text[found.end() :])
            yield from ([text[: found.start()], *rest] for rest in rests)


def _loose(word: str, *, end: bool = False) -> str:
    """Return a pattern of the document's own words as people type them."""
    if word.strip() in ("–", "-"):
        return _DASH
    parts = (re.escape(part) for part in word.split())
    pattern = r"\s+".join(parts)
    if end and word and not word.strip(" .;,"):
        return rf"\s*(?:{pattern})?"
    if not word.strip():
        return r"\s+" if word else ""
    before = r"\s+" if word[0].isspace() and word.lstrip()[0].isalnum() else r"\s*" if word[0] in " \n.;:,()" else ""
    after = r"\s+" if word[-1].isspace() and word.rstrip()[-1].isalnum() else r"\s*" if word[-1].isspace() else ""
    return before + pattern + after


def _inner(words: Sequence[str], before: Sequence[str], text: str) -> Iterator[list[str]]:
    if not words:
        yield [text]
        return
    for at in _places(words[0], before, text):
        for rest in _inner(words[1:], before[1:], text[at + len(words[0]) :]):
            yield [text[:at], *rest]


def _places(word: str, before: Sequence[str], text: str) -> Iterator[int]:
    """Yield where the words between two sources may stand; with none between, only where one of the two is as it was."""
    if not word:
        likely = {len(before[0])} if text.startswith(before[0]) else set()
        likely |= {len(text) - len(before[1])} if text.endswith(before[1]) else set()
        yield from sorted(likely)
        return
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _without_some(words: Sequence[str], before: Sequence[str], text: str, reads: Reads) -> list[str]:
    """Return what each says where some were taken out with the words that joined them to the others. Raises Unclear.

    One that is left may say something else, where nothing but what it says now could stand there.
    """
    found: set[tuple[str, ...]] = set()
    for count in range(len(before) - 1, 0, -1) if len(before) <= _MOST_SOURCES else ():
        for kept in combinations(range(len(before)), count):
            found |= {_filled(before, kept, kept, text) for told in _told(words, before, kept) if told == text}
        if found:
            break
    if not found:
        for at in range(len(before)):
            said = text.removeprefix(words[0]).removesuffix(words[-1]).strip()
            found |= {_filled(before, (), (at,), said)} if reads(at, said) else set()
    if len(found) != 1:
        raise Unclear(EITHER if found else _BETWEEN)
    return list(found.pop())


def _told(words: Sequence[str], before: Sequence[str], kept: Sequence[int]) -> Iterator[str]:
    """Yield what a unit says in which only some sources are left, with words between that stood somewhere between those."""
    ways = [words[0] + before[kept[0]]]
    for one, other in pairwise(kept):
        between = dict.fromkeys((words[one + 1], words[other]))
        ways = [f"{way}{word}{before[other]}" for way in ways for word in between]
    yield from (way + words[-1] for way in ways)


def _filled(before: Sequence[str], kept: Sequence[int], other: Sequence[int], text: str) -> tuple[str, ...]:
    return tuple(said if at in kept else text if at in other else "" for at, said in enumerate(before))
