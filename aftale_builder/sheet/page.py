"""How much room a sheet has on paper, and its texts in their columns: no text is printed smaller than 9 pt, none is cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from aftale_builder.figures import measuring

FONT, SIZE = "Arial", 10
LINE = 12.75
"""A line of that size, in points."""
TALLEST = 409.0
"""The tallest row that Excel has, in points."""
_SMALLEST_SCALE = 90
"""Per cent: 10 pt printed as 9."""
_RECKONED_SCALE = 92
"""Per cent: what is reckoned with where columns are to fit, since a program that makes them fit takes a per cent or two more."""
_MARGIN = 12
"""Millimetres at either side."""
_HEAD = 19
"""Millimetres above and below, where the draft's mark and the page's number stand."""
_POINTS_PER_MM = 72 / 25.4
_PER_CHARACTER, _PADDING = 5.25, 3.75
"""A column of n characters is at least n times the one and the other wide, in points: so in Excel."""
_MOST_PER_CHARACTER = 5.65
"""And no wider than this: so in LibreOffice, which does not round the width of a figure to a whole point of the screen."""
_INSET = 3.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper, lying: its number in the format, and how wide and high it is in millimetres."""

    number: int
    width: int
    height: int

    def room(self) -> float:
        """Return how many points of columns go on it in the smallest print."""
        return (self.width - 2 * _MARGIN) * _POINTS_PER_MM * 100 / _RECKONED_SCALE

    def holds(self, heights: float) -> bool:
        """Tell whether rows that are so many points high go on one page of it in the smallest print."""
        return heights <= (self.height - 2 * _HEAD) * _POINTS_PER_MM * 100 / _RECKONED_SCALE


A4, A3 = Paper(9, 297, 210), Paper(8, 420, 297)
MARGIN_INCHES, HEAD_INCHES = _MARGIN / 25.4, _HEAD / 25.4
SCALE = _SMALLEST_SCALE


def points(characters: float) -> float:
    """Return how wide a column of so many characters is, in points."""
    return characters * _PER_CHARACTER + _PADDING


def printed(characters: float) -> float:
    """Return how wide such a column may come to be on paper, in points."""
    return characters * _MOST_PER_CHARACTER + _PADDING


def characters(wide: float) -> float:
    """Return the width in characters of a column that is so many points wide."""
    return (wide - _PADDING) / _PER_CHARACTER


def needed(text: str, *, bold: bool = False) -> float:
    """Return how many characters wide a column must be for a text to stand on one line."""
    return characters(measuring.length(text, SIZE * 2, bold=bold) / 20 + 2 * _INSET + 1)


def left_over(on: Paper, widths: Sequence[float], columns: int) -> float:
    """Return how many characters wide each of so many more columns can be on a paper, beside these."""
    return ((on.room() - sum(map(printed, widths))) / columns - _PADDING) / _MOST_PER_CHARACTER


def paper(widths: Sequence[float]) -> Paper | None:
    """Return the paper that columns of these widths go on, beside each other; None where none is wide enough."""
    whole = sum(map(printed, widths))
    return next((kind for kind in (A4, A3) if whole <= kind.room()), None)


def beside(widths: Sequence[float]) -> int:
    """Return how many of the columns stand on the first page: all of them, but where no paper is wide enough."""
    room = (paper(widths) or A3).room()
    return max(sum(whole <= room for whole in accumulate(map(printed, widths))), 1)


def lines(text: str, width: float, *, bold: bool = False, size: int = SIZE) -> int:
    """Return how many lines a text takes in a width in characters."""
    room = int((points(width) - 2 * _INSET) * 20)
    return sum(len(measuring.broken(line, size * 2, room, bold=bold)) for line in text.split("\n"))


def portions(text: str, width: float) -> list[str]:
    """Return a text in portions that each go in one row; put together they are the text, but for the space between them."""
    most = int(TALLEST // LINE) - 1
    if lines(text, width) <= most:
        return [text]
    found, left = [], text
    while left and lines(left, width) > most:
        cut = _fitting(left, width, most)
        found.append(left[:cut].rstrip())
        left = left[cut:].lstrip()
    return [*found, left] if left else found


def _fitting(text: str, width: float, most: int) -> int:
    """Return where to break a text so that what goes before fits: after a line or a word where there is one."""
    low, high = 1, len(text)
    while low < high:
        half = (low + high + 1) // 2
        if lines(text[:half], width) <= most:
            low = half
        else:
            high = half - 1
    broken = max(text.rfind("\n", 0, low), text.rfind(" ", 0, low)) + 1
    return broken or low
