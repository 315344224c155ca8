"""The reader tells everything that is written in a Word file, whatever wraps it."""

from __future__ import annotations

from pathlib import Path

import pytest

from aftale_builder.word.reading import NOTE_MARK, Kind, ListItem, Part, Run, Unit, WordText, read
from tests.word.wordfile import STYLES, cell, docx, item, note, p, r, ref, t, table


def texts(word: WordText) -> list[str]:
    return [unit.text for unit in word.body if unit.kind is Kind.PARAGRAPH]


def stream(word: WordText) -> list[tuple[str, str]]:
    return [(unit.kind.value, unit.text) for unit in word.units]


def only(body: str, *, styles: str = STYLES, footnotes: str = "") -> Unit:
    (unit,) = read(docx(body, styles=styles, footnotes=footnotes)).body
    return unit


def shown(body: str, styles: str = STYLES) -> list[tuple[str, bool, bool]]:
    return [(run.text, run.bold, run.italic) for run in only(body, styles=styles).runs]


def sdt(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def field(instruction: str, result: str) -> str:
    return (
        r('<w:fldChar w:fldCharType="begin"/>')
        + r(f'<w:instrText xml:space="preserve">{instruction}</w:instrText>')
        + r('<w:fldChar w:fldCharType="separate"/>')
        + result
        + r('<w:fldChar w:fldCharType="end"/>')
    )


# Text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r("a") + r("b"), "ab"),
        (r(f"{t('a')}<w:br/>{t('b')}"), "a\nb"),
        (r(f"{t('a')}<w:cr/>{t('b')}<w:tab/>{t('c')}<w:ptab/>"), "a\nb\tc\t"),
        (r('<w:br w:type="page"/>'), "\f"),
        (r(f"{t('a')}<w:noBreakHyphen/>{t('b')}<w:softHyphen/>{t('c')}"), "a\u2011b\u00adc"),
        (r('<w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="Arial" w:char="00E6"/>'), "•æ"),
        ("<w:r><w:t> uden mellemrum </w:t></w:r>" + r("b"), "uden mellemrumb"),
        ("<w:r><w:t xml:space='preserve'> a\nb </w:t></w:r>", " a b "),
        (r("a") + "<w:proofErr w:type='spellStart'/><w:bookmarkStart w:id='1' w:name='x'/>" + r("b"), "ab"),
        (sdt(r("i en kontrol")), "i en kontrol"),
        ('<w:smartTag w:element="x">' + sdt(f'<w:customXml w:element="y">{r("dybt")}</w:customXml>') + "</w:smartTag>", "dybt"),
        (f"<w:ins w:id='1'>{r('ny')}</w:ins><w:del w:id='2'><w:r><w:delText>gl</w:delText></w:r></w:del>", "ny"),
        (f"<w:moveFrom w:id='1'>{r('herfra')}</w:moveFrom><w:moveTo w:id='2'>{r('hertil')}</w:moveTo>", "hertil"),
        (field("PAGE", r("3")), "3"),
        (field(' IF "a" = "b" ', field("REF x", r("indre")) + r(" ydre")), "indre ydre"),
        (f'<w:fldSimple w:instr="PAGE">{r("4")}</w:fldSimple>', "4"),
        (r('<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>'), "☒"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (r("synlig") + r("skjult", "<w:vanish/>"), "synlig"),
        (r("a") + ref(1), f"a{NOTE_MARK}"),
    ],
)  # fmt: skip
def test_the_text_of_a_paragraph(inside: str, text: str) -> None:
    assert only(p(inside) if inside.startswith("<") else inside, footnotes=note(1, "n")).text == text


@pytest.mark.parametrize(
    "opened", ['<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="begin"/><w:instrText>IF</w:instrText>']
)
def test_a_field_that_never_ends_hides_nothing(opened: str) -> None:
    body = p("før", r(opened), "i afsnittet") + p("i det næste ", field("PAGE", r("3"))) + p("til sidst")
    assert texts(read(docx(body))) == ["føri afsnittet", "i det næste 3", "til sidst"]


