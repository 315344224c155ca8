"""What loops and conditions leave behind is mended."""

from __future__ import annotations

from lxml import etree

from aftale_builder.word.tidy import tidy
from tests.word.making import W

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def tidied(inside: str, name: str = "body") -> etree._Element:
    """Return an element of a part, mended."""
    root = etree.fromstring(f'<w:{name} xmlns:w="{W}" xmlns:wp="{WP}" xmlns:w14="{W14}">{inside}</w:{name}>')
    tidy(root)
    return root


def names(root: etree._Element) -> list[str]:
    """Return the local names of all elements below the root."""
    return [etree.QName(element).localname for element in root.iter()][1:]


def test_a_cell_ends_with_a_paragraph() -> None:
    assert names(tidied("<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>"))[-2:] == ["tcPr", "p"]
    nested = "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"
    assert names(tidied(nested))[-1] == "p"
    assert names(tidied(nested)).count("p") == 2


def test_an_empty_header_and_an_empty_note_get_a_paragraph() -> None:
    assert names(tidied("", "hdr")) == ["p"]
    assert names(tidied('<w:footnote w:id="1"/>', "footnotes")) == ["footnote", "p"]


def test_a_table_without_rows_goes() -> None:
    assert names(tidied("<w:tbl><w:tblPr/><w:tblGrid/></w:tbl><w:p/>")) == ["p"]


def test_drawings_of_a_loop_get_numbers_of_their_own() -> None:
    found = [item.get("id") for item in tidied('<wp:docPr id="7"/><wp:docPr id="7"/><wp:docPr id="2"/>')]
    assert len(set(found)) == 3
    assert [item.get("id") for item in tidied('<wp:docPr id="7"/><wp:docPr id="2"/>')] == ["7", "2"]


def test_names_that_a_loop_repeats_are_dropped() -> None:
    bookmark = '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>'
    control = '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr></w:sdt>'
    root = tidied((f'<w:p w14:paraId="00000001">{bookmark}</w:p>' + control) * 2)
    assert names(root) == ["p", "bookmarkStart", "bookmarkEnd", "sdt", "sdtPr", "id", "p", "sdt", "sdtPr"]
    assert [item.get(f"{{{W14}}}paraId") for item in root.findall(f"{{{W}}}p")] == ["00000001", None]
