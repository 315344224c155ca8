"""One Word file that is pulled, and what is gone from it, as things of the agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from aftale_builder.pulling.changes import Change, Edits, Removed
from aftale_builder.pulling.index import Index
from aftale_builder.source import node as nodes


@dataclass(frozen=True)
class Pulled:
    """One Word file: its name, what was done to it, how often each value stands in its text, and which are enumerated in it."""

    name: str
    edits: Edits
    counts: Mapping[str, int] = field(default_factory=dict)
    enumerated: frozenset[str] = frozenset()


def with_things_gone(index: Index, file: Pulled) -> Pulled:
    """Return a file in which a thing of a list, of which all that was printed is deleted, is told of as one that is gone."""
    gone: dict[str, list[Change]] = {}
    for edit in file.edits.edits:
        if isinstance(edit, Change) and not edit.after.strip() and not edit.by:
            gone.setdefault(edit.path.rpartition("/")[0], []).append(edit)
    whole = {}
    for path, edits in gone.items():
        node = index.node(path)
        there = sum(count for printed, count in file.counts.items() if printed.startswith(f"{path}/"))
        if isinstance(node, nodes.Mapping) and isinstance(node.parent, nodes.Sequence) and len(edits) == there:
            whole[path] = Removed(path, " | ".join(edit.before for edit in edits), edits[0].at)
    taken = [id(edit) for path in whole for edit in gone[path]]
    left = tuple(edit for edit in file.edits.edits if id(edit) not in taken)
    return replace(file, edits=replace(file.edits, edits=(*left, *whole.values())))


Entry = tuple[Pulled, Change]


def by_path(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield each value that was changed, with all that is said of it."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry[1].path, []).append(entry)
    yield from groups.items()


def beside_what_is_gone(file: Pulled, change: Change) -> bool:
    """Tell whether a value is only not printed any more beside a thing that was taken out, and stands elsewhere in the file."""
    if change.after.strip():
        return False
    gone = [edit for edit in file.edits.edits if isinstance(edit, Change) and edit.path == change.path and not edit.after.strip()]
    places = {(edit.at.section, edit.at.paragraph) for edit in file.edits.edits if isinstance(edit, Removed)}
    return (change.at.section, change.at.paragraph) in places and (file.counts.get(change.path, 0) > len(gone) or bool(change.by))
