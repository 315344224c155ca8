"""The page of the language: every key, what it means, what its value looks like, from the JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Schema = dict[str, Any]

LONGEST_EXAMPLE = 70
FILE_ENDINGS = (".md", ".yaml")

INTRODUCTION = """\
# Sproget

Alle nøgler i en aftale. Siden er lavet af skemaet i `schemas/` med `python -m tools.build_docs`; ret ikke i den her.

Nøglerne i den første tabel står yderst i `aftale.yaml`. Hvor en værdi har nøgler selv, fører et link til dem. **Skal** betyder,
at nøglen skal være der. Enhver værdi kan hentes fra sin egen fil: `!fil tekster/vision.md`.
"""


def page(schemas: Path) -> str:
    """Return the page in Markdown."""
    root: Schema = json.loads((schemas / "aftale.schema.json").read_text("utf-8"))
    sections = (_section(item, root["$defs"]) for item in (root, *_met(root, root["$defs"], set())))
    return f"{INTRODUCTION}{''.join(sections)}{_values(root['$defs'])}"


def _met(schema: Schema, defs: Schema, met: set[str]) -> Iterator[Schema]:
    """Yield the schemas with keys below this one, each once, in the order in which a reader meets them."""
    for value in schema["properties"].values():
        name = _name(value) or _name(value.get("items", {}))
        if name and name not in met and "properties" in defs[name]:
            met.add(name)
            yield defs[name]
            yield from _met(defs[name], defs, met)


def _name(schema: Schema) -> str:
    """Return the name of the definition that a schema points at, «» where it points at none.

    What must be written has definitions of its own («TekstIkkeTom»); to a reader they are the same kind of value.
    """
    return str(schema.get("$ref", "")).rpartition("/")[2].removesuffix("IkkeTom")


def _section(schema: Schema, defs: Schema) -> str:
    required = schema.get("required", ())
    rows = (
        _row(f"`{key}`", "skal" if key in required else "", value["description"], _kind(value, defs), _example(value, defs))
        for key, value in schema["properties"].items()
    )
    head = _row("nøgle", "", "hvad", "værdi", "for eksempel") + _row(*["---"] * 5)
    return f"\n## {schema['title']}\n\n{schema['description']}\n\n{head}{''.join(rows)}"


def _values(defs: Schema) -> str:
    told = {target["title"]: target["description"] for target in defs.values() if _is_value(target)}
    return "\n## Slags værdier\n" + "".join(f"\n### {title}\n\n{text}\n" for title, text in told.items())


def _is_value(target: Schema) -> bool:
    """Tell whether a definition is a kind of value that has neither keys nor a list of words."""
    return "properties" not in target and "enum" not in target


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |\n"


def _kind(value: Schema, defs: Schema) -> str:
    """Return in words what a value can be."""
    name = _name(value)
    if not name:
        return f"liste af {_kind(value['items'], defs)}"
    target = defs[name]
    if "enum" in target:
        return ", ".join(f"`{word}`" for word in target["enum"])
    label = target["title"]
    many = f", eller en liste af {label}" if "items" in target else ""
    return f"[{label}](#{_anchor(label)}){many}"


def _anchor(heading: str) -> str:
    """Return the name under which the reader of the page links to a heading."""
    return "".join(letter for letter in heading.lower().replace(" ", "-") if letter.isalnum() or letter in "-_")


def _example(value: Schema, defs: Schema) -> str:
    """Return the first example that is short and is the value itself, where the keys below do not show it better; else a file."""
    written = [_yaml(example) for example in value.get("examples", ()) if not _is_file(example)]
    files = [f"!fil {example}" for example in value.get("examples", ()) if _is_file(example)]
    is_text = bool(_name(value)) and "properties" not in defs[_name(value)]
    short = [text for text in written if len(text) <= LONGEST_EXAMPLE]
    chosen = short or files or (written if is_text else [])
    return f"`{chosen[0]}`" if chosen else ""


def _is_file(example: object) -> bool:
    return isinstance(example, str) and example.endswith(FILE_ENDINGS)


def _yaml(example: object) -> str:
    """Return an example as one would write it in YAML, on one line."""
    if isinstance(example, dict):
        return f"{{{', '.join(f'{key}: {_yaml(item)}' for key, item in example.items())}}}"
    if isinstance(example, list):
        return f"[{', '.join(_yaml(item) for item in example)}]"
    text = str(example)
    return json.dumps(text, ensure_ascii=False) if isinstance(example, str) and text[0].isdigit() and text.isdigit() else text
