"""The headings of a form that the regulation does not know: what the form's owner has added, or what was written in it once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aftale_builder.binding.telling import Sort, Teller, is_text
from aftale_builder.word.reading import Part, Unit


@dataclass(frozen=True)
class Heads:
    """The headings of a form by style; `known` are the units of those that are told of, `labels` those of the front page."""

    units: Sequence[Unit]
    teller: Teller
    known: frozenset[int]
    labels: frozenset[int]

    def marks(self) -> Iterator[int]:
        """Yield the units at which what stands above ends: every heading that is not itself an answer."""
        return (at for at in self._styled() if not self._answers(at))

    def unknown(self) -> Iterator[int]:
        """Yield the headings that the form's owner has added."""
        return (at for at in self._styled() if self._is_own(at) and not self._answers(at))

    def own_section(self, heading: int, end: int) -> int:
        """Return the first heading of the form's own that begins no part of what stands under a heading; `end` with none."""
        level = self.units[heading].level
        inside = (at for at in range(heading + 1, end) if self._is_own(at))
        return next((at for at in inside if level is None or (self.units[at].level or 0) <= level), end)

    def _styled(self) -> Iterator[int]:
        return (at for at, unit in enumerate(self.units) if is_text(unit) and unit.level and unit.plain.strip())

    def _is_own(self, at: int) -> bool:
        unit = self.units[at]
        own = at not in self.known and is_text(unit) and unit.level is not None and unit.part is Part.BODY
        return own and self.teller.sort(unit) is Sort.OWN

    def _answers(self, at: int) -> bool:
        """Tell whether a heading is what somebody wrote in the form: right after a label, or deeper than what it is under."""
        if not self._is_own(at) or self.units[at].plain.rstrip().endswith(":"):
            return False
        known = sorted(self.known)
        before = bisect_left(known, at) - 1
        if before < 0:
            return False
        above = known[before]
        level = self.units[above].level
        between = range(above + 1, at)
        if any(self._is_own(other) and self.units[other].level == level for other in between):
            return False
        return above in self.labels or (level is not None and (self.units[at].level or 0) > level)
