"""What all figures look alike in: colours with enough contrast, the room they have, the small parts that several of them use."""

from __future__ import annotations

from aftale_builder.figures.drawing import Box, Item, Shape, Text
from aftale_builder.figures.measuring import height

WIDTH = 8_600
"""The width of a drawing, in twentieths of a point: that of the text in the fund's own form."""
HEIGHT = 12_400
"""The most height of one drawing: a page of that form, less a heading above."""
TALLEST = 3_300
"""The most height of a row: one with more words takes several."""

INK, LINE, EDGE, SHADE, WHITE = "1F3D4C", "44606E", "8FA3AD", "E9EFF2", "FFFFFF"
STRONG, WEAK = "1F5F7A", "A9C6D3"
"""Two colours that can be told apart in black and white."""
GAP = "8A4B00"
"""The edge of what is missing; it is dashed as well, and says so."""
GAP_FILL = "FFF4E3"


def card(x: int, y: int, width: int, high: int, *texts: Text, fill: str = WHITE, edge: str = EDGE) -> Box:
    """Return a box with words at the top."""
    return Box(x, y, width, high, texts, fill, edge, Shape.RECTANGLE, top=True)


def needed(texts: tuple[Text, ...], width: int, margin: int = 80) -> int:
    """Return the height of a box that is to hold these words."""
    return height(texts, width - 2 * margin) + 2 * margin


def label(x: int, y: int, width: int, high: int, text: Text, *, centred: bool = False) -> Box:
    """Return words without a box around them."""
    return Box(x, y, width, high, (text,), centred=centred, margin=40)


def missing(x: int, y: int, width: int, high: int, said: Text) -> Box:
    """Return a box that says that something is not there."""
    return Box(x, y, width, high, (said,), GAP_FILL, GAP, dashed=True)


def moved(items: tuple[Item, ...], down: int) -> tuple[Item, ...]:
    """Return items further down."""
    return tuple(item.moved(down) for item in items)
