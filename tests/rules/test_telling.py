"""What is read out of Danish sentences: days, numbers, stems, papers, figures, amounts."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from aftale_builder.findings import Place
from aftale_builder.rules.budget_words import amounts
from aftale_builder.rules.figures import figure, says_from_where
from aftale_builder.rules.lines import Line, Paper
from aftale_builder.rules.passages import Passage
from aftale_builder.rules.promises import is_of, organs_in, papers_in
from aftale_builder.rules.telling import NUMBERS, day, number, of_another_plan, sentence_at, stem
from aftale_builder.rules.words import day as written
from aftale_builder.rules.words import excerpt, kroner, listing, percent


class _Nowhere:
    """A source whose places nobody asks for."""

    def at(self, start: int, end: int) -> "_Nowhere":
        return self

    def place(self) -> Place:
        return Place("aftale.yaml")


NOWHERE = _Nowhere()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("01.10.21", date(2021, 10, 1)),
        ("1. oktober 2021", date(2021, 10, 1)),
        ("30.9.2025", date(2025, 9, 30)),
        ("31.02.2021", None),
        ("oktober 2021", None),
        ("01.12.99", date(2099, 12, 1)),
        ("1. december 2025", date(2025, 12, 1)),
        ("1. Januar 2021", date(2021, 1, 1)),
        ("1/10 2021", date(2021, 10, 1)),
        ("30/9-2025", date(2025, 9, 30)),
        ("1/10/21", date(2021, 10, 1)),
        ("2021-10-01", date(2021, 10, 1)),
        ("31/2 2021", None),
    ],
)
def test_days(text: str, read: date | None) -> None:
    assert day(text) == read


def test_every_number_word_is_read() -> None:
    words = [
        "en",
        "et",
        "to",
        "tre",
        "fire",
        "fem",
        "seks",
        "syv",
        "otte",
        "ni",
        "ti",
        "elleve",
        "tolv",
        "tretten",
        "fjorten",
        "femten",
        "seksten",
        "sytten",
        "atten",
        "nitten",
        "tyve",
    ]
    assert [number(word) for word in words] == [1, *range(1, 21)]
    assert (number("ét"), set(NUMBERS)) == (1, {*words, "én", "ét"})


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
        ("Planernes", "plan"),
        ("Skemaets", "skema"),
        ("Chefens", "chef"),
        ("Kasserers", "kasserer"),
        ("Banes", "bane"),
        ("Holdene", "hold"),
        ("Notats", "notat"),
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
    ("noun", "stems"),
    [
        ("Kommissoriet", "kommissori"),
        ("kommunikationsplanen", "kommunikationsplan"),
        ("bestyrelseskommissorium", "bestyrelseskommissori"),
    ],
)
def test_a_paper_is_known_by_its_stem(noun: str, stems: str) -> None:
    (paper,) = papers_in(f"Her er {noun}.")
    assert (paper.stem, paper.whose, paper.organs) == (stems, "", frozenset())
    assert is_of(paper, f"{stems} for bestyrelsen")


def test_papers_of_a_stretch_come_in_order_and_others_plans_are_none() -> None:
    text = "En rapport, et årshjul om unge og en kommuneplan."
    assert [(paper.noun, paper.whose, paper.start) for paper in papers_in(text)] == [("rapport", "", 3), ("årshjul", "unge", 15)]
    assert [paper.noun for paper in papers_in(text, 4)] == ["årshjul"]
    assert [paper.noun for paper in papers_in(text, 0, 12)] == ["rapport"]


@pytest.mark.parametrize(
    ("text", "organs"),
    [
        ("Bestyrelsen og følgegruppen", {"bestyrels", "følgegrupp"}),
        ("styregrupperne", {"styregrupp"}),
        ("Koordinationsgruppen", {"koordinationsgrupp"}),
        ("sekretariatet", {"sekretariat"}),
        ("et forum og en arbejdsgruppe", {"forum", "arbejdsgrupp"}),
        ("alle beboere", set()),
    ],
)
def test_organs_are_known_in_every_form(text: str, organs: set[str]) -> None:
    assert organs_in(text) == organs


def test_a_sentence_is_found_by_an_offset_in_it() -> None:
    text = "Alle er med. Det er godt."
    line = Line(text, Passage(text, "", NOWHERE), 0, Paper.SAMARBEJDSAFTALE)
    assert [sentence_at(line, offset) for offset in (0, 11, 12, 24)] == [(0, 12), (0, 12), (12, 25), (12, 25)]
    assert sentence_at(line, 99) == (0, len(text))


@pytest.mark.parametrize(
    ("amount", "text"), [("1234567", "1.234.567 kr."), ("1234.5", "1.234,50 kr."), ("0", "0 kr."), ("999", "999 kr.")]
)
def test_kroner_are_written_with_points_and_ore_only_where_there_are_any(amount: str, text: str) -> None:
    assert kroner(Decimal(amount)) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(1, 4), "25 pct."),
        (Fraction(249_999, 1_000_000), "24,99 pct."),
        (Fraction(245, 1000), "24,5 pct."),
        (Fraction(2405, 10_000), "24,05 pct."),
    ],
)
def test_shares_are_never_rounded_up(share: Fraction, text: str) -> None:
    assert percent(share) == text


def test_days_lists_and_excerpts_as_they_are_written() -> None:
    assert [written(date(2025, month, 30)) for month in (1, 9, 12)] == [
        "30. januar 2025",
        "30. september 2025",
        "30. december 2025",
    ]
    assert [listing(items) for items in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a og b", "a, b og c"]
    assert excerpt("to  ord\n her") == "to ord her"
    assert [excerpt(text, 6) for text in ("seks t", "tre fire", "tretten")] == ["seks t", "tre …", "trette …"]
    assert (excerpt("a" * 80), excerpt("a" * 81)) == ("a" * 80, "a" * 80 + " …")


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


@pytest.mark.parametrize("known", ["94999", "105001"])
def test_a_round_amount_stands_for_no_more_than_five_per_cent_either_way(known: str) -> None:
    (amount,) = amounts("ca. 100.000 kr.", 0, 15)
    assert amount.is_one_of([Decimal(0), Decimal(known) + (1 if known == "94999" else -1)])
    assert not amount.is_one_of([Decimal(known)])


def test_an_amount_knows_where_it_stands() -> None:
    text = "Vi har ca. 2 mio. kr. og 7 kr."
    assert [(amount.text, text[amount.start : amount.end], amount.value) for amount in amounts(text, 0, len(text))] == [
        ("2 mio. kr.", "2 mio. kr.", Decimal(2_000_000)),
        ("7 kr.", "7 kr.", Decimal(7)),
    ]
    assert [amount.text for amount in amounts(text, 12, len(text))] == ["7 kr."]


def test_other_numbers_are_no_amounts() -> None:
    text = "krav 22 og 30 kræver 14 kridt"
    assert list(amounts(text, 0, len(text))) == []
