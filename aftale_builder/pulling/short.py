"""The inside of a unit with short values: which of them an edit belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

Pieces = Sequence[tuple[str, int | None]]
"""Stretches of a text, each with the number of its source, None for the document's own words."""

_MOST = 400
"""How many ways to lay the document's own words over a text are looked at."""


class Unclear(Exception):  # noqa: N818 - it is no fault, only a question
    """An edit that no one value can be said to have. The message says why, in Danish."""


FIXED = "Det er dokumentets egne ord; de kommer ikke fra nogen værdi i aftalen."
EITHER = "Det kan ikke ses, hvilken af flere værdier i samme afsnit rettelsen hører til."


def told_apart(pieces: Pieces, text: str) -> list[str]:
    """Return what a text says of each source of the pieces, in order: their own words where nothing was changed.

    Raises Unclear where the document's own words are not all there, and where a change may belong to more than one source.
    """
    words, before = _split(pieces)
    if not before:
        raise Unclear(FIXED)
    ways = list(islice(_ways(words, before, text), _MOST))
    if not ways:
        return _without_one(words, before, text)
    most = max(_kept(before, way) for way in ways)
    best = {tuple(way) for way in ways if _kept(before, way) == most}
    if len(best) > 1:
        raise Unclear(EITHER)
    return list(best.pop())


def laid(pieces: Pieces, text: str) -> list[str]:
    """Return what a text says of each source where nothing of it stood before. Raises Unclear where that can't be told."""
    words, before = _split(pieces)
    ways = {tuple(way) for way in islice(_ways(words, [""] * len(before), text), _MOST)}
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


def _kept(before: Sequence[str], after: Sequence[str]) -> int:
    return sum(one == other for one, other in zip(before, after, strict=True))


def _ways(words: Sequence[str], before: Sequence[str], text: str) -> Iterator[list[str]]:
    """Yield what each source may say, so that the document's own words stand between as they did."""
    first, last = words[0], words[-1]
    first = first if text.startswith(first) else first.rstrip()  # white space at an end is never seen
    last = last if text[len(first) :].endswith(last) else last.lstrip()
    if not text.startswith(first) or not text[len(first) :].endswith(last):
        return
    yield from _inner(words[1:-1], before, text[len(first) : len(text) - len(last)])


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


def _without_one(words: Sequence[str], before: Sequence[str], text: str) -> list[str]:
    """Return what each says where one of them was taken out with the words that join it to the others. Raises Unclear."""
    found = set()
    for gone in range(len(before)):
        for joined in (gone, gone + 1):
            if 0 < joined < len(words) - 1 and _said(words, before, gone, joined) == text:
                found.add(gone)
    if len(found) != 1:
        raise Unclear(FIXED)
    return ["" if number in found else said for number, said in enumerate(before)]


def _said(words: Sequence[str], before: Sequence[str], gone: int, joined: int) -> str:
    told = [words[0]]
    for number, said in enumerate(before):
        told.append("" if number == gone else said)
        told.append("" if number + 1 == joined else words[number + 1])
    return "".join(told)
