"""The organisationsdiagram: organs on their levels, who sits in them, and the numbered bindeled between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby
from operator import attrgetter

from aftale_builder.figures.drawing import Box, Item, Text, sentence
from aftale_builder.figures.look import HEIGHT, INK, SHADE, WIDTH, card, label, needed
from aftale_builder.figures.measuring import portions
from aftale_builder.figures.routing import ARRIVAL, BADGE, Route, Routing, badge, channels_width, gutter, plan
from aftale_builder.figures.slicing import free
from aftale_builder.figures.stacking import Band, Stack

NAME = "organisationsdiagram"
_LABEL, _AIR, _PAD = 1_250, 220, 110
_MOST_IN_ROW, _MOST_WIDTH, _TALLEST = 3, 4_800, 4_500
_NAME_TALLEST, _MEMBERS_TALLEST = 2_300, 2_300
"""The most height of an organ's name and of those who sit in it where they are parted: two rows of such boxes go on a page."""
_FILLS = ("E3EAF4", "E4F0EA", "F6EFE0", "F0E8F2", "EEEEEE")
"""A surface for each level, light enough for dark words; the level's name tells the same."""


_WHOLE = 5_000
"""A level that is no higher than this stands whole on one page."""


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ: what bindeled call it, its name, its members, and how far down it stands (from 0)."""

    ref: str
    name: Text
    members: tuple[Text, ...]
    level: int


@dataclass(frozen=True, slots=True)
class Link:
    """A bindeled: the organs that it joins by their refs, what it is, what flows up and what flows down."""

    one: str
    other: str
    what: Text
    up: Text | None = None
    down: Text | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """What the diagram shows. `levels` are the names of the levels from the top; organs and links stand in their own order."""

    levels: tuple[str, ...]
    organs: tuple[Organ, ...]
    links: tuple[Link, ...] = ()
    leader: Text | None = None


def figure(chart: Chart, most: int = HEIGHT) -> Stack:
    """Return the diagram, the organs in as many bands as it takes when none is to be higher than `most`."""
    chart = replace(chart, links=_in_reading_order(chart))
    return Stack(NAME, "Organisationsdiagram", (*_charts(chart, most), *_leader(chart), *_legend(chart)))


def _in_reading_order(chart: Chart) -> tuple[Link, ...]:
    """Return the links as their numbers are met from the top left: by the organ that each leaves, then by where it leads."""
    places: dict[str, tuple[int, Fraction]] = {}
    for at, row in enumerate(_grouped(chart.organs)):
        for column, organ in enumerate(row):
            places.setdefault(organ.ref, (at, Fraction(2 * column + 1, 2 * len(row))))
    nowhere = (len(chart.organs) + 1, Fraction(0))

    def order(link: Link) -> tuple[tuple[int, Fraction], Fraction, int]:
        ends = [places.get(ref, nowhere) for ref in (link.one, link.other)]
        if nowhere in ends or link.one == link.other:
            return nowhere, Fraction(0), 0
        # Of two organs in one row, a line leaves the one that the bindeled names first.
        upper, lower = sorted(ends, key=lambda place: place[0])
        return upper, lower[1], lower[0]

    return tuple(sorted(chart.links, key=order))


@dataclass(frozen=True, slots=True)
class _Row:
    """Organs of one level side by side: their boxes from the row's own top, all of one height."""

    level: int
    organs: tuple[Organ, ...]
    boxes: tuple[Box, ...]

    @property
    def height(self) -> int:
        return self.boxes[0].height


def _charts(chart: Chart, most: int) -> Iterator[Band]:
    """Yield the organs with their lines: as many rows at a time as a drawing has room for."""
    grouped, routes, right = _routed(chart, WIDTH)
    if right < WIDTH:
        grouped, routes, right = _routed(chart, right)  # in boxes as narrow as the lines beside them make them
    rows = [_row(organs, right) for organs in grouped]
    first = 0
    while first < len(rows):
        last = first + 1
        while last < len(rows) and _Part(chart, rows, routes, first, last + 1).height <= most:
            last += 1
        yield _Part(chart, rows, routes, first, last).band()
        first = last


