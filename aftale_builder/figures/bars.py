"""Bars: figures side by side, each with its name and its amount as words; the length of a bar tells nothing that is not said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from aftale_builder.figures.drawing import Box, Item, Line, Text, sentence
from aftale_builder.figures.look import EDGE, GAP, INK, SHADE, STRONG, TALLEST, WEAK, WIDTH, label, needed
from aftale_builder.figures.measuring import length, portions
from aftale_builder.figures.stacking import Band, Stack

_NAME, _SAID = 2_700, 2_200
"""The room for the name of a bar, and for its amount."""
_LONGEST = WIDTH - _NAME - _SAID - 120
_THICK = 190
_TOGETHER = 3_000
"""Bars of a group that is no higher than this stand on one page."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what it is of, its parts (an amount, and whether it is dark), and its amount as words. None is drawn of nothing."""

    name: Text
    parts: tuple[tuple[Decimal, bool], ...]
    said: Text


@dataclass(frozen=True, slots=True)
class Group:
    """Bars of one scale, `full` being as long as there is room. `mark` is a place on the scale that has a name."""

    heading: Text
    bars: tuple[Bar, ...]
    full: Decimal
    mark: tuple[Decimal, str] | None = None


def figure(name: str, title: str, legend: Sequence[tuple[str, bool]], groups: Sequence[Group]) -> Stack:
    """Return the bars by group; `legend` says what dark and light bars are, on top of each part."""
    bands = tuple(band for group in groups for band in _together(list(_bands(group))))
    return Stack(name, title, bands, _legend(legend))


def _legend(legend: Sequence[tuple[str, bool]]) -> Band:
    items: list[Item] = []
    across = 0
    for words, dark in legend:
        items.append(Box(across, 60, 170, 170, fill=_fill(dark=dark), edge=INK))
        wide = length(words, 18) + 120
        items.append(label(across + 190, 0, wide, 290, Text(words)))
        across += wide + 400
    told = (sentence(f"{'Mørk' if dark else 'Lys'} søjle: {words}") for words, dark in legend)
    return Band(340, tuple(items), " ".join(told))


def _together(bands: list[Band]) -> list[Band]:
    """Return the bands of a group, kept on one page where it is not too long."""
    if sum(band.height for band in bands) > _TOGETHER:
        return bands
    return [*(replace(band, keeps=True) for band in bands[:-1]), *bands[-1:]]


def _fill(*, dark: bool) -> str:
    return STRONG if dark else WEAK


def _bands(group: Group) -> Iterator[Band]:
    heading, *more = portions([group.heading], WIDTH - 160, TALLEST)
    high = needed(heading, WIDTH, 50)
    yield Band(
        high + 90, (Box(0, 50, WIDTH, high, heading, fill=SHADE, margin=50),), f"{group.heading.words}:", keeps=True, heads=True
    )
    for texts in more:
        yield Band(needed(texts, WIDTH, 50), (Box(0, 0, WIDTH, needed(texts, WIDTH, 50), texts, fill=SHADE, margin=50),))
    if group.mark is not None:
        at, said = group.mark
        x = _NAME + _long(at, group.full)
        wide = length(said, 18, bold=True) + 120
        yield Band(
            250, (label(min(x - wide // 2, WIDTH - wide), 0, wide, 250, Text(said, bold=True), centred=True),), "", keeps=True
        )
    for bar in group.bars:
        yield from _bar(bar, group)


def _bar(bar: Bar, group: Group) -> Iterator[Band]:
    """Yield the row of a bar; one with many words takes several. Without a bar, there is more room for words."""
    beside = _SAID if bar.parts else WIDTH - _NAME
    names = portions([bar.name], _NAME - 80, TALLEST)
    said = portions([bar.said], beside - 80, TALLEST)
    for number in range(max(len(names), len(said))):
        name = names[number] if number < len(names) else ()
        amount = said[number] if number < len(said) else ()
        high = max(needed(name, _NAME, 40), needed(amount, beside, 40), _THICK + 80)
        items: list[Item] = [Box(0, 0, _NAME, high, name, margin=40)] if name else []
        if not number and bar.parts:
            items.extend(_drawn(bar, group, high))
        if amount:
            items.append(Box(WIDTH - beside, 0, beside, high, amount, margin=40))
        yield Band(high, tuple(items), "" if number else sentence(f"{bar.name.words}: {bar.said.words}"))


def _drawn(bar: Bar, group: Group, high: int) -> Iterator[Item]:
    yield Line(((_NAME, 0), (_NAME, high)), EDGE, 10)
    yield from _parts(bar, group.full, high)
    if group.mark is not None:
        x = _NAME + _long(group.mark[0], group.full)
        yield Line(((x, 0), (x, high)), GAP, 30, dashed=True)


def _parts(bar: Bar, full: Decimal, high: int) -> Iterator[Box]:
    across = _NAME
    for amount, dark in bar.parts:
        wide = min(_long(amount, full), _NAME + _LONGEST - across)
        if wide > 0:
            yield Box(across, (high - _THICK) // 2, wide, _THICK, fill=_fill(dark=dark), edge=INK)
            across += wide


def _long(amount: Decimal, full: Decimal) -> int:
    """Return how long an amount is on a scale: never nothing, where there is something."""
    if amount <= 0 or full <= 0:
        return 0
    return max(int(Fraction(amount) / Fraction(full) * _LONGEST), 15)
