"""What the template engine leaves behind that OOXML does not allow: empty cells and tables, and names used twice by a loop."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from aftale_builder.word.ooxml import CELL, ROW, TABLE, Element, P, W, make

_DRAWING_NAME = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_STORIES = frozenset({f"{W}hdr", f"{W}ftr", f"{W}footnote", f"{W}endnote"})


def tidy(root: Element) -> None:
    """Mend a rendered part in place."""
    for table in list(root.iter(TABLE)):
        if table.find(f".//{ROW}") is None:
            _remove(table)
    for holder in (*root.iter(CELL), *(element for element in root.iter(*_STORIES))):
        last = next(holder.iterchildren(P, TABLE, f"{W}sdt", reversed=True), None)
        if last is None or (holder.tag == CELL and last.tag == TABLE):
            holder.append(make("p"))
    _number_drawings(root)
    _drop_repeated(root)


def _number_drawings(root: Element) -> None:
    """Give a drawing that has the number of one before it a number of its own."""
    drawings = list(root.iter(_DRAWING_NAME))
    taken = {str(drawing.get("id")) for drawing in drawings}
    seen: set[tuple[str, str]] = set()
    free = count(1 + max((int(number) for number in taken if number.isdecimal()), default=0))
    for drawing in drawings:
        if _again(seen, str(drawing.tag), drawing.get("id")):
            drawing.set("id", str(next(free)))


def _drop_repeated(root: Element) -> None:
    """Drop what names a paragraph, a control or a bookmark a second time."""
    seen: set[tuple[str, str]] = set()
    for element in list(root.iter(P, f"{W}tr")):
        for name in (f"{_W14}paraId", f"{_W14}textId"):
            if _again(seen, name, element.get(name)):
                del element.attrib[name]
    for element in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        if _again(seen, str(element.tag), element.get(f"{W}id")):
            _remove(element)
    for element in list(_control_ids(root)):
        if _again(seen, str(element.tag), element.get(f"{W}val")):
            _remove(element)


def _control_ids(root: Element) -> Iterator[Element]:
    for properties in root.iter(f"{W}sdtPr"):
        yield from properties.iterchildren(f"{W}id")


def _again(seen: set[tuple[str, str]], name: str, value: str | None) -> bool:
    if value is None:
        return False
    again = (name, value) in seen
    seen.add((name, value))
    return again


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
