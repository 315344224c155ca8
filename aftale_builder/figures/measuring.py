"""How much room words take: their lines in a width, by the widths of Arial, so that a figure is the same on every machine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from aftale_builder.figures.drawing import Text
from aftale_builder.figures.hyphens import places

_UNKNOWN = 1000
"""The width of a character that is not in the table: as wide as any."""
_SLACK = 103
"""Hundredths of the table's widths that are reckoned with: no two programs set a line quite alike."""
_PIECE = re.compile(r"\s*\S+?(?:[-‐–](?=\S)|(?=\s|$))")
_HYPHEN = "-"


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

    Put together they are the text: a line keeps the space that it is broken at, and has not got the hyphen that it is set with.
    """
    return broken(text.words, text.size, width, bold=text.bold)


def set_lines(text: Text, width: int) -> tuple[str, ...]:
    """Return the same lines as they are set: with a hyphen where a word is parted, without spaces around."""
    found = _lines(text.words, text.size, text.bold, width)
    return tuple(f"{line.strip()}{_HYPHEN if parted else ''}" for line, parted in found)


def in_lines(text: Text, width: int) -> tuple[str, ...]:
    """Return the paragraphs in which a program is to set a text: one, but a paragraph for each line where a word must be parted.

    LibreOffice knows neither soft hyphens nor line breaks in a shape that stands in a table.
    """
    parted = any(part for _, part in _lines(text.words, text.size, text.bold, width))
    return set_lines(text, width) if parted else (text.words,)


def broken(words: str, size: int, width: int, *, bold: bool = False) -> tuple[str, ...]:
    """Return the lines of words that need not be a paragraph of a box."""
    return tuple(line for line, _ in _lines(words, size, bold, width))


def _room(size: int, width: int) -> int:
    """Return a width in thousandths of a size."""
    return width * 100_000 // (size * 10 * _SLACK)


@lru_cache(maxsize=4_096)
def _lines(words: str, size: int, bold: bool, width: int) -> tuple[tuple[str, bool], ...]:  # noqa: FBT001 (the key of a cache)
    """Return the lines, each with whether it ends in a word that goes on, with a hyphen."""
    room = _room(size, width)
    done: list[tuple[str, bool]] = []
    line, taken = "", 0
    for piece in _PIECE.findall(words):
        long = _sum(piece, bold=bold)
        if taken + long <= room:
            line, taken = line + piece, taken + long
            continue
        word = piece.lstrip()
        space = piece[: len(piece) - len(word)]
        first = 0
        if line:
            first = _parted(word, 0, room - taken - _sum(space, bold=bold), bold=bold) if _sum(word, bold=bold) > room else 0
            done.append((line + space + word[:first], first > 0))
        *full, (line, _) = _cut(word, first, room, bold=bold)
        done.extend(full)
        taken = _sum(line, bold=bold)
    return (*done, (line, False)) if line or not done else tuple(done)


def _parted(word: str, start: int, room: int, *, bold: bool) -> int:
    """Return the last place after a start where a word may be parted so that what goes before fits with a hyphen; 0 for none."""
    fitting = (at for at in reversed(places(word)) if at > start and _sum(word[start:at] + _HYPHEN, bold=bold) <= room)
    return next(fitting, 0)


def _cut(word: str, start: int, room: int, *, bold: bool) -> Iterator[tuple[str, bool]]:
    """Yield what is left of a word, from a place in it, in pieces that fit: parted with hyphens where it can be."""
    while _sum(word[start:], bold=bold) > room and len(word) > start + 1:
        parted = _parted(word, start, room, bold=bold)
        end = parted or start + _fitting(word[start:], room, bold=bold)
        yield word[start:end], parted > 0
        start = end
    yield word[start:], False


def _fitting(word: str, room: int, *, bold: bool) -> int:
    """Return how many characters of a word fit: one at least."""
    taken = 0
    for at, sign in enumerate(word):
        taken += _sum(sign, bold=bold)
        if taken > room:
            return max(at, 1)
    return len(word)


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
