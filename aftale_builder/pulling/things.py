"""Things that are new in the lists of the agreement, and things that are gone from them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aftale_builder.findings import Place
from aftale_builder.model.element import Element
from aftale_builder.pulling import enumerations, moves
from aftale_builder.pulling.changes import Added, Cell, Form, Removed
from aftale_builder.pulling.index import Index, text_of
from aftale_builder.pulling.own_way import at_home
from aftale_builder.source import emit
from aftale_builder.source import node as nodes
from aftale_builder.source.editing import UneditableError, emptied, with_item, without_item
from aftale_builder.source.emit import Block, Literal, Raw
from aftale_builder.source.scalars import UnclearError
from aftale_builder.source.splice import Edit

_LONGEST_ID = 32


@dataclass(frozen=True)
class Possible:
    """Edits of a list, and where it is."""

    edit: Added | Removed
    edits: tuple[Edit, ...]
    at: Place
    moved: bool = False


@dataclass(frozen=True)
class Impossible:
    """What cannot be put in or taken out, the file that asks it, and why, in Danish."""

    file: str
    edit: Added | Removed
    why: str


class _NoWayError(Exception):
    pass


def words(edit: Added | Removed) -> tuple[str, str]:
    """Return what is printed of a thing before and after."""
    return (moves.said(edit), "") if isinstance(edit, Removed) else ("", moves.said(edit))


def planned(
    index: Index, edits: Sequence[tuple[str, Added | Removed]], come: Sequence[str], orders: moves.Orders
) -> Iterator[Possible | Impossible]:
    """Yield what becomes of each; what several files tell alike comes once. `come` is what is refused as new.

    What is gone here and new there was moved: written anew it would lose what is not printed of it.
    """
    taken: set[int] = set()
    for file in dict.fromkeys(name for name, _ in edits):
        mine = [edit for name, edit in edits if name == file]
        found = moves.pairs(index, mine)
        for path, inside, alone in moves.by_list(found, mine):
            taken |= {id(edit) for pair in inside for edit in pair}
            yield from _moved(index, file, path, inside, orders.get(file, {}).get(path, ()), alone=alone)
        for edit in mine:
            if not isinstance(edit, Removed) or isinstance(index.node(edit.path), nodes.Scalar):
                continue
            if id(edit) not in taken and any(moves.holds(text, edit) for text in come):
                taken.add(id(edit))
                yield Impossible(file, edit, moves.MOVED)
    yield from _planned(index, [(name, edit) for name, edit in edits if id(edit) not in taken])


def _moved(
    index: Index, file: str, path: str, pairs: moves.Pairs, printed: Sequence[str], *, alone: bool
) -> Iterator[Possible | Impossible]:
    """Yield what becomes of what was moved in a list."""
    try:
        made = moves.reordered(index, path, pairs, printed) if alone else moves.MOVED
    except UneditableError as error:
        made = error.message
    for number, (gone, _) in enumerate(pairs):
        node = index.node(gone.path)
        if isinstance(made, str):
            yield Impossible(file, gone, made)
        elif made and node is not None:
            yield Possible(gone, made if number == 0 else (), node.place(), moved=True)


def _planned(index: Index, edits: Sequence[tuple[str, Added | Removed]]) -> Iterator[Possible | Impossible]:
    gone = {edit.path for _, edit in edits if isinstance(edit, Removed)}
    seen: set[object] = set()
    taken = index.ids()
    for file, edit in edits:
        key = edit.path if isinstance(edit, Removed) else (edit.path, edit.after, edit.cells, _number(edits, file, edit))
        if key in seen:
            continue
        seen.add(key)
        try:
            made, at = _removal(index, edit, gone) if isinstance(edit, Removed) else _addition(index, edit, gone, taken)
            yield Possible(edit, made, at)
        except (_NoWayError, UnclearError) as why:
            yield Impossible(file, edit, str(why))
        except UneditableError as error:
            yield Impossible(file, edit, error.message)


def _number(edits: Sequence[tuple[str, Added | Removed]], file: str, edit: Added) -> int:
    """Return how many of the same a file has told before this: two rows that say the same are two."""
    before = edits[: next(at for at, (_, other) in enumerate(edits) if other is edit)]
    return sum(
        name == file
        and isinstance(other, Added)
        and (other.path, other.after, other.cells) == (edit.path, edit.after, edit.cells)
        for name, other in before
    )


def _removal(index: Index, edit: Removed, gone: set[str]) -> tuple[tuple[Edit, ...], Place]:
    node = index.node(edit.path)
    parent = node.parent if node is not None else None
    if node is None or not isinstance(parent, nodes.Sequence):
        raise _NoWayError("Det er ikke et punkt i en liste i aftalen.")
    going = [at for at, item in enumerate(parent.items) if item.path in gone]
    if len(going) == len(parent.items) > 1:
        return ((emptied(parent),) if going[0] == node.step else ()), node.place()
    if parent.span.text.startswith("[") and len(going) > 1:
        if going[0] != node.step:
            return (), node.place()
        left = [(item.via or item.span).text for at, item in enumerate(parent.items) if at not in going]
        return (Edit(parent.span, f"[{', '.join(left)}]"),), node.place()
    return (without_item(parent, int(node.step)),), node.place()


def _addition(index: Index, edit: Added, gone: set[str], taken: set[str]) -> tuple[tuple[Edit, ...], Place]:
    sequence = index.node(edit.path)
    if not isinstance(sequence, nodes.Sequence) or not sequence.items:
        raise _NoWayError("Aftalen har ikke en liste her med noget i, som det nye kan skrives efter. Skriv det i YAML.")
    at = 0
    if edit.after:
        before = index.node(edit.after)
        if before is None or before.parent is not sequence:
            raise _NoWayError("Det, som det nye står efter, er ikke længere i aftalen.")
        at = int(before.step) + 1
        while at and sequence.items[at - 1].path in gone:
            at -= 1
    model = sequence.items[min(max(at - 1, 0), len(sequence.items) - 1)]
    if isinstance(model, nodes.Scalar):
        made = _written(index, edit.cells[0], model.value, None)
        return (with_item(sequence, at, made.text if isinstance(made, Literal) else made),), sequence.place()
    if not isinstance(model, nodes.Mapping):
        raise _NoWayError("Punkterne i listen er ikke skrevet, så et nyt kan skrives som dem.")
    block = _block(index, edit, model, taken)
    value = Raw(_flow(block)) if model.span.text.startswith("{") else block
    return (with_item(sequence, at, value),), sequence.place()


def _block(index: Index, edit: Added, model: nodes.Mapping, taken: set[str]) -> Block:
    """Return a new thing, its keys in the order of the one before it and then of the language."""
    element = index.element(model)
    kind = type(element) if element is not None else None
    values: dict[str, str | Raw | Literal] = {}
    for cell in edit.cells:
        if "/" in cell.key:
            raise _NoWayError("Noget af det nye hører til længere nede i aftalen. Skriv det i YAML.")
        if cell.text.strip():
            values[cell.key] = _written(index, cell, text_of(model.entries.get(cell.key)) or "", kind)
    unit = model.entries.get("enhed")
    if isinstance(unit, nodes.Scalar) and "enhed" not in values and any(cell.unit for cell in edit.cells):
        values["enhed"] = Raw(unit.value)  # it is printed behind the numbers, and has no column of its own
    if kind is not None and "id" in index.required(kind) and "id" not in values:
        values["id"] = Raw(_new_id(next((cell.text for cell in edit.cells if cell.form is Form.TEXT), "ny"), taken))
    lacking = [key for key in index.required(kind) if key not in values] if kind is not None else []
    if lacking or not values:
        raise _NoWayError(f"Der mangler noget, som skal stå: {', '.join(lacking) or 'teksten'}.")
    order = [*model.entries, *index.order(model)]
    return Block(tuple((key, values[key]) for key in dict.fromkeys([*order, *values]) if key in values))


def _enumerated(index: Index, cell: Cell, kind: type[Element] | None) -> Raw:
    """Return a list of what a cell enumerates."""
    items = [
        _written(index, replace(cell, text=word, listed=False), "", kind) for word in enumerations.words(cell.text, index.names)
    ]
    return Raw(f"[{', '.join(_in_flow(item) for item in items)}]")


def _written(index: Index, cell: Cell, source: str, kind: type[Element] | None) -> str | Raw | Literal:
    if cell.listed:
        return _enumerated(index, cell, kind)
    if cell.refers or (kind is not None and index.is_reference(kind, cell.key)):
        found = index.named(cell.text)
        if not found:
            raise _NoWayError(f"«{cell.text}» er ikke navnet på noget i aftalen, som {cell.key} kan pege på.")
        return Raw(found)
    if cell.form is Form.PROSE:
        return Literal(cell.text) if "\n" in cell.text else cell.text
    text = at_home(cell.form, source, cell.text, cell.unit)
    return text if cell.form in (Form.TEXT, Form.CAPITAL) else Raw(text)


def _flow(block: Block) -> str:
    pairs = []
    for entry in block.entries:
        if isinstance(entry, tuple):
            key, value = entry
            told = _in_flow(value if isinstance(value, (str, Raw, Literal)) else "")
            pairs.append(f"{key}: {told}")
    return f"{{{', '.join(pairs)}}}"


def _in_flow(value: str | Raw | Literal) -> str:
    """Return a value as it is written between brackets."""
    if isinstance(value, Raw):
        return value.yaml
    return emit.scalar(value.text if isinstance(value, Literal) else value, flow=True)


def _new_id(text: str, taken: set[str]) -> str:
    """Return an id made of the first words of a text, and no other thing's."""
    plain = "".join(sign if sign.isalnum() else "-" for sign in unicodedata.normalize("NFC", text).casefold())
    name = re.sub(r"-+", "-", plain).strip("-") or "ny"
    if len(name) > _LONGEST_ID:
        name = name[: _LONGEST_ID + 1].rpartition("-")[0] or name[:_LONGEST_ID]
    found = name
    number = 2
    while found in taken:
        found = f"{name}-{number}"
        number += 1
    taken.add(found)
    return found
