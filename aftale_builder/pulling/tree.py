"""Units as a tree: paragraphs, and tables of rows of cells that hold paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aftale_builder.pulling.printed import Printed
from aftale_builder.word.reading import Kind

_ENDS = frozenset({Kind.TABLE_END, Kind.TEXT_BOX_END})
_CELLS = frozenset({Kind.CELL, Kind.MERGED_CELL})
_HOLDERS = frozenset({Kind.TABLE, Kind.TEXT_BOX})


@dataclass(slots=True, eq=False)
class Node:
    """A paragraph, a table or text box, a row or a cell, with what it holds. `key` is equal where two say exactly the same."""

    unit: Printed
    children: list[Node] = field(default_factory=list)
    key: int = 0
    words: tuple[str, ...] = ()
    bookmarks: frozenset[int] = frozenset()

    def every(self) -> Iterator[Printed]:
        """Yield its unit and those of all it holds, in order."""
        yield self.unit
        for child in self.children:
            yield from child.every()

    @property
    def text(self) -> str:
        """Return its words, a line for each paragraph or row."""
        if self.unit.kind is Kind.ROW:
            return " | ".join(child.text for child in self.children)
        return "\n".join([self.unit.text, *(child.text for child in self.children)]).strip()


def tree(units: Sequence[Printed]) -> list[Node]:
    """Return the outermost nodes."""
    root: list[Node] = []
    open_: list[tuple[Kind | None, list[Node]]] = [(None, root)]

    def close(*kinds: Kind) -> None:
        while len(open_) > 1 and open_[-1][0] in kinds:
            open_.pop()

    for unit in units:
        if unit.kind in _ENDS:
            close(Kind.CELL, Kind.ROW)
            close_one(open_)
            continue
        if unit.kind is Kind.ROW:
            close(Kind.CELL, Kind.ROW)
        elif unit.kind in _CELLS:
            close(Kind.CELL)
        node = Node(unit)
        open_[-1][1].append(node)
        if unit.kind is Kind.ROW or unit.kind in _CELLS or unit.kind in _HOLDERS:
            open_.append((Kind.CELL if unit.kind in _CELLS else unit.kind, node.children))
    for node in root:
        _summed(node)
    return root


def close_one(open_: list[tuple[Kind | None, list[Node]]]) -> None:
    """End the innermost table or text box."""
    if len(open_) > 1:
        open_.pop()


def _summed(node: Node) -> None:
    words = node.unit.text.casefold().split()
    marks = set(node.unit.bookmarks)
    for child in node.children:
        _summed(child)
        words.extend(child.words)
        marks |= child.bookmarks
    node.words, node.bookmarks = tuple(words), frozenset(marks)
    node.key = hash((node.unit.says, tuple(child.key for child in node.children)))
