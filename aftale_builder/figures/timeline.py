"""The milepælsplan as a timeline: a row for each milestone, by indsatsområde, with its place on an axis of years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from aftale_builder.figures.drawing import Box, Item, Line, Shape, Text, sentence
from aftale_builder.figures.look import EDGE, INK, SHADE, STRONG, TALLEST, WIDTH, label, needed
from aftale_builder.figures.measuring import portions
from aftale_builder.figures.stacking import Band, Stack

NAME = "tidslinje"
_DATE, _AXIS, _END = 1_100, 5_000, WIDTH - 500
"""Where the words begin, where the axis begins and ends: with room for the number of a year that begins on its last day."""
_TEXT_WIDTH = _AXIS - _DATE - 250
_SIGN = 190
_LEAST_YEAR = 520
_LOW = 800
"""The most height of a first row that is kept together with the next, so that it does not stand alone below the heading."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone: its date as words and as a day (None where it has none), and what is to have happened."""

    when: Text
    day: date | None
    what: Text


@dataclass(frozen=True, slots=True)
class Lane:
    """What belongs together: an indsatsområde, or the whole effort."""

    name: Text
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan, and the first and the last day of its axis."""

    first: date
    last: date
    lanes: tuple[Lane, ...]


def figure(plan: Plan) -> Stack:
    """Return the timeline, its axis on top of each part of it."""
    return Stack(NAME, "Milepæle over perioden", tuple(_bands(plan)), _header(plan))


def _bands(plan: Plan) -> Iterator[Band]:
    for lane in plan.lanes:
        name, *more = portions([lane.name], WIDTH - 160, TALLEST)
        high = needed(name, WIDTH)
        yield Band(high + 60, (Box(0, 0, WIDTH, high, name, fill=SHADE),), f"{lane.name.words}:", keeps=True, heads=True)
        for texts in more:
            yield Band(needed(texts, WIDTH), (Box(0, 0, WIDTH, needed(texts, WIDTH), texts, fill=SHADE),))
        for number, mark in enumerate(lane.marks, start=1):
            rows = list(_mark(plan, mark))
            if number == 1 < len(lane.marks) and len(rows) == 1 and rows[0].height <= _LOW:
                rows = [replace(rows[0], keeps=True)]
            yield from rows


def _mark(plan: Plan, mark: Mark) -> Iterator[Band]:
    """Yield the row of a milestone; one whose words fill the page takes several."""
    for number, texts in enumerate(portions([mark.what], _TEXT_WIDTH - 80, TALLEST)):
        high = max(needed(texts, _TEXT_WIDTH, 40), needed((mark.when,), _DATE, 40), _SIGN + 80)
        items: list[Item] = [*_years(plan, high), Line(((0, high), (WIDTH, high)), SHADE, 10)]
        if not number:
            if mark.day is not None:
                x = _across(plan, mark.day)
                items.append(Line(((_AXIS, high // 2), (x, high // 2)), EDGE, 10))
                items.append(Box(x - _SIGN // 2, (high - _SIGN) // 2, _SIGN, _SIGN, (), STRONG, INK, Shape.DIAMOND))
            items.append(label(0, 0, _DATE, high, mark.when))
        items.append(Box(_DATE, 0, _TEXT_WIDTH, high, texts, margin=40))
        yield Band(high, tuple(items), "" if number else sentence(f"{mark.when.words} {mark.what.words}"))


def _header(plan: Plan) -> Band:
    """Return the axis with its years."""
    items: list[Item] = [Line(((_AXIS, 330), (_END, 330)), INK, 20)]
    shown = _AXIS - _LEAST_YEAR
    for year in range(plan.first.year, plan.last.year + 1):
        x = _across(plan, max(date(year, 1, 1), plan.first))
        items.append(Line(((x, 250), (x, 330)), INK, 20))
        if x - shown >= _LEAST_YEAR:
            items.append(label(x - 20, 0, _LEAST_YEAR, 250, Text(str(year), bold=True)))
            shown = x
    return Band(360, tuple(items), f"Årene fra {plan.first.year} til {plan.last.year}.")


def _years(plan: Plan, high: int) -> Iterator[Line]:
    for year in range(plan.first.year, plan.last.year + 1):
        x = _across(plan, max(date(year, 1, 1), plan.first))
        yield Line(((x, 0), (x, high)), "C9D3D8", 10)


def _across(plan: Plan, day: date) -> int:
    """Return where a day stands on the axis."""
    days = max((plan.last - plan.first).days, 1)
    return _AXIS + (_END - _AXIS) * (day - plan.first).days // days
