"""A delaftale: its head, its delmål, its aktiviteter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from aftale_builder.importing import labels
from aftale_builder.importing.activity import Activity
from aftale_builder.importing.aims import Aims
from aftale_builder.importing.dates import period
from aftale_builder.importing.grid import Grid
from aftale_builder.importing.ledger import Entry, Role
from aftale_builder.importing.names import World
from aftale_builder.importing.outline import MADE_UP, Piece
from aftale_builder.importing.paper import Paper, Tree, count, day, measured
from aftale_builder.importing.prose import Prose
from aftale_builder.importing.rest import Read
from aftale_builder.importing.wording import key
from aftale_builder.source.emit import Raw
from aftale_builder.word.archive import too_much
from aftale_builder.word.reading import Unit

_UPDATED = re.compile(r"(?P<label>(?:senest )?ajourført)\s*:?\s*(?P<day>.+)", re.IGNORECASE)
_RUNS = re.compile(r"(?:samarbejds)?aftalen gælder\s+(?P<days>.+?)\.?", re.IGNORECASE)
_CASE = re.compile(r"(?P<label>aftalens version|sagsnummer)\s*:\s*(?P<said>\S.*)", re.IGNORECASE | re.DOTALL)
_ACTIVITY = re.compile(r"(?:del)?aktivitet(?:\s+\d+)?\s*[:.–-]\s*(?P<name>\S.*)", re.IGNORECASE)
_MOST = 500
"""More aktiviteter than any delaftale has."""
_PROSE = {"indledning": "indledning", "samarbejde": "samarbejde", "opfølgning": "opfølgning"}
OTHER_NAME = "er et andet navn end aftalens"
OTHER_PERIOD = "er en anden periode end aftalens"
_KNOWN = frozenset(
    name for table in (labels.HEAD, labels.SECTIONS, labels.IN_PROBLEM, labels.ACTIVITY) for name in table
)  # fmt: skip


@dataclass(slots=True)
class Delaftale:
    """What a delaftale tells: of the indsatsområde (`area` is its id), of the agreement in `world`, and `tree`, its own keys."""

    area: str
    tree: Tree = field(default_factory=dict)
    challenges: list[Tree] = field(default_factory=list)
    figures: list[Tree] = field(default_factory=list)
    problem: Prose | None = None


def area_of(units: Sequence[Unit], read: Read) -> str:
    """Return the id of the indsatsområde that a delaftale is of, «» where the file does not say."""
    known = {key(area.navn): area.id for area in read.regulativ.indsatsomraader}
    for unit in units:
        told = key(unit.plain)
        if told.startswith(labels.DELAFTALE_TITLE):
            rest = told.removeprefix(labels.DELAFTALE_TITLE).strip(" :-«»\"'")
            if rest in known:
                return known[rest]
    return next((known[told] for unit in units if (told := key(unit.plain)) in known), "")


def read_delaftale(read: Read, world: World, area: str) -> Delaftale:
    """Return what a delaftale tells, its own paragraphs accounted for."""
    return _Reader(read, world, area).all()


class _Reader(Paper):
    def __init__(self, read: Read, world: World, area: str) -> None:
        super().__init__(read, world, _KNOWN)
        self.found = Delaftale(area)
        self.effort = f"indsatsområder/{area}"
        self.here = f"{self.effort}/delaftale"
        self.aims = Aims(self, self.found, f"{self.here}/delmål")
        self.base = min((piece.level for piece in self.pieces if key(piece.title) in labels.SECTIONS), default=MADE_UP)
        self.says_so = any(_ACTIVITY.fullmatch(piece.title) for piece in self.pieces)
        self.zone = "hoved"

    def all(self) -> Delaftale:
        """Read every piece."""
        while (piece := self.next()) is not None:
            self.piece(piece)
        return self.found

    def piece(self, piece: Piece) -> None:
        """Read a piece, and what belongs to it."""
        name = self.section(piece)
        if name:
            self.zone = name
            self.fixed(piece.heading)
            getattr(self, _READERS[name])(piece)
        elif self.zone == "hoved":
            self.head(piece)
        elif self.zone == "delmål" and self.aims.is_aim(piece):
            self.aims.aim(piece)
        elif self.zone == "aktiviteter" or _ACTIVITY.fullmatch(piece.title):
            self.zone = "aktiviteter"
            self.activity(piece)

    def section(self, piece: Piece) -> str:
        """Return which section a piece begins, «» where none."""
        if piece.heading is None or piece.level > self.base:
            return ""
        if piece.level == MADE_UP and self.zone == "aktiviteter" and key(piece.title) in labels.ACTIVITY:
            return ""
        return labels.SECTIONS.get(key(piece.title), "")

    # --- the head ---------------------------------------------------------------------------------------------------------

    def head(self, piece: Piece) -> None:
        label = labels.HEAD.get(key(piece.title), "") if piece.heading is not None else ""
        if label:
            self.fixed(piece.heading)
        elif piece.heading is not None:
            self.loose(piece.heading)
        ats = self.paragraphs(piece)
        if label == "parter":
            self.parties(ats)
            return
        for at in ats:
            self.loose(at)
            if label == "navn" and self.ledger.open(at) and self.said([at]):
                self.name(at)

    def loose(self, at: int) -> None:
        """Account for a line of the head that says what it is: the title, the day of revision, the period."""
        unit = self.units[at]
        told = unit.plain.strip()
        if key(told).startswith(labels.DELAFTALE_TITLE):
            name = next((area.navn for area in self.read.regulativ.indsatsomraader if area.id == self.found.area), "")
            self.ledger.put(at, Entry(Role.VALUE, (f"{self.effort}/område",), text=name))
        elif (updated := _UPDATED.fullmatch(told)) and (found := day(updated["day"].rstrip("."))) is not None:
            self.found.tree["ajourført"] = found
            self.ledger.put(at, Entry(Role.VALUE, (f"{self.here}/ajourført",), text=updated["day"]))
        elif case := _CASE.fullmatch(told):
            self.case(labels.ORGAN[key(case["label"])], [at], case["said"])
        elif runs := _RUNS.fullmatch(told):
            self.runs(at, runs["days"])

    def runs(self, at: int, said: str) -> None:
        both = period(said)
        if both is None or self.world.periode not in {None, both}:
            self.left([at], OTHER_PERIOD if both else "")
        else:
            self.world.periode = both
            self.ledger.put(at, Entry(Role.VALUE, ("periode",), text=said))

    def name(self, at: int) -> None:
        said = self.said([at])
        if key(self.world.navn) not in {"", key(said)}:
            self.left([at], OTHER_NAME)
            return
        self.world.navn = self.world.navn or said
        self.value([at], "navn")

    def parties(self, ats: Sequence[int]) -> None:
        """Read who the delaftale is between: parts of the agreement by their names, and others."""
        for at in ats:
            for line in filter(None, map(str.strip, self.units[at].plain.split("\n"))):
                ref = self.world.parts.one(line)
                if ref is None and self.world.parts.grows:
                    ref = self.world.parts.take_in(line, "part")
                if ref is not None:
                    self.found.tree.setdefault("parter", []).append(Raw(ref))
                else:
                    self.found.tree.setdefault("aktører", []).append(line)
            self.value([at], f"{self.here}/parter")

    # --- the sections -----------------------------------------------------------------------------------------------------

    def text(self, piece: Piece) -> None:
        name = _PROSE[self.zone]
        self.prose(self.found.tree, name, f"{self.here}/{name}", piece, piece.level)

    def problem(self, piece: Piece) -> None:
        where = f"{self.effort}/problemkompleks"
        self.paragraphs(piece)
        prose = Prose(piece.level, self.read.notes)
        taken = self.found.area in self.world.efforts
        for part in (piece, *self.below(piece.level)):
            label = labels.IN_PROBLEM.get(key(part.title), "")
            if label:
                self.fixed(part.heading)
                self.challenges(part) if label == "kerneudfordringer" else self.figures(part)
            elif not taken:
                self.read.prose[where] = prose
                self.headed(prose, where, part)
        if prose.text:
            self.found.problem = prose

    def challenges(self, piece: Piece) -> None:
        for at in self.paragraphs(piece):
            if said := self.said([at]):
                known = self.world.challenges.get(self.found.area, {})
                ref = known.get(said) or self.world.fresh(f"{self.found.area[:3]}-k{len(self.found.challenges) + 1}")
                self.found.challenges.append({"id": Raw(ref), "tekst": said})
                self.value([at], f"{self.effort}/kerneudfordringer/{ref}/tekst")

    def figures(self, piece: Piece) -> None:
        for table in self.tables(piece):
            for row in self.rows(table, labels.FIGURES) or ():
                tree: Tree = {}
                where = f"{self.effort}/data/{len(self.found.figures) + 1}"
                for name, cell in row.cells.items():
                    if name == "værdi":
                        self.measure(tree, where, cell.paragraphs)
                    elif name == "år":
                        self.read_as(tree, name, f"{where}/{name}", cell.paragraphs, count)
                    else:
                        self.short(tree, name, f"{where}/{name}", cell.paragraphs)
                if tree:
                    self.found.figures.append(tree)

    def measure(self, tree: Tree, where: str, ats: Sequence[int]) -> None:
        """Read a figure with its unit."""
        own = self.open(ats)
        found = measured(self.said(own))
        if found is None:
            self.left(own, "kan ikke læses som ét tal")
            return
        tree["værdi"], unit = found
        if unit is not None:
            tree["enhed"] = Raw(unit.value)
        self.value(own, f"{where}/værdi")

    def figure(self, piece: Piece) -> None:
        """Read the section of a figure, which is drawn of what stands elsewhere: there is no place for words."""
        self.paragraphs(piece)

    def delmaal(self, piece: Piece) -> None:
        self.aims.listed(piece)

    def aktiviteter(self, piece: Piece) -> None:
        self.paragraphs(piece)
        for table in self.tables(piece):
            self.activity_table(table)

    def activity_table(self, table: Grid) -> None:
        """Read an aktivitet that is nothing but a table of labels and values."""
        self.new_activity().table(table)

    def activity(self, piece: Piece) -> None:
        """Read an aktivitet: its heading, and all that is deeper; or one more heading of the aktivitet before it."""
        before = self.found.tree.get("aktiviteter")
        if before and piece.level == MADE_UP and not self.begins(piece):
            Activity(self, before[-1], self.found, self.here).field(piece)
            return
        activity = self.new_activity()
        named = _ACTIVITY.fullmatch(piece.title) if piece.level in {MADE_UP, self.base} else None
        activity.named(piece, named["name"] if named else piece.title)
        activity.open(piece)
        for deeper in self.below(piece.level):
            activity.field(deeper)

    def begins(self, piece: Piece) -> bool:
        """Tell whether a heading that only its look tells begins an aktivitet: by its words, where any heading's words do."""
        if self.says_so:
            return _ACTIVITY.fullmatch(piece.title) is not None
        return key(piece.title) not in labels.ACTIVITY

    def new_activity(self) -> Activity:
        made: Tree = {}
        self.found.tree.setdefault("aktiviteter", []).append(made)
        if len(self.found.tree["aktiviteter"]) > _MOST:
            raise too_much()
        made["id"] = Raw(self.world.fresh(f"{self.found.area[:3]}-{len(self.found.tree['aktiviteter'])}"))
        return Activity(self, made, self.found, self.here)


_READERS = {
    "indledning": "text", "problem": "problem", "delmål": "delmaal", "aktiviteter": "aktiviteter", "samarbejde": "text",
    "opfølgning": "text",
    "figur": "figure",
}  # fmt: skip