def test_a_field_may_go_on_over_paragraphs() -> None:
    begin, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "end"))
    body = p("før", r(begin), r("instruks")) + p("mere instruks", r(end), " efter")
    assert texts(read(docx(body))) == ["før", " efter"]


def test_words_that_stand_in_a_drawing_itself_are_read() -> None:
    words = "<a:p><a:r><a:t>på </a:t></a:r><a:r><a:t>lærredet</a:t></a:r></a:p><a:p/>"
    drawing = '<w:drawing><a:graphic><a:graphicData uri="x"><a:sp>{}</a:sp></a:graphicData></a:graphic></w:drawing>'
    word = read(docx(p("før", r(drawing.format(f"<a:txBody>{words}</a:txBody>")))))
    assert stream(word) == [("paragraph", "før"), ("text-box", ""), ("paragraph", "på lærredet"), ("text-box-end", "")]


def test_a_choice_is_read_once_and_the_fallback_where_no_choice_is_known() -> None:
    choice = '<mc:AlternateContent><mc:Choice Requires="wps">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>'
    assert texts(read(docx(p(choice.format(r("valgt"), r("reserve")))))) == ["valgt"]
    unknown = choice.replace('Requires="wps"', 'Requires="v"')
    assert texts(read(docx(p(unknown.format(r("valgt"), r("reserve")))))) == ["reserve"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    deleted = "<w:rPr><w:del w:id='1' w:author='x'/></w:rPr>"
    (unit,) = read(docx(p("en ", properties=deleted) + p("to"))).body
    assert (unit.text, unit.tracked) == ("en to", True)


def test_words_of_tracked_deletions_are_counted() -> None:
    gone = "<w:del w:id='2' w:author='x'><w:r><w:delText>to ord</w:delText></w:r></w:del>"
    row = f"<w:tr><w:trPr><w:del w:id='3' w:author='x'/></w:trPr>{cell('en hel række')}</w:tr>"
    word = read(docx(p("her", gone) + f"<w:tbl>{row}<w:tr>{cell('bliver')}</w:tr></w:tbl>"))
    assert word.deleted == 5
    assert texts(word) == ["her", "bliver"]
    assert word.body[0].tracked


# Structure


def test_tables_show_rows_cells_and_what_is_inside() -> None:
    word = read(docx(table(["a", cell("b", table(["c"]), "")], ["", "d"]) + p("efter")))
    assert stream(word) == [
        ("table", ""), ("row", ""), ("cell", ""), ("paragraph", "a"), ("cell", ""), ("paragraph", "b"),
        ("table", ""), ("row", ""), ("cell", ""), ("paragraph", "c"), ("table-end", ""), ("paragraph", ""),
        ("row", ""), ("cell", ""), ("paragraph", ""), ("cell", ""), ("paragraph", "d"), ("table-end", ""), ("paragraph", "efter"),
    ]  # fmt: skip


def test_merged_cells_are_read_once() -> None:
    wide = cell("bred", properties='<w:gridSpan w:val="2"/>')
    tall = [cell("høj", properties='<w:vMerge w:val="restart"/>'), "x"]
    word = read(docx(table([wide], tall, [cell("", properties="<w:vMerge/>"), "y"])))
    kinds = [unit.kind for unit in word.body if unit.kind in {Kind.CELL, Kind.MERGED_CELL}]
    assert kinds == [Kind.CELL, Kind.CELL, Kind.CELL, Kind.MERGED_CELL, Kind.CELL]
    assert next(unit.span for unit in word.body if unit.kind is Kind.CELL) == 2
    assert [text for text in texts(word) if text] == ["bred", "høj", "x", "y"]


def test_a_row_and_a_cell_in_content_controls_are_read() -> None:
    row = f"<w:tr>{sdt(cell('a'))}{cell('b')}</w:tr>"
    assert texts(read(docx(f"<w:tbl>{sdt(row)}</w:tbl>"))) == ["a", "b"]


def test_a_block_control_tells_its_tag_and_whether_its_text_is_a_prompt() -> None:
    prompt = sdt(p("Klik her"), '<w:tag w:val="vision"/><w:showingPlcHdr/>')
    first, second = read(docx(prompt + p("udenfor"))).body
    assert (first.tag, first.runs[0].placeholder) == ("vision", True)
    assert (second.tag, second.runs[0].placeholder) == ("", False)


@pytest.mark.parametrize(
    "drawing",
    [
        "<w:drawing><wp:anchor><wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing>",
        "<w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict>",
    ],
)
def test_text_boxes_follow_the_paragraph_they_hang_on(drawing: str) -> None:
    word = read(docx(p("anker ", r(drawing.format(p("i boksen"))), "slut")))
    assert stream(word) == [("paragraph", "anker slut"), ("text-box", ""), ("paragraph", "i boksen"), ("text-box-end", "")]


def test_smartart_is_read() -> None:
    data = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:pt><dgm:t><a:p><a:r><a:t>Bestyrelse</a:t></a:r></a:p>'
        "</dgm:t></dgm:pt></dgm:dataModel>"
    )
    relation = '<Relationship Id="rIdD" Type="http://x/diagramData" Target="diagrams/data1.xml"/>'
    figure = '<a:graphic><a:graphicData><dgm:relIds r:dm="rIdD"/></a:graphicData></a:graphic>'
    drawing = r(f"<w:drawing><wp:inline>{figure}</wp:inline></w:drawing>")
    word = read(docx(p(drawing), related=relation, extra={"word/diagrams/data1.xml": data.encode()}))
    assert texts(word) == ["", "Bestyrelse"]


