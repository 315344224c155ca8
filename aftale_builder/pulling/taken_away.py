"""What is gone from a file: whole things of lists, or a part of one, single values, or the document's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from aftale_builder.findings import Place
from aftale_builder.pulling import enumerations, short
from aftale_builder.pulling.base import Base
from aftale_builder.pulling.changes import Change, Edit, Refused, Removed
from aftale_builder.pulling.printed import Printed
from aftale_builder.pulling.tree import Node
from aftale_builder.word.reading import Kind

At = Callable[[Printed | None, str], Place]

_MOST_TOLD = 3


@dataclass
class TakenAway:
    """Gathers what is gone, each with the unit of the edited file that stands before its place, in the order of the file."""

    base: Base
    _gone: list[tuple[Node, Printed | None, bool]] = field(default_factory=list)

    def take(self, node: Node, beside: Printed | None, *, text: bool = False) -> None:
        """Add a node that is gone; `text` tells that it was a line of a longer text, which is told of as that text."""
        self._gone.append((node, beside, text))

    def edits(self, at: At) -> Iterator[tuple[Edit, Printed | None]]:
        """Yield the edits, each with the unit before its place: a thing that is gone once, by its path."""
        told: dict[str, list[str]] = {}
        places: dict[str, Printed | None] = {}
        for node, beside, text in self._gone:
            for piece in _rows(node):
                if thing := self.thing(self._of(piece)):
                    told.setdefault(thing, []).extend([] if text else [piece.text])
                    places.setdefault(thing, beside)
            if not self._has_value(node) and not self._goes_along(node):
                yield Refused(_section(at(beside, ""), node), node.text, "", short.FIXED), beside
        for thing, beside in places.items():
            said = "\n".join(told[thing])
            left = self._half.get(thing)
            yield (Refused(at(beside, thing), said, "", _half(left)) if left else Removed(thing, said, at(beside, thing))), beside
        for node, beside, text in self._gone:
            if not text:
                yield from self._values(node, beside, at, told)

    def thing(self, path: str) -> str:
        """Return the outermost thing that a path lies in and that is gone, «» where none is."""
        steps = path.split("/")
        paths = ("/".join(steps[: length + 1]) for length in range(len(steps)))
        return next((found for found in paths if found in self._whole or found in self._half), "")

    def _values(self, node: Node, beside: Printed | None, at: At, told: Collection[str]) -> Iterator[tuple[Edit, Printed | None]]:
        """Yield what is gone of anything but the things that are told to be gone."""
        for unit in node.every():
            for text, group in enumerations.grouped(self.base, unit):
                sources = [self.base.sources[number] for number in group.numbers] if group is not None else []
                if group is None or not text or self.thing(sources[0].mine) in told:
                    continue
                place = _section(at(beside, group.listed or sources[0].path), node)
                if len(sources) > 1:
                    yield enumerations.listed(sources, group, (), "", place), beside
                else:
                    (source,) = sources
                    yield (
                        Change(
                            source.path, source.form, text, "", place, source.text, source.unit, source.by, section=unit.heading
                        ),
                        beside,
                    )

    def _of(self, node: Node) -> str:
        """Return the innermost item that all values of a row or a paragraph are of, «» where they are of none in common."""
        return self.base.common([path for unit in node.every() for path in self._paths(unit)])

    def _paths(self, unit: Printed) -> list[str]:
        """Return the paths of what is printed in a unit, or of the longer text that it is a line of."""
        numbers = (*unit.sources, *(owner.source for owner in unit.owners if not owner.insert))
        return [self.base.sources[number].mine for number in numbers]

    def _items(self, unit: Printed) -> Iterator[str]:
        """Yield the items that a unit prints something of, once for each time it does."""
        for path in self._paths(unit):
            item = self.base.item(path)
            while item:
                yield item
                item = self.base.item(item.rpartition("/")[0])

    # --- things -------------------------------------------------------------------------------------------------------------

    @cached_property
    def _units(self) -> frozenset[int]:
        """Return the units that are gone, by their identity."""
        return frozenset(id(unit) for node, _, _ in self._gone for unit in node.every())

    @cached_property
    def _counts(self) -> tuple[Counter[str], Counter[str]]:
        """Return how often something of each item is gone, and how often it was there."""
        gone = Counter(item for unit in self.base.units if id(unit) in self._units for item in self._items(unit))
        return gone, Counter(item for unit in self.base.units for item in self._items(unit))

    @cached_property
    def _whole(self) -> frozenset[str]:
        """Return the items of lists of which every printed word is gone.

        A thing of which the file tells but one value, say its name, is not gone because that is.
        """
        gone, there = self._counts
        values: dict[str, set[str]] = {}
        for source in self.base.sources:
            values.setdefault(self.base.item(source.mine), set()).add(source.mine)
        return frozenset(
            item for item, count in gone.items() if there[item] == count and values.get(item, set()) != {f"{item}/navn"}
        )

    @cached_property
    def _half(self) -> Mapping[str, tuple[str, ...]]:
        """Return the items of which the name is gone with other values of their own, and the sections where something is left."""
        own: dict[str, set[str]] = {}
        for unit in self.base.units:
            for path in self._paths(unit) if id(unit) in self._units else ():
                own.setdefault(self.base.item(path), set()).add(path)
        return {
            item: tuple(dict.fromkeys(self._left(item)))
            for item, values in own.items()
            if item not in self._whole and f"{item}/navn" in values and len(values) > 1
        }

    def _left(self, item: str) -> Iterator[str]:
        for unit in self.base.units:
            if id(unit) not in self._units and item in self._items(unit):
                yield unit.heading

    # --- the document's own words -------------------------------------------------------------------------------------------

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {id(unit): at for at, unit in enumerate(self.base.units)}

    def _has_value(self, node: Node) -> bool:
        return any(self._paths(unit) for unit in node.every())

    def _goes_along(self, node: Node) -> bool:
        """Tell whether own words went with what they belong to: a heading with all below it, others with values beside them."""
        units, first = self.base.units, self._places[id(node.unit)]
        if (level := node.unit.level) is not None:
            below = takewhile(lambda unit: unit.part is node.unit.part and (unit.level or level + 1) > level, units[first + 1 :])
            return self._all_gone([unit for unit in below if unit.kind is Kind.PARAGRAPH])
        last = first + sum(1 for _ in node.every()) - 1
        above = takewhile(self._may_go, reversed(units[:first]))
        below = takewhile(self._may_go, units[last + 1 :])
        return any(self._paths(unit) for side in (above, below) for unit in side if id(unit) in self._units)

    def _may_go(self, unit: Printed) -> bool:
        return unit.kind is not Kind.PARAGRAPH or id(unit) in self._units

    def _all_gone(self, units: Sequence[Printed]) -> bool:
        """Tell whether units are gone, and values with them."""
        return all(id(unit) in self._units for unit in units) and any(map(self._paths, units))


def _half(sections: Sequence[str]) -> str:
    """Return why a thing is not deleted of which something is left in these sections."""
    named = [f"«{section}»" for section in sections if section][:_MOST_TOLD]
    where = f" i {'afsnittet' if len(named) == 1 else 'afsnittene'} {enumerations.enumerated(named)}" if named else ""
    return (
        f"Kun noget af det er slettet; resten står endnu i filen{where}. Slet det hele i Word, eller slet det i aftalens YAML "
        "sammen med det, der peger på det, og lav filerne igen."
    )


def emptied(base: Base, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the edits, in which a thing whose values are all deleted one by one is gone, and what stood beside it not told."""
    gone: dict[str, list[Change]] = {}
    for edit in edits:
        if isinstance(edit, Change) and not edit.after.strip() and not edit.by and (item := base.item(edit.path)) != edit.path:
            gone.setdefault(item, []).append(edit)
    whole = {
        item: changes
        for item, changes in gone.items()
        if item and len(changes) == sum(len(at) for path, at in base.printings.items() if path.startswith(f"{item}/"))
    }
    taken = {id(change) for changes in whole.values() for change in changes}
    things = [Removed(item, " | ".join(it.before for it in changes), changes[0].at) for item, changes in whole.items()]
    left = (*(edit for edit in edits if id(edit) not in taken), *things)
    return tuple(edit for edit in left if not (isinstance(edit, Change) and _beside_what_is_gone(base, edit, left)))


def _beside_what_is_gone(base: Base, change: Change, edits: Sequence[Edit]) -> bool:
    """Tell whether a value is only not printed any more beside a thing that was taken out, and stands elsewhere in the file."""
    if change.after.strip():
        return False
    gone = [edit for edit in edits if isinstance(edit, Change) and edit.path == change.path and not edit.after.strip()]
    places = {(edit.at.section, edit.at.paragraph) for edit in edits if isinstance(edit, Removed)}
    elsewhere = len(base.printings.get(change.path, ())) > len(gone) or bool(change.by)
    return (change.at.section, change.at.paragraph) in places and elsewhere


def _rows(node: Node) -> list[Node]:
    """Return the rows of a table, and anything else as it is."""
    return node.children if node.unit.kind is Kind.TABLE else [node]


def _section(place: Place, node: Node) -> Place:
    """Return a place that names at least the section that something stood in."""
    section = place.section or next((unit.section for unit in node.every() if unit.section), None)
    return Place(place.file, place.path, section=section, paragraph=place.paragraph)
