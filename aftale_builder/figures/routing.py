"""Lines between boxes that stand in rows: they run between the rows and beside them, never across a box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aftale_builder.figures.drawing import Box, Line, Point, Shape, Text
from aftale_builder.figures.look import EDGE, LINE, WHITE

BADGE = 300
_STUB, _TRACK, _REST, _CHANNEL = 130, 120, 250, 140
_CLEAR, _STEP, _EDGE = (130, 60, 25, 5), 5, 60
"""How far apart lines are kept where there is room, and where there is less; how finely a place is sought, how near a corner."""
ARRIVAL = _STUB + BADGE + 100
"""The room above the first row of a part, where a line comes from the part before."""


@dataclass(frozen=True, slots=True)
class Route:
    """A line from the box `upper` in row `first` down to `lower` in row `last`. `track` and `landing` are its places below the
    row it leaves and above the row it reaches, `channel` its place beside the rows in between (None where it needs none).
    """

    number: int
    upper: str
    lower: str
    first: int
    last: int
    up: bool
    down: bool
    track: int
    landing: int
    channel: int | None


Wanted = tuple[int, str, str, bool, bool]
"""A line's number, the two boxes, whether something flows from the second to the first, and from the first to the second."""


def plan(wanted: Iterable[Wanted], row_of: Mapping[str, int]) -> list[Route]:
    """Return the routes of lines between boxes in these rows; what joins a box with itself, or with none, has no line."""
    tracks: dict[int, int] = {}
    channels: list[list[tuple[int, int]]] = []
    made = []
    for number, one, other, up, down in wanted:
        if one == other or one not in row_of or other not in row_of:
            continue
        turned = row_of[one] > row_of[other]
        upper, lower = (other, one) if turned else (one, other)
        first, last = row_of[upper], row_of[lower]
        track = _next(tracks, first)
        far = last > first + 1
        landing = _next(tracks, last - 1) if far else track
        channel = _free(channels, first, last) if far else None
        made.append(Route(number, upper, lower, first, last, up, down, track, landing, channel))
    return made


def _next(tracks: dict[int, int], row: int) -> int:
    tracks[row] = tracks.get(row, -1) + 1
    return tracks[row]


def _free(channels: list[list[tuple[int, int]]], first: int, last: int) -> int:
    """Return the first channel that no other line takes between two rows, and take it."""
    for number, taken in enumerate(channels):
        if all(last <= start or first >= end for start, end in taken):
            taken.append((first, last))
            return number
    channels.append([(first, last)])
    return len(channels) - 1


def gutter(row: int, routes: Sequence[Route], begins: int) -> int:
    """Return the room that lines need below a row of a part whose first row is `begins`."""
    used = [route.track for route in routes if route.first == row]
    used += [route.landing for route in routes if route.channel is not None and route.last - 1 == row]
    arrives = any(route.first < begins <= row == route.last - 1 for route in routes)
    return _track_at(max(used)) + (ARRIVAL if arrives else _REST) if used else 0


def channels_width(routes: Sequence[Route]) -> int:
    """Return the room that lines need beside the rows."""
    used = [route.channel for route in routes if route.channel is not None]
    return (max(used) + 1) * _CHANNEL + 160 if used else 0


def _track_at(track: int) -> int:
    return _STUB + BADGE + 90 + _TRACK * track