def test_pictures_are_told_by_their_alternative_text() -> None:
    drawing = (
        '<w:drawing><wp:inline><wp:docPr id="1" name="Billede 1" descr="Diagram over organisationen"/>'
        '<a:graphic><a:graphicData><a:blip r:embed="rIdB"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    relation = '<Relationship Id="rIdB" Type="http://x/image" Target="media/a.png"/>'
    (unit,) = read(docx(p(r(drawing)), related=relation)).body
    assert unit.pictures == (("Diagram over organisationen", "word/media/a.png"),)


def test_what_cannot_be_read_as_text_is_told() -> None:
    word = read(docx('<w:altChunk r:id="x"/>' + p(r("<w:object/>"))))
    assert [unit.unread for unit in word.body] == [("et indlejret dokument",), ("et indlejret objekt",)]


def test_the_whole_file_is_one_stream() -> None:
    word = read(
        docx(
            p("b", ref(2, "endnote"), ref(7)) + p("c", ref(3)),
            title="Titel",
            footnotes=note(1, "separator").replace("w:id", 'w:type="separator" w:id')
            + note(3, "tre")
            + note(7, "syv")
            + note(8, "løs"),
            endnotes=note(2, "slut", kind="endnote"),
            comments=f'<w:comment w:id="1" w:author="x">{p("en kommentar")}</w:comment>',
            header=p("hoved"),
            footer=p("fod"),
        )
    )
    assert stream(word) == [
        ("title", "Titel"), ("paragraph", f"b{NOTE_MARK}{NOTE_MARK}"), ("paragraph", f"c{NOTE_MARK}"),
        ("note", ""), ("paragraph", "syv"), ("note", ""), ("paragraph", "tre"), ("note", ""), ("paragraph", "løs"),
        ("note", ""), ("paragraph", "slut"), ("comment", ""), ("paragraph", "en kommentar"),
        ("paragraph", "hoved"), ("paragraph", "fod"),
    ]  # fmt: skip
    assert word.title == "Titel"
    assert [unit.ref for unit in word.footnotes if unit.ref] == ["footnote 7", "footnote 3", "footnote 8"]
    assert [part[-1].text for part in (word.endnotes, word.comments, word.headers, word.footers)] == [
        "slut",
        "en kommentar",
        "hoved",
        "fod",
    ]
    assert [run.note for run in word.body[0].runs] == ["", "endnote 2", "footnote 7"]
    assert word.of(Part.PROPERTIES)[0].kind is Kind.TITLE


def test_paragraphs_are_numbered_and_know_their_heading() -> None:
    body = p("før") + p("1. Første", style="Overskrift1") + p("a") + table(["b"]) + p("2. Anden", style="Overskrift1") + p("c")
    found = [(unit.number, unit.section, unit.text) for unit in read(docx(body)).body if unit.kind is Kind.PARAGRAPH]
    assert found == [
        (1, "", "før"), (2, "", "1. Første"), (3, "1. Første", "a"), (4, "1. Første", "b"), (5, "1. Første", "2. Anden"),
        (6, "2. Anden", "c"),
    ]  # fmt: skip


# Looks


def style(name: str, inside: str, kind: str = "paragraph", based: str = "") -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{base}{inside}</w:style>'


STRONG = (
    style("Fed", "<w:rPr><w:b/></w:rPr>")
    + style("Under", "", based="Fed")
    + style("Tegn", "<w:rPr><w:b/><w:i/></w:rPr>", "character")
)


def test_bold_and_italic_are_resolved_through_styles_and_toggle() -> None:
    styles = STYLES + STRONG
    assert shown(p("a", r("b", "<w:b/>"), r("c", '<w:i w:val="1"/>'), r("d", '<w:b w:val="0"/>'))) == [
        ("a", False, False), ("b", True, False), ("c", False, True), ("d", False, False),
    ]  # fmt: skip
    inherited = p("a", r("b", '<w:b w:val="false"/>'), r("c", '<w:rStyle w:val="Tegn"/>'), style="Under")
    assert shown(inherited, styles=styles) == [("a", True, False), ("b", False, False), ("c", False, True)]
    assert only(inherited, styles=styles).bold


def test_split_runs_of_one_look_are_one() -> None:
    assert only(p("en", "to", r(" tre", '<w:lang w:val="da-DK"/>'), r("fire", "<w:b/>"))).runs == (
        Run("ento tre"),
        Run("fire", bold=True),
    )


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="4F81BD"/></a:accent1>'
    "</a:clrScheme></a:themeElements></a:theme>"
)


