"""An aktivitet of a delaftale: its facts, its texts, who does what, its milestones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from aftale_builder.importing import labels
from aftale_builder.importing.grid import Cell, Grid, grid
from aftale_builder.importing.ledger import Entry, Role
from aftale_builder.importing.outline import Piece
from aftale_builder.importing.paper import UNKNOWN, UNREADABLE, Paper, Tree, choice, count, day, ends
from aftale_builder.importing.prose import Prose
from aftale_builder.importing.wording import key
from aftale_builder.model.kinds import ForankringsForm, Hjemmel, MilepaelType
from aftale_builder.source.emit import Raw
from aftale_builder.word.reading import Kind

if TYPE_CHECKING:
    from aftale_builder.importing.delaftale import Delaftale

_SHARED = {"der deles persondata": "ja", "der deles ikke persondata": "nej", "ja": "ja", "nej": "nej"}
_GROUND = "hjemmel: "
_PROSE = frozenset({"formål", "indhold", "rekruttering", "vidensgrundlag", "eksisterende_tilbud", "måling"})
_AIM = "delmål "


class Activity:
    """Reads one aktivitet into its tree."""

    def __init__(self, paper: Paper, tree: Tree, found: Delaftale, where: str) -> None:
        self.paper, self.tree, self.found = paper, tree, found
        self.where = f"{where}/aktiviteter/{tree['id'].yaml}"
        self.readers: dict[str, Callable[[str], Any]] = {
            "områder": paper.list_of_names(paper.world.areas, "område"),
            "periode": ends,
            "delmål": self._aims,
            "ansvarlig": self._part,
        }

    def named(self, piece: Piece, name: str) -> None:
        """Take a heading as the aktivitet's name."""
        self.tree["navn"] = name
        if piece.heading is not None:
            self.paper.value([piece.heading], f"{self.where}/navn", text=name)

    def open(self, piece: Piece) -> None:
        """Read what stands right under the aktivitet's name: its table of facts; words go into its content."""
        for at in piece.blocks:
            if self.paper.units[at].kind is Kind.TABLE:
                self.table(grid(self.paper.units, at))
        self._into_content(piece, headed=False)

    def table(self, table: Grid) -> None:
        """Read a table of labels and values, or one of roles or milestones."""
        facts = self.paper.facts(table, labels.ACTIVITY)
        if facts is None:
            self._listing(table)
            return
        if len(table.rows[0]) == 1:
            self._titled(table.rows[0][0])
        for name, cell in facts:
            self._fact(name, cell.paragraphs)
        self._rest(table)

    def _titled(self, cell: Cell) -> None:
        """Take the title of a table of facts for the aktivitet's name, where it has none, or has the same."""
        said = self.paper.said(cell.paragraphs)
        if said and key(said) == key(self.tree.setdefault("navn", said)):
            self.paper.value(cell.paragraphs, f"{self.where}/navn")

    def _rest(self, table: Grid) -> None:
        """Put the rows whose label has no key of its own into the aktivitet's content, the label above its words."""
        unknown = [self.paper.open(cell.paragraphs) for row in table.rows for cell in row]
        ats = [at for cell in unknown for at in cell if self.paper.units[at].plain.strip()]
        if ats:
            where = f"{self.where}/indhold"
            text = self.paper.read.prose.setdefault(where, Prose(0, self.paper.read.notes))
            for at in ats:
                text.paragraph(self.paper.units[at])
            self.paper.value(ats, where)
            self.tree["indhold"] = text

    def field(self, piece: Piece) -> None:
        """Read what stands under a heading of the aktivitet."""
        name = labels.ACTIVITY.get(key(piece.title), "")
        if not name:
            self._into_content(piece, headed=True)
            return
        self.paper.fixed(piece.heading)
        if name in _PROSE:
            self.paper.prose(self.tree, name, f"{self.where}/{name}", piece, piece.level)
            return
        for table in self.paper.tables(piece):
            if name != "økonomi" or not self._posts(table):
                self._listing(table)
        if name == "succeskriterier":
            self._criteria(self.paper.paragraphs(piece))
        elif name in {"roller", "milepæle", "økonomi"}:
            self._into_content(piece, headed=False)
        else:
            self._fact(name, self.paper.paragraphs(piece))

    def _fact(self, name: str, ats: Sequence[int]) -> None:
        where = f"{self.where}/{name}"
        if name in _PROSE:
            self._cell_prose(name, ats)
        elif name == "målgruppe":
            self.paper.short(self.tree.setdefault("målgruppe", {}), "beskrivelse", f"{where}/beskrivelse", ats)
        elif name == "antal":
            self.paper.read_as(self.tree.setdefault("målgruppe", {}), "antal", f"{self.where}/målgruppe/antal", ats, count)
        elif name == "succeskriterier":
            self._criteria(ats)
        elif name in {"forankring", "persondata"}:
            self._composed(name, ats)
        elif name in self.readers:
            self.paper.read_as(self.tree, name, where, ats, self.readers[name], UNREADABLE if name == "periode" else UNKNOWN)
        else:
            self.paper.left(self.paper.open(ats))

    def _cell_prose(self, name: str, ats: Sequence[int]) -> None:
        where = f"{self.where}/{name}"
        text = self.paper.read.prose.setdefault(where, Prose(-1, self.paper.read.notes))
        for at in self.paper.open(ats):
            if self.paper.units[at].plain.strip():
                text.paragraph(self.paper.units[at])
                self.paper.value([at], where)
        if text.text:
            self.tree[name] = text

    def _into_content(self, piece: Piece, *, headed: bool) -> None:
        """Put what has no key of its own into the aktivitet's content, under its own heading."""
        ats = self.paper.paragraphs(piece)
        if not headed and not any(self.paper.units[at].plain.strip() for at in ats):
            return
        where = f"{self.where}/indhold"
        text = self.paper.read.prose.setdefault(where, Prose(max(piece.level - 1, 0), self.paper.read.notes))
        (self.paper.headed if headed else self.paper.into)(text, where, piece)
        if text.text:
            self.tree["indhold"] = text

    # --- values -----------------------------------------------------------------------------------------------------------

    def _criteria(self, ats: Sequence[int]) -> None:
        for at in self.paper.open(ats):
            if said := self.paper.said([at]):
                self.tree.setdefault("succeskriterier", []).append(said)
                self.paper.value([at], f"{self.where}/succeskriterier")

    def _part(self, said: str) -> Raw | None:
        found = self.paper.world.parts.told(said, "part")
        return Raw(found[0]) if found is not None and len(found) == 1 else None

    def _aims(self, said: str) -> list[Raw] | None:
        """Return the delmål of «delmål 1 og delmål 3»."""
        known = {f"{_AIM}{number}": made["id"].yaml for number, made in enumerate(self.found.tree.get("delmål", ()), start=1)}
        words = [word.strip().casefold() for comma in said.split(",") for word in comma.split(" og ")]
        refs = [known.get(word if word.startswith(_AIM) else f"{_AIM}{word}") for word in words]
        return [Raw(ref) for ref in refs if ref] if all(refs) else None

    def _composed(self, name: str, ats: Sequence[int]) -> None:
        own = self.paper.open(ats)
        said = self.paper.said(own)
        if not said:
            return
        tree = self._anchoring(said) if name == "forankring" else self._data(said)
        if tree is None or name in self.tree:
            self.paper.left(own, UNREADABLE if tree is None else "")
            return
        self.tree[name] = tree
        self.paper.value(own, f"{self.where}/{name}")

    def _anchoring(self, said: str) -> Tree:
        """Return form, part and words of «Partnerskab med organisation; Lindeby Kommune; Jobcentret overtager …»."""
        tree: Tree = {}
        rest = said
        forms = {form.value[:1].upper() + form.value[1:]: form.value for form in ForankringsForm}
        for name, known in (("form", forms), ("part", {name: ref for ref, name in self.paper.world.parts.by_id.items()})):
            told = [one for one in known if one == rest or rest.startswith(f"{one}; ")]
            if told:
                longest = max(told, key=len)
                tree[name] = Raw(known[longest])
                rest = rest[len(longest) :].removeprefix("; ")
        if rest:
            tree["tekst"] = rest
        return tree

    def _data(self, said: str) -> Tree | None:
        """Return what «Der deles persondata; hjemmel: lov; …» says, None where it says neither that nor the opposite."""
        first, _, rest = said.partition("; ")
        shared = _SHARED.get(first.casefold().rstrip("."))
        if shared is None:
            return None
        tree: Tree = {"deles": Raw(shared)}
        if rest.startswith(_GROUND):
            ground, _, after = rest.removeprefix(_GROUND).partition("; ")
            if ground in {one.value for one in Hjemmel}:
                tree["hjemmel"], rest = Raw(ground), after
        if rest:
            tree["tekst"] = rest
        return tree

    # --- tables -----------------------------------------------------------------------------------------------------------

    def _posts(self, table: Grid) -> bool:
        """Account for the posts of the budget that name the aktivitet, which are the budget's; tell whether it is them."""
        heads = {labels.POSTS.get(key(cell.text(self.paper.units)), "") for cell in table.rows[0]} if table.rows else set()
        if not heads >= {"post", "i_alt"}:
            return False
        for at in (at for row in table.rows for cell in row for at in self.paper.open(cell.paragraphs)):
            self.paper.ledger.put(at, Entry(Role.BUDGET))
        return True

    def _listing(self, table: Grid) -> None:
        milestones = self.paper.rows(table, labels.MILESTONES)
        if milestones is None:
            self._roles(table)
            return
        for row in milestones:
            made: list[Tree] = self.tree.setdefault("milepæle", [])
            tree: Tree = {"id": Raw(f"{self.tree['id'].yaml}-m{len(made) + 1}")}
            where = f"{self.where}/milepæle/{tree['id'].yaml}"
            for name, cell in row.cells.items():
                if name == "dato":
                    self.paper.read_as(tree, name, f"{where}/{name}", cell.paragraphs, day)
                elif name == "type":
                    self.paper.read_as(tree, name, f"{where}/{name}", cell.paragraphs, choice(MilepaelType), UNKNOWN)
                else:
                    self.paper.short(tree, name, f"{where}/{name}", cell.paragraphs)
            if len(tree) > 1:
                made.append(tree)

    def _roles(self, table: Grid) -> None:
        for row in self.paper.rows(table, labels.ROLES) or ():
            made: list[Tree] = self.tree.setdefault("roller", [])
            tree: Tree = {}
            where = f"{self.where}/roller/{len(made) + 1}"
            for name, cell in row.cells.items():
                if name == "hvem":
                    own = self.paper.open(cell.paragraphs)
                    tree |= who(self.paper, self.paper.said(own), " og ")
                    self.paper.value(own, where)
                else:
                    self.paper.short(tree, name, f"{where}/{name}", cell.paragraphs)
            if tree:
                made.append(tree)


def who(paper: Paper, said: str, between: str) -> Tree:
    """Return the part, the other actor, or both, that a cell names."""
    if not said:
        return {}
    parts = paper.world.parts
    ref = parts.one(said)
    if ref is not None:
        return {"part": Raw(ref)}
    begun = [(name, ref) for ref, name in parts.by_id.items() if said.startswith(f"{name}{between}")]
    if begun:
        name, ref = max(begun, key=lambda one: len(one[0]))
        return {"part": Raw(ref), "aktør": said.removeprefix(f"{name}{between}")}
    return {"aktør": said}