class Routing:
    """Draws routes between the boxes of one part: `boxes` are those that stand there, in their places, by key.

    `middles` tells where the middle of every box stands across, also of those in other parts; `below` tells, for
    each row of the part, where the room below it begins; `right` is where the room beside the rows ends.
    """

    def __init__(
        self,
        routes: Sequence[Route],
        boxes: Mapping[str, Box],
        middles: Mapping[str, int],
        below: Mapping[int, int],
        right: int,
    ) -> None:
        self._boxes, self._middles, self._below, self._right = boxes, middles, below, right
        self._routes = [route for route in routes if route.upper in boxes or route.lower in boxes]
        self._bottom = {key: self._spread(key, bottom=True) for key in boxes}
        self._top = {key: self._apart(key) for key in boxes}

    def lines(self) -> Iterator[Line]:
        """Yield the lines; one that leads to another part ends at its number."""
        for route in self._routes:
            if route.upper in self._boxes and route.lower in self._boxes:
                yield Line(_plain(self._path(route)), LINE, 25, start=route.up, end=route.down)
            else:
                (across, down), away = self._loose(route)
                yield Line(((across, down), (across, down + away * _STUB)), LINE, 25, start=route.up if away > 0 else route.down)

    def badges(self) -> Iterator[Box]:
        """Yield the number of each line."""
        for route in self._routes:
            if route.upper in self._boxes:
                across, down = self._bottom[route.upper][route.number, True], _below(self._boxes[route.upper]) + _STUB
            else:
                across, down = self._top[route.lower][route.number, False], self._boxes[route.lower].y - _STUB - BADGE
            yield badge(across - BADGE // 2, down, route.number)

    def _loose(self, route: Route) -> tuple[Point, int]:
        """Return where a line to another part leaves its box, and whether down (1) or up (-1)."""
        if route.upper in self._boxes:
            return (self._bottom[route.upper][route.number, True], _below(self._boxes[route.upper])), 1
        return (self._top[route.lower][route.number, False], self._boxes[route.lower].y), -1

    def _path(self, route: Route) -> Iterator[Point]:
        upper, lower = self._boxes[route.upper], self._boxes[route.lower]
        start, turn = self._bottom[route.upper][route.number, True], _below(upper) + _track_at(route.track)
        yield start, _below(upper)
        yield start, turn
        if route.first == route.last:
            end = self._bottom[route.lower][route.number, False]
            yield end, turn
            yield end, _below(lower)
            return
        end = self._straight(route, start)
        if route.channel is not None:
            beside = self._right - 60 - _CHANNEL * route.channel
            yield beside, turn
            turn = self._below[route.last - 1] + _track_at(route.landing)
            yield beside, turn
        yield end, turn
        yield end, lower.y

    def _straight(self, route: Route, start: int) -> int:
        """Return where a line reaches its lower box: right below where it starts, when nothing else does and the box is there."""
        box, ports = self._boxes[route.lower], self._top[route.lower]
        if route.channel is None and len(ports) == 1 and box.x + BADGE < start < box.x + box.width - BADGE:
            return start
        return ports[route.number, False]

    def _spread(self, key: str, *, bottom: bool) -> dict[tuple[int, bool], int]:
        """Return where lines meet an edge of a box, by number and whether the box is their upper one: evenly, none crossing."""
        box = self._boxes[key]
        ends = []
        for route in self._routes:
            if bottom and route.upper == key:
                ends.append((self._middles[route.lower], route.number, True))
            if route.lower == key and bottom is (route.first == route.last):
                ends.append((self._middles[route.upper], route.number, False))
        ends.sort()
        return {(number, upper): box.x + box.width * at // (len(ends) + 1) for at, (_, number, upper) in enumerate(ends, start=1)}

    def _apart(self, key: str) -> dict[tuple[int, bool], int]:
        """Return where lines reach a box from above: never right below where another line comes down to its track.

        Two lines in one place would look like one, that leads from the box of the first to that of the second.
        """
        box, ports = self._boxes[key], self._spread(key, bottom=False)
        edge = max((_below(other) for other in self._boxes.values() if _below(other) <= box.y), default=None)
        above = {
            (number, x)
            for other, ends in self._bottom.items()
            if _below(self._boxes[other]) == edge
            for (number, _), x in ends.items()
        }
        placed: dict[tuple[int, bool], int] = {}
        for (number, upper), wanted in ports.items():
            taken = [x for other, x in above if other != number]
            taken += [*placed.values(), *(x for port, x in ports.items() if port not in placed and port != (number, upper))]
            placed[number, upper] = _clear(wanted, box, taken)
        return placed


def badge(x: int, y: int, number: int) -> Box:
    """Return a number in a circle."""
    text = Text(str(number), bold=True)
    return Box(x, y, BADGE, BADGE, (text,), WHITE, EDGE, Shape.ELLIPSE, centred=True, margin=0)


def _clear(wanted: int, box: Box, taken: Iterable[int]) -> int:
    """Return the place on a box's edge that is nearest the wanted one and as clear of those taken as there is room for."""
    held = tuple(taken)
    places = sorted(range(box.x + _EDGE, box.x + box.width - _EDGE, _STEP), key=lambda x: abs(x - wanted))
    for least in _CLEAR:
        for x in (wanted, *places):
            if all(abs(x - other) >= least for other in held):
                return x
    return wanted


def _below(box: Box) -> int:
    return box.y + box.height


def _plain(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return a path without the points that it passes straight through."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)
