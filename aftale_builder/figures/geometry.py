"""What all ways to set a drawing must agree on: where each line of words stands, the corners of boxes, the heads of arrows."""

from __future__ import annotations

from collections.abc import Iterator

from aftale_builder.figures.drawing import Box, Line, Point, Text
from aftale_builder.figures.measuring import line_height, set_lines

_ARROW = 110
_ROUND = 90


def rounding(box: Box) -> int:
    """Return the radius of a rounded box's corners."""
    return min(_ROUND, box.width // 2, box.height // 2)


def placed(box: Box) -> Iterator[tuple[int, int, str, Text]]:
    """Yield each line of a box's words: where it begins (its middle, when centred), its baseline, its words and its text."""
    room = box.width - 2 * box.margin
    broken = [(line, text) for text in box.texts for line in set_lines(text, room)]
    total = sum(line_height(text.size) for _, text in broken)
    down = box.y + (box.margin if box.top else (box.height - total) // 2)
    across = box.x + (box.width // 2 if box.centred else box.margin)
    for line, text in broken:
        yield across, down + text.size * 10 * 92 // 100, line, text
        down += line_height(text.size)


def corners(box: Box) -> tuple[Point, ...]:
    """Return the corners of a diamond."""
    middle, centre = box.x + box.width // 2, box.y + box.height // 2
    return (middle, box.y), (box.x + box.width, centre), (middle, box.y + box.height), (box.x, centre)


def heads(line: Line) -> Iterator[tuple[Point, ...]]:
    """Yield the triangles of a line's arrowheads."""
    ends = ((line.start, line.points[0], line.points[1]), (line.end, line.points[-1], line.points[-2]))
    for wanted, (x, y), (before_x, before_y) in ends:
        if wanted:
            across, down = _sign(before_x - x), _sign(before_y - y)
            base_x, base_y = x + across * _ARROW, y + down * _ARROW
            side = _ARROW // 2
            yield ((x, y), (base_x + down * side, base_y + across * side), (base_x - down * side, base_y - across * side))


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
