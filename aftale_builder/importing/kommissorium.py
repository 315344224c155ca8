"""A kommissorium: what it says itself, and what it tells of the organ it is of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from aftale_builder.importing import labels
from aftale_builder.importing.activity import who
from aftale_builder.importing.dates import period
from aftale_builder.importing.delaftale import OTHER_NAME, OTHER_PERIOD
from aftale_builder.importing.grid import Cell, Grid, grid
from aftale_builder.importing.ledger import Entry, Role
from aftale_builder.importing.names import World
from aftale_builder.importing.outline import Piece
from aftale_builder.importing.paper import UNKNOWN, UNREADABLE, Paper, Row, Tree, choice, count
from aftale_builder.importing.prose import Prose
from aftale_builder.importing.rest import Read
from aftale_builder.importing.wording import key
from aftale_builder.model.kinds import BestyrelsesOpgave, Niveau, OrganType
from aftale_builder.source.emit import Raw
from aftale_builder.word.reading import Kind

_PROSE = frozenset({"formål", "sammensætning", "sekretariat", "møder", "beslutninger", "tekst"})
_BOARD = "bestyrelsen"
_IS_BOARD = "bestyrelse"
_KNOWN = frozenset((*labels.KOMMISSORIUM, *labels.ORGAN))


@dataclass(slots=True)
class Kommissorium:
    """What a kommissorium tells: `tree`, its own keys; `organ`, those of the organ; `links`, what joins the organ to others."""

    ref: str
    tree: Tree = field(default_factory=dict)
    organ: Tree = field(default_factory=dict)
    links: list[Tree] = field(default_factory=list)

    @property
    def of_board(self) -> bool:
        """Tell whether it is that of a bestyrelse."""
        kind = self.organ.get("type")
        return isinstance(kind, Raw) and kind.yaml == OrganType.BESTYRELSE.value


def name_of(title: str) -> str:
    """Return the organ's name in «Kommissorium for …», «» in any other title."""
    words = title.strip()
    return words[len(labels.KOMMISSORIUM_TITLE) :].strip(" :") if key(words).startswith(labels.KOMMISSORIUM_TITLE) else ""


def read_kommissorium(read: Read, world: World, name: str) -> Kommissorium:
    """Return what the kommissorium of an organ of this name tells, its own paragraphs accounted for."""
    board = world.board if not name or _IS_BOARD in key(name) else ""
    ref = world.organs.one(name) or board or world.organs.take_in(name or "Bestyrelsen", _BOARD)
    return _Reader(read, world, ref, name).all()


