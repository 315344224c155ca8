"""Fields: those that are open while a story is read, and those that never end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from aftale_builder.word.reading.alternate import DELETED, chosen
from aftale_builder.word.reading.names import MC, TEXT_BOX, W

_LINK = re.compile(r'\bHYPERLINK\s+(?:\\l\s+"(?P<bookmark>[^"]*)"|"(?P<address>[^"]*)"(?:\s+\\l\s+"(?P<within>[^"]*)")?)')
_FETCHING = {
    "INCLUDETEXT": "tekst, der hentes fra en anden fil",
    "INCLUDEPICTURE": "et billede, der hentes udefra",
    "INCLUDE": "tekst, der hentes fra en anden fil",
    "LINK": "en kæde til en anden fil",
    "DDE": "en kæde til et andet program",
    "DDEAUTO": "en kæde til et andet program",
    "DATABASE": "data, der hentes fra en database",
    "RD": "en henvisning til en anden fil",
}
_CHAR = f"{W}fldChar"


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction, and whether its result has begun."""

    instruction: str = ""
    result: bool = False

    @property
    def name(self) -> str:
        """Return the field's name («PAGE»)."""
        return next(iter(self.instruction.split()), "").upper()

    @property
    def fetches(self) -> str:
        """Return what the field fetches from another file, in Danish words, «» for fields that fetch nothing."""
        return _FETCHING.get(self.name, "")

    @property
    def link(self) -> str:
        """Return the address of a HYPERLINK field, «» for other fields."""
        found = _LINK.search(self.instruction)
        if found is None:
            return ""
        within = found["bookmark"] or found["within"]
        return (found["address"] or "") + (f"#{within}" if within else "")


def unclosed(story: etree._Element) -> frozenset[etree._Element]:
    """Return the beginnings of fields that never end: what follows them is text, and no instruction that goes on for ever."""
    flows = [story]
    found: set[etree._Element] = set()
    while flows:
        open_: list[etree._Element] = []
        for element in _flow(flows.pop()):
            kind = element.get(f"{W}fldCharType")
            if element.tag == TEXT_BOX:
                flows.append(element)
            elif kind == "begin":
                open_.append(element)
            elif kind == "end" and open_:
                open_.pop()
        found.update(open_)
    return frozenset(found)


def _flow(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the signs of fields below an element, and its text boxes: what is in those is a flow of its own."""
    for child in chosen(parent) if parent.tag == f"{MC}AlternateContent" else parent:
        if child.tag in {_CHAR, TEXT_BOX}:
            yield child
        elif child.tag not in DELETED:
            yield from _flow(child)
