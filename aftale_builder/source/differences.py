"""How one text became another: the stretches that differ, by words, and what stands between them untouched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_WORDS = re.compile(r"\w+|\s|[^\w\s]")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_MANY = 3000
"""Words beyond which lines are compared first: the matcher needs the product of both lengths."""


class Stretch(NamedTuple):
    """`old[start:end]` became `text`."""

    start: int
    end: int
    text: str


def stretches(old: str, new: str) -> list[Stretch]:
    """Return what must be replaced in the old text to get the new, in order, none touching another."""
    return [_slid(old, stretch) for stretch in _within(old, new, 0)]


def _slid(old: str, stretch: Stretch) -> Stretch:
    """Return lines put in or taken away as such that begin with their newline: so the line before keeps its own layout."""
    start, end, text = stretch
    moving = text if start == end else old[start:end]
    if text and start != end:
        return stretch
    while start and moving.endswith("\n") and old[start - 1] == "\n":
        moving = "\n" + moving[:-1]
        start, end = start - 1, end - 1
    return Stretch(start, end, moving if text else "")


def _within(old: str, new: str, base: int) -> Iterator[Stretch]:
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    middle, wanted = old[first : len(old) - last], new[first : len(new) - last]
    if not middle and not wanted:
        return
    if not middle or not wanted:
        yield Stretch(base + first, base + first + len(middle), wanted)
        return
    # Words that begin or end in what both have are compared whole.
    first -= _tail(old[:first])
    last -= _head(old[len(old) - last :]) if last else 0
    middle, wanted = old[first : len(old) - last], new[first : len(new) - last]
    before, after = _WORDS.findall(middle), _WORDS.findall(wanted)
    by_lines = len(before) > _MANY or len(after) > _MANY
    if by_lines:
        before, after = _LINES.findall(middle), _LINES.findall(wanted)
    at = base + first
    for tag, i1, i2, j1, j2 in _matched(before, after):
        length = len("".join(before[i1:i2]))
        if tag != "equal":
            said, told = "".join(before[i1:i2]), "".join(after[j1:j2])
            if by_lines and max(i2 - i1, j2 - j1) < len(before):
                yield from _within(said, told, at)
            else:
                yield Stretch(at, at + length, told)
        at += length


def _matched(before: Sequence[str], after: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


def _common(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    if one == other:
        return len(one)
    low, high = 0, min(len(one), len(other))
    while low < high:  # equal beginnings are compared whole, not letter by letter
        half = (low + high + 1) // 2
        if one[:half] == other[:half]:
            low = half
        else:
            high = half - 1
    return low


def _tail(text: str) -> int:
    found = re.search(r"\w+\Z", text[-60:])
    return len(found[0]) if found else 0


def _head(text: str) -> int:
    found = re.match(r"\w+", text[:60])
    return len(found[0]) if found else 0
