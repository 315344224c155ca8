"""The budget's figures: added up exactly, and honest about what could not be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from aftale_builder.assessment import assess
from aftale_builder.report.figures import Figures, figures

HEAD = """\
regulativ: lbf-2019-26
navn: Solbakken
periode: {fra: 2022-01-01, til: 2023-12-31}
parter: [{id: k, navn: Lindeby Kommune, type: kommune}]
"""
BUDGET = """\
budget:
  kilder: [{id: lbf, type: lbf}, {id: k1, part: k, form: kontant}, {id: k2, part: k, navn: Kommunens lokaler}]
  poster:
    - {id: p1, art: løn, tekst: Leder, beløb: {2022: 300.000, 2023: "100.000,50"}}
    - {id: p2, art: løn, tekst: Medarbejder, beløb: {2022: 100.000}}
    - {id: p3, art: lokaler, tekst: Hus, beløb: {2023: 10.000}}
  finansiering:
    - {kilde: lbf, beløb: {2022: 300.000, 2023: 50.000}}
    - {kilde: k1, beløb: {2022: 100.000}}
    - {kilde: k2, beløb: {2023: "60.000,50"}}
"""


def figures_of(folder: Path, text: str) -> Figures | None:
    (folder / "aftale.yaml").write_text(HEAD + text, encoding="utf-8")
    aftale = assess(folder, date(2026, 1, 1)).aftale
    assert aftale is not None
    return figures(aftale)


def test_lines_of_one_name_are_added_and_the_sum_stands_last(tmp_path: Path) -> None:
    made = figures_of(tmp_path, BUDGET)
    assert made is not None
    assert made.years == ("2022", "2023")
    assert [(row.name, row.years, row.total) for row in made.spent] == [
        ("løn", ("400.000", "100.000,50"), "500.000,50"),
        ("lokaler", ("0", "10.000"), "10.000"),
        ("I alt", ("400.000", "110.000,50"), "510.000,50"),
    ]
    assert [(row.name, row.total) for row in made.paid] == [
        ("Landsbyggefonden", "350.000"),
        ("Lindeby Kommune (kontant)", "100.000"),
        ("Kommunens lokaler", "60.000,50"),
        ("I alt", "510.000,50"),
    ]
    assert made.local == "31,37 pct. (160.000,50 kr. af 510.000,50 kr.)"
    assert made.whole


def test_a_year_outside_the_period_is_shown_after_the_others(tmp_path: Path) -> None:
    made = figures_of(tmp_path, BUDGET.replace("{2023: 10.000}", "{2021: 10.000}"))
    assert made is not None
    assert made.years == ("2022", "2023", "2021")


@pytest.mark.parametrize("unread", ["{2022: ca. 300, 2023: 50.000}", "{2022: 300.000, 2023: 1.25}"])
def test_what_cannot_be_read_is_told(tmp_path: Path, unread: str) -> None:
    made = figures_of(tmp_path, BUDGET.replace("{2022: 300.000, 2023: 50.000}", unread))
    assert made is not None
    assert not made.whole


def test_a_source_that_does_not_exist_is_shown_by_its_id_and_is_not_local(tmp_path: Path) -> None:
    made = figures_of(tmp_path, BUDGET.replace("{kilde: k1,", "{kilde: ukendt,"))
    assert made is not None
    assert "ukendt" in [row.name for row in made.paid]
    assert made.local.startswith("11,76 pct.")


@pytest.mark.parametrize("text", ["", "budget: {prisniveau: 2022}\n"])
def test_no_budget_has_no_figures(tmp_path: Path, text: str) -> None:
    assert figures_of(tmp_path, text) is None


def test_nothing_paid_has_no_share(tmp_path: Path) -> None:
    made = figures_of(tmp_path, BUDGET.split("  finansiering:", maxsplit=1)[0])
    assert made is not None
    assert made.paid == ()
    assert made.local == ""
