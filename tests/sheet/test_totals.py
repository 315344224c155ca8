"""The same totals everywhere: in YAML, in the workbook and calculated anew, in Word and in the report; and back again."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from aftale_builder.boligdata.figures import figure
from aftale_builder.boligdata.tables import Cell
from aftale_builder.documents import danish
from aftale_builder.documents.budget_book import book
from aftale_builder.documents.facts import Facts
from aftale_builder.documents.rendering import papers
from aftale_builder.importing.budget import opened, take
from aftale_builder.model import load
from aftale_builder.report.figures import figures
from aftale_builder.sheet.book import Formula
from aftale_builder.sheet.reading import Found, read
from aftale_builder.sheet.writing import write
from aftale_builder.word.package import Kind, open_package, write_package
from aftale_builder.word.reading import read as read_word
from tests.sheet.budgets import Sums, budget

FEW, BATCHES, IN_BATCH = 25, 20, 50
_CACHED = re.compile(rb"(<f>[^<]*</f>)<v>[^<]*</v>")


def beside(cells: Mapping[str, Found], label: str) -> list[str]:
    """Return the values of the last row whose label this is."""
    rows = {place: place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for place in cells}
    row = [rows[place] for place, cell in cells.items() if not cell.formula and cell.value == label][-1]
    found = {place: cell for place, cell in cells.items() if rows[place] == row}
    return [cell.value for cell in found.values() if cell.formula]


def kroner(values: list[str]) -> list[Decimal]:
    """Return what a program calculated, as øre are: it calculates in binary fractions."""
    return [Decimal(value).quantize(Decimal("0.01")) for value in values]


def wrong(sheets: Mapping[str, Mapping[str, Found]], sums: Sums, facts: Facts) -> Iterator[str]:
    """Yield where a workbook's totals are not those that were written."""
    assert facts.aftale.budget is not None
    years = [year for year, _, _ in facts.aftale.budgetaar()]
    costs = [*(sums.costs[year] for year in years), sums.costs.total()]
    income = [*(sums.income[year] for year in years), sums.income.total()]
    told = {
        ("Udgifter", "Udgifter i alt"): costs,
        ("Finansiering", "Finansiering i alt"): income,
        ("Finansiering", "Udgifter i alt"): costs,
        ("Finansiering", "Forskel (finansiering – udgifter)"): [mine - other for mine, other in zip(income, costs, strict=True)],
        ("Finansiering", "Lokal medfinansiering"): [sums.local],
        ("Indsatsområder", "I alt"): costs,
        ("Aktiviteter", "I alt"): costs,
    }
    yield from (f"{name}: {label}" for (name, label), asked in told.items() if kroner(beside(sheets[name], label)) != asked)
    met = "–" if not sums.income.total() else "ja" if sums.local * 4 >= sums.income.total() else "nej"
    if beside(sheets["Finansiering"], "Kravet er opfyldt") != [met]:
        yield "Kravet er opfyldt"
    equal = ["ja" if mine == other else "nej" for mine, other in zip(income, costs, strict=True)]
    if beside(sheets["Finansiering"], "Udgifter og finansiering er lige store") != equal:
        yield "lige store"


def wrong_elsewhere(sums: Sums, facts: Facts) -> Iterator[str]:
    """Yield where Word or the report says something else."""
    paper = next(paper for document, paper, _ in papers(facts) if document.id == "indberetningsskema")
    words = [unit.text for unit in read_word(paper.render()).units if unit.text]
    for label, asked in {
        "Udgifter i alt": Decimal(sums.costs.total()),
        "Finansiering i alt": Decimal(sums.income.total()),
        "Heraf lokal medfinansiering": sums.local,
    }.items():
        if words[words.index(label) + 1] != danish.kroner(asked):
            yield f"Word: {label}"
    told = figures(facts.aftale)
    for rows, given in ((told.paid, sums.income), (told.spent, sums.costs)) if told is not None else ():
        if rows and [_amount(text) for text in (*rows[-1].years, rows[-1].total)] != [
            *(given[year] for year in (told.years if told else ())),
            given.total(),
        ]:
            yield "rapporten"
    if told is not None and told.local and f"({danish.kroner(Decimal(sums.local))} af" not in told.local:
        yield "rapportens lokale andel"


def _amount(text: str) -> object:
    return figure(Cell(text, ""))


def bare(data: bytes) -> bytes:
    """Return the workbook without the values of its formulas."""
    parts = open_package(data, Kind.XLSX).parts()
    return write_package({name: _CACHED.sub(rb"\1", content) for name, content in parts.items()})


def unchanged(path: Path, folder: Path) -> bool:
    """Tell whether importing a workbook would change nothing in the agreement it was made of."""
    taken = take(path, opened(path), load(folder))
    return taken.files == () and taken.told == ()


@pytest.mark.parametrize("seed", range(FEW))
def test_totals_are_the_same_in_yaml_workbook_word_and_report(seed: int, tmp_path: Path) -> None:
    facts, sums = budget(seed, tmp_path)
    (tmp_path / "b.xlsx").write_bytes(write(book(facts)))
    assert list(wrong(read(tmp_path / "b.xlsx"), sums, facts)) == []
    assert list(wrong_elsewhere(sums, facts)) == []
    assert not any((sums.costs, sums.income)) or unchanged(tmp_path / "b.xlsx", tmp_path)


@pytest.mark.langsom
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice er ikke installeret")
@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_thousand_budgets_calculated_anew_by_libreoffice(batch: int, tmp_path: Path) -> None:
    """Each formula is calculated from nothing; what LibreOffice saves comes home as no change."""
    made = {}
    (tmp_path / "bar").mkdir()
    for seed in range(batch * IN_BATCH, (batch + 1) * IN_BATCH):
        facts, sums = budget(seed, tmp_path / str(seed))
        made[seed] = (facts, sums, book(facts))
        (tmp_path / "bar" / f"{seed}.xlsx").write_bytes(bare(write(made[seed][2])))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "ud"),
         *map(str, sorted((tmp_path / "bar").iterdir()))],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    for seed, (facts, sums, of_book) in made.items():
        path = tmp_path / "ud" / f"{seed}.xlsx"
        sheets = read(path)
        assert list(wrong(sheets, sums, facts)) == [], seed
        assert list(wrong_elsewhere(sums, facts)) == [], seed
        for sheet in of_book.sheets:
            for place, cell in sheet.cells():
                if isinstance(cell, Formula):
                    found = sheets[sheet.name][place].value
                    same = found == cell.value if isinstance(cell.value, str) else abs(float(found) - float(cell.value)) < 0.001
                    assert same, (seed, sheet.name, place)
        assert not any((sums.costs, sums.income)) or unchanged(path, tmp_path / str(seed)), seed
