"""Deletions that would leave something in the agreement pointing at nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aftale_builder.findings import Place
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element, walk
from aftale_builder.pulling.index import Index
from aftale_builder.pulling.outcome import Done
from aftale_builder.rules.references import TARGETS, Reference, definitions, references

_Thing = tuple[type[Element], str]
"""What can be pointed at: the kind of thing, and its id."""

_MOST = 6
"""So many lines of a file are told."""


def left_dangling(before: Aftale, after: Aftale, done: Sequence[Done]) -> Iterator[tuple[str, str]]:
    """Yield the path of each thing that cannot be taken out, with why: from where something would still point at it."""
    index, new = Index(before), _astray(after).keys() - _astray(before).keys()
    for it in done:
        element = index.element(index.node(it.path)) if not it.after else None
        gone = {(type(inner), str(getattr(inner, "id", ""))) for inner in walk(element)} & new if element is not None else set()
        if gone:
            yield it.path, _why([reference.place() for reference in references(before) if _points(reference, gone, it.path)])


def _astray(aftale: Aftale) -> dict[_Thing, list[Reference]]:
    """Return what is pointed at inside the agreement and is not there, with what points at it."""
    defined = definitions(aftale)
    astray: dict[_Thing, list[Reference]] = {}
    for reference in references(aftale):
        target = TARGETS.get(reference.kind)
        if target is not None and reference.id not in defined[target]:
            astray.setdefault((target, str(reference.id)), []).append(reference)
    return astray


def _points(reference: Reference, things: set[_Thing], path: str) -> bool:
    """Tell whether a reference that is not itself in what is taken out points at one of some things."""
    here = reference.owner.node.path
    target = TARGETS.get(reference.kind)
    return target is not None and (target, str(reference.id)) in things and not f"{here}/".startswith(f"{path}/")


def _why(places: Sequence[Place]) -> str:
    by_file: dict[str, list[int]] = {}
    for place in places:
        by_file.setdefault(place.file, []).append(place.line or 1)
    where = "; ".join(f"{file} linje {_listed(sorted(set(lines)))}" for file, lines in by_file.items())
    return f"Det kan ikke slettes, så længe noget i aftalen peger på det: {where}. Ret det dér først, og hent så filen igen."


def _listed(lines: Sequence[int]) -> str:
    told = [str(line) for line in lines[:_MOST]]
    if (left := len(lines) - len(told)) > 0:
        told.append(f"{left} {'anden' if left == 1 else 'andre'}")
    return " og ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else told[0]
