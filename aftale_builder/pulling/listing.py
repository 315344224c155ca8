"""Lists that a file enumerates otherwise than it did: what their items are to be in the YAML, and the edits that make them so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aftale_builder.findings import Place
from aftale_builder.pulling.changes import Listed
from aftale_builder.pulling.index import Index, text_of
from aftale_builder.pulling.outcome import AS_MADE, Conflict, Version
from aftale_builder.pulling.own_way import at_home
from aftale_builder.source import emit
from aftale_builder.source import node as nodes
from aftale_builder.source.emit import Raw
from aftale_builder.source.node import Node, Scalar
from aftale_builder.source.relisting import relisted
from aftale_builder.source.scalars import UnclearError
from aftale_builder.source.splice import Edit


class NoWayError(Exception):
    """A list that cannot be made to say what stands in Word; the message says why, in Danish."""


@dataclass(frozen=True, slots=True)
class Way:
    """What makes the edits of a list, and where it is."""

    make: Callable[[], tuple[Edit, ...]]
    at: Place


def planned(index: Index, path: str, edits: Sequence[tuple[str, Listed]]) -> Way | Conflict | None:
    """Return what is to be done with a list, by all that the files say of it; None where the YAML has it so already.

    Raises NoWayError.
    """
    node = index.node(path)
    if not isinstance(node, nodes.Sequence):
        raise NoWayError("Her står ikke længere en liste i aftalen.")
    wanted = {_wanted(index, edit): (name, edit) for name, edit in reversed(edits)}
    now = tuple(text_of(item) or "" for item in node.items)
    values, (_, edit) = next(iter(wanted.items()))
    if len(wanted) == 1 and now == values:
        return None
    if len(wanted) == 1 and now == edit.was:
        kept = [item if isinstance(item, int) else _like(node.items, to) for item, to in zip(edit.now, values, strict=True)]
        return Way(lambda: relisted(node, kept), node.place())
    versions = [Version(AS_MADE, edit.at, edit.before)]
    if now != edit.was:
        versions.append(Version("aftalen nu", node.place(), ", ".join(now), ", ".join(edit.was)))
    versions += [Version(name, one.at, one.after, one.before) for name, one in wanted.values()]
    return Conflict(path, tuple(versions))


def _wanted(index: Index, edit: Listed) -> tuple[str, ...]:
    """Return what the YAML is to have in a list. Raises NoWayError."""
    return tuple(edit.was[item] if isinstance(item, int) else _item(index, edit, item) for item in edit.now)


def _item(index: Index, edit: Listed, word: str) -> str:
    found = index.meant(edit.form, edit.refers, word) if edit.refers else ""
    if edit.refers and not found:
        raise NoWayError(f"«{word}» er ikke navnet på noget i aftalen.")
    try:
        return found or at_home(edit.form, "", word)
    except UnclearError as why:
        raise NoWayError(str(why)) from why


def _like(items: Sequence[Node], value: str) -> str | Raw:
    """Return a new item as those beside it are written: bare where they are, though they might be taken for something else."""
    model = items[0] if items else None
    bare = isinstance(model, Scalar) and model.style == "plain" and emit.scalar(model.value) != model.value
    return Raw(value) if bare else value
