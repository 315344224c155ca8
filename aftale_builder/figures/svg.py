"""A drawing as SVG, to stand in a web page: what it tells is its description, and its words are words."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from aftale_builder.figures.drawing import Box, Drawing, Line, Point, Shape
from aftale_builder.figures.geometry import corners, heads, placed, rounding

_INK = "#1C1F24"


def svg(drawing: Drawing, ident: str) -> str:
    """Return the drawing as the `<svg>` element of a web page, whose ids begin with `ident`."""
    root = etree.Element("svg")
    root.set("viewBox", f"0 0 {drawing.width} {drawing.height}")
    root.set("role", "img")
    root.set("aria-labelledby", f"{ident}-titel {ident}-tekst")
    root.set("font-family", "Arial, Liberation Sans, Helvetica, sans-serif")
    for tag, words in (("title", drawing.title), ("desc", drawing.alt)):
        _add(root, tag, id=f"{ident}-{'titel' if tag == 'title' else 'tekst'}").text = words
    for item in drawing.items:
        if isinstance(item, Box):
            _box(root, item)
        else:
            _line(root, item)
    return etree.tostring(root, encoding="unicode")


def _add(parent: etree._Element, tag: str, **attributes: object) -> etree._Element:
    element = etree.SubElement(parent, tag)
    for name, value in attributes.items():
        element.set(name.replace("_", "-"), str(value))
    return element


def _box(root: etree._Element, box: Box) -> None:
    if box.fill or box.edge:
        outline = _outline(root, box)
        outline.set("fill", f"#{box.fill}" if box.fill else "none")
        if box.edge:
            outline.set("stroke", f"#{box.edge}")
            outline.set("stroke-width", "15")
        if box.dashed:
            outline.set("stroke-dasharray", "60 45")
    if box.texts:
        _words(root, box)


def _outline(root: etree._Element, box: Box) -> etree._Element:
    x, y, width, height = box.x, box.y, box.width, box.height
    match box.shape:
        case Shape.ELLIPSE:
            return _add(root, "ellipse", cx=x + width // 2, cy=y + height // 2, rx=width // 2, ry=height // 2)
        case Shape.DIAMOND:
            return _add(root, "polygon", points=_joined(corners(box)))
        case Shape.ROUNDED:
            return _add(root, "rect", x=x, y=y, width=width, height=height, rx=rounding(box))
        case Shape.RECTANGLE:
            return _add(root, "rect", x=x, y=y, width=width, height=height)


def _words(root: etree._Element, box: Box) -> None:
    for across, baseline, line, text in placed(box):
        words = _add(root, "text", x=across, y=baseline, font_size=text.size * 10, fill=_INK)
        if box.centred:
            words.set("text-anchor", "middle")
        if text.bold:
            words.set("font-weight", "bold")
        words.text = line


def _line(root: etree._Element, line: Line) -> None:
    drawn = _add(root, "path", d=f"M{_joined(line.points)}", fill="none", stroke=f"#{line.colour}", stroke_width=line.width)
    if line.dashed:
        drawn.set("stroke-dasharray", "60 45")
    for head in heads(line):
        _add(root, "polygon", points=_joined(head), fill=f"#{line.colour}")


def _joined(points: Iterable[Point]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)
