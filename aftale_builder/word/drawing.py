"""Drawings in Word: a group of Word's own shapes, with a picture for programs that do not know them.

The strips of a figure stand right below each other. Where one of them is to stand on top of each page, they are the rows of a
table without lines, whose header row Word repeats.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from aftale_builder.figures.drawing import Box, Drawing, Point, Shape, Text
from aftale_builder.figures.measuring import in_lines
from aftale_builder.figures.stacking import Strips
from aftale_builder.figures.strokes import Strokes, joined
from aftale_builder.word.ooxml import PPR, R_NS, RUN, W_NS, Element, Elements, make, put, text
from aftale_builder.word.parts import Parts
from aftale_builder.word.styles import Styles

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_PREFIXES = {"mc": _MC, "wp": _WP, "a": _A, "pic": _PIC, "wpg": _WPG, "wps": _WPS, "r": R_NS, "w": W_NS}

_EMU = 635
"""English metric units to a twentieth of a point."""
_EDGE = 15
FIGURE, WORDS = "Aftalefigur", "Aftalefigurtekst"
"""The styles of the paragraph that a figure stands in, and of the words in it."""
HEAD = "Table Heading"
_AIR = 120
"""The air above and below a figure, in twips."""


class Drawings:
    """Sets drawings in one document."""

    def __init__(self, parts: Parts, styles: Styles) -> None:
        self._parts, self._styles = parts, styles
        self._pictures = 0
        self._last_id = 0

    def strips(self, strips: Strips, part: str, room: int) -> Elements:
        """Return a figure: a paragraph for each strip, or a table where there is a head."""
        if strips.head is not None:
            return [self._table(strips, strips.head, part, room)]
        made = [self._paragraph(drawing, part, room) for drawing in strips.parts]
        for at, paragraph in enumerate(made):
            _set_air(paragraph, above=_AIR if not at else 0, below=_AIR if at == len(made) - 1 else 0)
        return made

    def _table(self, strips: Strips, head: Drawing, part: str, room: int) -> Element:
        wide = str(min(head.width, room))
        margins = (make(edge, w="0", type="dxa") for edge in ("left", "right"))
        properties = make(
            "tblPr", make("tblW", w=wide, type="dxa"), make("jc", val="center"), make("tblLayout", type="fixed"),
            make("tblCellMar", *margins), make("tblLook", val="0020", firstRow="1"), make("tblCaption", val=head.title),
        )  # fmt: skip
        rows = [self._row(drawing, part, room, header=drawing is head) for drawing in strips.drawings]
        return make("tbl", properties, make("tblGrid", make("gridCol", w=wide)), *rows)

    def _row(self, drawing: Drawing, part: str, room: int, *, header: bool) -> Element:
        """Return the row of a strip; the header's style is the one that tells a PDF of headers, where the document has it."""
        style = HEAD if header and self._styles.has(HEAD) else FIGURE
        paragraph = self._paragraph(drawing, part, room, style)
        _set_air(paragraph, above=0, below=0, keeps=header)
        width = make("tcPr", make("tcW", w=str(min(drawing.width, room)), type="dxa"))
        return make("tr", make("trPr", make("tblHeader" if header else "cantSplit")), make("tc", width, paragraph))

    def _paragraph(self, drawing: Drawing, part: str, room: int, style: str = FIGURE) -> Element:
        """Return a paragraph with the drawing; one that is wider than the room is made smaller as a whole."""
        group = _new("wpg:wgp")
        group.append(_new("wpg:cNvGrpSpPr"))
        size = (drawing.width, drawing.height)
        group.append(_new("wpg:grpSpPr", _frame((0, 0), size, of_group=True)))
        group.append(self._frame(drawing))
        group.extend(self._shape(item) for item in joined(drawing.items))
        shown = _new("mc:Choice", self._inline(drawing, room, _WPG, group), Requires="wpg")
        instead = _new("mc:Fallback", self._inline(drawing, room, _PIC, self._picture(drawing, part)))
        run = etree.Element(RUN, nsmap=_PREFIXES)
        run.append(_new("mc:AlternateContent", shown, instead))
        return make("p", self._styles.paragraph(style), run)

    def _inline(self, drawing: Drawing, room: int, kind: str, content: Element) -> Element:
        """Return a `w:drawing` in the line of the text."""
        width = min(drawing.width, room)
        extent = _new("wp:extent", cx=width * _EMU, cy=drawing.height * width // drawing.width * _EMU)
        about = _new("wp:docPr", id=self._id(), name=f"Figur: {drawing.name}", descr=drawing.alt, title=drawing.title)
        data = _new("a:graphic", _new("a:graphicData", content, uri=kind))
        around = dict.fromkeys(("distT", "distB", "distL", "distR"), 0)
        return make("drawing", _new("wp:inline", extent, about, _new("wp:cNvGraphicFramePr"), data, **around))

    def _id(self) -> int:
        """Return a number for a drawing or a shape that no other in the document has."""
        if not self._last_id:
            root = self._parts.peek(self._parts.main)
            taken = (shape.get("id", "") for shape in root.iter(f"{{{_WP}}}docPr", f"{{{_WPS}}}cNvPr", f"{{{_PIC}}}cNvPr"))
            self._last_id = max((int(number) for number in taken if number.isdecimal()), default=0)
        self._last_id += 1
        return self._last_id

    def _picture(self, drawing: Drawing, part: str) -> Element:
        from aftale_builder.figures.emf import emf

        relation = self._parts.picture(part, "emf", "image/x-emf", emf(drawing))
        about = _new("pic:nvPicPr", _new("pic:cNvPr", id=self._id(), name=drawing.name), _new("pic:cNvPicPr"))
        blip = _new("a:blip")
        blip.set(f"{{{R_NS}}}embed", relation)
        fill = _new("pic:blipFill", blip, _new("a:stretch", _new("a:fillRect")))
        look = _new("pic:spPr", _frame((0, 0), (drawing.width, drawing.height)), _preset("rect"))
        return _new("pic:pic", about, fill, look)

    def _frame(self, drawing: Drawing) -> Element:
        """Return a shape without fill or edge around the others: LibreOffice makes a group as large as its shapes, and its PDF
        has no alternative text but that of the shapes, so that the first tells what the figure tells.
        """
        ident = self._id()
        about = _new("wps:cNvPr", id=ident, name=f"Figur {ident}", descr=drawing.alt, title=drawing.title)
        around = _outline(Box(0, 0, drawing.width, drawing.height))
        words = [_new("wps:txbx", make("txbxContent", make("p", self._styles.paragraph(WORDS))))] if drawing.lonely else []
        return _new("wps:wsp", about, _new("wps:cNvSpPr"), around, *words, _new("wps:bodyPr"))

    def _shape(self, item: Box | Strokes) -> Element:
        ident = self._id()
        about = _new("wps:cNvPr", id=ident, name=f"Figur {ident}", descr=_what(item))
        if isinstance(item, Strokes):
            return _new("wps:wsp", about, _new("wps:cNvSpPr"), _strokes(item), _new("wps:bodyPr"))
        shape = _new("wps:wsp", about, _new("wps:cNvSpPr", txBox=int(bool(item.texts))), _outline(item))
        if item.texts:
            room = item.width - 2 * item.margin
            words = (self._words(text, line, centred=item.centred) for text in item.texts for line in in_lines(text, room))
            shape.append(_new("wps:txbx", make("txbxContent", *words)))
        margins = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), item.margin * _EMU)
        margins |= {"tIns": 0, "bIns": 0} if not item.top else {}
        shape.append(_new("wps:bodyPr", _new("a:noAutofit"), wrap="square", **margins, anchor="t" if item.top else "ctr"))
        return shape

    def _words(self, said: Text, line: str, *, centred: bool) -> Element:
        properties = self._styles.paragraph(WORDS)
        if centred:
            put(properties, make("jc", val="center"))
        look = deepcopy(given) if (given := self._styles.words(WORDS)) is not None else make("rPr")
        put(look, *([make("b")] if said.bold else []), make("sz", val=str(said.size)), make("szCs", val=str(said.size)))
        return make("p", properties, make("r", look, text(line)))


