"""The small language of a template's tags, and the tree that a part's tags make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from jinja2 import Environment, TemplateSyntaxError, nodes

PATH = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
FOR = re.compile(rf"for\s+([^\W\d]\w*)\s+in\s+({PATH.pattern})")
LOOP = frozenset({"index", "first", "last"})
"""What may be asked of a loop."""
_ALLOWED = (nodes.Name, nodes.Getattr, nodes.Not, nodes.And, nodes.Or)

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """The paragraph and the tag that something in the tree comes from. `alone`: nothing else stands in the paragraph."""

    paragraph: int
    text: str
    tag: str
    alone: bool


@dataclass(slots=True)
class Print:
    """A tag that prints."""

    path: Path
    where: Where


@dataclass(slots=True)
class Ask:
    """A condition: all that it asks about. What it guards stands beside it, since all of it must be known names."""

    paths: tuple[Path, ...]
    where: Where


@dataclass(slots=True)
class Loop:
    """A loop."""

    variable: str
    path: Path
    where: Where
    body: list[Print | Ask | Loop] = field(default_factory=list)


Tree = list[Print | Ask | Loop]


def asked(condition: str) -> tuple[Path, ...] | None:
    """Return the paths that a condition asks about, None where it is more than names, not, and, or and parentheses."""
    try:
        tree = _environment().parse("{{" + condition + "}}")
    except TemplateSyntaxError:
        return None
    expression = [node for output in tree.body if isinstance(output, nodes.Output) for node in output.nodes]
    if len(expression) != 1 or not all(isinstance(node, _ALLOWED) for node in _all(expression[0])):
        return None
    return tuple(_paths(expression[0]))


@cache
def _environment() -> Environment:
    return Environment()  # noqa: S701 (parses conditions, renders nothing)


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def _paths(node: nodes.Node) -> Iterator[Path]:
    if isinstance(node, (nodes.Name, nodes.Getattr)):
        parts: list[str] = []
        while isinstance(node, nodes.Getattr):
            parts.append(node.attr)
            node = node.node
        yield (node.name if isinstance(node, nodes.Name) else "", *reversed(parts))
        return
    for child in node.iter_child_nodes():
        yield from _paths(child)
