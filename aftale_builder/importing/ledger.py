"""The ledger: what became of every unit of the Word file, each exactly once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from aftale_builder.word.reading import Kind, Unit, WordText

HOLDERS = frozenset({Kind.CELL, Kind.MERGED_CELL, Kind.NOTE, Kind.COMMENT})
"""Units whose own fate is that of the paragraphs in them."""


class Role(StrEnum):
    """What a unit is to the agreement."""

    VALUE = "værdi"
    FIXED = "fast tekst"
    GUIDANCE = "vejledning"
    PLACEHOLDER = "pladsholder"
    EMPTY = "tom"
    LAYOUT = "opbygning"
    PAGE_NUMBER = "sidetal"
    CONTENTS = "indholdsfortegnelse"
    UNPLACED = "ikke placeret"
    FIGURE = "figur"
    BUDGET = "budget"
    MIXED = "blandet"


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of a unit: `keys` are the ways to the values it went into, `fixed` the id of the form's own wording, `variant`
    which of its accepted wordings (0 the regulation's own), `text` the part of the unit that is the value, where not all is.
    """

    role: Role
    keys: tuple[str, ...] = ()
    fixed: str = ""
    variant: int = 0
    text: str | None = None
    remark: str = ""


class LedgerError(Exception):
    """A unit is accounted for twice, or not at all: a fault of the program, never of the file."""


class Ledger:
    """Entries by the units' place in the stream."""

    def __init__(self, word: WordText) -> None:
        self.units = word.units
        self._entries: list[Entry | None] = [None] * len(word.units)

    def put(self, at: int, entry: Entry) -> None:
        """Account for a unit. Raises `LedgerError` where it is accounted for already."""
        if self._entries[at] is not None:
            raise LedgerError(f"unit {at} is accounted for twice")
        self._entries[at] = entry

    def withdraw(self, way: str, remark: str) -> None:
        """Take back that units went into a value, or into anything below it: they have no place, for the reason told."""
        for at, entry in enumerate(self._entries):
            if entry is not None and entry.role is Role.VALUE and any(f"{key}/".startswith(f"{way}/") for key in entry.keys):
                self._entries[at] = Entry(Role.UNPLACED, text=entry.text, remark=remark)

    def open(self, at: int) -> bool:
        """Tell whether a unit is still to be accounted for."""
        return self._entries[at] is None

    def entry(self, at: int) -> Entry:
        """Return what became of a unit. Raises `LedgerError` where nothing has."""
        found = self._entries[at]
        if found is None:
            raise LedgerError(f"unit {at} is not accounted for")
        return found

    def __iter__(self) -> Iterator[tuple[Unit, Entry]]:
        return ((unit, self.entry(at)) for at, unit in enumerate(self.units))

    def close(self) -> None:
        """Account for what only holds others: tables, rows, text boxes; cells and notes as what is in them."""
        for at, unit in enumerate(self.units):
            if unit.kind in HOLDERS:
                self.put(at, _of(self._held(at)))
            elif unit.kind not in {Kind.PARAGRAPH, Kind.TITLE}:
                self.put(at, Entry(Role.LAYOUT))

    def _held(self, at: int) -> Sequence[Entry]:
        held = []
        for after in range(at + 1, len(self.units)):
            unit = self.units[after]
            if unit.kind is not Kind.PARAGRAPH or unit.part is not self.units[at].part:
                break
            held.append(self.entry(after))
        return held

    def as_data(self) -> list[dict[str, Any]]:
        """Return the ledger for the journal: one mapping per unit, without what is empty."""
        return [_as_data(number, unit, entry) for number, (unit, entry) in enumerate(self, start=1)]


def _of(held: Sequence[Entry]) -> Entry:
    told = [entry for entry in held if entry.role is not Role.EMPTY]
    if not told:
        return Entry(Role.EMPTY)
    if len({entry.role for entry in told}) > 1:
        return Entry(Role.MIXED)
    keys = tuple(dict.fromkeys(key for entry in told for key in entry.keys))
    return Entry(told[0].role, keys, told[0].fixed if len(told) == 1 else "")


def _as_data(number: int, unit: Unit, entry: Entry) -> dict[str, Any]:
    data = {
        "nr": number,
        "del": unit.part.value,
        "slags": unit.kind.value,
        "afsnitsnummer": unit.number,
        "under": unit.section,
        "er": entry.role.value,
        "nøgle": ", ".join(entry.keys),
        "fast_tekst": entry.fixed,
        "ordlyd": entry.variant,
        "bemærkning": entry.remark,
        "tekst": unit.plain,
    }
    return {name: value for name, value in data.items() if value}
