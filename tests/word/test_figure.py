"""A figure in Word: valid, proven word by word, told to those who cannot see it, and known again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aftale_builder.figures.drawing import Box, Drawing, Line, Shape, Text
from aftale_builder.figures.stacking import Strips
from aftale_builder.findings import Place
from aftale_builder.word.filling import fill
from aftale_builder.word.proof import prove
from aftale_builder.word.reading import Kind, read
from aftale_builder.word.values import Figure, Paragraph, Value, blocks, inline, prose
from tests.word.making import docx, members, p, zipped
from tests.word.validity import assert_valid


class At:
    """A place in the agreement."""

    def place(self) -> Place:
        return Place("aftale.yaml", "organisation/organer/b")


AT = At()
DRAWING = Drawing(
    "organisationsdiagram", "Organisationsdiagram", "Bestyrelsen står over følgegruppen.", 8_600, 4_000,
    (
        *(Box(at * 2_000, 0, 1_500, 500, (Text(f"Form {at}"),), "FFFFFF", "000000", shape) for at, shape in enumerate(Shape)),
        Box(0, 1_000, 3_000, 800, (Text("Bestyrelsen", AT, bold=True), Text("Kommunen", AT)), edge="000000", dashed=True),
        Box(0, 3_000, 3_000, 800, (Text("Følgegruppen", AT),), top=True, centred=True),
        Line(((1_500, 3_000), (1_500, 1_800)), "123456", start=True, end=True),
        Line(((200, 1_800), (200, 2_500), (900, 2_500)), "123456", dashed=True),
    ),
)  # fmt: skip
STRIPS = Strips(None, (DRAWING,))
VIEW = {
    "figur": blocks(Figure(STRIPS), Paragraph(inline("Efter figuren"))),
    "tekst": prose("Før\n\n[[organisationsdiagram]]\n", inserts={"organisationsdiagram": (Figure(STRIPS),)}),
    "egenskaber": {"titel": "Prøve"},
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "skabelon.docx"
    found.write_bytes(docx(p("{{p figur }}") + p("{{p tekst }}")))
    return found


def changed(data: bytes, pattern: str, new: str) -> bytes:
    """Return the file with the first place of a pattern in the document written anew."""
    parts = members(data)
    text, count = re.subn(pattern, new, parts["word/document.xml"].decode(), count=1, flags=re.DOTALL)
    assert count
    return zipped({**parts, "word/document.xml": text.encode()})


def test_a_figure_is_valid_and_its_proof_finds_nothing(path: Path) -> None:
    data = fill(path, VIEW)
    assert_valid(data)
    assert prove(path, VIEW, data) == ()
    assert data == fill(path, VIEW)


def test_its_words_are_read_box_by_box_and_known_as_a_figures(path: Path) -> None:
    units = read(fill(path, VIEW)).units
    holder = next(unit for unit in units if unit.figures)
    assert holder.figures == (("organisationsdiagram", "Bestyrelsen står over følgegruppen."),)
    inside = [unit for unit in units if unit.figure]
    assert {unit.figure for unit in inside} == {"organisationsdiagram"}
    assert [unit.text for unit in inside if unit.kind is Kind.PARAGRAPH][4:7] == ["Bestyrelsen", "Kommunen", "Følgegruppen"]
    assert [unit.kind for unit in inside][:3] == [Kind.TEXT_BOX, Kind.PARAGRAPH, Kind.TEXT_BOX_END]
    assert not any(unit.figure for unit in units if unit.text in {"Før", "Efter figuren"})


def test_it_is_known_by_its_style_when_a_program_has_lost_its_name(path: Path) -> None:
    """LibreOffice writes «Shape1» in its place."""
    data = changed(fill(path, VIEW), 'name="Figur: organisationsdiagram"(?= descr)', 'name="Shape1"')
    assert {unit.figure for unit in read(data).units if unit.text == "Bestyrelsen"} == {"figur", "organisationsdiagram"}


@pytest.mark.parametrize(
    ("pattern", "new"),
    [
        ("<w:t[^>]*>Bestyrelsen</w:t>", "<w:t>Bestyrelse</w:t>"),
        ("(<w:p>(?:(?!</w:p>).)*Kommunen</w:t></w:r></w:p>)", r"\1\1"),
        ("<wps:txbx>(?:(?!</wps:txbx>).)*Følgegruppen.*?</wps:txbx>", ""),
        ('descr="Bestyrelsen står', 'descr="Bestyrelsen sidder'),
    ],
    ids=["et ord", "et afsnit dobbelt", "en boks væk", "den alternative tekst"],
)
def test_the_proof_finds_a_damage_in_a_figure(path: Path, pattern: str, new: str) -> None:
    found = prove(path, VIEW, changed(fill(path, VIEW), pattern, new))
    assert found
    if not pattern.startswith(("descr", "(")):
        assert found[0].anchors[0] is AT
    assert all(mismatch.message for mismatch in found)


def test_every_shape_says_its_words_or_what_it_is_and_the_first_what_the_figure_tells(path: Path) -> None:
    """LibreOffice's PDF has each shape as a figure of its own, and drops what is told of the group."""
    document = members(fill(path, VIEW))["word/document.xml"].decode()
    told = re.findall(r'<wps:cNvPr id="\d+" name="Figur \d+" descr="([^"]+)"', document)
    shapes = 1 + len(DRAWING.items)
    assert len(told) == document.count("<wps:wsp>") == 2 * shapes
    words = [f"Form {at}" for at in range(4)]
    assert told[:shapes] == [DRAWING.alt, *words, "Bestyrelsen Kommunen", "Følgegruppen", "Pil", "Streg"]


