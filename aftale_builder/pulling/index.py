"""The agreement as it is now, by the paths that a base knows its values by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, get_args

from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element, own_fields, walk
from aftale_builder.model.kinds import IndsatsRef, KildeRef, OmraadeRef, OrganRef, PartRef
from aftale_builder.model.reading import keys_of
from aftale_builder.source import node as nodes
from aftale_builder.source.node import Node, Scalar
from aftale_builder.word.values import Form

_IS_ID = re.compile(r"[\w-]+(?:~\d+)?")
_ORDINAL = re.compile(r"(?:\w+\s+)?(\d{1,4})")
_REFERENCES = (PartRef, OmraadeRef, OrganRef, IndsatsRef, KildeRef)


@dataclass(slots=True)
class _Found:
    by_path: dict[str, list[Node]] = field(default_factory=dict)
    by_node: dict[int, Element] = field(default_factory=dict)


@dataclass
class Index:
    """Finds nodes by path, and the elements of the language that they are."""

    aftale: Aftale

    @cached_property
    def _found(self) -> _Found:
        found = _Found()
        for node in _every(self.aftale.node):
            found.by_path.setdefault(node.path, []).append(node)
        for element in walk(self.aftale):
            found.by_node[id(element.node)] = element
        return found

    def node(self, path: str) -> Node | None:
        """Return the one node with a path; None where there is none, or more than one."""
        found = self._found.by_path.get(path, [])
        return found[0] if len(found) == 1 else None

    def called(self, path: str) -> str:
        """Return a path as it is told to people: an item is known by its id, else by its number, never by a whole sentence."""
        node = self.node(path)
        if node is None or node.parent is None:
            above, _, step = path.rpartition("/")
            return f"{self.called(above)}/{step}" if above else step
        step = path.rpartition("/")[2]
        own = step if isinstance(node.step, str) or _IS_ID.fullmatch(step) else str(node.step + 1)
        above = self.called(node.parent.path) if node.parent.path else ""
        return f"{above}/{own}" if above else own

    def element(self, node: Node | None) -> Element | None:
        """Return the element that a node is."""
        return self._found.by_node.get(id(node)) if node is not None else None

    def is_required(self, node: Node) -> bool:
        """Tell whether the language asks for the key that a value hangs on."""
        element = self.element(node.parent)
        key = keys_of(type(element)).get(str(node.step)) if element is not None else None
        return key is not None and key.required

    def order(self, parent: nodes.Mapping) -> tuple[str, ...]:
        """Return the keys of a mapping in the order of the language."""
        element = self.element(parent)
        return tuple(keys_of(type(element))) if element is not None else ()

    def required(self, kind: type[Element]) -> tuple[str, ...]:
        """Return the keys that must be written of a kind of element."""
        return tuple(spelling for spelling, key in keys_of(kind).items() if key.required)

    def ids(self) -> set[str]:
        """Return every id of the agreement."""
        return {str(getattr(element, "id", "")) for element in self._found.by_node.values()} - {""}

    def is_reference(self, kind: type[Element], key: str) -> bool:
        """Tell whether a key holds the id of something else."""
        spelt = keys_of(kind).get(key)
        item = next((item for item in own_fields(kind) if spelt is not None and item.name == spelt.name), None)
        return item is not None and any(kind in _REFERENCES for kind in (item.type, *_inner(item.type)))

    @cached_property
    def names(self) -> frozenset[str]:
        """Return what the things are called."""
        return frozenset(" ".join(it.navn.split()) for it in self._things() if it.id and it.navn)

    def named(self, name: str) -> str:
        """Return the id of the one thing of this name, «» where there is none or more than one."""
        told = " ".join(name.split()).casefold()
        found = {str(it.id) for it in self._things() if it.id and " ".join((it.navn or "").split()).casefold() == told}
        return found.pop() if told and len(found) == 1 else ""

    def meant(self, form: Form, path: str, text: str) -> str:
        """Return the id of what a printed reference names, «» where there is none.

        `path` is the value by which such a thing is told of («parter/a/navn»).
        """
        if form is not Form.ORDINAL:
            return self.named(text)
        told = self.node(path)
        thing = told.parent if told is not None else None
        beside = thing.parent.items if thing is not None and isinstance(thing.parent, nodes.Sequence) else []
        found = _ORDINAL.fullmatch(text.strip())
        item = beside[int(found[1]) - 1] if found and 0 < int(found[1]) <= len(beside) else None
        return (text_of(item.entries.get("id")) or "") if isinstance(item, nodes.Mapping) else ""

    def _things(self) -> Iterator[Any]:
        for element in self._found.by_node.values():
            if hasattr(element, "id") and hasattr(element, "navn"):
                yield element


def _inner(annotation: Any) -> Iterator[Any]:
    for inner in get_args(annotation):
        yield inner
        yield from _inner(inner)


def _every(node: Node) -> Iterator[Node]:
    pending = [node]
    while pending:
        current = pending.pop()
        yield current
        if isinstance(current, nodes.Mapping):
            pending.extend(current.entries.values())
        elif isinstance(current, nodes.Sequence):
            pending.extend(current.items)


def text_of(node: Node | None) -> str | None:
    """Return what a value says as it is written, None where it is no text."""
    return node.value if isinstance(node, Scalar) else None
