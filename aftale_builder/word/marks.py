"""Opaque marks for the leaves of a view, so that no text of a user ever passes through the template engine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from aftale_builder.word.values import PROPERTIES, Value, as_value

OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")


class Mark(str):
    """What the template engine sees of a value. It is true where there is something to print."""

    __slots__ = ("value",)
    value: Value

    def __new__(cls, number: int, value: Value) -> Self:
        """Return the mark of a value by its number."""
        mark = super().__new__(cls, f"{OPEN}{number}{CLOSE}")
        mark.value = value
        return mark

    def __bool__(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True, slots=True)
class Marked:
    """A view whose leaves are marks, and the values by number; `paths` tells where in the view each stands."""

    view: Mapping[str, Any]
    values: tuple[Value, ...]
    paths: tuple[str, ...]

    def split(self, text: str) -> Iterator[str | Value]:
        """Yield the pieces of a text: what stands between marks, and the values of the marks."""
        for at, piece in enumerate(MARK.split(text)):
            if at % 2:
                yield self.values[int(piece)]
            elif piece:
                yield piece

    def alone(self, text: str) -> Value | None:
        """Return the value of the mark that is all of a text, None where there is more or none."""
        found = MARK.fullmatch(text.strip())
        return self.values[int(found[1])] if found else None


def mark(view: Mapping[str, Any]) -> Marked:
    """Return the view with a mark for each leaf. Equal views get equal numbers. What goes into the properties is left out."""
    values: list[Value] = []
    paths: list[str] = []

    def marked(part: Any, path: str) -> Any:
        if isinstance(part, Mapping):
            return {key: marked(item, f"{path}.{key}" if path else key) for key, item in part.items()}
        if isinstance(part, Sequence) and not isinstance(part, str):
            return [marked(item, f"{path}[{at}]") for at, item in enumerate(part)]
        value = as_value(part)
        if value is None:
            return part
        values.append(value)
        paths.append(path)
        return Mark(len(values) - 1, value)

    whole = marked({key: part for key, part in view.items() if key != PROPERTIES}, "")
    return Marked(whole, tuple(values), tuple(paths))