def test_no_two_drawings_have_the_same_number(path: Path) -> None:
    document = members(fill(path, VIEW))["word/document.xml"].decode()
    numbers = re.findall(r'<(?:wp:docPr|wps:cNvPr|wpg:cNvPr|pic:cNvPr) id="(\d+)"', document)
    assert len(numbers) == len(set(numbers)) > 20


def test_a_program_that_knows_no_shapes_gets_a_picture_with_the_same_words(path: Path) -> None:
    parts = members(fill(path, VIEW))
    pictures = [content for name, content in parts.items() if name.endswith(".emf")]
    assert len(pictures) == 2
    assert "Følgegruppen".encode("utf-16-le") in pictures[0]
    assert b'ContentType="image/x-emf"' in parts["[Content_Types].xml"]


def test_in_a_narrower_place_it_is_made_smaller_as_a_whole(tmp_path: Path) -> None:
    cell = '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4516"/></w:tblGrid><w:tr><w:tc>'
    end = '<w:tcPr><w:tcW w:w="4516" w:type="dxa"/></w:tcPr>' + p("{{p figur }}") + "</w:tc></w:tr></w:tbl>"
    path = tmp_path / "skabelon.docx"
    path.write_bytes(docx(cell + end + p("")))
    view = {"figur": blocks(Figure(STRIPS)), "egenskaber": {"titel": "Prøve"}}
    document = members(fill(path, view))["word/document.xml"].decode()
    assert '<wp:extent cx="2730500" cy="1270000"/>' in document  # half of 8600 by 4000 twentieths of a point
    assert prove(path, view, fill(path, view)) == ()


def test_what_a_picture_cannot_hold_is_told_at_its_place(path: Path) -> None:
    from aftale_builder.word.faults import ValuesError

    bad = Drawing("x", "x", "x", 100, 100, (Box(0, 0, 90, 90, (Text("a\x00b", AT),)),))
    with pytest.raises(ValuesError) as caught:
        fill(path, {**VIEW, "tekst": Value("x"), "figur": blocks(Figure(Strips(None, (bad,))))})
    assert [fault.at for fault in caught.value.faults] == [AT]


def strip(words: str, *more: str) -> Drawing:
    boxes = (Box(at * 1_000, 0, 900, 400, (Text(said, AT),)) for at, said in enumerate((words, *more)))
    return Drawing("tidslinje", "Milepæle", f"{words}.", 8_600, 400, tuple(boxes))


FRAMED = {
    "figur": blocks(
        Figure(Strips(strip("2026", "2027"), (strip("Først", "a"), strip("Sidst", "b")))), Paragraph(inline("Efter"))
    ),
    "tekst": prose("Før\n"),
    "egenskaber": {"titel": "Prøve"},
}


def test_a_head_is_the_header_row_of_a_table_without_lines_that_word_repeats_on_each_page(path: Path) -> None:
    data = fill(path, FRAMED)
    assert_valid(data)
    assert prove(path, FRAMED, data) == ()
    document = members(data)["word/document.xml"].decode()
    rows = re.findall(r"<w:trPr>(.*?)</w:trPr>", document)
    assert rows == ["<w:tblHeader/>", "<w:cantSplit/>", "<w:cantSplit/>"]
    assert "<w:tblBorders>" not in document


def test_the_table_around_a_figure_is_not_read_as_a_table(path: Path) -> None:
    units = read(fill(path, FRAMED)).units
    assert not any(unit.kind in (Kind.TABLE, Kind.ROW, Kind.CELL) for unit in units)
    assert [unit.text for unit in units if unit.figure and unit.text] == ["2026", "2027", "Først", "a", "Sidst", "b"]


def test_its_words_are_a_figures_when_a_program_has_lost_its_name_and_the_style_of_its_words(path: Path) -> None:
    """LibreOffice keeps neither for shapes that stand in a table."""
    parts = members(fill(path, FRAMED))
    text = parts["word/document.xml"].decode().replace("Figur: tidslinje", "Shape1").replace('"Aftalefigurtekst"', '"Normal"')
    units = read(zipped({**parts, "word/document.xml": text.encode()})).units
    assert [unit.text for unit in units if unit.figure and unit.text] == ["2026", "2027", "Først", "a", "Sidst", "b"]


def test_a_table_in_which_somebody_has_written_beside_the_figure_is_read_as_a_table(path: Path) -> None:
    data = changed(fill(path, FRAMED), r"(</w:p>)(</w:tc></w:tr></w:tbl>)", r"\1<w:p><w:r><w:t>skrevet til</w:t></w:r></w:p>\2")
    units = read(data).units
    assert any(unit.kind is Kind.TABLE for unit in units)
    assert [unit.figure for unit in units if unit.text == "skrevet til"] == [""]


def test_a_drawing_with_one_box_of_words_has_an_empty_one_beside_it(path: Path) -> None:
    """LibreOffice sets the words of a group's only text box many times on each other."""
    view = {**FRAMED, "figur": blocks(Figure(Strips(None, (strip("Alene"),))))}
    data = fill(path, view)
    assert members(data)["word/document.xml"].decode().count("<wps:txbx>") == 2
    assert prove(path, view, data) == ()


def test_a_text_with_a_word_too_long_for_its_box_is_set_line_by_line_with_hyphens(path: Path) -> None:
    box = Box(0, 0, 1_200, 900, (Text("Beskæftigelsesforløb for unge", AT),))
    view = {**FRAMED, "figur": blocks(Figure(Strips(None, (Drawing("x", "x", "x", 8_600, 900, (box, box)),))))}
    data = fill(path, view)
    assert prove(path, view, data) == ()
    said = [unit.text for unit in read(data).units if unit.figure and unit.text]
    assert said[:3] == ["Beskæftigel-", "sesforløb for", "unge"]
