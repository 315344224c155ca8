"""Filling: values in their places, Markdown in Word's own styles and lists, equal bytes, parts left as they were."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from aftale_builder.findings import Place
from aftale_builder.word.faults import TemplateError, ValuesError
from aftale_builder.word.filling import fill
from aftale_builder.word.proof import prove
from aftale_builder.word.reading import Kind, Unit, read
from aftale_builder.word.values import Bullets, Heading, Paragraph, Table, Value, blocks, inline, prose
from tests.word.making import STYLES, W, docx, members, p, row, saved, tbl
from tests.word.validity import assert_valid

TITLE = {"egenskaber": {"titel": "Prøve"}}


class Somewhere:
    """A place in the YAML."""

    def __init__(self, path: str) -> None:
        self.path = path

    def place(self) -> Place:
        return Place("aftale.yaml", self.path)


def filled(folder: Path, view: dict[str, Any], body: str = "", **more: str) -> bytes:
    """Fill a template, see that the file is valid and proven, and return it."""
    template = saved(folder, docx(body or p("Vision", "Overskrift1") + p("{{p tekst }}", "Broed"), **more))
    data = fill(template, {**TITLE, **view})
    assert_valid(data)
    assert prove(template, {**TITLE, **view}, data) == ()
    return data


def body(data: bytes) -> list[Unit]:
    """Return the paragraphs of the body that say something."""
    return [unit for unit in read(data).body if unit.kind is Kind.PARAGRAPH and unit.text]


def set_prose(folder: Path, text: str) -> list[Unit]:
    """Return the paragraphs that Markdown becomes below a heading of level 1."""
    return body(filled(folder, {"tekst": prose(text)}))[1:]


def test_inline_values_keep_the_format_of_their_run(tmp_path: Path) -> None:
    text = '<w:t xml:space="preserve">'
    runs = f"<w:r>{text}Navn: </w:t></w:r><w:r><w:rPr><w:b/></w:rPr>{text}{{{{ navn }}}}</w:t></w:r><w:r>{text} (ja)</w:t></w:r>"
    (unit,) = body(filled(tmp_path, {"navn": inline("A & B <b>\nto\ttre")}, f"<w:p>{runs}</w:p>"))
    assert unit.text == "Navn: A & B <b>\nto\ttre (ja)"
    assert [(run.text, run.bold) for run in unit.runs if run.bold] == [("A & B <b>\nto\ttre", True)]


def test_headings_go_below_the_section_and_end_at_nine(tmp_path: Path) -> None:
    units = set_prose(tmp_path, "# En\n\n## To\n\nTekst\n\n###### Seks")
    assert [(unit.text, unit.level) for unit in units] == [("En", 2), ("To", 3), ("Tekst", None), ("Seks", 7)]
    deep = p("Dybt", "Overskrift2") + p("{{ tekst }}")
    assert [unit.level for unit in body(filled(tmp_path, {"tekst": prose("###### Seks\n\n# En")}, deep))] == [2, 8, 3]


def test_emphasis_is_in_the_runs(tmp_path: Path) -> None:
    (unit,) = set_prose(tmp_path, "Ren **fed** *skrå* ***begge*** `x * y`")
    assert [(run.text.strip(), run.bold, run.italic) for run in unit.runs if run.text.strip()] == [
        ("Ren", False, False), ("fed", True, False), ("skrå", False, True), ("begge", True, True), ("x * y", False, False),
    ]  # fmt: skip


def test_bold_in_a_bold_heading_stays_bold(tmp_path: Path) -> None:
    (unit,) = set_prose(tmp_path, "## Helt **fed**")
    assert all(run.bold for run in unit.runs)


def test_lists_are_numbered_by_word_and_each_begins_anew(tmp_path: Path) -> None:
    units = set_prose(tmp_path, "1. a\n2. b\n   - c\n     1. d\n3. e\n\nMellem\n\n1. f\n\n<!-- -->\n\n7. g\n8. h")
    listed = [(unit.text, unit.item.ordered, unit.item.level, unit.item.value) for unit in units if unit.item is not None]
    numbered = [(text, level, value) for text, ordered, level, value in listed if ordered]
    assert numbered == [("a", 0, 1), ("b", 0, 2), ("d", 2, 1), ("e", 0, 3), ("f", 0, 1), ("g", 0, 7), ("h", 0, 8)]
    assert ("c", False, 1) in [item[:3] for item in listed]


def test_an_item_with_more_paragraphs_has_one_number(tmp_path: Path) -> None:
    units = set_prose(tmp_path, "- a\n\n  mere\\\n  endnu\n\n- b")
    assert [(unit.text, unit.style_name, unit.item is not None) for unit in units] == [
        ("a", "List Bullet", True), ("mere\nendnu", "List Continue", False), ("b", "List Bullet", True),
    ]  # fmt: skip


def test_the_list_styles_of_the_template_are_used(tmp_path: Path) -> None:
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    own = f'<w:style w:type="paragraph" w:styleId="Opstilling"><w:name w:val="List Bullet"/>{numbered}</w:style>'
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    data = filled(tmp_path, {"tekst": prose("- a")}, styles=STYLES + own, numbering=numbering)
    assert b'<w:pStyle w:val="Opstilling"/></w:pPr>' in members(data)["word/document.xml"]
    without = filled(tmp_path, {"tekst": prose("- a")}, styles=STYLES + own)
    assert [unit.item is not None for unit in body(without) if unit.text == "a"] == [True]


def test_lists_go_nine_levels_deep_and_no_deeper(tmp_path: Path) -> None:
    text = "\n".join(f"{'   ' * depth}{'1.' if depth % 2 else '- '} {depth}" for depth in range(11))
    units = set_prose(tmp_path, text)
    assert [unit.item.level for unit in units if unit.item is not None] == [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8]
    indents = [unit.item.indent for unit in units[:9] if unit.item is not None]
    assert indents == sorted(set(indents))


def test_an_item_that_begins_with_a_list_a_heading_or_a_quote_keeps_it_below_its_own_sign(tmp_path: Path) -> None:
    items = Bullets((inline("a"), prose("1. b"), prose("# c"), prose("> d"), prose("e\n\nf"), blocks(Paragraph(inline("g")))))
    data = filled(tmp_path, {"tekst": prose("[[x]]", None, {"x": (items,)})})
    found = [
        (unit.text, unit.item.level if unit.item else None, unit.level) for unit in read(data).body if unit.item or unit.text
    ]
    assert found[1:] == [
        ("a", 0, None), ("", 0, None), ("b", 1, None), ("", 0, None), ("c", None, 2), ("", 0, None), ("d", None, None),
        ("e", 0, None), ("f", None, None), ("g", 0, None),
    ]  # fmt: skip


def test_notes_of_an_insert_are_numbered_where_they_stand(tmp_path: Path) -> None:
    area = (Heading(1, inline("Solbakken")), Paragraph(prose("Midt[^1]\n\n[^1]: To")))
    value = prose("Før[^1]\n\n[[x]]\n\nEfter[^2]\n\n[^1]: En\n\n[^2]: Tre", None, {"x": area})
    word = read(filled(tmp_path, {"tekst": value}))
    assert [unit.text.strip() for unit in word.footnotes if unit.text] == ["En", "To", "Tre"]


def test_links_are_relations(tmp_path: Path) -> None:
    (unit,) = set_prose(
        tmp_path, "Se [**LBF** her](http://lbf.dk/æ ø) og [LBF](http://lbf.dk/?a=1&b=2) og <http://lbf.dk/?a=1&b=2>."
    )
    assert unit.text == "Se [LBF her](http://lbf.dk/æ ø) og LBF og http://lbf.dk/?a=1&b=2."
    assert {run.link for run in unit.runs if run.link} == {"http://lbf.dk/?a=1&b=2"}


def test_footnotes_are_real_and_hold_blocks(tmp_path: Path) -> None:
    data = filled(tmp_path, {"tekst": prose("a[^1] b[^n]\n\n[^1]: En *note*.\n\n    - punkt\n\n[^n]: To <http://lbf.dk>.")})
    word = read(data)
    assert [unit.text.strip() for unit in word.footnotes if unit.text] == ["En note.", "punkt", "To http://lbf.dk."]
    separators = etree.fromstring(members(data)["word/footnotes.xml"]).findall(f"{{{W}}}footnote[@{{{W}}}type]")
    assert len(separators) == 2
    assert b'TargetMode="External"' in members(data)["word/_rels/footnotes.xml.rels"]


def test_footnotes_join_those_of_the_template(tmp_path: Path) -> None:
    notes = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Egen</w:t></w:r></w:p></w:footnote>'
    reference = '<w:p><w:r><w:t>Fast</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    )
    data = filled(
        tmp_path, {"a": prose("x[^1]\n\n[^1]: Før"), "b": prose("y[^1]\n\n[^1]: Efter")},
        p("{{ a }}") + reference + p("{{ b }}"), footnotes=separators + notes,
    )  # fmt: skip
    assert [unit.text.strip() for unit in read(data).footnotes if unit.text] == ["Før", "Egen", "Efter"]


def test_tables_have_a_header_row_and_stay_apart(tmp_path: Path) -> None:
    data = filled(tmp_path, {"tekst": prose("A | B\n--|--:\n1 | \n\nC | D\n--|--\n3 | 4")})
    root = etree.fromstring(members(data)["word/document.xml"])
    assert len(root.findall(f".//{{{W}}}tblHeader")) == 2
    assert [unit.text for unit in body(data)[1:]] == ["A", "B", "1", "C", "D", "3", "4"]
    assert [unit.kind for unit in read(data).body].count(Kind.TABLE) == 2


def test_quotes_have_their_style(tmp_path: Path) -> None:
    assert [(unit.text, unit.style_name) for unit in set_prose(tmp_path, "> Citat\n\nTekst")] == [
        ("Citat", "Quote"),
        ("Tekst", "Body Text"),
    ]


def test_inserts_stand_where_the_author_wrote_them(tmp_path: Path) -> None:
    organ = (
        Heading(1, inline("Bestyrelsen")),
        Paragraph(inline("Direktør"), "Formand"),
        Paragraph(prose("To *linjer*.\n\nHer."), "Opgaver"),
        Bullets((inline("en"), prose("to\n\n- under"))),
        Bullets((inline("først"), inline("så")), ordered=True),
        Table(("Navn", "Rolle"), ((inline("A\nB"), prose("**C**\n\n- d")), (inline(""), inline("e")))),
    )
    value = prose("Før\n[[organer]]\nEfter", None, {"organer": organ})
    assert [unit.text for unit in body(filled(tmp_path, {"tekst": value}))] == [
        "Vision", "Før", "Bestyrelsen", "Formand: Direktør", "Opgaver:", "To linjer.", "Her.", "en", "to", "under", "først", "så",
        "Navn", "Rolle", "A\nB", "C", "d", "e", "Efter",
    ]  # fmt: skip


def test_an_unknown_insert_is_refused_at_its_place(tmp_path: Path) -> None:
    at = Somewhere("vision")
    with pytest.raises(ValuesError) as caught:
        filled(tmp_path, {"tekst": prose("[[orgner]]", at, {"organer": ()})})
    (fault,) = caught.value.faults
    assert (fault.code, fault.at, fault.help) == ("KLD012", at, "Mente du «[[organer]]»?")


def test_loops_make_rows_and_paragraphs(tmp_path: Path) -> None:
    table = tbl(
        row("Navn", "Rolle"), row("{%tr for x in liste %}", ""), row("{{ x.navn }}", "{{ x.rolle }}"), row("{%tr endfor %}", "")
    )
    inside = (
        p("{%p for x in liste %}") + p("{{ loop.index }}. {{ x.navn }}{% if not loop.last %},{% endif %}") + p("{%p endfor %}")
    )
    rows = [{"navn": "A", "rolle": prose("*a*")}, {"navn": "B", "rolle": inline("b")}]
    assert [unit.text for unit in body(filled(tmp_path, {"liste": rows}, table + inside))] == [
        "Navn", "Rolle", "A", "a", "B", "b", "1. A,", "2. B",
    ]  # fmt: skip


def test_a_table_without_rows_and_a_cell_without_paragraphs_are_mended(tmp_path: Path) -> None:
    loop = tbl(row("{%tr for x in ingen %}", ""), row("{{ x }}", ""), row("{%tr endfor %}", ""))
    cell = f"<w:tc><w:tcPr/>{p('{%p if ingen %}')}{p('x')}{p('{%p endif %}')}</w:tc>"
    data = filled(tmp_path, {"ingen": []}, loop + tbl(f"<w:tr>{cell}</w:tr>", columns=1) + p("slut"))
    assert [unit.text for unit in body(data)] == ["slut"]
    assert [unit.kind for unit in read(data).body].count(Kind.TABLE) == 1


def test_headers_are_filled_and_cannot_hold_notes(tmp_path: Path) -> None:
    data = filled(tmp_path, {"tekst": prose("x"), "navn": "Sol & Bakke"}, header=p("{{ navn }}") + p("{{p tekst }}"))
    assert [unit.text for unit in read(data).headers] == ["Sol & Bakke", "x"]
    with pytest.raises(TemplateError, match="fodnoter"):
        filled(tmp_path, {"tekst": prose("x[^1]\n\n[^1]: n")}, header=p("{{p tekst }}"))


def test_properties_are_the_views_own(tmp_path: Path) -> None:
    properties = {"titel": "A & B: «C»", "emne": "E", "ophav": "F", "dato": date(2021, 10, 1)}
    core = members(filled(tmp_path, {"tekst": prose("x"), "egenskaber": properties}))["docProps/core.xml"].decode()
    assert "<dc:title>A &amp; B: «C»</dc:title>" in core
    assert "<dc:language>da-DK</dc:language>" in core
    assert core.count("2021-10-01T00:00:00Z") == 2


def test_parts_without_tags_stay_byte_for_byte(tmp_path: Path) -> None:
    before = docx(p("{{ navn }}"), header=p("Fast"))
    after = members(fill(saved(tmp_path, before), {**TITLE, "navn": "x"}))
    kept = [name for name in members(before) if name not in {"word/document.xml", "[Content_Types].xml", "_rels/.rels"}]
    assert kept
    assert all(after[name] == members(before)[name] for name in kept)


def test_equal_views_give_equal_bytes(tmp_path: Path) -> None:
    view = {**TITLE, "tekst": prose("1. a\n\n[l](http://x.dk)[^1]\n\n[^1]: n")}
    template = saved(tmp_path, docx(p("{{p tekst }}")))
    assert fill(template, view) == fill(template, dict(view))


def test_illegal_characters_are_all_reported_before_anything_is_filled(tmp_path: Path) -> None:
    one, other = Somewhere("a"), Somewhere("b")
    view = {"a": inline("x\x0by", one), "b": prose("x\ufffey\ud800", other), "c": inline("fint\u00ad")}
    with pytest.raises(ValuesError) as caught:
        filled(tmp_path, view, p("{{ a }}{{ c }}") + p("{{ b }}"))
    assert {(fault.code, fault.at) for fault in caught.value.faults} == {("KLD010", one), ("KLD010", other)}
    assert [
        char for char in ("U+000B", "U+FFFE", "U+D800") if not any(char in fault.message for fault in caught.value.faults)
    ] == []


def test_illegal_characters_are_found_in_inserts_blocks_and_properties(tmp_path: Path) -> None:
    view: dict[str, Any] = {
        "a": prose("[[t]]", None, {"t": (Paragraph(inline("x"), "L\x01"),)}),
        "b": blocks(Table(("H\x02",), ((inline("\x03"),),))),
        "egenskaber": {"titel": Value("\x04")},
    }
    with pytest.raises(ValuesError) as caught:
        filled(tmp_path, view, p("{{ a }}") + p("{{ b }}"))
    assert all(any(f"U+000{number}" in fault.message for fault in caught.value.faults) for number in (1, 2, 3, 4))


def test_an_anchor_that_knows_offsets_points_at_the_character(tmp_path: Path) -> None:
    class Text(Somewhere):
        value = "ab\x0bcd"

        def at(self, start: int, end: int) -> Somewhere:
            return Somewhere(f"{start}-{end}")

    with pytest.raises(ValuesError) as caught:
        filled(tmp_path, {"tekst": prose("ab\x0bcd", Text("tekst"))})
    assert caught.value.faults[0].at.place().path == "2-3"


def test_a_header_row_stays_with_the_rows_after_it(tmp_path: Path) -> None:
    data = filled(tmp_path, {"tekst": prose("A | B\n--|--:\n1 | 2")})
    first, second = etree.fromstring(members(data)["word/document.xml"]).findall(f".//{{{W}}}tr")
    assert len(first.findall(f".//{{{W}}}keepNext")) == 2
    assert first.find(f".//{{{W}}}cantSplit") is None
    assert second.find(f".//{{{W}}}keepNext") is None
