"""Bands one below the other, divided into as many drawings as they take: nothing is made smaller to fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aftale_builder.figures.drawing import Drawing, Item
from aftale_builder.figures.look import WIDTH, moved
from aftale_builder.figures.slicing import sliced

_MOST_TOLD = 20_000
"""How many characters a drawing tells of itself: more than a page of words, and no more than programs can take."""
_NEAR = 60
"""How nearly even drawings are made."""
_STRIP = 1_300
"""The height that strips are put together to: so low that a page is filled to its end, or nearly."""


@dataclass(frozen=True, slots=True)
class Band:
    """A strip across a drawing: its height, what stands in it (from its own top), and what it tells in words.

    A band that `keeps` is never the last of a drawing. With `heads`, it is repeated on top of the next drawing, until another
    band that heads takes its place. `parts` tells where a tall band may be parted between two pages: where each part begins,
    and what it tells.
    """

    height: int
    items: tuple[Item, ...]
    told: str = ""
    keeps: bool = False
    heads: bool = False
    parts: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Strips:
    """A figure in strips that stand right below each other, so that it is one picture on a page and can go on on the next.

    `head` stands on top of them, on each page (an axis, the names of columns).
    """

    head: Drawing | None
    parts: tuple[Drawing, ...]

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        """Return all drawings, the head first."""
        return (*([self.head] if self.head is not None else []), *self.parts)


@dataclass(frozen=True, slots=True)
class Stack:
    """A figure before it is divided: its name, its title and its bands. `always` stands on top of each drawing of it."""

    name: str
    title: str
    bands: tuple[Band, ...]
    always: Band | None = None

    def drawings(self, most: int) -> list[Drawing]:
        """Return the figure in drawings that are whole in themselves, as even as can be, none higher than `most` unless a
        single band is.
        """
        top = [self.always] if self.always is not None else []
        found = _divided(self.bands, top, most)
        low, high = 0, most
        while len(found) > 1 and high - low > _NEAR:
            middle = (low + high) // 2
            tried = _divided(self.bands, top, middle)
            if len(tried) > len(found):
                low = middle
            else:
                found, high = tried, middle
        many = len(found) > 1
        return [
            self._drawing(f"{self.title}, del {number} af {len(found)}" if many else self.title, bands)
            for number, bands in enumerate(found, start=1)
        ]

    def strips(self) -> Strips:
        """Return the figure in strips, where the pages break being for the program that sets them."""
        head = self._drawing(self.title, [self.always]) if self.always is not None else None
        parts = [part for bands in _strips(self.bands) for part in self._parts(bands)]
        if head is None and parts:
            parts[0] = self._told(parts[0], f"{self.title}. {parts[0].alt}")
        return Strips(head, tuple(parts))

    def _drawing(self, title: str, bands: Sequence[Band]) -> Drawing:
        items: list[Item] = []
        down = 0
        for band in bands:
            items.extend(moved(band.items, down))
            down += band.height
        told = " ".join((f"{title}.", *(band.told for band in bands if band.told)))
        return Drawing(self.name, title, _short(told), WIDTH, down, tuple(items))

    def _parts(self, bands: Sequence[Band]) -> Iterator[Drawing]:
        """Yield the drawing of a strip, or those of a single band that may be parted."""
        whole = self._drawing(self.title, bands)
        parts = bands[0].parts if len(bands) == 1 else ()
        if not parts:
            yield self._told(whole, " ".join(band.told for band in bands if band.told) or self.title)
            return
        starts = [start for start, _ in parts]
        for (start, told), end, items in zip(parts, [*starts[1:], whole.height], sliced(whole.items, starts), strict=True):
            yield Drawing(self.name, self.title, _short(told), WIDTH, end - start, items)

    def _told(self, drawing: Drawing, told: str) -> Drawing:
        return Drawing(self.name, self.title, _short(told), WIDTH, drawing.height, drawing.items)


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


def _strips(bands: Sequence[Band]) -> list[list[Band]]:
    """Return the bands by strip: low ones are put together."""
    strips: list[list[Band]] = []
    for group in _groups(bands):
        if strips and height(strips[-1]) + height(group) <= _STRIP:
            strips[-1].extend(group)
        else:
            strips.append(list(group))
    return strips


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


def _short(told: str) -> str:
    return told if len(told) <= _MOST_TOLD else f"{told[:_MOST_TOLD]} … (resten står i figuren)"