def _set_air(paragraph: Element, *, above: int, below: int, keeps: bool = False) -> None:
    """Set the air around a strip, and the sign of its paragraph so small that it takes no room below the drawing."""
    properties = paragraph.find(PPR)
    assert properties is not None  # noqa: S101 (it was made with a style)
    air = make("spacing", before=str(above), after=str(below), line="240", lineRule="auto")
    small = make("rPr", make("sz", val="2"), make("szCs", val="2"))
    put(properties, *([make("keepNext")] if keeps else []), air, make("jc", val="center"), small)


def _new(name: str, /, *children: Element, **attributes: object) -> Element:
    """Return an element by its usual prefix, with attributes in no namespace."""
    prefix, _, local = name.partition(":")
    element = etree.Element(f"{{{_PREFIXES[prefix]}}}{local}", nsmap=_PREFIXES if prefix == "mc" else {prefix: _PREFIXES[prefix]})
    for key, value in attributes.items():
        element.set(key, str(value))
    element.extend(children)
    return element


def _frame(
    at: tuple[int, int], size: tuple[int, int], *, of_group: bool = False, flips: Mapping[str, int] | None = None
) -> Element:
    pairs = [("off", "x", "y", at), ("ext", "cx", "cy", size)]
    pairs += [("chOff", "x", "y", at), ("chExt", "cx", "cy", size)] if of_group else []
    inside = (_new(f"a:{name}", **{first: pair[0] * _EMU, second: pair[1] * _EMU}) for name, first, second, pair in pairs)
    return _new("a:xfrm", *inside, **(flips or {}))


