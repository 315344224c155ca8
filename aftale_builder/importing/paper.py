"""What reading a delaftale and a kommissorium share: the ledger, prose by key, tables by their header row, and printed values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from aftale_builder.importing.dates import period
from aftale_builder.importing.grid import Cell, Grid, grid
from aftale_builder.importing.labels import SENTENCES
from aftale_builder.importing.ledger import Entry, Ledger, Role
from aftale_builder.importing.names import World
from aftale_builder.importing.outline import Piece, pieces
from aftale_builder.importing.prose import Prose
from aftale_builder.importing.rest import Read
from aftale_builder.importing.wording import key
from aftale_builder.model.kinds import Enhed
from aftale_builder.source.emit import Raw
from aftale_builder.source.scalars import UnclearError, antal, dato, tal
from aftale_builder.word.reading import Kind, Unit

Tree = dict[str, Any]
"""Keys with text, `Raw` YAML, `Prose`, lists and more of the same."""

_UNITS = (
    (re.compile(r"\s*(?:%|pct\.?|procent)$", re.IGNORECASE), Enhed.PCT),
    (re.compile(r"\s*kr\.?$", re.IGNORECASE), Enhed.KRONER),
)
_ONE_END = re.compile(r"(?P<end>fra|til)\s+(?P<day>.+)", re.IGNORECASE)
OTHER_CASE = "er et andet end det, de andre filer siger"
UNKNOWN = "nævner noget, der ikke kendes"
UNREADABLE = "kan ikke læses"


@dataclass(slots=True)
class Row:
    """A row of a table: its cells by the field of their column."""

    cells: dict[str, Cell] = field(default_factory=dict)


class Paper:
    """A file in the reading: its pieces, one after the other."""

    def __init__(self, read: Read, world: World, known: frozenset[str]) -> None:
        self.read, self.world = read, world
        self.ledger: Ledger = read.ledger
        self.units: Sequence[Unit] = read.ledger.units
        self.pieces: list[Piece] = pieces(self.units, known)
        self.at = 0

    # --- pieces -----------------------------------------------------------------------------------------------------------

    def next(self) -> Piece | None:
        """Return the next piece."""
        if self.at == len(self.pieces):
            return None
        self.at += 1
        return self.pieces[self.at - 1]

    def below(self, level: int) -> Iterator[Piece]:
        """Yield the pieces that follow and stand deeper than a level."""
        while self.at < len(self.pieces) and self.pieces[self.at].level > level:
            self.at += 1
            yield self.pieces[self.at - 1]

    def paragraphs(self, piece: Piece) -> list[int]:
        """Return the paragraphs of a piece that are not accounted for, without the document's own sentences."""
        for at in piece.blocks:
            if self.units[at].kind is Kind.PARAGRAPH and self.ledger.open(at) and key(self.units[at].plain) in SENTENCES:
                self.ledger.put(at, Entry(Role.FIXED))
        return [at for at in piece.blocks if self.units[at].kind is Kind.PARAGRAPH and self.ledger.open(at)]

    def tables(self, piece: Piece) -> list[Grid]:
        """Return the tables of a piece."""
        return [grid(self.units, at) for at in piece.blocks if self.units[at].kind is Kind.TABLE]

    # --- the ledger -------------------------------------------------------------------------------------------------------

    def fixed(self, at: int | None) -> None:
        """Account for what the document says by itself."""
        if at is not None and self.ledger.open(at):
            self.ledger.put(at, Entry(Role.FIXED))

    def value(self, ats: Iterable[int], *keys: str, text: str | None = None) -> None:
        """Account for paragraphs that went into keys; `text` is the part of them that did."""
        for at in ats:
            if self.ledger.open(at):
                self.ledger.put(at, Entry(Role.VALUE, keys, text=text))

    def left(self, ats: Iterable[int], remark: str = "") -> None:
        """Account for paragraphs that have no place."""
        for at in ats:
            if self.ledger.open(at):
                self.ledger.put(at, Entry(Role.UNPLACED, remark=remark))

    def said(self, ats: Iterable[int]) -> str:
        """Return the words of paragraphs, one a line."""
        return "\n".join(self.units[at].plain.strip() for at in ats if self.units[at].plain.strip())

    def open(self, ats: Iterable[int]) -> list[int]:
        """Return those that are not accounted for."""
        return [at for at in ats if self.ledger.open(at)]

    def case(self, name: str, ats: Sequence[int], said: str) -> None:
        """Take what a file says of the agreement's version or case, the same in all of them."""
        own = self.open(ats)
        if not said or self.world.case.setdefault(name, said) != said:
            self.left(own, OTHER_CASE if said else "")
        else:
            self.value(own, name, text=said)

    # --- prose ------------------------------------------------------------------------------------------------------------

    def prose(self, tree: Tree, name: str, where: str, piece: Piece, level: int) -> None:
        """Put a piece, and the pieces below it, into the prose of a key."""
        text = self.read.prose.setdefault(where, Prose(level, self.read.notes))
        self.into(text, where, piece)
        for deeper in self.below(level):
            self.headed(text, where, deeper)
        if text.text:
            tree[name] = text

    def headed(self, text: Prose, where: str, piece: Piece) -> None:
        """Put a piece with its heading into prose."""
        if piece.heading is not None and self.ledger.open(piece.heading):
            text.paragraph(self.units[piece.heading])
            self.value([piece.heading], where)
        self.into(text, where, piece)

    def into(self, text: Prose, where: str, piece: Piece) -> None:
        """Put what stands under a heading into prose."""
        self.paragraphs(piece)
        for at in piece.blocks:
            if self.units[at].kind is Kind.TABLE:
                self.table_into(text, where, grid(self.units, at))
            elif self.ledger.open(at):
                text.paragraph(self.units[at])
                self.value([at], where)

    def table_into(self, text: Prose, where: str, table: Grid) -> None:
        """Put a table into prose."""
        for row in table.rows:
            for cell in row:
                cell.paragraphs = self.open(cell.paragraphs)
        own = [at for row in table.rows for cell in row for at in cell.paragraphs]
        if own:
            text.table(table, self.units)
        self.value(own, where)

    # --- tables -----------------------------------------------------------------------------------------------------------

    def rows(self, table: Grid, columns: Mapping[str, str], least: int = 2) -> list[Row] | None:
        """Return the rows below a header row that has these columns; None where the table has another."""
        if not table.rows:
            return None
        heads = [columns.get(key(cell.text(self.units)), "") if cell is not None else "" for cell in table.columns(table.rows[0])]
        if len({name for name in heads if name}) < least:
            return None
        for cell, name in zip(table.columns(table.rows[0]), heads, strict=True):
            if cell is not None and name:
                for at in cell.paragraphs:
                    self.fixed(at)
        found = []
        for row in table.rows[1:]:
            cells = zip(heads, table.columns(row), strict=True)
            found.append(Row({name: cell for name, cell in cells if name and cell is not None and self.open(cell.paragraphs)}))
        return [row for row in found if row.cells]

    def facts(self, table: Grid, labels: Mapping[str, str]) -> list[tuple[str, Cell]] | None:
        """Return the rows of a table of labels and values, by the field of their label; None where it is another table."""
        pairs = [[cell for cell in table.columns(row) if cell is not None] for row in table.rows]
        two = [(cells[0], cells[1]) for cells in pairs if len(cells) == 2]
        known = [(labels[name], label, cell) for label, cell in two if (name := key(label.text(self.units))) in labels]
        titles = sum(len(cells) == 1 for cells in pairs)  # a cell that takes the whole row: a title, or words of their own
        if not known or len(two) + titles < len(pairs) or 2 * len(known) < len(two):
            return None
        for _, label, _ in known:
            for at in label.paragraphs:
                self.fixed(at)
        return [(name, cell) for name, _, cell in known]

    # --- values -----------------------------------------------------------------------------------------------------------

    def short(self, tree: Tree, name: str, where: str, ats: Sequence[int]) -> None:
        """Take paragraphs as a short text."""
        own = self.open(ats)
        said = self.said(own)
        if said and name not in tree:
            tree[name] = said
            self.value(own, where)

    def read_as(
        self, tree: Tree, name: str, where: str, ats: Sequence[int], reader: Callable[[str], Any], remark: str = UNREADABLE
    ) -> None:
        """Take paragraphs as what a reader makes of their words; where it makes nothing of them they have no place."""
        own = self.open(ats)
        said = self.said(own)
        found = reader(said) if said and name not in tree else None
        if found is None:
            self.left(own, remark if said else "")
        else:
            tree[name] = found
            self.value(own, where)

    def list_of_names(self, names: Any, base: str) -> Callable[[str], list[Raw] | None]:
        """Return a reader of an enumeration of names."""

        def read(said: str) -> list[Raw] | None:
            found = names.told(said, base)
            return [Raw(ref) for ref in found] if found is not None else None

        return read


