"""Documents that must go with the agreement: written as structure, brought along as an annex, promised as one, or not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aftale_builder.findings import Anchored, Hit, Related
from aftale_builder.model.aftale import Aftale, Bilag
from aftale_builder.record import record
from aftale_builder.regulation import Regulativ
from aftale_builder.rules.lines import Line
from aftale_builder.rules.promises import promised
from aftale_builder.rules.reading import all_read
from aftale_builder.rules.story import story_of


@record
class Document:
    """A demanded document. `what` is its name in definite form, `words` a pattern that its name in a text or title begins with.

    `not_in_title` is what the title of another document has; `annex_will_do` tells whether a finished file is enough.
    """

    what: str
    absent: str
    help: str
    words: str
    not_in_title: str = ""
    annex_will_do: bool = True

    def lacking(self, aftale: Aftale, regulativ: Regulativ, at: Anchored) -> Iterator[Hit]:
        """Yield a hit at a place for a document that is not written as structure, unless an annex brings it."""
        if not all_read(aftale, "bilag", "titel", "fil"):
            return
        annex = self._annex(aftale)
        if annex is None:
            yield not_there(at, self.what, self.absent, self._remedy(), promise(promising(aftale, regulativ), self._named()))
        elif not annex.fil:
            yield Hit(
                annex.at("titel"), f"{self.what} står blandt bilagene, men uden fil.", f"Skriv fil: ved bilaget. {self.help}"
            )
        elif not self.annex_will_do:
            yield Hit(annex.at("titel"), f"{self.what} står kun som bilag, kan ikke bedømmes.", self.help, subject=self.what)

    def _annex(self, aftale: Aftale) -> Bilag | None:
        """Return the annex whose title names the document, one with a file before one without."""
        named = self._named()
        other = re.compile(self.not_in_title or r"(?!)", re.IGNORECASE)
        found = [bilag for bilag in aftale.bilag if named.search(bilag.titel) and not other.search(bilag.titel)]
        return min(found, key=lambda bilag: not bilag.fil, default=None)

    def _named(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self.words})", re.IGNORECASE)

    def _remedy(self) -> str:
        return f"{self.help} Eller skriv den færdige fil under bilag: med titel og fil." if self.annex_will_do else self.help


def promising(aftale: Aftale, regulativ: Regulativ) -> list[Line]:
    """Return the lines that may say of something that it is enclosed."""
    return story_of(aftale, regulativ).lines_with("vedl", "bilag")


def promise(lines: Iterable[Line], named: re.Pattern[str]) -> Anchored | None:
    """Return where a line first says that a paper with this name is enclosed."""
    for line in lines:
        for paper in promised(line):
            if named.match(line.text, paper.start):
                return line.at(paper.start, paper.end)
    return None


def not_there(at: Anchored, what: str, absent: str, help: str, promise: Anchored | None) -> Hit:
    """Return the hit for a document that is not there; where a text promises it, the hit says so and shows the promise."""
    if promise is None:
        return Hit(at, absent, help, subject=what)
    return Hit(at, f"{what} er lovet som bilag, men er ikke med.", help, (Related(promise, "her er det lovet"),), subject=what)
