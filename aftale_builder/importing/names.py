"""Printed names back to the ids they stand for: alone, or in a list such as «A, B og C»."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from aftale_builder.importing.front import free, slug
from aftale_builder.importing.wording import key


@dataclass(slots=True)
class Names:
    """Names by id, in the order in which they were met. With `grows` a name that is not known may be taken in."""

    by_id: dict[str, str] = field(default_factory=dict)
    grows: bool = False
    also: dict[str, str] = field(default_factory=dict)
    """Ids by other names that they go by."""

    def one(self, text: str) -> str | None:
        """Return the id that goes by this name, or by what stands before the first comma of it; None where none or several do."""
        wanted = key(text)
        for form in (lambda name: name == text, lambda name: key(name) == wanted, lambda name: key(name.split(",")[0]) == wanted):
            found = [ref for ref, name in self.by_id.items() if form(name)]
            if found:
                return found[0] if len(found) == 1 or form(text) else None
        called = {ref for name, ref in self.also.items() if key(name) == wanted}
        return called.pop() if len(called) == 1 else None

    def listed(self, text: str) -> list[str] | None:
        """Return the ids of «A», «A og B», «A, B og C»; None where any of it is not known. Names may hold commas and «og»."""
        alone = self.one(text)
        if alone is not None:
            return [alone]
        for ref, name in self.by_id.items():
            for between in (", ", " og "):
                rest = text.removeprefix(f"{name}{between}")
                if rest != text and (others := self.listed(rest)) is not None:
                    return [ref, *others]
        return None

    def take_in(self, name: str, base: str) -> str:
        """Return the id of a name that is added, made of the name or of `base`."""
        ref = free(slug(name) or base, self.by_id)
        self.by_id[ref] = name
        return ref

    def told(self, text: str, base: str) -> list[str] | None:
        """Return the ids of a list of names. One that is not known is taken in, where that is allowed: then commas part names."""
        found = self.listed(text)
        if found is not None or not self.grows:
            return found
        refs, rest = [], text
        while rest:
            name = self._begins(rest)
            said = name or _first(rest)
            rest = rest[len(said) :].removeprefix(", ").removeprefix(" og ").strip()
            if said.strip():
                refs.append(self.one(said.strip()) or self.take_in(said.strip(), base))
        return refs

    def _begins(self, text: str) -> str:
        """Return the longest known name that a list begins with, «» where there is none."""
        names = (name for name in self.by_id.values() if text == name or text.startswith((f"{name}, ", f"{name} og ")))
        return max(names, key=len, default="")


def _first(text: str) -> str:
    """Return what stands before the first comma of a list, or before its last «og» where there is none."""
    head, comma, _ = text.partition(", ")
    return head if comma else text.rpartition(" og ")[0] or text


@dataclass(slots=True)
class World:
    """What is known of an agreement beside the file at hand: its name, its period, and what names stand for."""

    navn: str = ""
    periode: tuple[date, date] | None = None
    parts: Names = field(default_factory=Names)
    areas: Names = field(default_factory=lambda: Names(grows=True))
    organs: Names = field(default_factory=lambda: Names(grows=True))
    case: dict[str, str] = field(default_factory=dict)
    """The version and the number of the case, by their keys."""
    efforts: set[str] = field(default_factory=set)
    """The indsatsområder whose problemkompleks is written already."""
    challenges: dict[str, dict[str, str]] = field(default_factory=dict)
    """The ids of the kerneudfordringer that are written already, by their words, by indsatsområde."""
    board: str = ""
    """The id of the only bestyrelse, where it is known which organ that is."""
    taken: frozenset[str] = frozenset()
    """Ids that something else has."""

    def fresh(self, ref: str) -> str:
        """Return an id for something new: this one, or one made of it."""
        return free(ref, self.taken)
