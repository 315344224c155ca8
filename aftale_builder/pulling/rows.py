"""What is new in a list that is printed by rows or items: told by what its neighbours are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from aftale_builder.findings import Place
from aftale_builder.pulling import enumerations, short
from aftale_builder.pulling.aligning import Step
from aftale_builder.pulling.base import Base, Source
from aftale_builder.pulling.changes import Added, Cell, Change, Edit, Refused
from aftale_builder.pulling.printed import Printed
from aftale_builder.pulling.tree import Node

At = Callable[[Printed | None, str], Place]

_NO_LIST = "Rækken ligner ikke de andre rækker i tabellen, og det kan ikke ses, hvad den skal være i aftalen."
_NO_COLUMN = "Det kan ikke ses, hvilket felt i aftalen cellen hører til."
_NEW_LIST = "Cellen var tom, og aftalen har endnu ikke en liste her, som det kan skrives i. Skriv det i YAML under «{}»."


class Rows:
    """Reads new rows, cells and items by those of the base."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def row(self, row: Node, steps: Sequence[Step], at: int, place: At) -> Edit:
        """Return a new row as a thing of the list that the rows around it are of."""
        known = [step.before[0] for step in steps if step.before]
        unit = next((unit for unit in row.every() if unit.text), row.unit)
        above = next((step.before[0] for step in reversed(steps[:at]) if step.before and self._item(step.before[0])), None)
        below = next((step.before[0] for step in steps[at:] if step.before and self._item(step.before[0])), None)
        model = above or below
        if model is None or len(model.children) != len(row.children):
            return Refused(place(unit, ""), "", row.text, _NO_LIST)
        listed = self._item(model).rpartition("/")[0]
        alike = [other for other in self._of(listed, known) if len(other.children) == len(row.children)]
        try:
            cells = [cell for column, node in enumerate(row.children) for cell in self._cells(alike, column, node.text)]
        except short.Unclear as why:
            return Refused(place(unit, ""), "", row.text, str(why))
        return Added(listed, self._item(above) if above else "", tuple(cells), place(unit, listed))

    def cell(self, rows: Sequence[Node], row: Node, column: int, after: Node, place: At) -> Edit:
        """Return what was written in a cell in which nothing stood."""
        item = self._item(row)
        listed = item.rpartition("/")[0]
        unit = next((unit for unit in after.every() if unit.text), after.unit)
        alike = [other for other in self._of(listed, rows) if len(other.children) > column]
        try:
            found = list(self._cells(alike, column, after.text))
        except short.Unclear:
            found = []
        if len(found) != 1:
            return Refused(place(unit, ""), "", after.text, _NO_COLUMN)
        if found[0].listed:
            return Refused(place(unit, item), "", after.text, _NEW_LIST.format(found[0].key))
        path = f"{item}/{found[0].key}"
        return Change(path, found[0].form, "", after.text, place(unit, path), "", found[0].unit)

    def paragraph(self, node: Node, above: Step | None, below: Step | None, place: At) -> Edit | None:
        """Return a new paragraph as an item of the list that its neighbours are items of, None where they are of none."""
        unit = node.unit
        for step in (above, below):
            model = step.before[-1 if step is above else 0].unit if step is not None else None
            if model is None or not _are_alike(unit, model):
                continue
            item = self._item_of(model)
            if not item:
                continue
            listed = item.rpartition("/")[0]
            try:
                cells = tuple(self._read(model, item, unit.text))
            except short.Unclear:
                return None
            return Added(listed, item if step is above else "", cells, place(unit, listed))
        return None

    def _of(self, listed: str, rows: Sequence[Node]) -> list[Node]:
        """Return the rows that are items of a list."""
        return [row for row in rows if listed and self._item(row).rpartition("/")[0] == listed]

    def _cells(self, rows: Sequence[Node], column: int, text: str) -> Iterator[Cell]:
        """Yield what a new cell says, by what the cells of its column are of."""
        if not text:
            return
        for row in rows:
            units = [unit for unit in row.children[column].every() if unit.sources]
            if len(units) == 1:
                yield from self._read(units[0], self._item(row), text)
                return
        raise short.Unclear(_NO_COLUMN)

    def _read(self, model: Printed, item: str, text: str) -> Iterator[Cell]:
        """Yield what a text says when it is laid as that of another unit is."""
        groups = enumerations.grouped(self._base, model)
        told = short.laid([(words, 0 if group else None) for words, group in groups], text)
        for group, said in zip((group for _, group in groups if group), told, strict=True):
            source = self._base.sources[group.numbers[0]]
            listed = group.listed.startswith(f"{item}/")
            path = group.listed if listed else source.mine
            if not (path == item or path.startswith(f"{item}/")):
                raise short.Unclear(_NO_COLUMN)
            if said.strip():
                yield Cell(path[len(item) + 1 :], source.form, said.strip(), source.unit, _refers(source), listed)

    def _item(self, node: Node) -> str:
        """Return the path of the list item that all in a row is of, «» where there is none."""
        paths = [self._base.sources[number].mine for unit in node.every() for number in unit.sources]
        return self._base.common(paths)

    def _item_of(self, unit: Printed) -> str:
        return self._base.common([self._base.sources[number].mine for number in unit.sources])


def _are_alike(one: Printed, other: Printed) -> bool:
    """Tell whether two paragraphs are items of lists on the same level."""
    return one.item is not None and other.item is not None and one.item.level == other.item.level and one.level == other.level


def _refers(source: Source) -> str:
    return source.path if source.by else ""
