"""What is read out of Danish sentences: days, numbers, stems, papers, figures, amounts."""

from datetime import date
from decimal import Decimal

import pytest

from aftale_builder.rules.budget_words import amounts
from aftale_builder.rules.figures import figure, says_from_where
from aftale_builder.rules.promises import is_of, papers_in
from aftale_builder.rules.telling import day, number, of_another_plan, stem


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("01.10.21", date(2021, 10, 1)),
        ("1. oktober 2021", date(2021, 10, 1)),
        ("30.9.2025", date(2025, 9, 30)),
        ("31.02.2021", None),
        ("oktober 2021", None),
    ],
)
def test_days(text: str, read: date | None) -> None:
    assert day(text) == read


def test_numbers_as_digits_and_words() -> None:
    assert [number(word) for word in ("3", "tre", "Fire", "én", "tyve")] == [3, 3, 4, 1, 20]


@pytest.mark.parametrize(
    "text", ["Den tidligere plan", "den eksisterende helhedsplan", "Med 2015-18 midlerne fik vi", "med midler fra puljen"]
)
def test_another_plan_is_told_by_its_words(text: str) -> None:
    assert of_another_plan(text)
    assert not of_another_plan("Den boligsociale helhedsplan gælder i fire år.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Strateginotatet", "strateginotat"),
        ("Aftalerne", "aftale"),
        ("Chefen", "chef"),
        ("Projektlederen", "projektleder"),
        ("Konsulenten", "konsulent"),
        ("by", "by"),
    ],
)
def test_stems_meet_across_inflection(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_papers_are_told_from_plans_of_others_and_by_whose_they_are() -> None:
    (paper,) = papers_in("Helhedsplanen har et kommissorium for de lokale følgegrupper.")
    assert (paper.noun, paper.stem, paper.whose) == ("kommissorium", "kommissori", "følgegrupper")
    assert is_of(paper, "Kommissorium")
    assert is_of(paper, "Følgegruppernes kommissorium")
    assert not is_of(paper, "Kommissorium for bestyrelsen")
    assert not is_of(paper, "Årshjul for følgegrupperne")


@pytest.mark.parametrize(
    "text",
    [
        "38 pct. er ledige",
        "hver fjerde er utryg",
        "seks ud af ti",
        "65 unge",
        "65 sigtelser pr. 1000",
        "et snit på 5,2",
        "halvdelen af dem",
    ],
)
def test_figures_about_residents(text: str) -> None:
    assert figure(text) is not None


@pytest.mark.parametrize(
    "text",
    ["15-29-årige", "unge over 18 år", "9. klasse", "i 2019 var børn", "tre boligområder", "22,5 mio. kr."],
)
def test_numbers_that_are_no_figures_about_residents(text: str) -> None:
    assert figure(text) is None


@pytest.mark.parametrize("text", ["i 2019", "(Danmarks Statistik)", "Rigspolitiets måling", "LBF - Boligsociale Data"])
def test_sources_and_years(text: str) -> None:
    assert says_from_where(text)
    assert not says_from_where("Det ses af erfaringerne fra de 15-29-årige.")


@pytest.mark.parametrize(
    ("text", "value", "slack"),
    [
        ("22.500.000 kr.", "22500000", "0"),
        ("22,5 mio. kr.", "22500000", "50000"),
        ("3 millioner kroner", "3000000", "500000"),
        ("450 t. kr.", "450000", "500"),
        ("ca. 100.000 kr.", "100000", "5000"),
        ("1.250,50 kr", "1250.50", "0"),
    ],
)
def test_amounts_are_as_exact_as_they_are_written(text: str, value: str, slack: str) -> None:
    (amount,) = amounts(text, 0, len(text))
    assert (amount.value, amount.slack) == (Decimal(value), Decimal(slack))
    assert amount.is_one_of([Decimal(value) + Decimal(slack)])
    assert not amount.is_one_of([Decimal(value) + Decimal(slack) + 1])


def test_other_numbers_are_no_amounts() -> None:
    text = "krav 22 og 30 kræver 14 kridt"
    assert list(amounts(text, 0, len(text))) == []
