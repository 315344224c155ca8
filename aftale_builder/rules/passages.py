"""Passage: a text of the agreement and where it stands, whether it comes from YAML or from a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from aftale_builder.findings import Anchored
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element, own_fields, walk
from aftale_builder.model.kinds import Prosa
from aftale_builder.source.node import Anchor, Mapping, Node, Scalar, Sequence, Span


class Text(Protocol):
    """What a passage's text was read from: a value of a YAML file, a paragraph of a Word file."""

    def at(self, start: int, end: int) -> Anchored:
        """Return where a part of the text stands, given by offsets into it."""
        ...


class Passage(NamedTuple):
    """One text, complete in itself: a value, a paragraph, a cell, a file name.

    `section` is the part it belongs to: the root key of the agreement, or the heading of a Word file. `label` is what the text is
    introduced by, outside of it: its keys, the heading of its column, the words before its field.
    """

    text: str
    section: str
    source: Text
    label: str = ""

    def at(self, start: int, end: int) -> Anchored:
        """Return where a part of the text stands, given by offsets into it."""
        return self.source.at(start, end)


class _Stretch(NamedTuple):
    """A text that is read as it stands in the file: a key, a file name."""

    span: Span
    node: Node

    def at(self, start: int, end: int) -> Anchor:
        return Anchor(Span(self.span.file, self.span.start + start, self.span.start + end), self.node.path)


def every_text(aftale: Aftale) -> Iterator[Passage]:
    """Yield every text of the agreement: values, names of the files that `!fil` brings in, and keys that are not plain words."""
    return _below(aftale.node)


def prose(aftale: Aftale) -> Iterator[Passage]:
    """Yield the texts that are written in Markdown, in the order of the language."""
    for element in walk(aftale):
        for item in own_fields(type(element)):
            value = getattr(element, item.name)
            if isinstance(value, Prosa):
                yield Passage(value.text, _section(element, value), value.node)


def _section(element: Element, value: Prosa) -> str:
    return (value.node.path or element.node.path).partition("/")[0]


def _below(root: Node) -> Iterator[Passage]:
    pending: list[tuple[Node, str, str]] = [(root, "", "")]
    while pending:
        node, section, label = pending.pop()
        if node.key is not None and not str(node.step).replace("_", "").isalpha():
            yield Passage(node.key.text, section, _Stretch(node.key, node))
        if node.via is not None:
            yield Passage(node.via.text, section, _Stretch(node.via, node), label)
        if isinstance(node, Scalar):
            if node.value:
                yield Passage(node.value, section, node, label)
        elif isinstance(node, Mapping):
            above = label.rpartition(" ")[2]
            children = [(child, section or key, f"{above} {key}".strip()) for key, child in node.entries.items()]
            pending.extend(reversed(children))
        elif isinstance(node, Sequence):
            pending.extend((child, section, label) for child in reversed(node.items))
