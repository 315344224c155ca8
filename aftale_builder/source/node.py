"""Nodes: what stands in the YAML files, with the place of every key and value."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from aftale_builder.findings import Place

IDENTITY = ("id", "indikator", "område", "kilde", "organ", "part", "regel")
"""The keys that name an item of a list in a path, the surest first."""


@dataclass(frozen=True, slots=True, eq=False)
class SourceFile:
    """One file of the agreement: its name as shown to the user, and its text as stored, without BOM."""

    name: str
    text: str = field(repr=False)
    bom: bool = False
    _starts: list[int] = field(default_factory=list, repr=False)

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1 and in characters, of an offset into `text`."""
        if not self._starts:
            self._starts.append(0)
            at = self.text.find("\n")
            while at >= 0:
                self._starts.append(at + 1)
                at = self.text.find("\n", at + 1)
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, offset: int) -> str:
        """Return the line that an offset into `text` stands in, without its end."""
        start = self.text.rfind("\n", 0, offset) + 1
        return self.text[start:].partition("\n")[0].removesuffix("\r")

    @property
    def newline(self) -> str:
        """Return the line end that the file uses."""
        return "\r\n" if "\r\n" in self.text else "\n"


@dataclass(slots=True, eq=False)
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


@dataclass(slots=True, eq=False)
class Anchor:
    """A stretch that a finding points at, with the path it is known by.

    `unfilled` tells that it is the beginning of a file that `!fil` brings in and that has nothing written in it.
    """

    span: Span
    path: str
    unfilled: bool = False

    def place(self) -> Place:
        """Return the place of the stretch."""
        return self.span.place(self.path)


@dataclass(slots=True, eq=False)
class Node:
    """A value of the agreement.

    `span` is the value's own stretch, `key` that of the key it hangs on (None for the root and for items of a list),
    `via` that of the `!fil` that brought it in, if any. `step` is its key, or its number from 0, in `parent`.
    """

    span: Span
    parent: Node | None = field(default=None, repr=False)
    step: str | int = ""
    key: Span | None = None
    via: Span | None = None

    @property
    def path(self) -> str:
        """Return the way to the value by ids («parter/fob/navn»), by number from 1 only where an item has no id.

        The second item of a list with the same id is known by «id~2», so that a path leads to one value.
        """
        if self.parent is None:
            return ""
        step = self.step if isinstance(self.step, str) else _named(self, self.step)
        above = self.parent.path
        return f"{above}/{step}" if above else step

    def place(self) -> Place:
        """Return the place of the value."""
        return self.span.place(self.path)

    @property
    def heading(self) -> Anchor:
        """Return where to point for something that is missing inside: the key, else the start of the value.

        Where `!fil` brings in a file that has nothing written in it, that file is the place.
        """
        if self.key is not None and not self.unfilled:
            return Anchor(self.key, self.path)
        return Anchor(Span(self.span.file, self.span.start, self.span.start), self.path, self.unfilled)

    @property
    def lack(self) -> Anchor:
        """Return where to point for a key that is missing inside: as `heading`, but in the file that is to be mended.

        That is the file that `!fil` brings in, whose beginning is the place, rather than the one that names it.
        """
        if self.via is None or self.unfilled:
            return self.heading
        return Anchor(Span(self.span.file, self.span.start, self.span.start), self.path)

    @property
    def unfilled(self) -> bool:
        """Tell whether it is what `!fil` brought in from a file that has nothing written in it."""
        return self.via is not None and not written(self)


@dataclass(slots=True, eq=False)
class Scalar(Node):
    """Text (NFC) as the parser gives it, not yet read as anything. `style` is plain, single, double, literal, folded or file."""

    value: str = ""
    style: str = "plain"

    @property
    def empty(self) -> bool:
        """Tell whether nothing was written (`navn:` or `navn: ~`)."""
        return self.style == "plain" and self.value in ("", "~", "null")

    def at(self, start: int, end: int) -> Anchor:
        """Return the anchor of a part of the value, given by offsets into it."""
        from aftale_builder.source.offsets import source_offsets

        first, last = source_offsets(self, start, end)
        return Anchor(Span(self.span.file, first, last), self.path)


@dataclass(slots=True, eq=False)
class Mapping(Node):
    """Keys with values, in the order written. `complete` is False where the file could not be read to its end.

    `twice` are the keys written more than once: the first stands in `entries`, but which was meant is not known.
    """

    entries: dict[str, Node] = field(default_factory=dict)
    complete: bool = True
    twice: set[str] = field(default_factory=set)


@dataclass(slots=True, eq=False)
class Sequence(Node):
    """A list. `complete` is False where the file could not be read to the list's end."""

    items: list[Node] = field(default_factory=list)
    complete: bool = True


@dataclass(slots=True, eq=False)
class Unreadable(Node):
    """Something stands here, but it could not be read; the fault is reported. It is neither absent nor empty."""


def _named(node: Node, number: int) -> str:
    """Return what an item of a list is known by in a path; `number` is its own, from 0."""
    name = identity(node)
    if not name:
        return str(number + 1)
    beside = node.parent.items[:number] if isinstance(node.parent, Sequence) else []
    same = sum(identity(other) == name for other in beside)
    return name.replace("/", "∕") + (f"~{same + 1}" if same else "")


def identity(node: Node) -> str:
    """Return what names an item of a list: the first of its IDENTITY keys, «» where it has none."""
    if isinstance(node, Mapping):
        for key in IDENTITY:
            child = node.entries.get(key)
            if isinstance(child, Scalar) and not child.empty:
                return child.value
    return ""


def written(node: Node) -> bool:
    """Tell whether anything stands in the value but keys with nothing after them; what can't be read does."""
    if isinstance(node, Scalar):
        return not node.empty and bool(node.value.strip())
    if isinstance(node, Mapping):
        return not node.complete or any(map(written, node.entries.values()))
    if isinstance(node, Sequence):
        return not node.complete or any(map(written, node.items))
    return True


def unfilled(node: Node) -> Iterator[Node]:
    """Yield every value below the node that `!fil` brought in from a file that has nothing written in it."""
    if node.unfilled:
        yield node
    elif isinstance(node, Mapping):
        for child in node.entries.values():
            yield from unfilled(child)
    elif isinstance(node, Sequence):
        for child in node.items:
            yield from unfilled(child)


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every scalar below the node, in the order of the file."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for child in node.entries.values():
            yield from scalars(child)
    elif isinstance(node, Sequence):
        for child in node.items:
            yield from scalars(child)
