"""Figures as edits of the agreement: what is put where, and what each edit does, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from aftale_builder.boligdata.observing import Observation
from aftale_builder.model.element import Element, key_of, own_fields
from aftale_builder.model.parter import Noegletal
from aftale_builder.source import node as nodes
from aftale_builder.source.editing import Written, replaced, with_item, with_key, with_value
from aftale_builder.source.emit import Block, Items, Raw
from aftale_builder.source.restyling import UneditableError, in_flow
from aftale_builder.source.splice import Edit


@dataclass
class Placed:
    """The edits; what each does, in words; what was seen but has no place; the indicators that still have no line;
    what to look after.
    """

    edits: list[Edit] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def put(self, element: Element, key: str, said: str, told: str) -> None:
        """Give a key a value where it has another or none. Raises `UneditableError`."""
        mapping = element.node
        node = mapping.entries.get(key)
        plain = Raw(said) if said.replace(",", "").lstrip("-").isdecimal() and not _is_flow(mapping) else said
        if isinstance(node, nodes.Scalar):  # where nothing stood, nobody has chosen how a number is written
            edits: Sequence[Edit] = with_value(node, plain) if node.empty else replaced(node, said)
        elif node is None:
            edits = [_in_order(element, key, plain)]
        else:
            raise UneditableError(node, f"«{key}» er ikke en enkelt værdi her.")
        if edits:
            self.edits.extend(edits)
            self.told.append(f"{told} → {said}")

    def add(self, element: Element, key: str, new: Sequence[Block], told: str) -> None:
        """Put items last in a list, which is made where there is none. Raises `UneditableError`."""
        if not new:
            return
        node = element.node.entries.get(key)
        if isinstance(node, nodes.Sequence) and (node.items or _is_flow(node)):
            self.edits += [with_item(node, len(node.items), item) for item in new]
        elif isinstance(node, nodes.Scalar) and node.empty:
            self.edits += with_value(node, Items(tuple(new)))
        elif node is None:
            self.edits.append(_in_order(element, key, Items(tuple(new))))
        else:
            raise UneditableError(node, f"«{key}» er ikke en liste. Slet nøglen, og prøv igen.")
        self.told += [f"{told}: {_shown(item)}" for item in new]

    def update(self, line: Noegletal, new: Observation, told: str) -> None:
        """Give a line the figure and the year of an observation that has a figure. Raises `UneditableError`."""
        if new.value is None or (line.aar is not None and new.year is not None and new.year < line.aar):
            if new.value is not None and new.value != line.vaerdi:
                self.left.append(f"{told} fra {new.year}: aftalen har et nyere tal, fra {line.aar}")
            return
        if new.value != line.vaerdi:
            self.put(line, "værdi", written(new.value), f"{told}: {stood(line.vaerdi)}")
        if new.year and new.year != line.aar:
            self.put(line, "år", str(new.year), f"{told}, år: {line.aar or 'intet'}")


def _in_order(element: Element, key: str, value: Written) -> Edit:
    """Return the edit that puts a key where the language has it: behind the last of those before it."""
    keys = [key_of(item) for item in own_fields(type(element))]
    before = (name for name in reversed(keys[: keys.index(key)]) if name in element.node.entries)
    return with_key(element.node, key, value, after=next(before, None))


def figure_of(one: Observation | None) -> Decimal | None:
    """Return the figure of an observation, None where there is none or it is kept back."""
    return one.value if one is not None else None


def written(figure: Decimal) -> str:
    """Return a figure as the language writes it: «71,3», «1640»."""
    return f"{figure:f}".replace(".", ",")


def stood(figure: Decimal | int | None) -> str:
    """Return what stood there before, in words."""
    return "intet" if figure is None else written(Decimal(figure))


def _shown(item: Block) -> str:
    values = [value for entry in item.entries if isinstance(entry, tuple) for value in entry[1:]]
    return ", ".join(value.yaml if isinstance(value, Raw) else value for value in values if isinstance(value, (str, Raw)))


def _is_flow(node: nodes.Mapping | nodes.Sequence) -> bool:
    return node.span.text[:1] in "{[" or in_flow(node)
