"""A filled document is laid out: unfilled columns are left out, what belongs together keeps together, contents are listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from aftale_builder.figures.measuring import length
from aftale_builder.word.filling import fill
from aftale_builder.word.ooxml import PPR, P, W
from aftale_builder.word.package import open_package, write_package
from aftale_builder.word.paging import numbered
from aftale_builder.word.proof import prove
from aftale_builder.word.reading import Kind, Unit, read
from aftale_builder.word.values import PROPERTIES, inline
from tools.lbf_templates.ooxml import TEXT_WIDTH, contents, each, field_table, list_table, paragraph, shares, tag
from tools.lbf_templates.package import Template, build

_COLUMNS = {"Hvad": "r.hvad", "Hvornår": "r.dag", "Hvem": "r.hvem", "Kroner": "r.kroner"}


def _row(hvad: str = "", dag: str = "", hvem: str = "", kroner: str = "") -> dict[str, object]:
    return {"hvad": inline(hvad), "dag": inline(dag), "hvem": inline(hvem), "kroner": inline(kroner)}


def _template(folder: Path, body: str) -> Path:
    path = folder / "skabelon.docx"
    path.write_bytes(build(Template("skabelon", "Prøve", "Prøve", body + tag("", "Luft"), "")))
    return path


def _filled(template: Path, **view: object) -> bytes:
    return fill(template, _view(**view))


def _view(**view: object) -> dict[str, object]:
    return {"udkast": False, "navn": inline("Navn"), PROPERTIES: {"titel": inline("Prøve")}, **view}


def _table(folder: Path, *rows: dict[str, object], every: bool = False) -> bytes:
    body = list_table("Rækker", _COLUMNS, "r", "rows", shares(1, 1, 1, 1), every=every)
    template = _template(folder, body)
    data = _filled(template, rows=list(rows))
    assert prove(template, _view(rows=list(rows)), data) == ()
    return data


def _cells(data: bytes) -> list[list[str]]:
    rows: list[list[str]] = []
    for unit in read(data).body:
        if unit.kind is Kind.ROW:
            rows.append([])
        elif unit.kind is Kind.CELL:
            rows[-1].append("")
        elif unit.kind is Kind.PARAGRAPH and rows and rows[-1] and unit.text:
            rows[-1][-1] += unit.text
    return rows


def _kept(data: bytes) -> list[bool]:
    """Tell of each row whether it keeps with the next."""
    package = open_package(data)
    rows = package.xml(package.main).iter(f"{W}tr")
    return [all(p.find(f"{PPR}/{W}keepNext") is not None or _by_style(p) for p in row.iter(P)) for row in rows]


def _by_style(paragraph_: object) -> bool:
    style = paragraph_.find(f"{PPR}/{W}pStyle")  # type: ignore[attr-defined]
    return style is not None and style.get(f"{W}val") == "Tabelhoved"


def test_a_column_that_nobody_filled_is_left_out(tmp_path: Path) -> None:
    data = _table(tmp_path, _row("a", "1. maj", kroner="10"), _row("b", kroner="20"))
    assert _cells(data) == [["Hvad", "Hvornår", "Kroner"], ["a", "1. maj", "10"], ["b", "", "20"]]
    package = open_package(data)
    widths = [int(column.get(f"{W}w", "0")) for column in package.xml(package.main).iter(f"{W}gridCol")]
    assert len(widths) == 3
    assert sum(widths) == sum(shares(1, 1, 1, 1))


def test_the_first_two_columns_stay(tmp_path: Path) -> None:
    assert _cells(_table(tmp_path, _row(kroner="10"))) == [["Hvad", "Hvornår", "Kroner"], ["", "", "10"]]
    assert _cells(_table(tmp_path, _row("a"))) == [["Hvad", "Hvornår"], ["a", ""]]


def test_a_table_without_rows_keeps_its_header(tmp_path: Path) -> None:
    assert _cells(_table(tmp_path)) == [["Hvad", "Hvornår", "Hvem", "Kroner"]]


def test_every_column_stays_where_the_template_says_so(tmp_path: Path) -> None:
    assert _cells(_table(tmp_path, _row("a"), every=True))[0] == ["Hvad", "Hvornår", "Hvem", "Kroner"]


@pytest.mark.parametrize(("rows", "kept"), [(3, [1, 1, 1, 0]), (6, [1, 1, 1, 1, 1, 1, 0]), (8, [1, 0, 0, 0, 0, 0, 0, 1, 0])])
def test_a_short_table_stays_whole_and_a_long_one_ends_with_two_rows(tmp_path: Path, rows: int, kept: list[int]) -> None:
    data = _table(tmp_path, *(_row(f"r{number}", "x", "y", "1") for number in range(rows)))
    assert _kept(data) == [bool(keeps) for keeps in kept]


def test_a_row_taller_than_a_page_may_break(tmp_path: Path) -> None:
    data = _table(tmp_path, _row("a"), _row("lang " * 2000), _row("c"))
    package = open_package(data)
    told = [row.find(f"{W}trPr/{W}cantSplit") for row in package.xml(package.main).iter(f"{W}tr")][1:]
    assert [whole is not None and whole.get(f"{W}val") != "0" for whole in told] == [True, False, True]
    assert not any(_kept(data)[1:])


def test_amounts_stand_to_the_right_and_years_and_words_do_not(tmp_path: Path) -> None:
    data = _table(tmp_path, _row("2025", "31. maj", "37 timer", "1.234.567,50 kr."), _row("2026", "", "x", ""))
    package = open_package(data)
    right = [
        [cell.find(f".//{W}jc") is not None for cell in row.iter(f"{W}tc")] for row in package.xml(package.main).iter(f"{W}tr")
    ]
    assert right == [[False, False, False, True]] * 3


def test_a_table_keeps_with_its_heading_and_a_line_that_ends_in_a_colon_with_the_next(tmp_path: Path) -> None:
    body = (
        paragraph("Overskrift", "Heading1") + paragraph("En linje.") + paragraph("To linjer.") + field_table("Fakta", {"A": "a"})
        + paragraph("Det gælder:") + paragraph("Slut.")
    )  # fmt: skip
    data = _filled(_template(tmp_path, body), a=inline("x"))
    package = open_package(data)
    said = {"".join(text.text or "" for text in p.iter(f"{W}t")): p for p in package.xml(package.main).iter(P)}
    told = {
        line: said[line].find(f"{PPR}/{W}keepNext") is not None for line in ("En linje.", "To linjer.", "Det gælder:", "Slut.")
    }
    assert told == {"En linje.": True, "To linjer.": True, "Det gælder:": True, "Slut.": False}


def _widths(data: bytes) -> list[list[int]]:
    package = open_package(data)
    tables = package.xml(package.main).iter(f"{W}tbl")
    return [[int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol")] for table in tables]


def test_a_column_is_made_wide_enough_for_its_longest_word(tmp_path: Path) -> None:
    word = "kommunalvalg/folketingsvalg"
    (widths,) = _widths(_table(tmp_path, _row("kort", "i dag", f"Deltagelse ved {word}", "12")))
    assert widths[2] >= length(word, 18) + 216
    assert sum(widths) == TEXT_WIDTH
    (even,) = _widths(_table(tmp_path, _row("kort", "i dag", "Deltagelse", "12")))
    assert even == shares(1, 1, 1, 1)


def test_a_day_stays_with_its_month(tmp_path: Path) -> None:
    rows = [_row("Her står en sætning, som er lang og bliver brudt mange gange. " * 3, "30. september 2029", "x", "1")] * 3
    (widths,) = _widths(_table(tmp_path, *rows))
    assert widths[1] >= length("30. september", 18) + 216


def test_an_amount_stays_with_its_unit(tmp_path: Path) -> None:
    rows = [_row("Her står en sætning, som er lang og bliver brudt mange gange. " * 3, "i dag", "x", "12,25 pct.")] * 3
    (widths,) = _widths(_table(tmp_path, *rows))
    assert widths[3] >= length("12,25 pct.", 18) + 216


def test_a_word_longer_than_the_page_leaves_room_for_those_of_other_columns(tmp_path: Path) -> None:
    (widths,) = _widths(_table(tmp_path, _row("En sætning på flere ord", "i dag", "Æ" * 90, "12")))
    assert widths[0] >= length("sætning", 18) + 216
    assert sum(widths) == TEXT_WIDTH


def test_tables_with_the_same_header_look_alike(tmp_path: Path) -> None:
    lists = [list_table("Rækker", _COLUMNS, "r", name, shares(1, 1, 1, 1), every=True) for name in ("en", "to")]
    long = "En tekst, der er så lang, at den ville fylde mange linjer i en smal kolonne, og som der derfor gøres plads til."
    data = _filled(_template(tmp_path, "".join(lists)), en=[_row("a", "b", "c", "d")], to=[_row(long, "b", "c", "d")])
    one, other = _widths(data)
    assert one == other
    assert one[0] > sum(one[1:])


# --- the table of contents ------------------------------------------------------------------------------------------------


def _with_contents(folder: Path, *names: str) -> tuple[Path, dict[str, object], bytes]:
    body = (
        paragraph("Forside", "Heading1") + contents() + paragraph("Første", "Heading1")
        + each("n", "names", paragraph("{{ n }}", "Heading2"), paragraph("Under", "Heading3")) + paragraph("Sidste", "Heading1")
    )  # fmt: skip
    template = _template(folder, body)
    view = _view(names=[inline(name) for name in names])
    return template, view, fill(template, view)


def _entries(data: bytes) -> list[Unit]:
    return [unit for unit in read(data).body if unit.contents]


def test_the_headings_below_are_listed_and_linked(tmp_path: Path) -> None:
    template, view, data = _with_contents(tmp_path, "A & B <c>", "To\nlinjer")
    assert [(unit.style_name, unit.text) for unit in _entries(data)] == [
        ("toc 1", "Første"), ("toc 2", "A & B <c>"), ("toc 2", "To linjer"), ("toc 1", "Sidste"),
    ]  # fmt: skip
    assert prove(template, view, data) == ()
    marks = {name: unit.text for unit in read(data).body for name in unit.bookmarks if name.startswith("_Toc")}
    assert [marks[run.link.removeprefix("#")] for unit in _entries(data) for run in unit.runs] == [
        "Første", "A & B <c>", "To\nlinjer", "Sidste",
    ]  # fmt: skip


def test_the_field_is_one_that_word_can_make_anew(tmp_path: Path) -> None:
    _, _, data = _with_contents(tmp_path, "Et")
    package = open_package(data)
    root = package.xml(package.main)
    signs = [sign.get(f"{W}fldCharType") for sign in root.iter(f"{W}fldChar")]
    assert signs == ["begin", "separate", "end"]
    assert [told.text for told in root.iter(f"{W}instrText")] == [' TOC \\o "1-2" \\h \\z \\n ']


_LAST = '{}</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="end"/>'


@pytest.mark.parametrize(
    "change",
    [
        (_LAST.format("Sidste"), _LAST.format("Andet")),
        ('w:anchor="_Toc000000002"', 'w:anchor="_Toc000000001"'),
    ],
)
def test_an_entry_that_says_or_leads_elsewhere_is_found(tmp_path: Path, change: tuple[str, str]) -> None:
    template, view, data = _with_contents(tmp_path, "Et")
    parts = dict(open_package(data).parts())
    whole = parts["word/document.xml"].decode()
    assert whole.count(change[0]) == 1
    parts["word/document.xml"] = whole.replace(*change).encode()
    assert prove(template, view, write_package(parts)) != ()


def test_a_pdf_is_made_of_a_file_that_asks_for_the_numbers_of_pages(tmp_path: Path) -> None:
    _, _, data = _with_contents(tmp_path, "Et")
    package = open_package(numbered(data))
    root = package.xml(package.main)
    assert [told.text for told in root.iter(f"{W}instrText")] == [f" PAGEREF _Toc{number:09} " for number in range(1, 4)]
    signs = [sign.get(f"{W}fldCharType") for sign in root.iter(f"{W}fldChar")]
    assert signs == ["begin", "separate", "end"] * 3
    assert [unit.text for unit in read(numbered(data)).body if unit.text][-3:] == ["Et", "Under", "Sidste"]
    assert numbered(numbered(data)) == numbered(data)


def test_a_file_without_contents_and_what_is_no_word_file_are_let_be(tmp_path: Path) -> None:
    data = _table(tmp_path, _row("a", "b", "c", "d"))
    assert numbered(data) is data
    assert numbered(b"noget andet") == b"noget andet"
