"""The inside of a paragraph: words with bold, italic, links and note marks, as runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.tree import SyntaxTreeNode

from aftale_builder.word.ooxml import R_NS, RPR, RUN, W_NS, Element, R, W, content, make, put
from aftale_builder.word.parts import Parts
from aftale_builder.word.styles import Styles


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of words looks: the template's own run properties, the author's emphasis, what makes words a link's."""

    base: etree._Element | None = None
    bold: bool = False
    italic: bool = False
    link: tuple[Element, ...] = ()

    def run(self, *children: etree._Element) -> etree._Element:
        """Return a run in this look."""
        run = make("r", *children)
        properties = self._properties()
        if len(properties):
            run.insert(0, properties)
        return run

    def _properties(self) -> etree._Element:
        properties = deepcopy(self.base) if self.base is not None else etree.Element(RPR, nsmap={"w": W_NS})
        # Emphasis is set on the run itself: a character style would take the bold off within a bold heading.
        put(properties, *map(deepcopy, self.link), *(make(name) for name, on in (("b", self.bold), ("i", self.italic)) if on))
        return properties


Note = Callable[[str], Element]
"""Returns the run that refers to the note with this name in the author's text."""


class Runs:
    """Makes runs for one part of a document, which holds the relations of its links."""

    def __init__(self, parts: Parts, styles: Styles, part: str) -> None:
        self._parts, self._styles, self._part = parts, styles, part

    def words(self, text: str, look: Look) -> list[etree._Element]:
        """Return the runs of plain words: none for no words."""
        pieces = list(content(text))
        return [look.run(*pieces)] if pieces else []

    def markdown(self, nodes: Sequence[SyntaxTreeNode], look: Look, note: Note) -> list[etree._Element]:
        """Return the runs of the inline nodes of a Markdown text."""
        return list(self._nodes(nodes, look, note))

    def _nodes(self, nodes: Sequence[SyntaxTreeNode], look: Look, note: Note) -> Iterator[etree._Element]:
        for node in nodes:
            match node.type:
                case "strong":
                    yield from self._nodes(node.children, replace(look, bold=True), note)
                case "em":
                    yield from self._nodes(node.children, replace(look, italic=True), note)
                case "link":
                    yield self._link(node, look, note)
                case "softbreak":
                    yield from self.words(" ", look)
                case "hardbreak":
                    yield from self.words("\n", look)
                case "footnote_ref":
                    yield note(str(node.meta["label"]))
                case _:
                    yield from self.words(node.content, look)

    def _link(self, node: SyntaxTreeNode, look: Look, note: Note) -> etree._Element:
        address = normalizeLink(str(node.attrs["href"]))
        relation = self._parts.relate(self._part, f"{R_NS}/hyperlink", address, external=True)
        link = etree.Element(f"{W}hyperlink", nsmap={"w": W_NS, "r": R_NS})
        link.set(f"{R}id", relation)
        link.set(f"{W}history", "1")
        link.extend(self._nodes(node.children, replace(look, link=tuple(self._styles.character("Hyperlink"))), note))
        return link


def first_look(paragraph: etree._Element) -> Look:
    """Return the look of a paragraph's first run."""
    run = next(paragraph.iter(RUN), None)
    return Look(base=run.find(RPR) if run is not None else None)
