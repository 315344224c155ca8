"""Lines that look alike taken together, so that a drawing has no more shapes than it must: each is a thing to be read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from aftale_builder.figures.drawing import Box, Item, Line, Point

Path = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Strokes:
    """Lines that are drawn as one: how they look (a line without points), and the points of each."""

    look: Line
    paths: tuple[Path, ...]


def joined(items: Iterable[Item]) -> list[Box | Strokes]:
    """Return the items with plain lines of the same look joined, but where a surface between them would come to cover one.

    A line with an arrowhead stays on its own: not every program sets an arrowhead on each part of a path.
    """
    found: list[Box | Strokes] = []
    latest: dict[Line, int] = {}
    surfaces: list[tuple[int, Box]] = []
    paths: dict[int, list[Path]] = {}
    for item in items:
        if isinstance(item, Box):
            if item.fill:
                surfaces.append((len(found), item))
            found.append(item)
            continue
        look = replace(item, points=())
        at = latest.get(look)
        if at is None or item.start or item.end or any(_under(box, item.points) for where, box in surfaces if where > at):
            at = latest[look] = len(found)
            found.append(Strokes(look, ()))
        paths.setdefault(at, []).append(item.points)
    return [replace(item, paths=tuple(paths[at])) if isinstance(item, Strokes) else item for at, item in enumerate(found)]


def _under(box: Box, points: Sequence[Point]) -> bool:
    """Tell whether a line between these points may meet a box."""
    across, down = [x for x, _ in points], [y for _, y in points]
    beside = max(across) < box.x or min(across) > box.x + box.width
    return not (beside or max(down) < box.y or min(down) > box.y + box.height)
