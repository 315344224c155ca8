"""The indsatslogik: how kerneudfordringer, aktiviteter, delmål and overordnede mål hang together, and where something is missing.

A row is a delmål with what it meets, what is to reach it, and what it points at. What several delmål share is told in full the
first time only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from aftale_builder.figures.drawing import Box, Item, Line, Text, sentence
from aftale_builder.figures.look import EDGE, INK, LINE, SHADE, TALLEST, WIDTH, card, missing, needed
from aftale_builder.figures.measuring import portions
from aftale_builder.figures.stacking import Band, Stack

NAME = "indsatslogik"
COLUMNS = ("Kerneudfordring", "Aktivitet", "Delmål", "Overordnet mål")
_GAPS = ("Ingen kerneudfordring", "Ingen aktivitet", "Intet delmål", "Intet overordnet mål")
_AIM = 2
"""The column of delmål, which rows are about."""
_BETWEEN, _AIR, _PAD = 240, 80, 110
_WIDTH = (WIDTH - 3 * _BETWEEN) // 4


@dataclass(frozen=True, slots=True)
class Step:
    """A thing of one column: its sign («K1») and what it is."""

    sign: str
    text: Text


@dataclass(frozen=True, slots=True)
class Chain:
    """A row: the things of each column. None says that nothing belongs there, an empty column that something is missing."""

    columns: tuple[tuple[Step, ...] | None, ...]


def figure(name: str, chains: Sequence[Chain]) -> Stack:
    """Return the logic of an indsatsområde, the names of its columns on top of each part of it."""
    bands: list[Band] = []
    shown: set[str] = set()
    for chain in chains:
        bands.extend(_row(chain, shown))
    return Stack(NAME, f"Indsatslogik: {name}", tuple(bands), _header())


def _left(column: int) -> int:
    return column * (_WIDTH + _BETWEEN)


def _header() -> Band:
    boxes: list[Item] = []
    for column, name in enumerate(COLUMNS):
        boxes.append(Box(_left(column), 0, _WIDTH, 300, (Text(name, bold=True),), SHADE, "", centred=True))
    boxes.extend(_arrow(column, 150) for column in range(3))
    return Band(380, tuple(boxes))


def _arrow(column: int, down: int) -> Line:
    """Return the arrow from a column to the next."""
    return Line(((_left(column) + _WIDTH + 30, down), (_left(column + 1) - 30, down)), LINE, 25, end=True)


def _row(chain: Chain, shown: set[str]) -> Iterator[Band]:
    """Yield the bands of a row: one, or several where a column holds more than a page."""
    columns = [list(_stacked(column, number, shown)) for number, column in enumerate(chain.columns)]
    for part in range(max(map(len, columns), default=0)):
        held = [column[part] if part < len(column) else () for column in columns]
        if part and not held[_AIM] and chain.columns[_AIM]:
            held[_AIM] = _again(chain.columns[_AIM] or ())
        high = max(sum(box.height + _AIR for box in boxes) for boxes in held) - _AIR
        items: list[Item] = []
        for one, other in pairwise(range(len(held))):
            if held[one] and held[other]:
                items.append(_arrow(one, _PAD + high // 2))
        for boxes in held:
            down = _PAD + (high - sum(box.height + _AIR for box in boxes) + _AIR) // 2
            for box in boxes:
                items.append(box.moved(down))
                down += box.height + _AIR
        items.append(Line(((0, high + 2 * _PAD), (WIDTH, high + 2 * _PAD)), "C9D3D8", 10))
        yield Band(high + 2 * _PAD, tuple(items), _told(chain) if not part else "")


def _stacked(column: tuple[Step, ...] | None, number: int, shown: set[str]) -> Iterator[tuple[Box, ...]]:
    """Yield the boxes of a column, as many at a time as a page has room for."""
    if column is None:
        return
    if not column:
        said = Text(_GAPS[number])
        yield (missing(_left(number), 0, _WIDTH, needed((said,), _WIDTH), said),)
        return
    held: list[Box] = []
    for step in column:
        for box in _boxes(step, number, shown):
            if held and sum(one.height + _AIR for one in held) + box.height > TALLEST:
                yield tuple(held)
                held = []
            held.append(box)
    yield tuple(held)


def _again(aims: tuple[Step, ...]) -> tuple[Box, ...]:
    """Return what a row goes on being about."""
    said = Text(f"{', '.join(step.sign for step in aims)} (fortsat)", aims[0].text.anchor)
    return (card(_left(_AIM), 0, _WIDTH, needed((said,), _WIDTH), said, edge=INK),)


def _boxes(step: Step, column: int, shown: set[str]) -> Iterator[Box]:
    said = f"{step.sign} (se ovenfor)" if step.sign in shown else f"{step.sign} {step.text.words}"
    shown.add(step.sign)
    for texts in portions([replace(step.text, words=" ".join(said.split()))], _WIDTH - 160, TALLEST - 200):
        yield card(_left(column), 0, _WIDTH, needed(texts, _WIDTH), *texts, edge=INK if column == _AIM else EDGE)


def _told(chain: Chain) -> str:
    told = []
    for number, column in enumerate(chain.columns):
        if column is not None:
            what = "; ".join(f"{step.sign} {step.text.words}" for step in column) or _GAPS[number].lower()
            told.append(f"{COLUMNS[number]}: {what}" if column else what)
    return sentence(" → ".join(told))
