"""Documents that must go with the agreement: written as structure, brought along as an annex, or only spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aftale_builder.findings import Hit
from aftale_builder.model.aftale import Aftale, Bilag
from aftale_builder.record import record
from aftale_builder.rules.mentions import mention, missing
from aftale_builder.rules.reading import all_read


@record
class Document:
    """A demanded document. `what` is its name in definite form, `words` a pattern of what mentions begin with."""

    key: str
    what: str
    absent: str
    help: str
    words: str
    section: str = ""
    not_in_title: str = ""
    annex_will_do: bool = True

    def lacking(self, aftale: Aftale) -> Iterator[Hit]:
        """Yield a hit for a document that is not written as structure, unless an annex brings it."""
        if not all_read(aftale, "bilag", "titel", "fil"):
            return
        annex = self._annex(aftale)
        if annex is None:
            yield missing(aftale.key(self.key), self.what, self.absent, self.help, mention(aftale, self.words, self.section))
        elif not annex.fil:
            yield Hit(
                annex.at("titel"), f"{self.what} står blandt bilagene, men uden fil.", f"Skriv fil: ved bilaget. {self.help}"
            )
        elif not self.annex_will_do:
            yield Hit(annex.at("titel"), f"{self.what} står kun som bilag, kan ikke bedømmes.", self.help, subject=self.what)

    def _annex(self, aftale: Aftale) -> Bilag | None:
        """Return the annex whose title names the document, one with a file before one without."""
        named = re.compile(rf"(?<!\w)(?:{self.words})", re.IGNORECASE)
        other = re.compile(self.not_in_title or r"(?!)", re.IGNORECASE)
        found = [bilag for bilag in aftale.bilag if named.search(bilag.titel) and not other.search(bilag.titel)]
        return min(found, key=lambda bilag: not bilag.fil, default=None)