@pytest.mark.parametrize(
    ("properties", "paragraph", "colour"),
    [
        ("", "Normal", ""),
        ('<w:color w:val="00b050"/>', "Normal", "00B050"),
        ('<w:color w:val="auto"/>', "Groen", ""),
        ("", "Groen", "00B050"),
        ('<w:color w:val="auto" w:themeColor="accent1"/>', "Normal", "4F81BD"),
        ('<w:color w:val="auto" w:themeColor="accent1" w:themeTint="99"/>', "Normal", "95B3D7"),
        ('<w:color w:val="auto" w:themeColor="accent1" w:themeShade="BF"/>', "Normal", "366092"),
        ('<w:color w:themeColor="text1" w:val="112233"/>', "Normal", "000000"),
    ],
)
def test_colours_are_resolved_through_style_and_theme(properties: str, paragraph: str, colour: str) -> None:
    styles = STYLES + style("Groen", '<w:rPr><w:color w:val="00B050"/></w:rPr>')
    relation = '<Relationship Id="rIdT" Type="http://x/theme" Target="theme.xml"/>'
    data = docx(p(r("x", properties), style=paragraph), styles=styles, related=relation, extra={"word/theme.xml": THEME.encode()})
    found = read(data).body[0].runs[0].colour
    assert all(abs(int(found[i : i + 2], 16) - int(colour[i : i + 2], 16)) <= 1 for i in range(0, len(colour), 2))
    assert len(found) == len(colour)


def test_text_with_a_line_through_it_is_told_whether_by_itself_or_by_its_style() -> None:
    styles = '<w:style w:type="character" w:styleId="Ude"><w:rPr><w:strike/></w:rPr></w:style>'
    looks = ("<w:strike/>", "<w:dstrike/>", '<w:rStyle w:val="Ude"/>', '<w:strike w:val="0"/>')
    (unit,) = read(docx(p(*(r(str(at), look) for at, look in enumerate(looks))), styles=STYLES + styles)).body
    assert [(run.text, run.struck) for run in unit.runs] == [("012", True), ("3", False)]


