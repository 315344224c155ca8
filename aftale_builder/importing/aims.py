"""The delmål of a delaftale: what each says, which goals and kerneudfordringer it answers, how it is measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from aftale_builder.importing import labels
from aftale_builder.importing.grid import Grid
from aftale_builder.importing.ledger import Entry, Role
from aftale_builder.importing.outline import Piece
from aftale_builder.importing.paper import UNKNOWN, Paper, Row, Tree, day, measured
from aftale_builder.importing.wording import key
from aftale_builder.source.emit import Raw
from aftale_builder.word.reading import Kind

if TYPE_CHECKING:
    from aftale_builder.importing.delaftale import Delaftale

_AIM = re.compile(r"delmål\s+\d+\s*(?:[:.–-]\s*(?P<text>\S.*))?", re.IGNORECASE | re.DOTALL)
_TWO_UNITS = "har et andet mål end starttallet"


class Aims:
    """Reads delmål, one after the other."""

    def __init__(self, paper: Paper, found: Delaftale, where: str) -> None:
        self.paper, self.found, self.where = paper, found, where

    @property
    def tree(self) -> list[Tree]:
        """Return the delmål read so far."""
        made: list[Tree] = self.found.tree.setdefault("delmål", [])
        return made

    @staticmethod
    def is_aim(piece: Piece) -> bool:
        """Tell whether a heading is «Delmål 2», perhaps with the delmål's own words behind."""
        return _AIM.fullmatch(piece.title) is not None

    def listed(self, piece: Piece) -> None:
        """Read the delmål that stand as items of a list right under the section's heading, and those of a table."""
        for at in self.paper.paragraphs(piece):
            if self.paper.units[at].item is not None:
                self._new(self.paper.said([at]), [at])
        for table in self.paper.tables(piece):
            self._indicators(self._last(), table)

    def aim(self, piece: Piece) -> None:
        """Read one delmål, and all that is deeper than its heading."""
        titled = _AIM.fullmatch(piece.title)
        told = titled["text"] if titled else None
        made = self._new(told or "", [])
        if piece.heading is not None:
            keys = (f"{self._place(made)}/tekst",) if told else ()
            self.paper.ledger.put(piece.heading, Entry(Role.VALUE if told else Role.FIXED, keys, text=told))
        self._under(made, piece)
        for deeper in self.paper.below(piece.level):
            label = labels.IN_DELMAAL.get(key(deeper.title), "")
            if label:
                self.paper.fixed(deeper.heading)
            self._under(made, deeper, label)

    def _new(self, text: str, ats: Sequence[int]) -> Tree:
        made: Tree = {"id": Raw(self.paper.world.fresh(f"{self.found.area[:3]}-d{len(self.tree) + 1}"))}
        self.tree.append(made)
        if text:
            made["tekst"] = text
        self.paper.value(ats, f"{self._place(made)}/tekst")
        return made

    def _last(self) -> Tree | None:
        return self.tree[-1] if self.tree else None

    def _place(self, made: Tree) -> str:
        return f"{self.where}/{made['id'].yaml}"

    def _under(self, made: Tree, piece: Piece, label: str = "") -> None:
        mode = label
        for at in piece.blocks:
            unit = self.paper.units[at]
            if unit.kind is Kind.TABLE:
                continue
            told = labels.IN_DELMAAL.get(key(unit.plain), "") if unit.item is None else ""
            if told:
                mode = told
                self.paper.fixed(at)
            elif mode and self.paper.ledger.open(at) and unit.plain.strip():
                self._points_at(made, mode, at)
            elif self.paper.ledger.open(at) and unit.plain.strip():
                made["tekst"] = f"{made['tekst']}\n{unit.plain.strip()}" if made.get("tekst") else unit.plain.strip()
                self.paper.value([at], f"{self._place(made)}/tekst")
        for table in self.paper.tables(piece):
            self._indicators(made, table)

    def _points_at(self, made: Tree, mode: str, at: int) -> None:
        """Take a line as one of the fixed goals, or as one of the kerneudfordringer, by its words."""
        said = self.paper.said([at])
        if mode == "mål":
            refs = [goal.id for goal in self.paper.read.regulativ.maal if key(goal.tekst) == key(said)]
        else:
            refs = [known["id"].yaml for known in self.found.challenges if known["tekst"] == said]
            refs += [ref for text, ref in self.paper.world.challenges.get(self.found.area, {}).items() if text == said]
        if refs:
            made.setdefault(mode, []).append(Raw(refs[0]))
            self.paper.value([at], f"{self._place(made)}/{mode}")
        else:
            self.paper.left([at], UNKNOWN)

    def _indicators(self, made: Tree | None, table: Grid) -> None:
        if made is None:
            return
        lines: list[Tree] = made.setdefault("indikatorer", [])
        for row in self.paper.rows(table, labels.INDICATORS) or ():
            tree: Tree = {}
            where = f"{self._place(made)}/indikatorer/{len(lines) + 1}"
            for name in ("navn", "kilde"):
                if name in row.cells:
                    self.paper.short(tree, name, f"{where}/{name}", row.cells[name].paragraphs)
            self._figures(tree, row, where)
            if "dato" in row.cells:
                self.paper.read_as(tree, "dato", f"{where}/dato", row.cells["dato"].paragraphs, day)
            if tree:
                lines.append(tree)

    def _figures(self, tree: Tree, row: Row, where: str) -> None:
        """Read where it begins and where it is to end: two numbers of one unit."""
        cells = {name: self.paper.open(row.cells[name].paragraphs) for name in ("start", "mål") if name in row.cells}
        told = {name: measured(said) for name, ats in cells.items() if (said := self.paper.said(ats))}
        units = {found[1] for found in told.values() if found is not None}
        for name, ats in cells.items():
            found = told.get(name)
            if found is None or len(units) > 1:
                self.paper.left(ats, "" if name not in told else _TWO_UNITS if found else "kan ikke læses som ét tal")
                continue
            tree[name] = found[0]
            self.paper.value(ats, f"{where}/{name}")
        unit = next(iter(units), None)
        if len(units) == 1 and unit is not None:
            tree["enhed"] = Raw(unit.value)
