"""One Word file that is pulled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from aftale_builder.pulling.changes import Change, Edits


@dataclass(frozen=True)
class Pulled:
    """One Word file: its name, and what was done to it.

    `printings` tells, for each value, the section of each place in the text (page heads and feet left aside) that prints it;
    `order`, for each list, its items in the order in which they are printed.
    """

    name: str
    edits: Edits
    printings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


Entry = tuple[Pulled, Change]


def by_path(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield each value that was changed, with all that is said of it."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry[1].path, []).append(entry)
    yield from groups.items()
