"""The budget's workbook: sums, balance and the test of the local share, calculated as Excel would."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from aftale_builder.documents.budget_book import book
from aftale_builder.documents.facts import Facts
from aftale_builder.sheet import page
from aftale_builder.sheet.book import Formula, Text
from aftale_builder.sheet.writing import write
from tests.documents.making import aftale_of, generation, sample_aftale, sample_facts

SMALL = """
navn: Sammen om Skoven
periode: {fra: 2026-01-01, til: 2027-12-31}
parter: [{id: k, navn: Kommunen, type: kommune}]
indsatsområder: [{område: beskæftigelse}]
budget:
  kilder:
    - {id: lbf, type: lbf}
    - {id: k, part: k, form: kontant}
    - {id: fond, navn: Fonden, type: anden}
  poster:
    - {id: p1, art: løn, tekst: "=1+1", indsatsområde: beskæftigelse, beløb: {"2026": 300.000, "2027": 300.000}}
    - {id: p2, art: revision, tekst: Revision, beløb: {"2027": LAST}}
  finansiering:
    - {kilde: lbf, beløb: {"2026": 225.000, "2027": 225.000}}
    - {kilde: k, beløb: {"2026": 75.000, "2027": LOCAL}}
"""


def values(data: bytes) -> dict[str, dict[str, Any]]:
    """Return the values of every cell, as openpyxl reads them."""
    return {
        sheet.title: {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
        for sheet in openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    }


def beside(cells: Mapping[str, Any], label: str) -> list[Any]:
    """Return the values of the row that begins with a label."""
    row = next(place[1:] for place, value in cells.items() if value == label)
    return [value for place, value in cells.items() if place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == row][1:]


def small(folder: Path, local: str, last: str = "0") -> Facts:
    """Return the facts of a budget whose local share is what is paid locally in the last year."""
    return Facts(aftale_of(folder, SMALL.replace("LOCAL", local).replace("LAST", last)), generation())


def test_sums_and_balance(tmp_path: Path) -> None:
    sheets = values(write(book(small(tmp_path, "75.000", "1.000"))))
    assert beside(sheets["Udgifter"], "Udgifter i alt") == [300_000, 301_000, 601_000]
    assert beside(sheets["Finansiering"], "Finansiering i alt") == [300_000, 300_000, 600_000]
    assert beside(sheets["Finansiering"], "Forskel (finansiering – udgifter)") == [0, -1000, -1000]
    assert beside(sheets["Indsatsområder"], "Beskæftigelse") == [300_000, 300_000, 600_000]
    assert beside(sheets["Indsatsområder"], "Fælles") == [0, 1000, 1000]
    assert sheets["Udgifter"]["C7"] == "=1+1"


@pytest.mark.parametrize(("local", "met"), [("75.000", "ja"), ("74.999,99", "nej"), ("75.000,01", "ja")])
def test_the_local_share_is_tested_exactly(tmp_path: Path, local: str, met: str) -> None:
    facts = small(tmp_path, local)
    assert facts.aftale.budget is not None
    sheets = values(write(book(facts)))
    assert beside(sheets["Finansiering"], "Kravet er opfyldt") == [met]
    share = beside(sheets["Finansiering"], "Lokal andel")[0]
    assert share == pytest.approx(float((facts.aftale.budget.indtaegter() - 450_000) / facts.aftale.budget.indtaegter()))


def test_no_financing_has_no_local_share_to_test(tmp_path: Path) -> None:
    text = SMALL.partition("  finansiering:")[0].replace("LAST", "0")
    sheets = values(write(book(Facts(aftale_of(tmp_path, text), generation()))))
    assert beside(sheets["Finansiering"], "Kravet er opfyldt") == ["–"]
    assert beside(sheets["Finansiering"], "Lokal andel") == [0]


def test_a_source_without_amounts_is_listed(tmp_path: Path) -> None:
    assert "Fonden" in values(write(book(small(tmp_path, "75.000"))))["Finansiering"].values()


def test_a_draft_without_a_budget_says_so(tmp_path: Path) -> None:
    made = book(Facts(aftale_of(tmp_path, "navn: Skoven\n"), generation(), draft=True))
    assert "Mangler: budgettet: år, kilder, poster og finansiering" in values(write(made))["Udgifter"].values()


def test_the_samples_sums_are_the_agreements() -> None:
    budget = sample_aftale().budget
    assert budget is not None
    sheets = values(write(book(sample_facts())))
    assert Decimal(str(beside(sheets["Udgifter"], "Udgifter i alt")[-1])) == budget.udgifter()
    assert Decimal(str(beside(sheets["Finansiering"], "Finansiering i alt")[-1])) == budget.indtaegter()
    assert beside(sheets["Finansiering"], "Kravet er opfyldt") == ["ja"]


def test_names_stand_for_the_words_of_the_language() -> None:
    """«løn», «part» and the ids of sources and aktiviteter are for the YAML; a post's id is its number."""
    sheets = values(write(book(sample_facts())))
    assert beside(sheets["Udgifter"], "p02")[:4] == [
        "Løn",
        "Boligsocial konsulent for børn og familier, 37 timer",
        "Uddannelse og livschancer",
        "Sprogstart, Læs og lektier og Godmorgen",
    ]
    assert beside(sheets["Finansiering"], "Lindeby Boligselskab, lokaler")[:3] == ["Boligorganisation", "Lokaler", "ja"]
    assert beside(sheets["Finansiering"], "Lindebyfonden")[0] == "Anden kilde"


