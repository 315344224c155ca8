"""Bands one below the other, over as many drawings as they take: nothing is made smaller to fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aftale_builder.figures.drawing import Drawing, Item
from aftale_builder.figures.look import HEIGHT, WIDTH, moved

_MOST_TOLD = 20_000
"""How many characters a drawing tells of itself: more than a page of words, and no more than programs can take."""
_NEAR = 60
"""How nearly even drawings are made."""


@dataclass(frozen=True, slots=True)
class Band:
    """A strip across a drawing: its height, what stands in it (from its own top), and what it tells in words.

    A band that `keeps` is never the last of a drawing. With `heads`, it is repeated on top of the next drawing, until another
    band that heads takes its place.
    """

    height: int
    items: tuple[Item, ...]
    told: str = ""
    keeps: bool = False
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """The bands of one drawing, put in their places."""

    height: int
    items: tuple[Item, ...]
    told: tuple[str, ...]


def stacked(bands: Sequence[Band], always: Band | None = None, most: int = HEIGHT) -> list[Stack]:
    """Return the bands by drawing, as even as can be, none higher than `most` unless a single band is.

    `always` stands on top of each drawing.
    """
    top = [always] if always is not None else []
    drawings = _divided(bands, top, most)
    low, high = 0, most
    while len(drawings) > 1 and high - low > _NEAR:
        middle = (low + high) // 2
        tried = _divided(bands, top, middle)
        if len(tried) > len(drawings):
            low = middle
        else:
            drawings, high = tried, middle
    return [_stack(part) for part in drawings]


def _divided(bands: Sequence[Band], top: list[Band], most: int) -> list[list[Band]]:
    """Return the bands by drawing, each filled before the next is begun."""
    drawings: list[list[Band]] = []
    current: list[Band] = [*top]
    head: Band | None = None
    for group in _groups(bands):
        if len(current) > len(top) and height(current) + height(group) > most:
            drawings.append(current)
            again = [head] if head is not None and not group[0].heads else []
            current = [*top, *again]
        current.extend(group)
        head = next((band for band in reversed(group) if band.heads), head)
    return [*drawings, current]


def _groups(bands: Sequence[Band]) -> list[list[Band]]:
    """Return the bands in the smallest groups that must stay together."""
    groups: list[list[Band]] = [[]]
    for band in bands:
        groups[-1].append(band)
        if not band.keeps:
            groups.append([])
    return [group for group in groups if group]


def height(bands: Sequence[Band]) -> int:
    """Return the height of bands one below the other."""
    return sum(band.height for band in bands)


def _stack(bands: Sequence[Band]) -> Stack:
    items: list[Item] = []
    down = 0
    for band in bands:
        items.extend(moved(band.items, down))
        down += band.height
    return Stack(down, tuple(items), tuple(band.told for band in bands if band.told))


def named(name: str, title: str, stacks: Sequence[Stack]) -> list[Drawing]:
    """Return the drawings of a figure; where there are several, each says which part it is."""
    drawings = []
    for number, stack in enumerate(stacks, start=1):
        said = title if len(stacks) == 1 else f"{title}, del {number} af {len(stacks)}"
        told = " ".join((f"{said}.", *stack.told))
        alt = told if len(told) <= _MOST_TOLD else f"{told[:_MOST_TOLD]} … (resten står i figuren)"
        drawings.append(Drawing(name, said, alt, WIDTH, stack.height, stack.items))
    return drawings
