"""How much room words take: their lines in a width, by the widths of Arial, so that a figure is the same on every machine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from aftale_builder.figures.drawing import Text

_UNKNOWN = 1000
"""The width of a character that is not in the table: as wide as any."""
_SLACK = 103
"""Hundredths of the table's widths that are reckoned with: no two programs set a line quite alike."""
_PIECE = re.compile(r"\s*\S+?(?:[-‐–/](?=\S)|(?=\s|$))")


@lru_cache(maxsize=2)
def _table(bold: bool) -> Mapping[str, int]:  # noqa: FBT001 (the key of a cache)
    """Return the widths of characters in thousandths of the size."""
    regular, heavy = files(__package__).joinpath("data/arial.txt").read_text("ascii").split("regular\n")[1].split("bold\n")
    table: dict[str, int] = {}
    for line in (heavy if bold else regular).splitlines():
        first, *widths = line.split()
        table.update((chr(int(first, 16) + at), int(width)) for at, width in enumerate(widths))
    return table


def length(words: str, size: int, *, bold: bool = False) -> int:
    """Return how long a line of words is, in twentieths of a point; `size` is in half points."""
    return -(-_sum(words, bold=bold) * size * 10 * _SLACK // 100_000)


def _sum(words: str, *, bold: bool) -> int:
    table = _table(bold)
    return sum(table.get(sign, _UNKNOWN) for sign in words)


def line_height(size: int) -> int:
    """Return the height of a line, in twentieths of a point."""
    return -(-size * 10 * 116 // 100)


def lines(text: Text, width: int) -> tuple[str, ...]:
    """Return the lines that a text takes in a width: broken at spaces, after hyphens, and within a word that is too long.

    Put together they are the text: a line keeps the space that it is broken at.
    """
    return broken(text.words, text.size, width, bold=text.bold)


def broken(words: str, size: int, width: int, *, bold: bool = False) -> tuple[str, ...]:
    """Return the lines of words that need not be a paragraph of a box."""
    return _lines(words, size, bold, width)


@lru_cache(maxsize=4_096)
def _lines(words: str, size: int, bold: bool, width: int) -> tuple[str, ...]:  # noqa: FBT001 (the key of a cache)
    room = width * 100_000 // (size * 10 * _SLACK)
    done: list[str] = []
    line, taken = "", 0
    for piece in _PIECE.findall(words):
        long = _sum(piece, bold=bold)
        if taken + long <= room:
            line, taken = line + piece, taken + long
            continue
        word = piece.lstrip()
        if line:
            done.append(line + piece[: len(piece) - len(word)])
        *full, line = _cut(word, room, bold=bold)
        done.extend(full)
        taken = _sum(line, bold=bold)
    return (*done, line) if line or not done else tuple(done)


def _cut(word: str, room: int, *, bold: bool) -> Iterator[str]:
    """Yield a word in pieces that fit."""
    start = taken = 0
    for end, sign in enumerate(word):
        long = _sum(sign, bold=bold)
        if end > start and taken + long > room:
            yield word[start:end]
            start, taken = end, 0
        taken += long
    yield word[start:]


def height(texts: Iterable[Text], width: int) -> int:
    """Return the height of paragraphs in a width, in twentieths of a point."""
    return sum(len(lines(text, width)) * line_height(text.size) for text in texts)


def portions(texts: Iterable[Text], width: int, most: int) -> list[tuple[Text, ...]]:
    """Return paragraphs in portions that are none higher than `most`; a paragraph that is, is divided between its lines."""
    made: list[list[Text]] = [[]]
    room = most
    for part in (part for text in texts for part in _divided(text, width, most)):
        needed = height([part], width)
        if needed > room and made[-1]:
            made.append([])
            room = most
        made[-1].append(part)
        room -= needed
    return [tuple(portion) for portion in made]


def _divided(text: Text, width: int, most: int) -> Iterator[Text]:
    broken = lines(text, width)
    fits = max(most // line_height(text.size), 1)
    if len(broken) <= fits:
        yield text
        return
    for start in range(0, len(broken), fits):
        yield replace(text, words="".join(broken[start : start + fits]))
