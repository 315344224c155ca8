"""The schemas as the tests read them: every key of every element, and the parts with their references."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from aftale_builder.resources import resource

Schema = dict[str, Any]
ROOT = "aftale.schema.json"
NOT_OF_THE_LANGUAGE = frozenset({"report.schema.json", "rules.schema.json"})


@cache
def files() -> dict[str, Schema]:
    """Return every schema of the language by file name."""
    found = sorted(Path(resource("schemas")).glob("*.schema.json"))
    return {file.name: json.loads(file.read_text("utf-8")) for file in found if file.name not in NOT_OF_THE_LANGUAGE}


def defs() -> dict[str, Schema]:
    """Return the definitions of the root schema."""
    found: dict[str, Schema] = files()[ROOT]["$defs"]
    return found


def objects() -> dict[str, Schema]:
    """Return the schema of each element by the name of its class; the root is Aftale."""
    return {"Aftale": files()[ROOT], **{name: schema for name, schema in defs().items() if "properties" in schema}}


@dataclass(frozen=True)
class Key:
    """A key of an element, as the schema has it."""

    owner: str
    name: str
    schema: Schema
    required: bool

    @property
    def id(self) -> str:
        """Return a name for a test's report."""
        return f"{self.owner}.{self.name}"


def keys() -> Iterator[Key]:
    """Yield every key of every element."""
    for owner, schema in objects().items():
        for name, value in schema["properties"].items():
            yield Key(owner, name, value, name in schema.get("required", ()))


def target(schema: Schema) -> str:
    """Return the name of the definition that a schema points at, «» where it points at none."""
    return str(schema.get("$ref", "")).rpartition("/")[2]


def types(schema: Schema) -> set[str]:
    """Return the JSON types that a value may have: its own where it says, else its definition's."""
    said = schema.get("type") or defs()[target(schema)]["type"]
    return {said} if isinstance(said, str) else set(said)


@cache
def registry() -> Registry[Any]:
    """Return the schemas under their file names, as an editor finds them beside one another."""
    resources = ((name, Resource.from_contents(schema)) for name, schema in files().items())
    return Registry().with_resources(resources)


def validator(pointer: str) -> Draft202012Validator:
    """Return a validator for «file#/pointer»."""
    return Draft202012Validator({"$ref": pointer}, registry=registry())


class _Editor(yaml.SafeLoader):
    """YAML 1.2 as an editor has it: no dates, no yes and no; `!fil` is a text."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in ("null", "int", "float")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Editor.add_constructor("!fil", lambda _, node: node.value)


def as_an_editor_sees_it(text: str) -> Any:
    """Return what a YAML file holds for an editor, which validates it against its schema."""
    return yaml.load(text, _Editor)
