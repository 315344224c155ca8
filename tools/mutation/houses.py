"""The modules under test: which there are, which of them use which, and what tests each."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

TOP = Path(__file__).parent.parent.parent
PACKAGE = "aftale_builder"
RULES = f"{PACKAGE}.rules"
EVERYTHING = f"{RULES}.registry"
"""The module that every rule uses, so that all tests look at it."""


def under_test() -> tuple[str, ...]:
    """Return the names of the modules of rules and of their helpers, sorted."""
    return tuple(sorted(name for name in _modules() if name.startswith(f"{RULES}.") or name == RULES))


def file_of(name: str) -> Path:
    """Return the file of a module."""
    return _modules()[name]


def code_of(name: str) -> str:
    """Return the code of the rule that a module holds, «» for a helper."""
    family, _, rest = name.removeprefix(f"{RULES}.").partition(".")
    return rest[:6].upper() if rest.startswith(family) and rest[3:6].isdigit() else ""


def users_of(name: str) -> frozenset[str]:
    """Return the module and all that use it, directly or not: what must be loaded anew when it has changed."""
    found, waiting = set(), [name]
    while waiting:
        if (here := waiting.pop()) not in found:
            found.add(here)
            waiting += [user for user, used in _uses().items() if here in used]
    return frozenset(found)


@cache
def _modules() -> Mapping[str, Path]:
    files = sorted((TOP / PACKAGE).rglob("*.py"))
    return {".".join(file.relative_to(TOP).with_suffix("").parts).removesuffix(".__init__"): file for file in files}


@cache
def _uses() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(_imported(file)) for name, file in _modules().items()}


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
