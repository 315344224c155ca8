"""Explained YAML: each key with its comment above it; what is still to be written is empty, or a skeleton in comments."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from aftale_builder.starting.keys import Key, keys

Lines = Iterable[str]
Filled = Mapping[str, "str | list[str]"]
"""What stands at a key from the start: text on its line, or the lines below it. What is not here is still to be written."""

WIDTH = 100
INDENT = "  "


def element(owner: str, filled: Filled | None = None, *, spaced: bool = False) -> Iterator[str]:
    """Yield the lines of an element: every key explained. `spaced` puts an empty line before each."""
    for key in keys(owner):
        if spaced:
            yield ""
        yield from comment(explanation(key))
        yield from _entry(key, (filled or {}).get(key.name))


def one(owner: str, name: str, filled: Filled) -> Iterator[str]:
    """Yield the lines of one key of an element, explained."""
    key = next(key for key in keys(owner) if key.name == name)
    yield from comment(explanation(key))
    yield from _entry(key, filled.get(name))


def explanation(key: Key) -> str:
    """Return what stands above a key: the schema's description, the choices or an example."""
    if key.choices:
        return f"{key.description} Her kan stå: {', '.join(key.choices)}."
    if key.example and not key.element:
        return f"{key.description} For eksempel: {key.example}"
    return key.description


def comment(text: str) -> Iterator[str]:
    """Yield a text as comment lines; its own line breaks are kept."""
    for paragraph in text.split("\n"):
        lines = textwrap.wrap(paragraph, WIDTH, break_on_hyphens=False) or [""]
        yield from (f"# {line}".rstrip() for line in lines)


def item(lines: Lines) -> Iterator[str]:
    """Yield the lines as one item of a list."""
    return (f"{INDENT if number else '- '}{line}".rstrip() for number, line in enumerate(lines))


def indented(lines: Lines) -> Iterator[str]:
    """Yield the lines one step further in."""
    return (f"{INDENT}{line}".rstrip() for line in lines)


def skeleton(owner: str) -> Iterator[str]:
    """Yield an item of a list in comments: without its «# » it is YAML with nothing filled in."""
    return (f"# {line}" for line in item(element(owner)))


def _entry(key: Key, value: str | list[str] | None) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{key.name}: {value}".rstrip()
        return
    yield f"{key.name}:"
    if value is not None:
        yield from indented(value)
    elif key.element and key.listed:
        yield from indented(skeleton(key.element))
    elif key.element:
        yield from indented(_nested(key.element))


def _nested(owner: str) -> Iterator[str]:
    """Yield an element's keys; in comments where one of them must be written as soon as the element is there."""
    must = any(key.required for key in keys(owner))
    return (f"# {line}" if must else line for line in element(owner))
