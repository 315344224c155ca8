"""What the tables of a budget hold: its lines, and what there is to say of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from aftale_builder.importing.budget_labels import Column, Part, YearMark

NAMES = {Part.POSTS: (Column.TEXT, Column.ACTIVITIES), Part.FUNDING: (Column.SOURCE, Column.TEXT)}
"""The columns that a line's name stands in."""


@dataclass(slots=True)
class Line:
    """A line of a budget: what stands in its columns, and its amounts by the year's label (None where the cell is empty).

    `place` is where its name stands; `places` where each column's cell is, also an empty one.
    """

    part: Part
    place: str
    words: dict[Column, str] = field(default_factory=dict)
    heading: str = ""
    places: dict[Column, str] = field(default_factory=dict)
    amounts: dict[str, Decimal | None] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return what the line is called."""
        return next((self.words[kind] for kind in NAMES[self.part] if self.words.get(kind)), "")


@dataclass(slots=True)
class Found:
    """What the tables of a file hold: lines, the years they speak of, what is wrong with them, and what to look after."""

    lines: list[Line] = field(default_factory=list)
    years: list[YearMark] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def parts(self) -> set[Part]:
        """Return the halves of a budget that the file speaks of."""
        return {line.part for line in self.lines}