def day(said: str) -> Raw | None:
    """Return a day."""
    try:
        return Raw(dato(said).isoformat())
    except UnclearError:
        return None


def count(said: str) -> Raw | None:
    """Return a count."""
    try:
        antal(said)
    except UnclearError:
        return None
    return Raw(said.strip())


def ends(said: str) -> Tree | None:
    """Return a period, one end of which may be open."""
    both = period(said)
    if both is not None:
        return days(both)
    one = _ONE_END.fullmatch(said.strip())
    found = day(one["day"]) if one else None
    return {one["end"].casefold(): found} if one is not None and found is not None else None


def days(both: tuple[date, date]) -> Tree:
    """Return a period's two days."""
    return {"fra": Raw(both[0].isoformat()), "til": Raw(both[1].isoformat())}


def measured(said: str) -> tuple[Raw, Enhed | None] | None:
    """Return a number and its unit, None for the unit of a bare number."""
    for sign, unit in _UNITS:
        bare, found = sign.subn("", said.strip())
        if found:
            return (Raw(bare), unit) if _is_number(bare) else None
    return (Raw(said.strip()), None) if _is_number(said) else None


def _is_number(said: str) -> bool:
    try:
        tal(said)
    except UnclearError:
        return False
    return "%" not in said


def choice(kinds: Any) -> Callable[[str], Raw | None]:
    """Return a reader of the words of an enumeration of the language."""
    known = {kind.value for kind in kinds}
    return lambda said: Raw(said.strip().casefold()) if said.strip().casefold() in known else None
