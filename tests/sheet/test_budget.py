"""The budget's workbook: sums, balance and the test of the local share, calculated as Excel would."""

from __future__ import annotations

import io
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
from aftale_builder.sheet.book import Formula
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
