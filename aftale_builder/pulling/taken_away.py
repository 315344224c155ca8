"""What is gone from a file: whole things of lists, single values, or the document's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from aftale_builder.findings import Place
from aftale_builder.pulling import short
from aftale_builder.pulling.base import Base
from aftale_builder.pulling.changes import Change, Edit, Refused, Removed
from aftale_builder.pulling.printed import Printed
from aftale_builder.pulling.tree import Node
from aftale_builder.word.reading import Kind

At = Callable[[Printed | None, str], Place]


@dataclass(slots=True)
class TakenAway:
    """Gathers what is gone, each with the unit of the edited file that stands before its place."""

    base: Base
    _gone: list[tuple[Node, Printed | None]] = field(default_factory=list)
    _things: frozenset[str] | None = None

    def take(self, node: Node, beside: Printed | None) -> None:
        """Add a node that is gone."""
        self._gone.append((node, beside))

    def edits(self, at: At) -> Iterator[tuple[Edit, Printed | None]]:
        """Yield the edits, each with the unit before its place: a thing that is gone whole once, by its path."""
        told: dict[str, list[str]] = {}
        places: dict[str, Printed | None] = {}
        for number, (node, beside) in enumerate(self._gone):
            for piece in _rows(node):
                if thing := self._thing(self._of(piece)):
                    told.setdefault(thing, []).append(piece.text)
                    places.setdefault(thing, beside)
            if not any(unit.sources for unit in node.every()) and not self._beside_a_thing(number):
                yield Refused(_section(at(beside, ""), node), node.text, "", short.FIXED), beside
        for thing, beside in places.items():
            yield Removed(thing, "\n".join(told[thing]), at(beside, thing)), beside
        for node, beside in self._gone:
            yield from self._values(node, beside, at, told)

    def _values(self, node: Node, beside: Printed | None, at: At, told: Collection[str]) -> Iterator[tuple[Edit, Printed | None]]:
        """Yield what is gone of anything but the things that are told to be gone whole."""
        for unit in node.every():
            for text, number in unit.pieces:
                source = self.base.sources[number] if number is not None else None
                if source is not None and text and self._thing(source.mine) not in told:
                    place = _section(at(beside, source.path), node)
                    yield Change(source.path, source.form, text, "", place, source.text, source.unit, source.by), beside

    def _of(self, node: Node) -> str:
        """Return the innermost item that all values of a row or a paragraph are of, «» where they are of none in common."""
        return self.base.common([self.base.sources[number].mine for unit in node.every() for number in unit.sources])

    def _beside_a_thing(self, number: int) -> bool:
        """Tell whether words of the document's own went with a thing: they are gone together with what stands next to them."""
        beside = (self._gone[at][0] for at in (number - 1, number + 1) if 0 <= at < len(self._gone))
        return any(self._thing(self._of(piece)) for node in beside for piece in _rows(node))

    def _thing(self, path: str) -> str:
        """Return the outermost thing that a path lies in and that is gone whole, «» where none is."""
        steps = path.split("/")
        paths = ("/".join(steps[: length + 1]) for length in range(len(steps)))
        return next((found for found in paths if found in self._whole()), "")

    def _whole(self) -> frozenset[str]:
        """Return the items of lists of which every printed word is gone.

        A thing of which the file tells but one value, say its name, is not gone because that is.
        """
        if self._things is None:
            gone = Counter(item for node, _ in self._gone for unit in node.every() for item in self._items(unit))
            there = Counter(item for unit in self.base.units for item in self._items(unit))
            values: dict[str, set[str]] = {}
            for source in self.base.sources:
                values.setdefault(self.base.item(source.mine), set()).add(source.mine)
            self._things = frozenset(
                item for item, count in gone.items() if there[item] == count and values.get(item, set()) != {f"{item}/navn"}
            )
        return self._things

    def _items(self, unit: Printed) -> Iterator[str]:
        """Yield the items that a unit prints something of, once for each time it does."""
        numbers = (*unit.sources, *(owner.source for owner in unit.owners if not owner.insert))
        for number in numbers:
            item = self.base.item(self.base.sources[number].mine)
            while item:
                yield item
                item = self.base.item(item.rpartition("/")[0])


def _rows(node: Node) -> list[Node]:
    """Return the rows of a table, and anything else as it is."""
    return node.children if node.unit.kind is Kind.TABLE else [node]


def _section(place: Place, node: Node) -> Place:
    """Return a place that names at least the section that something stood in."""
    section = place.section or next((unit.section for unit in node.every() if unit.section), None)
    return Place(place.file, place.path, section=section, paragraph=place.paragraph)
