"""The figures in the HTML report: those of the documents, told to who cannot see them, and without CPR numbers."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from aftale_builder.assessment import assess
from aftale_builder.documents.facts import Facts
from aftale_builder.regulation import regulativ
from aftale_builder.report import render
from aftale_builder.report.pictures import shown
from tests.report.made import assessment, sample

GENERATION = regulativ("lbf-2019-26")


def titles(page: str) -> list[str]:
    return re.findall("<figcaption>(.*?)</figcaption>", page)


def test_the_sample_has_all_five_figures() -> None:
    page = render("html", [sample("solbakken")], advice=True)
    found = titles(page)
    for title in ("Organisationsdiagram", "Indsatslogik: Beskæftigelse", "Milepæle over perioden", "Budget", "Baseline: "):
        assert any(caption.startswith(title) for caption in found), title
    assert len(re.findall("<svg ", page)) == len(found)
    assert "Bindeled 1: Det politiske dialogforum – Bestyrelsen for Sammen om Solbakken" in page


def test_an_agreement_with_nothing_to_draw_has_no_figures() -> None:
    assert "Aftalen i figurer" not in render("html", [assessment()], advice=True)


def test_the_ids_of_two_agreements_are_not_the_same() -> None:
    aftale = sample("solbakken").aftale
    assert aftale is not None
    assert GENERATION is not None
    assert Facts(aftale, GENERATION).inserts
    one, other = (shown(aftale, GENERATION, anchor) for anchor in ("a", "b"))
    ids = [found for picture in (*one, *other) for found in re.findall(' id="([^"]*)"', picture.svg)]
    assert len(ids) == len(set(ids)) > 10


def test_no_cpr_number_and_no_control_character_stands_in_a_figure(tmp_path: Path) -> None:
    text = 'regulativ: lbf-2019-26\nnavn: x\nmilepæle: [{id: m, dato: 2026-05-04, tekst: "Mød 010180-1234 \\u200e<b>i dag"}]\n'
    (tmp_path / "aftale.yaml").write_text(text, encoding="utf-8")
    page = render("html", [assess(tmp_path, date(2026, 1, 1))], advice=True)
    figure = page[page.index("<figure>") : page.index("</figure>")]
    assert "xxxxxx-xxxx" in figure
    assert "010180" not in figure
    assert "&lt;b&gt;" in figure
    assert "\u200e" not in figure
