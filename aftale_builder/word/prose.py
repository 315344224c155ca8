"""Markdown to blocks: headings below the section's, paragraphs, lists, quotes, tables, notes and what «[[…]]» stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree
from markdown_it.tree import SyntaxTreeNode

from aftale_builder.word.markdown import tokens
from aftale_builder.word.ooxml import Elements, make
from aftale_builder.word.runs import Look
from aftale_builder.word.setting import Spot, paragraph
from aftale_builder.word.tables import Cell, shares, table

if TYPE_CHECKING:
    from aftale_builder.word.setting import Setter
    from aftale_builder.word.values import Value

Nodes = Sequence[SyntaxTreeNode]


class Prose:
    """The setting of one Markdown text. It must have no problem by which words are lost (`markdown.problems`)."""

    def __init__(self, setter: Setter, value: Value) -> None:
        self._setter, self._value = setter, value
        self._root = SyntaxTreeNode(tokens(value.text))
        self._notes = {str(node.meta["label"]): node for node in self._root.children if node.type == "footnote_reference"}

    def set(self, spot: Spot) -> Elements:
        """Return the text's blocks."""
        return self._all(self._root.children, spot)

    def _all(self, nodes: Nodes, spot: Spot) -> Elements:
        return [element for node in _said(nodes) for element in self._node(node, spot)]

    def _node(self, node: SyntaxTreeNode, spot: Spot) -> Elements:
        match node.type:
            case "paragraph":
                return [paragraph(spot.properties, self._words(node, spot, spot.look))]
            case "heading":
                return [self._setter.heading(int(node.tag[1:]), self._words(node, spot, Look()), spot)]
            case "bullet_list" | "ordered_list":
                return self._list(node, spot)
            case "blockquote":
                return self._all(node.children, self._setter.styled(spot, self._setter.styles.quote))
            case "table":
                return [self._table(node, spot)]
            case "insert":
                return self._setter.blocks(self._value.inserts[node.content], spot)
            case "footnote_reference":
                return []  # set where it is referred to
            case _:
                raise AssertionError(f"the parser has no rule that makes {node.type}")

    def _words(self, node: SyntaxTreeNode, spot: Spot, look: Look) -> Elements:
        nodes = [inner for inline in node.children for inner in inline.children]
        return self._setter.runs(spot).markdown(nodes, look, self._note)

    def _note(self, label: str) -> etree._Element:
        """Return the run that refers to a note, which is added to the document."""
        spot = self._setter.styled(Spot(self._setter.footnotes.part), "footnote text")
        return self._setter.footnotes.add(self._all(self._notes[label].children, spot))

    def _list(self, node: SyntaxTreeNode, spot: Spot) -> Elements:
        inner = self._setter.inside_list(spot)
        number = None
        if node.type == "ordered_list":
            number = self._setter.numbering.ordered(inner.depth, int(node.attrs.get("start", 1)))
        found: Elements = []
        for item in node.children:
            found += self._item(item, inner, number)
        return found

    def _item(self, item: SyntaxTreeNode, inner: Spot, number: str | None) -> Elements:
        children = _said(item.children)
        first = children[:1]
        if first and first[0].type != "paragraph":
            # What begins with a list, a quote or a table keeps its own look; the item's sign stands alone above it.
            return [*self._setter.item([], inner, number), *self._all(children, inner)]
        return [*self._setter.item(self._all(first, inner), inner, number), *self._all(children[1:], inner)]

    def _table(self, node: SyntaxTreeNode, spot: Spot) -> etree._Element:
        rows = [row for part in node.children for row in part.children]
        inside = replace(spot, properties=None, depth=0)
        cells = [[self._cell(cell, inside) for cell in row.children] for row in rows]
        written = [[cell.children[0].content if cell.children else "" for cell in row.children] for row in rows]
        return table(self._setter.styles, cells, shares(written), spot.room, ", ".join(written[0]))

    def _cell(self, node: SyntaxTreeNode, spot: Spot) -> Cell:
        side = str(node.attrs.get("style", "")).removeprefix("text-align:")
        properties = make("pPr", make("jc", val=side)) if side else None
        return lambda _room: [paragraph(properties, self._words(node, spot, spot.look))]


def _said(nodes: Nodes) -> list[SyntaxTreeNode]:
    """Return the nodes without paragraphs of nothing but white space: a list's sign stands before the first words."""
    return [node for node in nodes if node.type != "paragraph" or any(map(_says, node.walk()))]


def _says(node: SyntaxTreeNode) -> bool:
    return node.type == "footnote_ref" or (node.type in {"text", "code_inline"} and bool(node.content.strip()))