def test_the_size_of_each_section_s_pages_is_told() -> None:
    first = p("a", properties='<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>')
    assert read(docx(first + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')).pages == (
        ("16838", "11906"),
        ("11906", "16838"),
    )


def test_highlight_shade_and_raised_text_are_told() -> None:
    unit = only(
        p(
            r("a", '<w:highlight w:val="green"/>'),
            r("b", '<w:shd w:fill="00b050"/>'),
            r("2", '<w:vertAlign w:val="superscript"/>'),
        )
    )
    assert [(run.highlight, run.vertical) for run in unit.runs] == [("green", ""), ("00B050", ""), ("", "superscript")]


def test_links_are_told_whatever_carries_them() -> None:
    simple = f'<w:hyperlink r:id="rIdL" w:anchor="del">{r("a")}</w:hyperlink><w:hyperlink w:anchor="her">{r("b")}</w:hyperlink>'
    complex_ = field(' HYPERLINK "http://y.dk" \\l "z" ', r("c")) + field(' HYPERLINK \\l "internt" ', r("d"))
    unit = read(docx(p(simple, complex_, "e"), links={"rIdL": "http://x.dk"})).body[0]
    assert [(run.text, run.link) for run in unit.runs] == [
        ("a", "http://x.dk#del"), ("b", "#her"), ("c", "http://y.dk#z"), ("d", "#internt"), ("e", ""),
    ]  # fmt: skip


def test_hidden_text_stays_in_the_runs() -> None:
    unit = only(p("a", r("b", "<w:vanish/>")))
    assert [(run.text, run.hidden) for run in unit.runs] == [("a", False), ("b", True)]


# Headings and lists


@pytest.mark.parametrize(
    ("paragraph", "level"),
    [
        (p("x"), None),
        (p("x", style="Overskrift2"), 2),
        (p("x", style="Overskrift2", properties='<w:outlineLvl w:val="9"/>'), None),
        (p("x", properties='<w:outlineLvl w:val="3"/>'), 4),
        (p("x", style="Afledt"), 1),
        (p("x", style="Uden"), 3),
        (p("x", style="Dansk"), 2),
    ],
)
def test_heading_levels_are_resolved(paragraph: str, level: int | None) -> None:
    styles = STYLES + style("Afledt", "", based="Overskrift1")
    styles += '<w:style w:type="paragraph" w:styleId="Uden"><w:name w:val="heading 3"/></w:style>'
    styles += '<w:style w:type="paragraph" w:styleId="Dansk"><w:name w:val="Overskrift 2"/></w:style>'
    assert only(paragraph, styles=styles).level == level


def test_lists_tell_level_kind_and_number() -> None:
    body = (
        item("a") + item("b", level=1) + item("c", number=2) + item("d", number=2, level=1) + item("e", number=2)
        + item("f", number=3) + p("g", style="Opstilling") + item("h", number=0) + p("i")
    )  # fmt: skip
    items = [unit.item for unit in read(docx(body)).body]
    assert items == [
        ListItem("1", 0, False, 1, 360), ListItem("1", 1, False, 1, 720),
        ListItem("2", 0, True, 1, 360), ListItem("2", 1, True, 1, 720),
        ListItem("2", 0, True, 2, 360), ListItem("3", 0, True, 1, 360), ListItem("1", 0, False, 2, 360), None, None,
    ]  # fmt: skip


def test_a_style_can_be_based_on_itself_without_harm() -> None:
    assert only(p("x", style="Ring"), styles=STYLES + style("Ring", "", based="Ring")).text == "x"


# Real files


@pytest.mark.parametrize(
    "name", ["slagelse-strategisk-samarbejdsaftale.docx", "slagelse-strategisk-samarbejdsaftale-libreoffice.docx"]
)
def test_the_real_agreement_reads_the_same_in_both_its_lives(name: str, shared: Path) -> None:
    word = read(shared / "real" / name)
    other = read(shared / "real" / "slagelse-strategisk-samarbejdsaftale.docx")
    assert stream(word) == stream(other)
    assert [unit.level for unit in word.units] == [unit.level for unit in other.units]
    assert len(word.footnotes) == 4
    assert len([unit for unit in word.body if unit.kind is Kind.ROW]) == 20