def test_notes_stand_below_the_amounts_across_the_page() -> None:
    found = openpyxl.load_workbook(io.BytesIO(write(book(sample_facts()))))["Finansiering"]
    area = next(area for area in found.merged_cells.ranges if found.cell(area.min_row, area.min_col).value == "Posten p47.")
    assert (area.min_col, area.max_col) == (2, found.max_column)
    assert found.cell(area.min_row, 1).value == "Boligforeningen Lindehjem, lokaler"
    assert found["A6"].value == "Kilde"
    assert found.cell(6, found.max_column).value == "I alt"


def test_a_note_too_long_for_a_row_goes_on_in_the_next(tmp_path: Path) -> None:
    words = " ".join(f"ord{number}" for number in range(3000))
    text = SMALL.replace("LOCAL", "75.000").replace("LAST", "0").replace("tekst: Revision", f'tekst: Revision, note: "{words}"')
    facts = Facts(aftale_of(tmp_path, text), generation())
    cells = values(write(book(facts)))["Udgifter"]
    parts = [str(value) for value in cells.values() if str(value).startswith("ord")]
    assert len(parts) > 1
    assert " ".join(parts) == words


def test_posts_of_several_aktiviteter_have_their_own_line() -> None:
    """Nobody has said how much of a post goes to each: they are not shared out."""
    sheets = values(write(book(sample_facts())))
    assert beside(sheets["Aktiviteter"], "Sprogstart") == [308_000, 296_000, 296_000, 284_000, 1_184_000]
    assert beside(sheets["Aktiviteter"], "Læs og lektier og Ungevejen") == [60_000, 72_000, 72_000, 60_000, 264_000]
    assert list(sheets["Aktiviteter"].values())[-5:] == beside(sheets["Udgifter"], "Udgifter i alt")


def test_names_that_differ_in_capitals_alone_are_summed_apart(tmp_path: Path) -> None:
    """Excel takes «a» = «A» for true; the sums by name do not."""
    text = SMALL.replace("LOCAL", "0").replace("LAST", "7").replace("indsatsområde: beskæftigelse,", "aktiviteter: [x],")
    facts = Facts(aftale_of(tmp_path, text.replace("tekst: Revision,", "tekst: Revision, aktiviteter: [X],")), generation())
    sheets = values(write(book(facts)))
    assert beside(sheets["Aktiviteter"], "x") == [300_000, 300_000, 600_000]
    assert beside(sheets["Aktiviteter"], "X") == [0, 7, 7]
    assert all("EXACT" in cell.formula for cell in _formulas(facts, "Aktiviteter") if "SUMPRODUCT" in cell.formula)


def _formulas(facts: Facts, name: str) -> list[Formula]:
    sheet = next(sheet for sheet in book(facts).sheets if sheet.name == name)
    return [cell for _, cell in sheet.cells() if isinstance(cell, Formula)]


def test_amounts_may_be_written_and_formulas_not() -> None:
    """The sheets are protected without a password; what can be read back is open."""
    found = openpyxl.load_workbook(io.BytesIO(write(book(sample_facts()))))
    for sheet in found:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        for row in sheet.iter_rows():
            for cell in row:
                if str(cell.value).startswith("=") or (cell.row or 0) <= 6:
                    assert cell.protection.locked, (sheet.title, cell.coordinate)
    assert not found["Udgifter"]["F7"].protection.locked
    assert not found["Udgifter"]["F49"].protection.locked  # a year without an amount