class _Reader(Paper):
    def __init__(self, read: Read, world: World, ref: str, name: str) -> None:
        super().__init__(read, world, _KNOWN)
        self.found = Kommissorium(ref)
        self.here = f"kommissorium/{ref}"
        self.of = f"organisation/organer/{ref}"
        self.name = name
        self.base = min((piece.level for piece in self.pieces if key(piece.title) in labels.KOMMISSORIUM), default=0)
        self.readers: dict[str, tuple[Callable[[str], Any], str]] = {
            "type": (choice(OrganType), UNKNOWN),
            "niveau": (choice(Niveau), UNKNOWN),
            "områder": (self.list_of_names(world.areas, "område"), UNKNOWN),
            "formænd": (self.list_of_names(world.parts, "part"), UNKNOWN),
            "møder_pr_år": (count, UNREADABLE),
            "opgaver": (_tasks, UNKNOWN),
        }

    def all(self) -> Kommissorium:
        """Read every piece."""
        if self.name:
            self.found.organ["navn"] = self.name
        while (piece := self.next()) is not None:
            self.title(piece)
            label = (
                labels.KOMMISSORIUM.get(key(piece.title), "") if piece.heading is not None and piece.level <= self.base else ""
            )
            if label:
                self.fixed(piece.heading)
                self.section(label, piece)
            else:
                self.other(piece)
        self.as_board()
        return self.found

    def as_board(self) -> None:
        """Take an organ that is called a bestyrelse for one, where nothing says what it is; one without a name too, for only the
        bestyrelse must have a kommissorium.
        """
        organ = self.found.organ
        if "type" not in organ and (not self.name or _IS_BOARD in key(self.name)):
            organ.setdefault("navn", "Bestyrelsen")
            organ["type"] = Raw(OrganType.BESTYRELSE.value)

    def title(self, piece: Piece) -> None:
        """Account for the line that names the organ."""
        for at in (piece.heading, *piece.blocks):
            if at is not None and self.ledger.open(at) and self.name and name_of(self.units[at].plain) == self.name:
                self.ledger.put(at, Entry(Role.VALUE, (f"{self.of}/navn",), text=self.name))
            elif at is not None and key(self.units[at].plain) == "kommissorium":
                self.fixed(at)

    def section(self, label: str, piece: Piece) -> None:
        if label in _PROSE:
            if label == "sammensætning":
                self.seats(piece)
            self.prose(self.found.tree, label, f"{self.here}/{label}", piece, piece.level)
        elif label == "beskrivelse":
            self.prose(self.found.organ, label, f"{self.of}/{label}", piece, piece.level)
        elif label == "opgaver":
            self.tasks(piece)
        elif label == "vidensbehov":
            self.short(self.found.organ, label, f"{self.of}/{label}", self.paragraphs(piece))
        elif label == "figur":
            if any(self.units[at].plain.strip() for at in self.paragraphs(piece)):
                self.loose(Piece(None, "", piece.level, piece.blocks))
        else:
            self.joined(piece)

    def other(self, piece: Piece) -> None:
        """Read what stands under no heading that is known: the table of facts; the rest is the kommissorium's own text."""
        for at in piece.blocks:
            if self.units[at].kind is Kind.TABLE:
                self.facts_of_organ(grid(self.units, at))
        ats = [at for at in self.paragraphs(piece) if self.units[at].plain.strip()]
        if ats or (piece.heading is not None and self.ledger.open(piece.heading)):
            self.loose(piece)

    def loose(self, piece: Piece) -> None:
        where = f"{self.here}/tekst"
        text = self.read.prose.setdefault(where, Prose(max(self.base, 1), self.read.notes))
        self.headed(text, where, piece)
        if text.text:
            self.found.tree["tekst"] = text

    def facts_of_organ(self, table: Grid) -> None:
        told = self.facts(table, labels.ORGAN) or ()
        for name, cell in sorted(told, key=lambda fact: fact[0] != "parter"):  # in their order, before a chair names one
            if name in {"indsats", "gælder"}:
                self.again(name, cell)
            elif name in {"version", "sagsnummer"}:
                self.case(name, cell.paragraphs, self.said(self.open(cell.paragraphs)))
            elif name == "parter":
                self.parties(cell)
            elif name in self.readers:
                reader, remark = self.readers[name]
                self.read_as(self.found.organ, name, f"{self.of}/{name}", cell.paragraphs, reader, remark)
            elif name == "ikrafttræden":
                self.short(self.found.tree, name, f"{self.here}/{name}", cell.paragraphs)
            else:
                self.short(self.found.organ, name, f"{self.of}/{name}", cell.paragraphs)

    def again(self, name: str, cell: Cell) -> None:
        """Account for what the agreement says too: its name, its period."""
        own = self.open(cell.paragraphs)
        said = self.said(own)
        if name == "indsats":
            if key(self.world.navn) in {"", key(said)}:
                self.world.navn = self.world.navn or said
                self.value(own, "navn")
            self.left(self.open(own), OTHER_NAME)
            return
        both = period(said)
        if both is not None and self.world.periode in {None, both}:
            self.world.periode = both
            self.value(own, "periode")
        self.left(self.open(own), OTHER_PERIOD)

    def parties(self, cell: Cell) -> None:
        """Take the parties of the agreement, one a line, where it has none of that name."""
        own = self.open(cell.paragraphs)
        for line in cell.lines(self.units):
            if self.world.parts.one(line) is None and not self.world.parts.grows:
                self.left(own, UNKNOWN)
                return
        for line in cell.lines(self.units):
            if self.world.parts.one(line) is None:
                self.world.parts.take_in(line, "part")
        self.value(own, "parter")

    def tasks(self, piece: Piece) -> None:
        """Read the tasks: the items of a list. Words that are no item stand in the kommissorium's own text."""
        for at in self.paragraphs(piece):
            if self.units[at].item is not None and (said := self.said([at])):
                self.found.tree.setdefault("opgaver", []).append(said)
                self.value([at], f"{self.here}/opgaver")
        if any(self.units[at].plain.strip() for at in self.paragraphs(piece)):
            self.loose(Piece(None, "", piece.level, piece.blocks))
        for deeper in self.below(piece.level):
            self.loose(deeper)

    def seats(self, piece: Piece) -> None:
        """Read the table of who sits in the organ: the last one of its section that has such columns."""
        deeper = takewhile(lambda one: one.level > piece.level, self.pieces[self.at :])
        tables = [table for one in (piece, *deeper) for table in self.tables(one)]
        found = next(filter(None, (self.rows(table, labels.SEATS, least=3) for table in reversed(tables))), [])
        for row in found:
            made: list[Tree] = self.found.organ.setdefault("medlemmer", [])
            tree = self.seat(row, f"{self.of}/medlemmer/{len(made) + 1}")
            if tree:
                made.append(tree)

    def seat(self, row: Row, where: str) -> Tree:
        tree: Tree = {}
        if "hvem" in row.cells:
            own = self.open(row.cells["hvem"].paragraphs)
            tree |= who(self, self.said(own), ", ")
            self.value(own, where)
        if "titel" in row.cells:
            self.short(tree, "titel", where, row.cells["titel"].paragraphs)
        for name, words in (("niveau", [one.value for one in Niveau]), ("beslutningskompetence", ["ja", "nej"])):
            if name in row.cells:
                self.read_as(tree, name, f"{where}/{name}", row.cells[name].paragraphs, _one_of(words), UNKNOWN)
        return tree

    def joined(self, piece: Piece) -> None:
        """Read the table of what joins the organ to others."""
        for table in self.tables(piece):
            for row in self.rows(table, labels.LINKS) or ():
                tree = self.ends(row.cells.get("organer"))
                for name in ("person", "viden_op", "viden_ned"):
                    if name in row.cells:
                        self.short(tree, name, f"organisation/bindeled/{name}", row.cells[name].paragraphs)
                self.found.links.append(tree)

    def ends(self, cell: Cell | None) -> Tree:
        """Return the two organs of «Bestyrelsen – Følgegruppen»: this one, and the other by its name."""
        own = self.open(cell.paragraphs) if cell is not None else []
        said = self.said(own)
        for name, before in ((said.removeprefix(f"{self.name} – "), True), (said.removesuffix(f" – {self.name}"), False)):
            if self.name and name != said:
                other = self.world.organs.one(name) or self.world.organs.take_in(name, "organ")
                self.value(own, "organisation/bindeled")
                return {"fra": Raw(self.found.ref if before else other), "til": Raw(other if before else self.found.ref)}
        self.left(own, UNKNOWN)
        return {}


def _one_of(words: Sequence[str]) -> Callable[[str], Raw | None]:
    return lambda said: Raw(said.casefold()) if said.casefold() in words else None


def _tasks(said: str) -> list[Raw] | None:
    known = {task.value for task in BestyrelsesOpgave}
    words = [word.strip() for comma in said.split(",") for word in comma.split(" og ") if word.strip()]
    return [Raw(word.casefold()) for word in words] if all(word.casefold() in known for word in words) else None
