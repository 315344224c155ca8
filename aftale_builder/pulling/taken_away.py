"""What is gone from a file: whole things of lists, single values, or the document's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from aftale_builder.findings import Place
from aftale_builder.pulling import short
from aftale_builder.pulling.base import Base
from aftale_builder.pulling.changes import Change, Edit, Refused, Removed
from aftale_builder.pulling.printed import Printed
from aftale_builder.pulling.tree import Node

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

    def covers(self, source: int) -> bool:
        """Tell whether a value is of a thing that is gone whole."""
        return bool(self._thing(self.base.sources[source].mine))

    def edits(self, at: At) -> Iterator[tuple[Edit, Printed | None]]:
        """Yield the edits, each with the unit before its place: a thing that is gone whole once, by its path."""
        told: dict[str, list[str]] = {}
        places: dict[str, Printed | None] = {}
        for number, (node, beside) in enumerate(self._gone):
            things = list(dict.fromkeys(self._things_of(node)))
            for thing in things:
                places.setdefault(thing, beside)
            if things:
                told.setdefault(things[0], []).append(node.text)
                yield from self._values(node, beside, at)
            elif any(unit.sources for unit in node.every()):
                yield from self._values(node, beside, at)
            elif not self._beside_a_thing(number):
                yield Refused(_section(at(beside, ""), node), node.text, "", short.FIXED), beside
        for thing, beside in places.items():
            yield Removed(thing, "\n".join(told.get(thing, ())), at(beside, thing)), beside

    def _values(self, node: Node, beside: Printed | None, at: At) -> Iterator[tuple[Edit, Printed | None]]:
        """Yield what is gone of things that are not gone whole."""
        for unit in node.every():
            for text, number in unit.pieces:
                if number is not None and text and not self.covers(number):
                    source = self.base.sources[number]
                    place = _section(at(beside, source.path), node)
                    yield Change(source.path, source.form, text, "", place, source.text, source.unit, source.by), beside

    def _things_of(self, node: Node) -> Iterator[str]:
        for unit in node.every():
            for number in unit.sources:
                if thing := self._thing(self.base.sources[number].mine):
                    yield thing

    def _beside_a_thing(self, number: int) -> bool:
        """Tell whether words of the document's own went with a thing: they are gone together with what stands next to them."""
        beside = (self._gone[at][0] for at in (number - 1, number + 1) if 0 <= at < len(self._gone))
        return any(next(self._things_of(node), "") for node in beside)

    def _thing(self, path: str) -> str:
        """Return the outermost thing that a path lies in and that is gone whole, «» where none is."""
        steps = path.split("/")
        paths = ("/".join(steps[: length + 1]) for length in range(len(steps)))
        return next((found for found in paths if found in self._whole()), "")

    def _whole(self) -> frozenset[str]:
        """Return the items of lists of which every printed word is gone."""
        if self._things is None:
            gone = Counter(item for node, _ in self._gone for unit in node.every() for item in self._items(unit))
            there = Counter(item for unit in self.base.units for item in self._items(unit))
            self._things = frozenset(item for item, count in gone.items() if there[item] == count)
        return self._things

    def _items(self, unit: Printed) -> Iterator[str]:
        """Yield the items that a unit prints something of, once for each time it does."""
        numbers = (*unit.sources, *(owner.source for owner in unit.owners if not owner.insert))
        for number in numbers:
            item = self.base.item(self.base.sources[number].mine)
            while item:
                yield item
                item = self.base.item(item.rpartition("/")[0])


def _section(place: Place, node: Node) -> Place:
    """Return a place that names at least the section that something stood in."""
    section = place.section or next((unit.section for unit in node.every() if unit.section), None)
    return Place(place.file, place.path, section=section, paragraph=place.paragraph)
