"""The front page: the name, the parties, the period, the signatures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from aftale_builder.importing.dates import period
from aftale_builder.importing.form import Section
from aftale_builder.importing.grid import Cell, end_of, grid
from aftale_builder.importing.ledger import Entry, Ledger, Role
from aftale_builder.importing.wording import Match, Wording, key
from aftale_builder.regulation import Art
from aftale_builder.word.reading import Kind, Unit

_TYPED_BULLET = re.compile(r"^\s*[-–•*·]\s+")
_SIGNED = "underskrifter"
_ROLES = {Art.VEJLEDNING: Role.GUIDANCE, Art.PLADSHOLDER: Role.PLACEHOLDER}


@dataclass(slots=True)
class Party:
    """A part as the form names it; `type` is told by the name alone."""

    id: str
    name: str
    type: str
    called: list[str] = field(default_factory=list)
    signers: list[dict[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Front:
    """What the front page tells."""

    name: str = ""
    parties: list[Party] = field(default_factory=list)
    period: tuple[date, date] | None = None
    case: dict[str, str] = field(default_factory=dict)
    """The version and the number of the case, by their keys."""

    def party(self, words: str) -> Party | None:
        """Return the part that goes by these words: its whole name, or what stands before the first comma of it."""
        wanted = key(words)
        return next((party for party in self.parties if wanted in {key(party.name), key(party.name.split(",")[0])}), None)


def read_front(section: Section, ledger: Ledger, wording: Wording) -> Front:
    """Return what the front page tells, and account for all of it."""
    reader = _Reader(ledger, wording)
    at = section.start
    while at < section.end:
        unit = ledger.units[at]
        if unit.kind is Kind.TEXT_BOX:
            end = end_of(ledger.units, at, Kind.TEXT_BOX, Kind.TEXT_BOX_END)
            at = at + 1 if any(map(reader.knows, ledger.units[at:end])) else end
            continue
        if unit.kind is Kind.TABLE and reader.under == _SIGNED:
            reader.signatures(at)
        elif unit.kind is Kind.PARAGRAPH and ledger.open(at):
            reader.paragraph(at, unit)
        at += 1
    reader.finish()
    return reader.front


def name_short_forms(front: Front, units: Iterable[Unit]) -> None:
    """Let a part be called what stands before the first comma of its name, where the file calls it just that somewhere."""
    words = "\n".join(unit.plain for unit in units)
    for party in front.parties:
        head = party.name.split(",")[0].strip()
        if head != party.name and re.search(rf"\b{re.escape(head)}\b(?!\s*,)", words.replace(party.name, "")):
            party.called = [head]


def slug(name: str) -> str:
    """Return an id made of a name: what stands before its first comma, in small letters with hyphens."""
    head = unicodedata.normalize("NFC", name).split(",")[0].casefold()
    return re.sub(r"[\W_]+", "-", head).strip("-")[:60].rstrip("-")


def free(base: str, taken: Collection[str]) -> str:
    """Return an id that is not taken: the base, or the base with a number."""
    return next(candidate for n in range(1, len(taken) + 2) if (candidate := base if n == 1 else f"{base}-{n}") not in taken)


def kind_of(name: str) -> str:
    """Return the type of a part, by its name."""
    words = name.casefold()
    if re.search(r"kommune\b", words):
        return "kommune"
    return "politi" if "politi" in words else "boligorganisation"


def role_of(match: Match) -> Role:
    """Return what a piece of the form's wording is to the agreement."""
    return _ROLES.get(match.fixed.art, Role.FIXED)


