"""Demands: the register of all that law, forms and the fund's pages ask, with the rules that judge by it, or why none can.

A check does not need it: it is for the pages that tell what is judged, and for the tests that hold the register complete.
"""

from __future__ import annotations

from functools import cache

from aftale_builder.record import record
from aftale_builder.regulation.loading import DATA, ascii_name, checked, many, read, regulativer
from aftale_builder.regulation.regulativ import Regulativ

FILE = DATA / "krav" / "register.yaml"


@record
class Demand:
    """A demand in our words, its source and the quotes it rests on, the section it belongs to.

    `efter` is the flag of the generation's demands that tells whether it holds there («» for none), `rammer` the generations it
    is limited to (empty: all). `regler` are the codes of the rules that judge by it. `skoen` is the item of the generation's
    checklist for what no rule can judge, and `grund` why none can; both «» where the rules judge it whole.
    """

    id: str
    krav: str
    kilde: str
    afsnit: str
    citater: tuple[str, ...] = ()
    efter: str = ""
    rammer: tuple[str, ...] = ()
    regler: tuple[str, ...] = ()
    skoen: str = ""
    grund: str = ""

    def holds(self, regulativ: Regulativ) -> bool:
        """Tell whether the demand holds in a generation."""
        if self.rammer and regulativ.id not in self.rammer:
            return False
        return not self.efter or bool(getattr(regulativ.krav, self.efter))


@record
class NoDemand:
    """What stands in a source (in one of its quotes, or in it as a whole: «») without being a demand, and why."""

    kilde: str
    grund: str
    citat: str = ""


@record
class Register:
    """The demands in the order of the register, and what is none."""

    demands: tuple[Demand, ...]
    others: tuple[NoDemand, ...]


@cache
def register() -> Register:
    """Return the register of demands."""
    return checked(FILE, _register)


def _register() -> Register:
    raw = read(FILE)
    demands = many(Demand, ({**item, "efter": ascii_name(item.get("efter", ""))} for item in raw["krav"]))
    for demand in demands:
        if unknown := set(demand.rammer) - set(regulativer()):
            raise ValueError(f"{demand.id}: ukendte rammer {unknown}")
    return Register(demands, many(NoDemand, raw["uden_krav"]))
