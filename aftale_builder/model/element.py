"""Element: a thing of the agreement that knows its Node."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import Field, field, fields
from typing import Any, get_args

from aftale_builder.findings import Anchored
from aftale_builder.record import thing
from aftale_builder.source.node import Anchor, Mapping, Node

_LETTERS = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))


def required(default: Any = "", code: str = "KLD008") -> Any:
    """Return a dataclass field whose key must be written; `code` is that of the finding where it is not."""
    return field(default=default, metadata={"required": True, "code": code})


def keyed(key: str) -> Any:
    """Return an optional field whose key is not its name with æ, ø and å."""
    return field(default=None, metadata={"key": key})


def one_or_more() -> Any:
    """Return an optional list field that may also be written as its one item."""
    return field(default=(), metadata={"one_or_more": True})


def required_amounts() -> Any:
    """Return a field of kroner per budget year whose key must be written."""
    return field(default_factory=dict, metadata={"required": True})


def key_of(item: Field[Any]) -> str:
    """Return the YAML key of a dataclass field: its name with æ, ø and å, unless it says otherwise."""
    if explicit := item.metadata.get("key"):
        return str(explicit)
    name = item.name
    for ascii_form, letter in _LETTERS:
        name = name.replace(ascii_form, letter)
    return name


@thing
class Element:
    """A mapping of the agreement, read. `flawed` names the fields below which something could not be read."""

    node: Mapping
    flawed: frozenset[str] = frozenset()

    def absent(self, name: str) -> bool:
        """Tell whether nothing at all is written for the field: no key, or a key with nothing after it."""
        return not getattr(self, name) and name not in self.flawed

    def whole(self, *names: str) -> bool:
        """Tell whether all below these fields (all fields, if none is named) was read, so that «there is none» can be said."""
        return self.flawed.isdisjoint(names) if names else not self.flawed

    def at(self, name: str = "") -> Anchored:
        """Return where to point: the field's value; where it is missing, this thing's own key, or its own file."""
        if not name:
            return self.node
        return self.value(name) or self._lack(name)

    def key(self, name: str) -> Anchored:
        """Return where the field's key stands; where it is missing, this thing's own key, or its own file."""
        found = self.value(name)
        return found.heading if found is not None else self._lack(name)

    def _lack(self, name: str) -> Anchored:
        """Return where this thing begins, known by the path of what is missing in it."""
        lack, key = self.node.lack, key_of(self._field(name))
        return Anchor(lack.span, f"{lack.path}/{key}" if lack.path else key)

    def _field(self, name: str) -> Field[Any]:
        return next(item for item in fields(self) if item.name == name)

    def value(self, name: str) -> Node | None:
        """Return the Node of the field's value, None where nothing is written."""
        return self.node.entries.get(key_of(self._field(name)))


OWN = frozenset({"node", "flawed"})


_OWN_FIELDS: dict[type[Element], tuple[Field[Any], ...]] = {}


def own_fields(kind: type[Element]) -> tuple[Field[Any], ...]:
    """Return the fields that are keys of the language, in the order in which they are declared."""
    if kind not in _OWN_FIELDS:
        _OWN_FIELDS[kind] = tuple(item for item in fields(kind) if item.name not in OWN)
    return _OWN_FIELDS[kind]


def walk(element: Element) -> Iterator[Element]:
    """Yield the element and every element below it, in the order of the language."""
    pending = [element]
    while pending:
        current = pending.pop()
        yield current
        for name in reversed(_holders(type(current))):
            value = getattr(current, name)
            if isinstance(value, Element):
                pending.append(value)
            elif value:
                pending.extend(reversed(value))


_HOLDERS: dict[type[Element], tuple[str, ...]] = {}


def _holders(kind: type[Element]) -> tuple[str, ...]:
    """Return the names of the fields that hold elements."""
    if kind not in _HOLDERS:
        _HOLDERS[kind] = tuple(item.name for item in own_fields(kind) if any(map(_is_element, get_args(item.type))))
    return _HOLDERS[kind]


def _is_element(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Element)
