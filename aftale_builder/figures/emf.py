"""A drawing as an Enhanced Metafile: the picture that a program shows which does not know Word's own shapes.

A logical unit is a twentieth of a point. The words are set letter by letter by our own widths, so that they fit in any font.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

from aftale_builder.figures.drawing import Box, Drawing, Line, Point, Shape, Text
from aftale_builder.figures.geometry import corners, heads, placed, rounding
from aftale_builder.figures.measuring import length

_HEADER, _POLYGON, _POLYLINE, _EOF = 1, 3, 4, 14
_BACKGROUND_MODE, _ALIGN, _COLOUR, _SELECT, _BRUSH, _DELETE = 18, 22, 24, 37, 39, 40
_ELLIPSE, _RECTANGLE, _ROUNDED, _FONT, _WORDS, _PEN = 42, 43, 44, 82, 84, 95
_NO_BRUSH, _NO_PEN = 0x80000005, 0x80000008
_BASELINE, _TRANSPARENT = 24, 1
_SOLID, _DASHED = 0x00010000, 0x00010001
_DEVICE, _DEVICE_MM = 14_400, 254
"""A device whose dot is a twentieth of a point."""
_FONT_SIZE_OF_RECORD = 320
_FIRST_FONT = 3
"""The numbers of objects: 1 and 2 are the pens and brushes, made as needed; from here on, the fonts."""
_Look = tuple[int, bool]
_INK = "1C1F24"
_EDGE = 15


def emf(drawing: Drawing) -> bytes:
    """Return the drawing as the bytes of an .emf file."""
    records = list(_records(drawing))
    body = b"".join(records)
    objects = _FIRST_FONT + len({(text.size, text.bold) for text in drawing.texts})
    header = struct.pack(
        "<4i4i4sIIIHHIII2i2i",
        *(0, 0, drawing.width, drawing.height),
        *(0, 0, _hundredths(drawing.width), _hundredths(drawing.height)),
        b" EMF", 0x10000, 88 + len(body), 1 + len(records), objects, 0, 0, 0, 0,
        *(_DEVICE, _DEVICE), *(_DEVICE_MM, _DEVICE_MM),
    )  # fmt: skip
    return _record(_HEADER, header) + body


def _hundredths(length: int) -> int:
    """Return a length in hundredths of a millimetre."""
    return length * _DEVICE_MM * 100 // _DEVICE


def _record(kind: int, content: bytes) -> bytes:
    padded = content + bytes(-len(content) % 4)
    return struct.pack("<II", kind, 8 + len(padded)) + padded


def _records(drawing: Drawing) -> Iterator[bytes]:
    yield _record(_BACKGROUND_MODE, struct.pack("<I", _TRANSPARENT))
    yield _record(_ALIGN, struct.pack("<I", _BASELINE))
    yield _record(_COLOUR, struct.pack("<I", _colour(_INK)))
    fonts: dict[_Look, int] = {}
    for text in drawing.texts:
        if (text.size, text.bold) not in fonts:
            fonts[text.size, text.bold] = number = _FIRST_FONT + len(fonts)
            yield _record(_FONT, struct.pack("<I", number) + _font((text.size, text.bold)))
    for item in drawing.items:
        if isinstance(item, Box):
            yield from _box(item, fonts)
        else:
            yield from _line(item)
    yield _record(_EOF, struct.pack("<III", 0, 16, 20))


def _with(made: Iterable[tuple[int, bytes]], *drawn: bytes) -> Iterator[bytes]:
    """Yield what is drawn with objects of their own: made, selected, and done away with afterwards."""
    numbered = list(enumerate(made, start=1))
    for number, (kind, content) in numbered:
        yield _record(kind, struct.pack("<I", number) + content)
        yield _record(_SELECT, struct.pack("<I", number))
    yield from drawn
    for number, (kind, _) in numbered:
        yield _record(_SELECT, struct.pack("<I", _NO_PEN if kind == _PEN else _NO_BRUSH))
        yield _record(_DELETE, struct.pack("<I", number))


def _colour(colour: str) -> int:
    """Return RRGGBB as Windows has it."""
    red, green, blue = bytes.fromhex(colour)
    return red | green << 8 | blue << 16


def _pen(colour: str, width: int, *, dashed: bool) -> tuple[int, bytes]:
    return _PEN, struct.pack("<4I6I", 0, 0, 0, 0, _DASHED if dashed else _SOLID, width, 0, _colour(colour), 0, 0)


def _brush(colour: str) -> tuple[int, bytes]:
    return _BRUSH, struct.pack("<III", 0, _colour(colour), 0)


def _box(box: Box, fonts: dict[_Look, int]) -> Iterator[bytes]:
    if box.fill or box.edge:
        if not box.fill:
            yield _record(_SELECT, struct.pack("<I", _NO_BRUSH))
        if not box.edge:
            yield _record(_SELECT, struct.pack("<I", _NO_PEN))
        tools = [*([_pen(box.edge, _EDGE, dashed=box.dashed)] if box.edge else []), *([_brush(box.fill)] if box.fill else [])]
        yield from _with(tools, _outline(box))
    for across, baseline, line, text in placed(box):
        yield from _words(box, across, baseline, line, text, fonts[text.size, text.bold])


def _outline(box: Box) -> bytes:
    around = struct.pack("<4i", box.x, box.y, box.x + box.width, box.y + box.height)
    match box.shape:
        case Shape.ELLIPSE:
            return _record(_ELLIPSE, around)
        case Shape.ROUNDED:
            return _record(_ROUNDED, around + struct.pack("<2i", 2 * rounding(box), 2 * rounding(box)))
        case Shape.DIAMOND:
            return _points(_POLYGON, corners(box))
        case Shape.RECTANGLE:
            return _record(_RECTANGLE, around)


def _points(kind: int, points: Iterable[Point]) -> bytes:
    told = list(points)
    across, down = [x for x, _ in told], [y for _, y in told]
    around = struct.pack("<4iI", min(across), min(down), max(across), max(down), len(told))
    return _record(kind, around + b"".join(struct.pack("<2i", *point) for point in told))


def _line(line: Line) -> Iterator[bytes]:
    yield from _with([_pen(line.colour, line.width, dashed=line.dashed)], _points(_POLYLINE, line.points))
    for head in heads(line):
        yield _record(_SELECT, struct.pack("<I", _NO_PEN))
        yield from _with([_brush(line.colour)], _points(_POLYGON, head))


def _words(box: Box, across: int, baseline: int, line: str, text: Text, font: int) -> Iterator[bytes]:
    widths = [length(sign, text.size, bold=text.bold) for sign in line]
    if box.centred:
        across -= sum(widths) // 2
    said = line.encode("utf-16-le", "surrogatepass")
    steps = [step for sign, width in zip(line, widths, strict=True) for step in ((width,) if ord(sign) < 0x10000 else (width, 0))]
    padded = said + bytes(-len(said) % 4)
    start = 8 + 28 + 40
    where = struct.pack("<4iIff", 0, 0, -1, -1, 1, *(2540 / 1440,) * 2)
    told = struct.pack("<2iIII4iI", across, baseline, len(said) // 2, start, 0, 0, 0, -1, -1, start + len(padded))
    yield _record(_SELECT, struct.pack("<I", font))
    yield _record(_WORDS, where + told + padded + struct.pack(f"<{len(steps)}I", *steps))


def _font(look: _Look) -> bytes:
    size, bold = look
    name = "Arial".encode("utf-16-le").ljust(64, b"\0")
    font = struct.pack("<5i8B", -size * 10, 0, 0, 0, 700 if bold else 400, 0, 0, 0, 0, 0, 0, 0, 0) + name
    return font.ljust(_FONT_SIZE_OF_RECORD, b"\0")
