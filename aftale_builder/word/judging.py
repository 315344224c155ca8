"""Values judged before anything is filled: characters that XML cannot hold, and Markdown by which words would be lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from aftale_builder.findings import Anchored, Fault, Place
from aftale_builder.word.markdown import problems
from aftale_builder.word.values import PROPERTIES, Kind, Value, as_value, inside

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def judge(values: Iterable[Value], view: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Return every fault of the values, and of the view's properties: none of them can be set as written."""
    properties = (as_value(item) for item in view.get(PROPERTIES, {}).values())
    every = [inner for value in (*values, *filter(None, properties)) for inner in inside(value)]
    seen: dict[tuple[int, str], Fault] = {}
    for value in every:
        for fault in (*_illegal(value), *_lost(value)):
            seen.setdefault((id(fault.at) if value.anchor is None else id(value.anchor), fault.message), fault)
    return tuple(seen.values())


def _illegal(value: Value) -> Iterator[Fault]:
    for number, found in enumerate(ILLEGAL.finditer(value.text)):
        if number == 20:  # enough to see what is wrong with it
            return
        yield Fault(
            "KLD010",
            _at(value, found.start(), found.end()),
            f"Teksten har et usynligt tegn (U+{ord(found[0]):04X}), som en Word-fil ikke kan rumme.",
            "Slet tegnet; det er som regel kommet med fra et andet program.",
        )


def _lost(value: Value) -> Iterator[Fault]:
    if value.kind is Kind.PROSE:
        for problem in problems(value.text, value.inserts):
            if problem.lost:
                yield Fault("KLD012", _at(value, problem.start, problem.end), problem.message, problem.help)


class _Nowhere:
    """The place of a value that comes from no file."""

    def place(self) -> Place:
        return Place("")


_NOWHERE = _Nowhere()


def _at(value: Value, start: int, end: int) -> Anchored:
    """Return the place of a stretch of the value: as near as its anchor can tell."""
    anchor = value.anchor
    within = getattr(anchor, "at", None)
    if within is not None and getattr(anchor, "value", None) == value.text:
        found: Anchored = within(start, end)
        return found
    return anchor or _NOWHERE
