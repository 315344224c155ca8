"""Nodes: what stands in the YAML files, with the place of every key and value."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from aftale_builder.findings import Place


@dataclass(frozen=True, slots=True, eq=False)
class SourceFile:
    """One file of the agreement: its name as shown to the user, and its text as stored, but for LF line ends and no BOM.

    `name` is relative to the agreement's folder, with forward slashes. `newline` and `bom` say how it was stored.
    """

    name: str
    text: str
    newline: str = "\n"
    bom: bool = False
    _starts: list[int] = field(default_factory=list, repr=False)

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1 and in characters, of an offset into `text`."""
        if not self._starts:
            self._starts.append(0)
            find = self.text.find
            at = find("\n")
            while at >= 0:
                self._starts.append(at + 1)
                at = find("\n", at + 1)
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one file: offsets into its text, `end` not included."""

    file: SourceFile
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return the stretch as it stands in the file."""
        return self.file.text[self.start : self.end]

    def place(self, path: str) -> Place:
        """Return the place of the stretch, in lines and columns."""
        line, column = self.file.position(self.start)
        end_line, end_column = self.file.position(self.end)
        return Place(self.file.name, path, line, column, end_line, end_column)


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A value of the agreement.

    `span` is the value's own stretch; `key` the stretch of the key that it hangs on (None for the root and for items of a list);
    `path` tells the way to it by ids («parter/fob/navn»); `via` is the stretch of the `!fil` that brought it in, if any.
    """

    span: Span
    path: str
    key: Span | None = None
    via: Span | None = None

    def place(self) -> Place:
        """Return the place of the value."""
        return self.span.place(self.path)

    @property
    def heading(self) -> Anchor:
        """Return where to point for something that is missing inside: the key, else the start of the value."""
        if self.key is not None:
            return Anchor(self.key, self.path)
        return Anchor(Span(self.span.file, self.span.start, self.span.start), self.path)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch that a finding points at, with the path it is known by."""

    span: Span
    path: str

    def place(self) -> Place:
        """Return the place of the stretch."""
        return self.span.place(self.path)


@dataclass(frozen=True, slots=True, eq=False)
class Scalar(Node):
    """Text (NFC) as the parser gives it, not yet read as anything. `style` is plain, single, double, literal, folded or file."""

    value: str = ""
    style: str = "plain"

    @property
    def empty(self) -> bool:
        """Tell whether nothing was written (`navn:` or `navn: ~`)."""
        return self.style == "plain" and self.value in ("", "~", "null", "Null", "NULL")

    def at(self, start: int, end: int) -> Anchor:
        """Return the anchor of a part of the value, given by offsets into it."""
        from aftale_builder.source.offsets import source_offset

        first = source_offset(self, start)
        last = source_offset(self, end - 1) + 1 if end > start else first
        return Anchor(Span(self.span.file, first, last), self.path)


@dataclass(frozen=True, slots=True, eq=False)
class Mapping(Node):
    """Keys with values, in the order written. A key written twice stands here once; the fault is reported by the reader."""

    entries: dict[str, Node] = field(default_factory=dict)

    def __iter__(self) -> Iterator[tuple[str, Node]]:
        return iter(self.entries.items())


@dataclass(frozen=True, slots=True, eq=False)
class Sequence(Node):
    """A list."""

    items: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Unreadable(Node):
    """Something stands here, but it could not be read; the fault is reported. It is neither absent nor empty."""


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every scalar below the node, in the order of the file."""
    match node:
        case Scalar():
            yield node
        case Mapping():
            for child in node.entries.values():
                yield from scalars(child)
        case Sequence():
            for child in node.items:
                yield from scalars(child)
