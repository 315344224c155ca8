"""The page of the language: every key, what it means, what its value looks like, from the JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Schema = dict[str, Any]

ROOT = "aftale.schema.json"

INTRODUCTION = """\
# Sproget

Alle nøgler i en aftale. Siden er lavet af skemaerne i `schemas/` med `python -m tools.build_docs`; ret ikke i den her.

Nøglerne i den første tabel står yderst i `aftale.yaml`. Hvor en værdi har nøgler selv, fører et link til dem. **Skal** betyder,
at nøglen skal være der. Enhver værdi kan hentes fra sin egen fil: `!fil tekster/vision.md`.
"""


@dataclass(frozen=True)
class Located:
    """A schema, and the file it stands in: references are relative to that."""

    file: Path
    schema: Schema

    def resolved(self) -> Located:
        """Return the schema that it points at, with what is written beside the reference put over it."""
        ref = self.schema.get("$ref")
        if ref is None:
            return self
        name, _, pointer = ref.partition("#")
        file = self.file.parent / name if name else self.file
        target: Any = _load(file)
        for step in pointer.strip("/").split("/"):
            target = target[step] if step else target
        own = {key: value for key, value in self.schema.items() if key != "$ref"}
        return Located(file, {**Located(file, target).resolved().schema, **own})

    def below(self, schema: Schema) -> Located:
        """Return a schema that stands inside this one."""
        return Located(self.file, schema).resolved()

    @property
    def alternatives(self) -> list[Located]:
        """Return the schemas of which a value meets one: those of anyOf, else the schema itself."""
        return [self.below(item) for item in self.schema.get("anyOf", ())] or [self]

    @property
    def title(self) -> str:
        """Return what the schema calls itself."""
        return str(self.schema.get("title", ""))


@cache
def _load(file: Path) -> Schema:
    schema: Schema = json.loads(file.read_text("utf-8"))
    return schema


def page(schemas: Path) -> str:
    """Return the page in Markdown."""
    root = Located(schemas / ROOT, _load(schemas / ROOT))
    return INTRODUCTION + "".join(f"\n## {item.title}\n{_description(item)}\n{_table(item)}" for item in _objects(root))


def _objects(root: Located) -> Iterator[Located]:
    """Yield every schema that has keys, each title once, in the order in which one meets them."""
    waiting, met = [root], set[str]()
    while waiting:
        found = waiting.pop(0)
        if found.title in met:
            continue
        met.add(found.title)
        yield found
        children = (found.below(value) for value in found.schema["properties"].values())
        waiting[:0] = [item for child in children for item in _with_keys(child)]


def _with_keys(value: Located) -> Iterator[Located]:
    """Yield the schemas with keys that a value can be, or be a list of."""
    for item in value.alternatives:
        if "properties" in item.schema:
            yield item
        elif isinstance(item.schema.get("items"), dict):
            yield from _with_keys(item.below(item.schema["items"]))


def _description(item: Located) -> str:
    text = item.schema.get("description")
    return f"\n{text}\n" if text else ""


def _table(item: Located) -> str:
    required = set(item.schema.get("required", ()))
    rows = (_row(key, item.below(value), key in required) for key, value in item.schema["properties"].items())
    return "| nøgle | | hvad | værdi | for eksempel |\n|---|---|---|---|---|\n" + "".join(rows)


def _row(key: str, value: Located, required: bool) -> str:  # noqa: FBT001 - a cell of the table
    says = value.schema.get("description") or value.title
    example = next(iter(value.schema.get("examples", ())), None)
    cells = (f"`{key}`", "skal" if required else "", says, " eller ".join(dict.fromkeys(_kinds(value))), _example(example))
    return f"| {' | '.join(cell.replace('|', chr(92) + '|').replace(chr(10), ' ') for cell in cells)} |\n"


def _kinds(value: Located) -> Iterator[str]:
    """Yield in words what a value can be."""
    for item in value.alternatives:
        schema = item.schema
        if "properties" in schema:
            yield f"[{item.title}](#{_anchor(item.title)})"
        elif "items" in schema:
            yield f"liste af {' eller '.join(dict.fromkeys(_kinds(item.below(schema['items']))))}"
        elif "enum" in schema:
            yield ", ".join(f"`{member}`" for member in schema["enum"])
        else:
            yield item.title.lower() or "tekst"


def _anchor(title: str) -> str:
    """Return the name under which the page's reader links to a heading."""
    return "".join(letter for letter in title.lower().replace(" ", "-") if letter.isalnum() or letter == "-")


def _example(example: object) -> str:
    if example is None:
        return ""
    text = example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)
    return f"`{text.splitlines()[0]}`" if text else ""