def test_days_are_days_and_amounts_are_danish(tmp_path: Path) -> None:
    found = openpyxl.load_workbook(io.BytesIO(write(book(sample_facts()))))
    days = [cell for row in found["Oplysninger"].iter_rows() for cell in row if getattr(cell, "is_date", False)]
    assert [str(cell.value)[:10] for cell in days[:2]] == ["2026-04-01", "2027-03-31"]
    assert days[0].number_format == "[$-406]d. mmmm yyyy"
    assert found["Udgifter"]["F7"].number_format.startswith("[$-406]#,##0")
    with_oere = openpyxl.load_workbook(io.BytesIO(write(book(small(tmp_path, "75.000,50")))))
    assert "0.00" in with_oere["Udgifter"]["F7"].number_format


@pytest.mark.parametrize(("years", "kind"), [(1, page.A4), (4, page.A4), (5, page.A4), (7, page.A3), (30, None)])
def test_the_sheet_of_posts_is_printed_no_smaller_than_nine_points(tmp_path: Path, years: int, kind: page.Paper | None) -> None:
    """So many years go on a kind of paper; with more than any holds, the page is cut between columns, the first ones repeated."""
    text = SMALL.replace("2027-12-31", f"{2025 + years}-12-31").replace('{"2027": LAST}', '{"2026": 12.345.678}')
    made = book(Facts(aftale_of(tmp_path, re.sub(', "2027": [^}]*', "", text)), generation()))
    assert page.paper(made.sheets[0].widths) is kind
    settings = openpyxl.load_workbook(io.BytesIO(write(made)))["Udgifter"]
    assert settings.print_title_rows == "$6:$6"
    if kind is None:
        assert (settings.page_setup.scale, settings.print_title_cols) == (page.SCALE, "$A:$C")
    else:
        assert settings.page_setup.paperSize == kind.number
        assert sum(map(page.printed, made.sheets[0].widths)) * page.SCALE / 100 <= kind.room() * page.SCALE / 100


def test_many_years_of_long_amounts_share_the_widest_paper(tmp_path: Path) -> None:
    """The columns of words give way before the sheet is cut in two."""
    text = SMALL.replace("2027-12-31", "2031-12-31").replace('{"2027": LAST}', '{"2026": 123.456.789.012,34}')
    made = book(Facts(aftale_of(tmp_path, re.sub(', "2027": [^}]*', "", text)), generation())).sheets[0]
    assert page.paper(made.widths) is page.A3
    assert min(made.widths[2], made.widths[4]) >= 17.5


def test_what_stands_across_a_sheet_that_is_cut_is_not_cut(tmp_path: Path) -> None:
    """The title stands in the columns that are on each page, a note in those of the first."""
    text = SMALL.replace("2027-12-31", "2055-12-31").replace('{"2027": LAST}', '{"2026": 12.345.678}, note: "En note."')
    made = book(Facts(aftale_of(tmp_path, re.sub(', "2027": [^}]*', "", text)), generation())).sheets[0]
    assert page.paper(made.widths) is None
    assert [row[0].across for row in made.rows[:2] if isinstance(row[0], Text)] == [made.leading] * 2
    ends = {at + cell.across for row in made.rows for at, cell in enumerate(row) if isinstance(cell, Text) and cell.across > 1}
    assert made.leading < max(ends) == page.beside(made.widths) < len(made.widths)
    assert sum(map(page.printed, made.widths[: max(ends)])) <= page.A3.room()


@pytest.mark.langsom
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice er ikke installeret")
def test_libreoffice_calculates_what_the_file_says(tmp_path: Path) -> None:
    """Every formula is taken out of its cached value's shadow: calculated anew, it gives the same."""
    made = book(small(tmp_path, "74.999,99", "1.000,50"))
    bare = openpyxl.load_workbook(io.BytesIO(write(made)))  # openpyxl saves formulas without values
    bare.save(tmp_path / "nøgen.xlsx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "ud"), str(tmp_path / "nøgen.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    calculated = values((tmp_path / "ud" / "nøgen.xlsx").read_bytes())
    formulas = [(sheet.name, place, cell) for sheet in made.sheets for place, cell in sheet.cells() if isinstance(cell, Formula)]
    assert len(formulas) > 20
    for name, place, cell in formulas:
        found = calculated[name].get(place, 0)
        assert found == (cell.value if isinstance(cell.value, str) else pytest.approx(float(cell.value))), (name, place)
