"""What rules ask before they say that something is missing: was all of it read?"""

from __future__ import annotations

from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element, own_fields
from aftale_builder.model.kinds import OrganType, Prosa
from aftale_builder.model.organisation import Organ
from aftale_builder.rules.stand_ins import is_stand_in
from aftale_builder.source.node import Sequence


def all_read(element: Element, name: str, *inner: str) -> bool:
    """Tell whether every thing in a list was read, and these fields of each; what else is wrong in them does not count."""
    if element.whole(name):
        return True
    node = element.value(name)
    things: tuple[Element, ...] = getattr(element, name)
    return (
        isinstance(node, Sequence)
        and node.complete
        and len(node.items) == len(things)
        and all(thing.whole(*inner) for thing in things)
    )


def unwritten(element: Element, name: str) -> bool:
    """Tell whether nothing is written for the field: only keys with nothing after them, lines «[[…]]», or stand-ins."""
    if not element.whole(name):
        return False
    value = getattr(element, name)
    if isinstance(value, Prosa):
        return all(not line.strip() or is_insert(line) for line in value.text.splitlines()) or is_stand_in(value.text)
    if isinstance(value, Element):
        return empty(value)
    return not value


def is_insert(line: str) -> bool:
    """Tell whether a line of prose only asks for something to be inserted («[[organer]]»)."""
    return line.startswith("[[") and line.rstrip().endswith("]]")


def empty(element: Element, *leaving_out: str) -> bool:
    """Tell whether nothing is written in any field of the thing, those left out not counted."""
    names = (item.name for item in own_fields(type(element)))
    return all(unwritten(element, name) for name in names if name not in leaving_out)


def bestyrelser(aftale: Aftale) -> tuple[Organ, ...] | None:
    """Return the organs that are a bestyrelse; None where the organs could not all be read."""
    organisation = aftale.organisation
    if organisation is None:
        return () if aftale.whole("organisation") else None
    if not all_read(organisation, "organer", "type"):
        return None
    return tuple(organ for organ in organisation.organer if organ.type is OrganType.BESTYRELSE)