def _routed(chart: Chart, right: int) -> tuple[list[tuple[Organ, ...]], list[Route], int]:
    """Return the rows of organs where there is room up to `right`, the lines between them, and what these leave of the room."""
    grouped = list(_grouped(chart.organs, right))
    row_of = {organ.ref: at for at, row in enumerate(grouped) for organ in reversed(row)}
    routes = plan(
        (
            (number, link.one, link.other, link.up is not None, link.down is not None)
            for number, link in enumerate(chart.links, 1)
        ),
        row_of,
    )
    return grouped, routes, WIDTH - channels_width(routes)


def _grouped(organs: Sequence[Organ], right: int = WIDTH) -> Iterator[tuple[Organ, ...]]:
    """Yield the organs of each row: those of one level, no more than three, as evenly as can be."""
    for _, level in groupby(sorted(organs, key=attrgetter("level")), key=attrgetter("level")):
        found = _of_level(list(level), right)
        count = -(-len(found) // _MOST_IN_ROW)
        start = 0
        for at in range(count):
            end = start + (len(found) - start + count - at - 1) // (count - at)
            yield tuple(found[start:end])
            start = end


def _of_level(organs: Sequence[Organ], right: int) -> Sequence[Organ]:
    """Return the organs of a level, in several boxes those in which so many sit that one would fill the page."""
    beside = min(len(organs), _MOST_IN_ROW)
    wide = min((right - _LABEL - _AIR * beside) // beside, _MOST_WIDTH)
    if all(needed((organ.name, *organ.members), wide) <= _TALLEST for organ in organs):
        return organs
    width = (right - _LABEL - _AIR * _MOST_IN_ROW) // _MOST_IN_ROW
    return [part for organ in organs for part in _split(organ, width)]


def _split(organ: Organ, width: int) -> Iterator[Organ]:
    """Yield an organ in boxes of no great height, the first with its name."""
    name, *more = portions([organ.name], width - 160, _NAME_TALLEST)
    members = portions(organ.members, width - 160, _MEMBERS_TALLEST)
    yield replace(organ, name=name[0], members=members[0])
    for texts in (*more, *members[1:]):
        yield replace(
            organ, ref="", name=Text(f"{name[0].words[:60].rstrip()} (fortsat)", organ.name.anchor, bold=True), members=texts
        )


def _row(organs: tuple[Organ, ...], right: int) -> _Row:
    """Return a row of boxes, in the middle of the room between the levels' names and the lines beside."""
    room = right - _LABEL - _AIR
    width = min((room - _AIR * (len(organs) - 1)) // len(organs), _MOST_WIDTH)
    left = _LABEL + (room - width * len(organs) - _AIR * (len(organs) - 1)) // 2
    high = max(needed((organ.name, *organ.members), width) for organ in organs)
    boxes = tuple(
        card(left + at * (width + _AIR), 0, width, high, organ.name, *organ.members, edge=INK) for at, organ in enumerate(organs)
    )
    return _Row(organs[0].level, organs, boxes)


@dataclass(frozen=True, slots=True)
class _Part:
    """The rows from `first` up to `last`, as one drawing has them."""

    chart: Chart
    rows: Sequence[_Row]
    routes: Sequence[Route]
    first: int
    last: int

    @property
    def height(self) -> int:
        """Return the height with the lines between the rows."""
        return self._tops()[-1]

    def _tops(self) -> list[int]:
        """Return where each row begins, and at last where all ends."""
        arrives = any(route.first < self.first <= route.last < self.last for route in self.routes)
        tops = [_PAD + (ARRIVAL if arrives else 0)]
        for at in range(self.first, self.last):
            same = at + 1 < self.last and self.rows[at].level == self.rows[at + 1].level
            lines = gutter(at, self.routes, self.first)
            tops.append(tops[-1] + self.rows[at].height + max(lines, _AIR if same else 2 * _PAD + 120))
        return tops

    def band(self) -> Band:
        """Return the rows with their surfaces, names, boxes, lines and numbers."""
        tops = self._tops()
        shown = self.rows[self.first : self.last]
        placed = [
            (organ, box.moved(top))
            for row, top in zip(shown, tops, strict=False)
            for organ, box in zip(row.organs, row.boxes, strict=True)
        ]
        below = {at: tops[at - self.first] + self.rows[at].height for at in range(self.first, self.last)}
        middles = {
            organ.ref: box.x + box.width // 2
            for row in reversed(self.rows)
            for organ, box in zip(reversed(row.organs), reversed(row.boxes), strict=True)
        }
        boxes = {organ.ref: box for organ, box in reversed(placed) if organ.ref}
        routing = Routing(self.routes, boxes, middles, below, WIDTH)
        surfaces: list[Item] = []
        words: list[Item] = []
        told: list[tuple[int, str]] = []
        for level, group in groupby(zip(shown, tops, strict=False), key=lambda pair: pair[0].level):
            held = list(group)
            start, end = held[0][1] - _PAD, held[-1][1] + held[-1][0].height + _PAD
            name = self.chart.levels[level]
            surfaces.append(Box(0, start, WIDTH, end - start, fill=_FILLS[level % len(_FILLS)]))
            words.append(label(60, held[0][1], _LABEL - 80, held[0][0].height, Text(name, bold=True)))
            rows = [(top - _PAD, " ".join(_told(organ) for organ in row.organs)) for row, top in held]
            if end - start <= _WHOLE:
                rows = [(start, " ".join(said for _, said in rows))]
            told.extend((y, said if at else f"{name}: {said}") for at, (y, said) in enumerate(rows))
            words.extend(box for organ, box in placed if organ.level == level)
        items = (*surfaces, *routing.lines(), *words, *routing.badges())
        return Band(tops[-1], items, " ".join(said for _, said in told), parts=_parts(items, told))


def _parts(items: tuple[Item, ...], told: list[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """Return where the organs may be parted between pages: where a row may, and no words stand in the way."""
    parts = [(0, told[0][1])]
    for y, said in told[1:]:
        if free(items, y):
            parts.append((y, said))
        else:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]} {said}")
    return tuple(parts)


def _told(organ: Organ) -> str:
    who = "; ".join(member.words for member in organ.members)
    return f"{organ.name.words} ({who})." if who else sentence(organ.name.words)


def _leader(chart: Chart) -> Iterator[Band]:
    if chart.leader is not None:
        said = Text("Daglig ledelse", bold=True)
        for texts in portions((said, chart.leader), WIDTH - 320, _TALLEST):
            high = needed(texts, WIDTH - 160)
            box = card(0, 0, WIDTH, high, *texts, fill=SHADE)
            yield Band(high + 160, (box,), sentence(f"Daglig ledelse: {chart.leader.words}"))


def _legend(chart: Chart) -> Iterator[Band]:
    """Yield what each bindeled is, and what flows up and down."""
    if chart.links:
        heading = Text("Bindeled: hvem der bærer viden op og ned", bold=True, size=20)
        yield Band(420, (label(0, 100, WIDTH, 280, heading),), "", keeps=True)
    left = BADGE + 120
    for number, link in enumerate(chart.links, start=1):
        flows = (*_flow("↑ Op: ", link.up), *_flow("↓ Ned: ", link.down))
        for at, texts in enumerate(portions((link.what, *flows), WIDTH - left - 80, _TALLEST)):
            high = max(needed(texts, WIDTH - left, 40), BADGE + 40)
            words = Box(left, 0, WIDTH - left, high, texts, top=True, margin=40)
            sign: tuple[Item, ...] = (badge(0, 20, number),) if not at else ()
            told = " ".join((f"Bindeled {number}:", *(sentence(text.words) for text in (link.what, *flows))))
            yield Band(high + 60, (*sign, words), "" if at else told)


def _flow(sign: str, text: Text | None) -> tuple[Text, ...]:
    return (replace(text, words=f"{sign}{text.words}"),) if text is not None else ()
