"""Tables of Markdown: each row keeps its line, and of a row only the cells that changed are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aftale_builder.importing.inline import Setting
from aftale_builder.pulling.changes import Line
from aftale_builder.pulling.laying import Piece
from aftale_builder.pulling.leaves import Leaf
from aftale_builder.pulling.signs import Told, plainly, written
from aftale_builder.word.reading import Kind

if TYPE_CHECKING:
    from aftale_builder.pulling.prose import Wanted

Change = Callable[[Leaf, Told, Setting], tuple[tuple[int, int, str], ...]]


@dataclass(slots=True)
class Cell:
    """A cell: what its paragraphs say. `special` where one of them is a list item or a heading."""

    said: list[Told] = field(default_factory=list)
    special: bool = False

    @property
    def words(self) -> str:
        """Return what it says, as it is compared."""
        return "\n".join(plainly(said.text) for said in self.said)


@dataclass(slots=True)
class Row:
    """A row after: the line before that began it, None where it is new."""

    was: int | None
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class OldCell:
    """A cell of the source, and its words, None where it is empty."""

    cell: Leaf
    words: Leaf | None = None


@dataclass(slots=True)
class OldRow:
    """A row of the source: the number of its line before."""

    number: int
    row: Leaf
    cells: list[OldCell] = field(default_factory=list)


@dataclass(slots=True)
class OldTable:
    """A table of the source."""

    table: Leaf
    rows: list[OldRow] = field(default_factory=list)


def rows(after: Sequence[Line], wanted: Sequence[Wanted], start: int, end: int) -> list[Row]:
    """Return the rows of the table between two lines after."""
    found: list[Row] = []
    for line, unit in zip(after[start:end], wanted[start:end], strict=True):
        if line.kind == Kind.ROW:
            found.append(Row(line.was))
        elif line.kind == Kind.CELL:
            found[-1].cells.append(Cell())
        elif line.kind == Kind.PARAGRAPH:
            cell = found[-1].cells[-1]
            cell.said.append(unit.said)
            cell.special = cell.special or unit.item is not None or unit.level is not None
    return found


def old_rows(before: Sequence[Line], laid: Mapping[int, Leaf], start: int | None) -> OldTable | None:
    """Return the table of the source that begins with a line before."""
    if start is None or start not in laid:
        return None
    table = OldTable(laid[start])
    for number in range(start + 1, len(before)):
        leaf = laid[number]
        if leaf.kind == Kind.ROW:
            table.rows.append(OldRow(number, leaf))
        elif leaf.kind == Kind.CELL:
            table.rows[-1].cells.append(OldCell(leaf))
        elif leaf.kind == Kind.PARAGRAPH:
            table.rows[-1].cells[-1].words = leaf
        else:
            break
    return table


def laid(source: str, old: OldTable | None, rows: Sequence[Row], change: Change) -> Piece:
    """Return the table after, on the lines of the old one where it has the same columns and header."""
    width = len(rows[0].cells) if rows else 0
    if (
        old is None
        or not rows
        or rows[0].was != old.rows[0].number
        or {len(row.cells) for row in rows} | {len(row.cells) for row in old.rows} != {width}
    ):
        return Piece(leaf=old.table if old else None, text=_fresh(rows))
    lines = source.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    by_number = {row.number: row for row in old.rows}
    out: list[str] = []
    for row in rows:
        was = by_number.get(row.was) if row.was is not None else _same_words(row, old, rows)
        if was is None:
            out.append(_new_row(row, out[-1]))
        else:
            at = was.row.first
            out.append(_edited(lines[at], starts[at], was, row, change))
        if len(out) == 1:
            out.append(lines[old.rows[0].row.first + 1])
    return Piece(leaf=old.table, text="\n".join(out))


def _same_words(row: Row, old: OldTable, rows: Sequence[Row]) -> OldRow | None:
    """Return the row of the source that says just this and that no other row is."""
    taken = {other.was for other in rows}
    words = [cell.words for cell in row.cells]
    free = (candidate for candidate in old.rows[1:] if candidate.number not in taken)
    return next((it for it in free if [plainly(cell.words.text) if cell.words else "" for cell in it.cells] == words), None)


def _edited(line: str, start: int, was: OldRow, row: Row, change: Change) -> str:
    edits: list[tuple[int, int, str]] = []
    for old, cell in zip(was.cells, row.cells, strict=True):
        said = cell.said[0] if cell.said else Told("", ())
        if old.words is not None:
            edits.extend(change(old.words, said, Setting.CELL))
        elif said.text:
            at = old.cell.start
            gaps = [" " if line[place : place + 1].strip() else "" for place in (at - start - 1, at - start)]
            edits.append((at, at, gaps[0] + written(said, Setting.CELL) + gaps[1]))
    for begin, end, text in sorted(edits, reverse=True):
        line = line[: begin - start] + text + line[end - start :]
    return line


def _new_row(row: Row, model: str) -> str:
    """Return a new row, as the one above is written: with or without bars at its ends, as far in."""
    indent = model[: len(model) - len(model.lstrip())]
    told = " | ".join(written(cell.said[0], Setting.CELL) if cell.said else "" for cell in row.cells)
    opening = "| " if model.lstrip().startswith("|") else ""
    closing = " |" if model.rstrip().endswith("|") else ""
    return f"{indent}{opening}{told}{closing}"


def _fresh(rows: Sequence[Row]) -> str:
    lines = [_new_row(row, "| |") for row in rows]
    if not lines:
        return ""
    bare = [_bare_header(rows[0])] if rows else []
    return "\n".join([*(_new_row(row, "| |") for row in bare), f"|{' --- |' * len(rows[0].cells)}", *lines[1:]])


def _bare_header(row: Row) -> Row:
    """Return a header row without the bold that all of a header has."""
    cells = []
    for cell in row.cells:
        said = [
            Told(it.text, tuple(look._replace(bold=False) for look in it.looks), it.labels)
            if all(look.bold for sign, look in zip(it.text, it.looks, strict=True) if not sign.isspace())
            else it
            for it in cell.said
        ]
        cells.append(Cell(said, cell.special))
    return Row(row.was, cells)
