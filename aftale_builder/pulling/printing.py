"""Prose values in a file: their lines before and after, and the change there is between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from aftale_builder.pulling.aligning import align
from aftale_builder.pulling.changes import Line
from aftale_builder.pulling.printed import Owner, Printed
from aftale_builder.pulling.tree import Node
from aftale_builder.word.reading import Kind

INSERT = "insert"

Pair = tuple[Printed | None, Printed | None]
"""A unit before and the one it became; None for one that is new, or gone."""


def pairs(before: Node | None, after: Node | None) -> Iterator[Pair]:
    """Yield the units of a node before and after, side by side, in order."""
    yield before.unit if before else None, after.unit if after else None
    yield from _inside(before.children if before else [], after.children if after else [], of=before or after)
    whole = before or after
    if whole is not None and whole.unit.kind is Kind.TABLE:
        yield (
            Printed(Kind.TABLE_END, before.unit.part) if before else None,
            Printed(Kind.TABLE_END, after.unit.part) if after else None,
        )


def _inside(before: list[Node], after: list[Node], *, of: Node | None) -> Iterator[Pair]:
    if of is not None and of.unit.kind is Kind.ROW:
        for one, other in zip_longest(before, after):
            yield from pairs(one, other)
        return
    for step in align(before, after):
        for one, other in zip_longest(step.before, step.after):
            yield from pairs(one, other)


@dataclass(slots=True)
class Prose:
    """One printing of a prose value, gathered in the order of both files. `after` are units with the line each was."""

    owner: Owner
    before: list[Line] = field(default_factory=list)
    after: list[Line] = field(default_factory=list)
    units: list[Printed] = field(default_factory=list)
    gone: list[Printed] = field(default_factory=list)

    def take(self, pairs: Iterable[Pair]) -> None:
        """Add units to the lines before and to those after."""
        for one, other in pairs:
            was = None
            if one is not None:
                was = len(self.before)
                self.before.append(_line(one, self.owner, None))
                self.gone.append(one)
            if other is not None:
                self.after.append(_line(other, self.owner, was))
                self.units.append(other)

    def insert(self, name: str, *, before: bool, after: bool) -> None:
        """Add an insert's line, which is told of once however many units it brings."""
        line = Line(INSERT, name)
        if before and (not self.before or self.before[-1] != line):
            self.before.append(line)
        if after and (not self.after or replace(self.after[-1], was=None) != line):
            self.after.append(replace(line, was=len(self.before) - 1 if self.before and self.before[-1] == line else None))

    @property
    def changed(self) -> bool:
        """Tell whether its lines say anything else than they did."""
        return self.before != [replace(line, was=None) for line in self.after]

    def touched(self) -> Printed | None:
        """Return the unit of the edited file at which the first change is to be seen, None where nothing of it is left."""
        said = [line for line in self.after if line.kind != INSERT]
        mine = [line for line in self.before if line.kind != INSERT]
        for at, (line, unit) in enumerate(zip(said, self.units, strict=True)):
            if at >= len(mine) or replace(line, was=None) != mine[at]:
                return unit
        return self.units[-1] if self.units else None

    def standing(self) -> Iterator[Printed | None]:
        """Yield the unit of the edited file that each line after is; of an insert's line, the unit before it."""
        units, last = iter(self.units), None
        for line in self.after:
            last = last if line.kind == INSERT else next(units)
            yield last


def text(lines: Iterable[Line]) -> str:
    """Return the words of lines, one a line."""
    return "\n".join(line.text for line in lines if line.text and line.kind != INSERT)


def _line(unit: Printed, owner: Owner, was: int | None) -> Line:
    spans = tuple(
        span._replace(bold=span.bold and not owner.bold, italic=span.italic and not owner.italic) for span in unit.spans
    )
    level = unit.level - owner.level if unit.level is not None else None
    notes = tuple(tuple(_line(inner, owner, None) for inner in note) for note in unit.notes)
    return Line(unit.kind.value, unit.text, spans, level, unit.item, notes, was)
