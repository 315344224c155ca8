"""The room that a form leaves for what is to be written: on the label's line, in the cell beside it, below it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from aftale_builder.binding.places import How, Place
from aftale_builder.binding.telling import GIVES_WAY, Sort, Teller, is_text
from aftale_builder.importing.grid import Cell, Grid, grid
from aftale_builder.word.reading import Kind, Unit


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a value goes, what else gives way to it, and what tells; `words` are what stands there already."""

    place: Place | None
    removed: tuple[int, ...] = ()
    why: str = ""
    words: str = ""


@dataclass(slots=True)
class Gaps:
    """The gaps of a form; `marks` are the units of its headings and labels, in order.

    With `keeps_words` what stands in a gap is taken for the form's own words; else it is something to be asked about.
    """

    units: Sequence[Unit]
    teller: Teller
    marks: Sequence[int]
    keeps_words: bool = False
    _cells: dict[int, tuple[Grid, int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for at, unit in enumerate(self.units):
            if unit.kind is Kind.TABLE:
                table = grid(self.units, at)
                for number, row in enumerate(table.rows):
                    for column, cell in enumerate(row):
                        self._cells.update(dict.fromkeys(cell.paragraphs, (table, number, column)))

    def together(self, first: int, last: int) -> bool:
        """Tell whether a stretch can be repeated by itself: it begins in no table, or it stands in one cell."""
        return first not in self._cells or self._same_cell(first, last)

    def _same_cell(self, one: int, other: int) -> bool:
        mine, others = self._cells.get(one), self._cells.get(other)
        return mine is not None and others is not None and mine[0] is others[0] and mine[1:] == others[1:]

    def end(self, at: int) -> int:
        """Return where what belongs to a heading or a label ends: at the next one."""
        after = bisect_right(self.marks, at)
        return self.marks[after] if after < len(self.marks) else len(self.units)

    def after(self, at: int, *, labelled: bool, prose: bool, end: int | None = None) -> Gap:
        """Return the gap after a heading, or after (or beside) a label."""
        unit = self.units[at]
        if labelled:
            head, colon, rest = unit.plain.partition(":")
            in_line = colon and (rest.strip() or "\t" in rest or any(run.field.startswith("FORM") for run in unit.runs))
            if in_line and not prose:
                return Gap(Place(How.IN, unit.number, unit.plain.strip(), head.strip() + colon), why=", på samme linje")
            beside = self._beside(at)
            if beside is not None:
                return beside
        end = self.end(at) if end is None else end
        if self.keeps_words and not prose:
            end = next((other for other in range(at + 1, end) if not self._gives_room(other)), end)
        return self._below(at, end)

    def _gives_room(self, at: int) -> bool:
        return is_text(self.units[at]) and self.teller.sort(self.units[at]) in (*GIVES_WAY, Sort.BLANK)

    def _beside(self, at: int) -> Gap | None:
        """Return the room in the cell after a label's, or below it; None where it stands in no table or there is no room."""
        if at not in self._cells:
            return None
        table, number, column = self._cells[at]
        beside = table.rows[number][column + 1 :][:1]
        below = table.rows[number + 1][column : column + 1] if number + 1 < len(table.rows) else []
        for cells, why in ((beside, ", i cellen ved siden af"), (below, ", i cellen nedenunder")):
            if cells and (room := self._room(cells[0], why)) is not None:
                return room
        return None

    def _room(self, cell: Cell, why: str) -> Gap | None:
        texts = [at for at in cell.paragraphs if is_text(self.units[at])]
        sorts = {at: self.teller.sort(self.units[at]) for at in texts}
        if not texts or any(sort not in (*GIVES_WAY, Sort.BLANK) for sort in sorts.values()):
            return None
        unit = self.units[texts[0]]
        others = tuple(self.units[at].number for at in texts[1:] if sorts[at] in GIVES_WAY)
        return Gap(Place(How.IN, unit.number, unit.plain.strip()), others, why)

    def _below(self, at: int, end: int) -> Gap:
        texts = [(other, self.teller.sort(self.units[other])) for other in range(at + 1, end) if is_text(self.units[other])]
        kept = (Sort.FIXED, Sort.OWN) if self.keeps_words else (Sort.FIXED,)
        last = max((number for number, (_, sort) in enumerate(texts) if sort in kept), default=-1)
        anchor = self.units[texts[last][0]] if last >= 0 else self.units[at]
        room = texts[last + 1 :]
        own = " ".join(self.units[other].plain.strip() for other, sort in room if sort is Sort.OWN)
        if own:
            return Gap(None, words=own)
        giving = [self.units[other] for other, sort in room if sort in GIVES_WAY]
        blank = [
            self.units[other]
            for other, sort in room
            if sort is Sort.BLANK and self._is_room(other, texts[last][0] if last >= 0 else at)
        ]
        if giving:
            first, *others = giving
            why = f", i stedet for «{short(first.plain)}»"
            return Gap(Place(How.IN, first.number, first.plain.strip()), tuple(other.number for other in others), why)
        if blank:
            return Gap(Place(How.IN, blank[0].number), why=", i det tomme afsnit efter")
        how = How.AFTER
        why = f", efter «{short(anchor.plain)}»" if last >= 0 else ""
        return Gap(Place(how, anchor.number, anchor.plain.strip()), why=why)

    def _is_room(self, at: int, anchor: int) -> bool:
        """Tell whether an empty paragraph is there to write in: it stands as the anchor does, or alone in a table of one cell."""
        if at not in self._cells:
            return True
        table, number, column = self._cells[at]
        if anchor in self._cells and self._cells[anchor][0] is table:
            return self._cells[anchor] == (table, number, column) or self._is_next(
                self._cells[anchor], table, number, column, anchor
            )
        return len(table.rows) == 1 and len(table.rows[0]) == 1

    def _is_next(self, before: tuple[Grid, int, int], table: Grid, number: int, column: int, anchor: int) -> bool:
        """Tell whether an empty cell is the one beside or below that of a heading: the page is laid out in a table."""
        _, row, first = before
        near = (number, column) in {(row, first + 1), (row + 1, 0), (row + 1, first)}
        cell = table.rows[number][column].paragraphs
        return anchor in self.marks and near and all(self.teller.sort(self.units[at]) is Sort.BLANK for at in cell)


def short(words: str, longest: int = 50) -> str:
    """Return words on one line, cut where they are long."""
    words = " ".join(words.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