class _Reader:
    def __init__(self, ledger: Ledger, wording: Wording) -> None:
        self.ledger = ledger
        self.wording = wording
        self.front = Front()
        self.under = ""
        self.signing: Party | None = None
        self.period_units: list[tuple[int, str, str]] = []

    def knows(self, unit: Unit) -> bool:
        """Tell whether a unit is wording of the form's front page, a label with a value after it too."""
        if unit.kind is not Kind.PARAGRAPH:
            return False
        return self.wording.match(unit.plain, "forside") is not None or self.wording.label(unit.plain) is not None

    def paragraph(self, at: int, unit: Unit) -> None:
        if not unit.plain.strip():
            self.ledger.put(at, Entry(Role.EMPTY))
            return
        match = self.wording.match(unit.plain, "forside")
        if match is not None:
            self.under = match.fixed.id if match.fixed.art is Art.LEDETEKST else self.under
            self.ledger.put(at, Entry(role_of(match), fixed=match.fixed.id, variant=match.variant))
        elif (labelled := self.wording.label(unit.plain)) is not None:
            self.under = labelled[0].fixed.id
            self.value(at, labelled[1], self.under)
        else:
            self.value(at, unit.plain, "")

    def value(self, at: int, text: str, label: str) -> None:
        """Account for what is written under (or after) a label."""
        part = text if label else None
        if self.under == "områdets-navn":
            self.front.name = "\n".join(filter(None, (self.front.name, text.strip())))
            self.ledger.put(at, Entry(Role.VALUE, ("navn",), label, text=part))
        elif self.under == "aftalens-parter":
            names = [name for line in text.split("\n") if (name := _bare(line))]
            keys = tuple(f"parter/{self.add(name).id}/navn" for name in names)
            self.ledger.put(at, Entry(Role.VALUE, keys, label, text="\n".join(names)))
        elif self.under == "periode":
            self.period_units.append((at, text, label))
        elif self.under == _SIGNED and (signing := self.front.party(text)) is not None:
            self.signing = signing
            self.ledger.put(at, Entry(Role.VALUE, (f"parter/{signing.id}/navn",), label, text=part))
        else:
            self.ledger.put(at, Entry(Role.UNPLACED, fixed=label, text=part))

    def add(self, name: str) -> Party:
        known = next((party for party in self.front.parties if key(party.name) == key(name)), None)
        if known is not None:
            return known
        party = Party(free(slug(name) or "part", {party.id for party in self.front.parties}), name, kind_of(name))
        self.front.parties.append(party)
        return party

    def signatures(self, start: int) -> None:
        """Account for the lines of a signature block: above «Navn» is who signs for the part just named, and in our own form
        below it what they are.
        """
        table = grid(self.ledger.units, start)
        for above, row in zip(table.rows, table.rows[1:], strict=False):
            for cell, below in zip(table.columns(above), table.columns(row), strict=True):
                if cell is not None and below is not None and self.signing is not None:
                    self._signed(self.signing, cell, below)

    def _signed(self, party: Party, cell: Cell, below: Cell) -> None:
        units = self.ledger.units
        labelled = [at for at in below.paragraphs if units[at].plain.strip()]
        match = self.wording.match(units[labelled[0]].plain, "forside", {Art.CELLE}) if labelled else None
        if match is None or match.fixed.id != "navn":
            return
        names = [] if self.wording.match(cell.text(units), "forside") else cell.paragraphs
        signer: dict[str, str] = {}
        for name, held in (("titel", labelled[1:]), ("navn", names)):
            own = [at for at in held if self.ledger.open(at)]
            text = " ".join(units[at].plain.strip() for at in own)
            if text:
                signer[name] = text
                for at in own:
                    self.ledger.put(at, Entry(Role.VALUE, (f"parter/{party.id}/underskrivere/{len(party.signers) + 1}/{name}",)))
        if signer:
            party.signers.append(signer)

    def finish(self) -> None:
        """Account for the period: all that stands under its label is read as one."""
        found = period(" ".join(text for _, text, _ in self.period_units))
        self.front.period = found
        for at, text, label in self.period_units:
            part = text if label else None
            if found is None:
                self.ledger.put(at, Entry(Role.UNPLACED, fixed=label, text=part, remark="kan ikke læses som to datoer"))
            else:
                self.ledger.put(at, Entry(Role.VALUE, ("periode",), label, text=part))


def _bare(line: str) -> str:
    return _TYPED_BULLET.sub("", line).strip()