def _preset(shape: str, *guides: Element) -> Element:
    return _new("a:prstGeom", _new("a:avLst", *guides), prst=shape)


def _colour(colour: str) -> Element:
    return _new("a:solidFill", _new("a:srgbClr", val=colour)) if colour else _new("a:noFill")


def _stroke(colour: str, width: int, *, dashed: bool) -> Element:
    return _new("a:ln", _colour(colour), *([_new("a:prstDash", val="dash")] if dashed else []), w=width * _EMU)


def _outline(box: Box) -> Element:
    guides = [_new("a:gd", name="adj", fmla="val 8000")] if box.shape is Shape.ROUNDED else []
    return _new(
        "wps:spPr", _frame((box.x, box.y), (box.width, box.height)), _preset(box.shape, *guides), _colour(box.fill),
        _stroke(box.edge, _EDGE, dashed=box.dashed),
    )  # fmt: skip


def _strokes(strokes: Strokes) -> Element:
    """Return the shape of lines: Word's own where it is a single straight one, else a path."""
    line, points = strokes.look, [point for points in strokes.paths for point in points]
    across, down = [x for x, _ in points], [y for _, y in points]
    at, size = (min(across), min(down)), (max(across) - min(across), max(down) - min(down))
    flips = {}
    if len(points) == 2:
        flips = {name: 1 for name, values in (("flipH", across), ("flipV", down)) if values[0] > values[1]}
        form = _preset("line")
    else:
        form = _path(strokes.paths, at, size)
    stroke = _stroke(line.colour, line.width, dashed=line.dashed)
    stroke.append(_new("a:round"))
    stroke.extend(_new(f"a:{end}End", type="triangle") for end, wanted in (("head", line.start), ("tail", line.end)) if wanted)
    return _new("wps:spPr", _frame(at, size, flips=flips), form, _new("a:noFill"), stroke)


def _path(paths: Sequence[Sequence[Point]], at: tuple[int, int], size: tuple[int, int]) -> Element:
    def steps() -> Iterator[Element]:
        for points in paths:
            for number, (x, y) in enumerate(points):
                point = _new("a:pt", x=(x - at[0]) * _EMU, y=(y - at[1]) * _EMU)
                yield _new("a:lnTo" if number else "a:moveTo", point)

    path = _new("a:path", *steps(), w=size[0] * _EMU, h=size[1] * _EMU, fill="none")
    empty = (_new(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst"))
    return _new("a:custGeom", *empty, _new("a:rect", l="l", t="t", r="r", b="b"), _new("a:pathLst", path))


def _what(item: Box | Strokes) -> str:
    """Return what a shape says, or is, where it says nothing: LibreOffice's PDF reads a figure aloud shape by shape, and the
    words of a shape by its alternative text only.
    """
    if isinstance(item, Box):
        return " ".join(said.words for said in item.texts) or "Mærke"
    if len(item.paths) > 1:
        return "Streger"
    return "Pil" if item.look.start or item.look.end else "Streg"
