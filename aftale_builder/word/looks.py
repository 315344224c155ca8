"""The looks of a template's own paragraphs, carried through the template engine; the numbers of its own lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from aftale_builder.word.reading import ListItem, Unit

_SIGN = "\ue005"
LOOK = re.compile(f"{_SIGN}(\\d+){_SIGN}")
"""From here on the text has the look of the run with this number."""
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def looked(unit: Unit) -> str:
    """Return the text of a unit of the template with the looks of its runs told outside the tags.

    They are told anew after each tag, since the text before it may be left out.
    """
    if len(unit.runs) < 2:
        return unit.text
    return "".join(_stretches(unit))


def _stretches(unit: Unit) -> Iterator[str]:
    shown = [(number, run) for number, run in enumerate(unit.runs) if not run.hidden]
    starts = [0, *accumulate(len(run.text) for _, run in shown)]
    tags = [found.span() for found in _TAG.finditer(unit.text)]
    cuts = {cut for cut in starts if not any(start < cut < end for start, end in tags)}
    for start, end in pairwise(sorted(cuts.union(*tags))):
        number = next(number for (number, _), last in zip(shown, starts[1:], strict=True) if start < last)
        yield f"{_SIGN}{number}{_SIGN}{unit.text[start:end]}"


class Counted:
    """Counts the items of the template's own numbered lists as they are printed, however often."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._first: dict[tuple[str, int], int] = {}
        self._last: dict[tuple[str, int], int] = {}
        for unit in units:
            if unit.item is not None:
                self._first.setdefault((unit.item.number_id, unit.item.level), unit.item.value)

    def next(self, item: ListItem) -> int:
        """Return the number that this item shows."""
        key = (item.number_id, item.level)
        self._last[key] = self._last[key] + 1 if key in self._last else self._first[key]
        self._last = {(list_, level): last for (list_, level), last in self._last.items() if list_ != key[0] or level <= key[1]}
        return self._last[key]
