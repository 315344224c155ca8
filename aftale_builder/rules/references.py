"""What has an id, what points at ids, and whether all ids could be read. Taken from the model's annotations: no list to keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeGuard, get_args

from aftale_builder.findings import Anchored, Place
from aftale_builder.model import kinds
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.budget import Budget, Budgetaar, Kilde, Post
from aftale_builder.model.element import Element, own_fields, walk
from aftale_builder.model.indsats import Aktivitet, Delmaal, Kerneudfordring, Milepael
from aftale_builder.model.organisation import Organ, Stilling
from aftale_builder.model.parter import Boligomraade, Part
from aftale_builder.source import node as nodes

NAMES: Mapping[type[Element], tuple[str, str]] = {
    Part: ("part", "parter"),
    Boligomraade: ("boligområde", "boligområder"),
    Organ: ("organ", "organer"),
    Stilling: ("stilling", "stillinger"),
    Kerneudfordring: ("kerneudfordring", "kerneudfordringer"),
    Delmaal: ("delmål", "delmål"),
    Aktivitet: ("aktivitet", "aktiviteter"),
    Milepael: ("milepæl", "milepæle"),
    Budgetaar: ("budgetår", "budgetår"),
    Kilde: ("kilde i budgettet", "kilder i budgettet"),
    Post: ("budgetpost", "budgetposter"),
}
"""What the things that have an id are called: one, and several."""

TARGETS: Mapping[Any, type[Element]] = {
    kinds.PartRef: Part,
    kinds.OmraadeRef: Boligomraade,
    kinds.OrganRef: Organ,
    kinds.StillingRef: Stilling,
    kinds.KerneudfordringRef: Kerneudfordring,
    kinds.DelmaalRef: Delmaal,
    kinds.AktivitetRef: Aktivitet,
    kinds.KildeRef: Kilde,
}
"""What a reference points at, inside the agreement."""

REFERENCES = frozenset({*TARGETS, kinds.IndsatsRef, kinds.MaalRef, kinds.IndikatorRef})


class Reference:
    """An id that is pointed at: what kind of reference it is, and which field of which thing says it."""

    __slots__ = ("field", "id", "kind", "owner")

    def __init__(self, kind: Any, id: str, owner: Element, field: str) -> None:
        self.kind = kind
        self.id = id
        self.owner = owner
        self.field = field

    def place(self) -> Place:
        """Return where the id stands: the item of the list, else the field's value."""
        node = self.owner.value(self.field)
        for item in node.items if isinstance(node, nodes.Sequence) else ():
            if isinstance(item, nodes.Scalar) and item.value == self.id:
                return item.place()
        return self.owner.at(self.field).place()


def references(aftale: Aftale) -> Iterator[Reference]:
    """Yield every reference of the agreement, in the order of the language."""
    language = _language()
    for element in walk(aftale):
        for field, kind in language[type(element)].items():
            value = getattr(element, field) if kind in REFERENCES else None
            for wanted in value if isinstance(value, tuple) else (value,):
                if wanted:
                    yield Reference(kind, wanted, element, field)


def definitions(aftale: Aftale) -> dict[type[Element], dict[str, list[Element]]]:
    """Return the things that have an id, by kind and id, in the order of the language."""
    found: dict[type[Element], dict[str, list[Element]]] = {kind: {} for kind in NAMES}
    for element in walk(aftale):
        if type(element) in NAMES and (name := getattr(element, "id", "")):
            found[type(element)].setdefault(name, []).append(element)
    return found


def unsure(aftale: Aftale) -> frozenset[type[Element]]:
    """Return the kinds of which some thing, or its id, could not be read: of them no id can be said not to exist."""
    found: set[type[Element]] = set()
    for element in walk(aftale) if aftale.flawed else ():
        if "id" in element.flawed:
            found.add(type(element))
        for field in element.flawed:
            child = _language()[type(element)][field]
            if _is_thing(child) and not _all_there(element, field):
                found |= _reachable(child)
    return frozenset(found)


def budget_years(aftale: Aftale) -> dict[str, Anchored] | None:
    """Return the ids of the budget years, each with where it is defined; None where they are unread or the period unknown."""
    budget = aftale.budget
    if budget is None or Budgetaar in unsure(aftale):
        return None
    if budget.aar:
        return {year.id: year.at("id") for year in budget.aar}
    years = aftale.budgetaar()
    return {name: aftale.at("periode") for name, _, _ in years} if years else None


def years_with_amounts(budget: Budget) -> frozenset[str]:
    """Return the budget years that an amount stands at, costs or financing."""
    return frozenset(
        [
            *(year for post in budget.poster for year in post.beloeb),
            *(year for line in budget.finansiering for year in line.beloeb),
        ]
    )


@cache
def _language() -> dict[type[Element], dict[str, Any]]:
    """Return what each field of each kind of thing holds, told by the model's annotations."""
    language: dict[type[Element], dict[str, Any]] = {}
    waiting: list[type[Element]] = [Aftale]
    while waiting:
        kind = waiting.pop()
        if kind not in language:
            language[kind] = {item.name: _innermost(item.type) for item in own_fields(kind)}
            waiting += (inner for inner in language[kind].values() if _is_thing(inner))
    return language


def _is_thing(kind: Any) -> TypeGuard[type[Element]]:
    return isinstance(kind, type) and issubclass(kind, Element)


def _reachable(kind: type[Element]) -> frozenset[type[Element]]:
    """Return the kinds of thing that can stand in this kind, itself among them."""
    return frozenset({kind}).union(*(_reachable(inner) for inner in _language()[kind].values() if _is_thing(inner)))


def _innermost(annotation: Any) -> Any:
    """Return the kind of `X`, `X | None` and `tuple[X, ...]`: X."""
    inner = [kind for kind in get_args(annotation) if kind not in (type(None), Ellipsis)]
    return _innermost(inner[0]) if len(inner) == 1 else annotation


def _all_there(element: Element, field: str) -> bool:
    """Tell whether the field's things are all there, whatever is wrong inside them."""
    value, node = getattr(element, field), element.value(field)
    if isinstance(node, nodes.Sequence):
        return isinstance(value, tuple) and node.complete and len(node.items) == len(value)
    return bool(value)
