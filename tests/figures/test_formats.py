"""The same drawing as SVG and as EMF: whole files with all the words, the same every time."""

from __future__ import annotations

import re
import struct

from hypothesis import given, settings
from lxml import etree

from aftale_builder.figures.drawing import Box, Drawing, Line, Shape, Text
from aftale_builder.figures.emf import emf
from aftale_builder.figures.svg import svg
from tests.figures.making import drawn

SHAPES = Drawing(
    "prøve", "En prøve", "Den viser <alt> & mere.", 2_000, 1_000,
    (
        *(Box(at * 400, 0, 300, 300, (Text("Å"),), "FFFFFF", "000000", shape) for at, shape in enumerate(Shape)),
        Box(0, 500, 1_500, 300, (Text("Fed & ordret", bold=True), Text("𝄞")), dashed=True, edge="123456", centred=True),
        Line(((0, 900), (500, 900), (500, 950)), "123456", start=True, end=True),
    ),
)  # fmt: skip


def records(data: bytes) -> list[tuple[int, bytes]]:
    found, at = [], 0
    while at < len(data):
        kind, size = struct.unpack_from("<II", data, at)
        assert size % 4 == 0
        assert size >= 8
        found.append((kind, data[at + 8 : at + size]))
        at += size
    assert at == len(data)
    return found


def words_of(data: bytes) -> list[str]:
    told = []
    for kind, content in records(data):
        if kind == 84:
            count, start = struct.unpack_from("<II", content, 36)
            told.append(content[start - 8 : start - 8 + 2 * count].decode("utf-16-le"))
    return told


@given(drawn())
@settings(max_examples=25, deadline=None)
def test_an_emf_is_whole_and_says_all(made: tuple[list[Drawing], list[str]]) -> None:
    for drawing in made[0]:
        data = emf(drawing)
        found = records(data)
        assert (found[0][0], found[-1][0]) == (1, 14)
        signature, _, size, count, objects = struct.unpack_from("<4sIIIH", data, 40)
        assert (signature, size, count) == (b" EMF", len(data), len(found))
        made_objects = {struct.unpack_from("<I", content)[0] for kind, content in found if kind in (39, 82, 95)}
        assert max(made_objects, default=0) < objects
        said = "".join(text.words for text in drawing.texts)
        assert re.sub("[ -]", "", "".join(words_of(data))) == re.sub("[ -]", "", said)  # a word too long is set with hyphens


def test_an_emf_is_as_large_as_the_drawing_and_the_same_every_time() -> None:
    assert struct.unpack_from("<4i", emf(SHAPES), 24) == (0, 0, 3_527, 1_763)  # hundredths of a millimetre
    assert emf(SHAPES) == emf(SHAPES)
    assert words_of(emf(SHAPES))[-2:] == ["Fed & ordret", "𝄞"]


def test_svg_has_a_title_a_description_and_every_word() -> None:
    root = etree.fromstring(svg(SHAPES, "a1"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "a1-titel a1-tekst"
    assert [root.findtext("title"), root.findtext("desc")] == ["En prøve", "Den viser <alt> & mere."]
    assert [text.text for text in root.iter("text")] == ["Å"] * 4 + ["Fed & ordret", "𝄞"]
    assert {child.tag for child in root} == {"title", "desc", "rect", "ellipse", "polygon", "path", "text"}


def test_other_words_in_the_same_places() -> None:
    masked = SHAPES.worded(lambda words: words.replace("Fed", "xxx"))
    assert "Fed" not in svg(masked, "a")
    assert masked.worded(lambda words: words.replace("xxx", "Fed")) == SHAPES
