"""Filling: what every thing of a kind has alike in the base is put into the things of that kind that a case writes.

So a case on one key of an aktivitet need not write all that other rules ask of an aktivitet. A key that is written, with a
value or with none, is left as it stands; ids that would then stand twice are numbered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

import yaml

from aftale_builder.findings import Fault
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element, walk
from aftale_builder.model.reading import read
from aftale_builder.source.compose import compose
from aftale_builder.source.node import IDENTITY, Mapping, SourceFile

Alike = dict[str, Any]
"""The keys of a kind of thing that all of them have in the base, with the same value."""


def filled(text: str, base: str, without: Collection[str]) -> str:
    """Return the text with every thing in it filled in from the base, but for the keys named in `without`."""
    alike = _alike(base)
    elements = _elements(text)
    taken = {str(getattr(element, "id", "")) for element in elements}
    pieces: list[tuple[int, int, str]] = []
    for order, element in enumerate(elements):
        written = element.node.entries
        lacking = {key: value for key, value in alike.get(type(element), {}).items() if key not in {*written, *without}}
        if lacking:
            pieces.append((_end(text, element.node), -order, _written(text, element.node, _fresh(lacking, taken))))
    for at, _, piece in sorted(pieces, reverse=True):
        text = text[:at] + piece + text[at:]
    return text


def _elements(text: str) -> list[Element]:
    """Return the things of the agreement that keys can be put into, the agreement itself left out."""
    faults: list[Fault] = []
    root = compose(SourceFile("", text), faults, lambda scalar: scalar)
    aftale = read(root, Aftale, faults) if root is not None else None
    things = walk(aftale) if aftale is not None else iter(())
    return [thing for thing in things if not isinstance(thing, Aftale) and thing.node.complete]


@cache
def _alike(base: str) -> dict[type[Element], Alike]:
    found: dict[type[Element], Alike] = {}
    for element in _elements(base):
        span = element.node.span
        column = base.rfind("\n", 0, span.start) + 1
        value = yaml.load(" " * (span.start - column) + span.text, yaml.BaseLoader)
        same = found.setdefault(type(element), {key: value[key] for key in value if key not in IDENTITY})
        for key in [key for key in same if value.get(key) != same[key]]:
            del same[key]
    return found


def _fresh(value: Any, taken: set[str]) -> Any:
    """Return the value with the ids that it defines, and points at, numbered where they are taken already."""
    names = {name: _free(name, taken) for name in _defined(value)}
    taken.update(names.values())
    return _renamed(value, names)


def _defined(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from [value["id"]] if "id" in value else []
        for inner in value.values():
            yield from _defined(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _defined(inner)


def _free(name: str, taken: set[str]) -> str:
    numbered = (name if number == 1 else f"{name}-{number}" for number in range(1, len(taken) + 2))
    return next(candidate for candidate in numbered if candidate not in taken)


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, names) for inner in value]
    return names.get(value, value)


def _end(text: str, node: Mapping) -> int:
    """Return where a key can be put in: before the bracket, or after the line that the last value ends on."""
    if text[node.span.start] == "{":
        return node.span.end - 1
    last = max(child.span.end for child in node.entries.values())
    if text[last - 1] == "\n":
        return last
    found = text.find("\n", last)
    return found + 1 if found >= 0 else len(text)


def _written(text: str, node: Mapping, keys: Alike) -> str:
    pairs = [_flow({key: value})[1:-1] for key, value in keys.items()]
    if text[node.span.start] == "{":
        return (", " if node.entries else "") + ", ".join(pairs)
    indent = node.span.start - text.rfind("\n", 0, node.span.start) - 1
    return "".join(f"{' ' * indent}{pair}\n" for pair in pairs)


def _flow(value: Any) -> str:
    return str(yaml.safe_dump(value, default_flow_style=True, width=10_000, allow_unicode=True, sort_keys=False)).strip()
