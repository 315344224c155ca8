"""The keys of the language as the schema explains them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from aftale_builder.resources import resource
from aftale_builder.source.emit import quoted

Schema = Mapping[str, Any]
ROOT = "Aftale"


@dataclass(frozen=True, slots=True)
class Key:
    """A key: what it means, and what its value is. `element` names the element that the value is, or is a list of, if any."""

    name: str
    description: str
    required: bool
    listed: bool
    element: str
    choices: tuple[str, ...]
    example: str


@cache
def keys(owner: str) -> tuple[Key, ...]:
    """Return the keys of an element, in the order of the language."""
    schema = _root() if owner == ROOT else _defs()[owner]
    required = schema.get("required", ())
    return tuple(_key(name, value, required=name in required) for name, value in schema["properties"].items())


@cache
def _root() -> Schema:
    schema: Schema = json.loads(resource("schemas/aftale.schema.json").read_text("utf-8"))
    return schema


def _defs() -> Mapping[str, Schema]:
    defs: Mapping[str, Schema] = _root()["$defs"]
    return defs


def _key(name: str, schema: Schema, *, required: bool) -> Key:
    listed = "items" in schema
    target = (schema["items"] if listed else schema).get("$ref", "").rpartition("/")[2]
    found = _defs()[target]
    return Key(
        name=name,
        description=schema["description"],
        required=required,
        listed=listed,
        element=target if "properties" in found else "",
        choices=tuple(found.get("enum", ())),
        example="" if target == "Markdown" else _written(schema["examples"][0]),
    )


def _written(example: object) -> str:
    """Return an example as one would write it on the key's line; «» for what takes more than a line."""
    match example:
        case dict():
            return ""
        case list():
            plain = [_in_list(str(item)) for item in example if isinstance(item, str | int)]
            return f"[{', '.join(plain)}]" if len(plain) == len(example) else ""
        case _:
            return str(example)


def _in_list(text: str) -> str:
    return quoted(text) if set(text) & set(",[]{}:#") else text
