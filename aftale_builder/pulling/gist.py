"""What is asked of nodes, units and edits while two files are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from aftale_builder.pulling import reasons
from aftale_builder.pulling.changes import Edit, Refused
from aftale_builder.pulling.printed import Owner, Printed
from aftale_builder.pulling.tree import Node


def together(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield the edits, what is new below each other and belongs to no field as one."""
    last: Refused | None = None
    for edit in edits:
        belongs_nowhere = isinstance(edit, Refused) and edit.why in (reasons.NO_FIELD, reasons.HEADING)
        if isinstance(edit, Refused) and last is not None and edit.why == last.why:
            last = replace(last, after=f"{last.after}\n{edit.after}")
            continue
        if last is not None:
            yield last
        last = edit if isinstance(edit, Refused) and belongs_nowhere else None
        if last is None:
            yield edit
    if last is not None:
        yield last


def line_of(unit: Printed) -> Owner | None:
    """Return the prose value that a unit is a line of, None where it is the line of none."""
    return next((owner for owner in unit.owners if not owner.insert), None)


def text_of(nodes: Iterable[Node]) -> str:
    """Return the words of nodes, one below the other."""
    return "\n".join(node.text for node in nodes)


def first_said(node: Node) -> Printed:
    """Return the first unit of a node that says something, else its own."""
    return next((unit for unit in node.every() if unit.text), node.unit)
