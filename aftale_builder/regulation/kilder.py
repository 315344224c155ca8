"""Kilde: a source that rules cite, how sure it is, and what may be quoted from it."""

from __future__ import annotations

from aftale_builder.record import record


@record
class Citat:
    """A short literal quote, and where in the source it stands («pkt. 3», «stk. 1»; «» when unknown)."""

    id: str
    tekst: str
    sted: str = ""


@record
class Kilde:
    """A source. `sikkerhed` is S (statute), F (the form's own wording or a page of the fund), D (a local document),
    E (an evaluation: evidence, never a requirement) or V (our own judgement). `set` is False where only its name is known.
    """

    id: str
    titel: str
    sikkerhed: str
    dato: str = ""
    citater: tuple[Citat, ...] = ()
    forbehold: str = ""
    set: bool = True

    def citat(self, ref: str = "") -> Citat | None:
        """Return the quote with this id, or the first one; None where there is none."""
        return next((citat for citat in self.citater if ref in ("", citat.id)), None)
