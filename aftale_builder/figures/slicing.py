"""A drawing cut across into slices that, put together again, look as if they had never been parted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from aftale_builder.figures.drawing import Box, Item, Line, Point


def sliced(items: Iterable[Item], starts: Sequence[int]) -> list[tuple[Item, ...]]:
    """Return the items by slice, each from the slice's own top; `starts` is where the slices begin, the first at 0.

    A surface and a line are parted where they are cut. What has words must not be: it stands whole in the slice of its middle.
    """
    slices: list[list[Item]] = [[] for _ in starts]
    for item in items:
        for at, part in _surfaces(item, starts) if isinstance(item, Box) else _lines(item, starts):
            slices[at].append(part.moved(-starts[at]))
    return [tuple(found) for found in slices]


def free(items: Iterable[Item], y: int) -> bool:
    """Tell whether a drawing can be cut at a height: no words or signs stand across it, and no line runs along it."""
    return not any(_across(item, y) for item in items)


def _across(item: Item, y: int) -> bool:
    if isinstance(item, Box):
        return not _is_surface(item) and item.y < y < item.y + item.height
    return any(one[1] == other[1] == y for one, other in pairwise(item.points))


def _is_surface(box: Box) -> bool:
    return not box.texts and not box.edge


def _slice(starts: Sequence[int], y: float) -> int:
    return max(bisect_right(starts, y) - 1, 0)


def _surfaces(box: Box, starts: Sequence[int]) -> Iterator[tuple[int, Box]]:
    if not _is_surface(box):
        yield _slice(starts, box.y + box.height / 2), box
        return
    edges = [box.y, *(start for start in starts if box.y < start < box.y + box.height), box.y + box.height]
    for top, bottom in pairwise(edges):
        yield _slice(starts, top), replace(box, y=top, height=bottom - top)


def _lines(line: Line, starts: Sequence[int]) -> Iterator[tuple[int, Line]]:
    """Yield the pieces of a line: its arrowheads stay at its own two ends."""
    runs: list[list[Point]] = [[line.points[0]]]
    for one, other in pairwise(line.points):
        crossed = [start for start in starts if min(one[1], other[1]) < start < max(one[1], other[1])]
        for y in sorted(crossed, reverse=one[1] > other[1]):
            runs[-1].append((one[0], y))
            runs.append([(one[0], y)])
        runs[-1].append(other)
    for number, points in enumerate(runs):
        middle = (min(y for _, y in points) + max(y for _, y in points)) / 2
        start, end = line.start and number == 0, line.end and number == len(runs) - 1
        yield _slice(starts, middle), replace(line, points=tuple(points), start=start, end=end)
