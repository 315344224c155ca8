"""Passage: a text of the agreement and where it stands, whether it comes from YAML or from a Word file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

from aftale_builder.findings import Anchored
from aftale_builder.model.aftale import Aftale
from aftale_builder.model.element import Element, own_fields, walk
from aftale_builder.model.kinds import Prosa
from aftale_builder.source.node import Anchor, Mapping, Node, Scalar, Sequence, Span

if TYPE_CHECKING:
    import re


class Text(Protocol):
    """What a passage's text was read from: a value of a YAML file, a paragraph of a Word file."""

    def at(self, start: int, end: int) -> Anchored:
        """Return where a part of the text stands, given by offsets into it."""
        ...


class Passage:
    """One text, complete in itself: a value, a paragraph, a cell, a file name.

    `section` is the part it belongs to: the root key of the agreement, or the heading of a Word file. `label` is what the text is
    introduced by, outside of it: its keys, the heading of its column, the words before its field.
    """

    __slots__ = ("label", "section", "source", "text")

    def __init__(self, text: str, section: str, source: Text, label: str = "") -> None:
        self.text = text
        self.section = section
        self.source = source
        self.label = label

    def at(self, start: int, end: int) -> Anchored:
        """Return where a part of the text stands, given by offsets into it."""
        return self.source.at(start, end)


class Joined:
    """Texts as one, each ended by a line break: one look through all of them is much quicker than a look at each."""

    __slots__ = ("_starts", "text")

    def __init__(self, texts: list[str]) -> None:
        self.text = "\n".join([*texts, ""])
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]

    def having(self, *words: str) -> list[int]:
        """Return the numbers of the texts that have one of these words or parts of words in them, in order; «» is in none."""
        found: set[int] = set()
        for word in filter(None, words):
            at = self.text.find(word)
            while at >= 0:
                number = bisect_right(self._starts, at)
                found.add(number - 1)
                at = self.text.find(word, self._starts[number])
        return sorted(found)

    def matching(self, look: re.Pattern[str]) -> Iterator[int]:
        """Yield the numbers of the texts that a pattern matches in, in order; the pattern may not ask for line breaks."""
        match = look.search(self.text)
        while match is not None:
            number = bisect_right(self._starts, match.start())
            yield number - 1
            match = look.search(self.text, self._starts[number])


class Passages:
    """Passages in order, and those of them that a rule's quick look has something in."""

    __slots__ = ("_joined", "_passages")

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = tuple(passages)
        self._joined = Joined([passage.text for passage in self._passages])

    def worth(self, look: re.Pattern[str] | None) -> Iterator[Passage]:
        """Yield the passages that the pattern matches in; all of them where there is none."""
        return iter(self._passages) if look is None else (self._passages[number] for number in self._joined.matching(look))


class _Stretch:
    """A text that is read as it stands in the file: a key, a file name."""

    __slots__ = ("node", "span")

    def __init__(self, span: Span, node: Node) -> None:
        self.span = span
        self.node = node

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
