"""Scalars are read without doubt, or refused with a word of how to write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from aftale_builder.source import scalars


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("22500000", "22500000"),
        ("22_500_000", "22500000"),
        ("22.500.000", "22500000"),
        ("22.500.000,50", "22500000.50"),
        ("22,5 mio.", "22500000"),
        ("1.250", "1250"),
        ("450.000 kr.", "450000"),
        ("0", "0"),
        ("0,05", "0.05"),
        ("0,1 mio. kr.", "100000"),
        ("99.999.999.999.999,99", "99999999999999.99"),
    ],
)
def test_money_is_exact(text: str, value: str) -> None:
    assert scalars.kroner(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["1.25", "0123", "1,250", "1.2500", "1.250.00", "1e5", "12 kr 50", "-1", "", "NEJ", "1,2,3", "0.500"]
)
def test_money_in_doubt_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(scalars.UnclearError) as raised:
        scalars.kroner(text)
    assert "450.000" in raised.value.help


def test_a_decimal_point_is_called_ambiguous() -> None:
    with pytest.raises(scalars.UnclearError) as raised:
        scalars.kroner("1.25")
    assert raised.value.ambiguous
    assert "1,25" in raised.value.message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2021-10-01", date(2021, 10, 1)),
        ("01.10.2021", date(2021, 10, 1)),
        ("1.10.2021", date(2021, 10, 1)),
        ("01.10.21", date(2021, 10, 1)),
        ("1. oktober 2021", date(2021, 10, 1)),
        ("den 1. okt. 2021", date(2021, 10, 1)),
        ("29.02.2028", date(2028, 2, 29)),
    ],
)
def test_dates_in_four_forms(text: str, value: date) -> None:
    assert scalars.dato(text) == value


@pytest.mark.parametrize("text", ["31.02.2021", "10/01/2021", "2021", "1. smarts 2021", "2021-13-01", "", "00.00.0000"])
def test_days_that_are_not_are_refused(text: str) -> None:
    with pytest.raises(scalars.UnclearError):
        scalars.dato(text)


@pytest.mark.parametrize(("text", "value"), [("71,3", "71.3"), ("71,3 %", "71.3"), ("1.250", "1250"), ("-2", "-2"), ("7", "7")])
def test_numbers_have_danish_decimals(text: str, value: str) -> None:
    assert scalars.tal(text) == Decimal(value)


@pytest.mark.parametrize("text", ["71.3", "syv", "007", "1,", ",5"])
def test_numbers_in_doubt_are_refused(text: str) -> None:
    with pytest.raises(scalars.UnclearError):
        scalars.tal(text)


@pytest.mark.parametrize("text", ["1,5", "-1", "0123", "mange"])
def test_a_count_is_a_whole_number(text: str) -> None:
    with pytest.raises(scalars.UnclearError):
        scalars.antal(text)


@pytest.mark.parametrize(("text", "value"), [("ja", True), ("Nej", False)])
def test_yes_and_no(text: str, value: bool) -> None:
    assert scalars.ja_nej(text) is value


@pytest.mark.parametrize("text", ["true", "no", "", "j"])
def test_other_words_are_neither_yes_nor_no(text: str) -> None:
    with pytest.raises(scalars.UnclearError):
        scalars.ja_nej(text)


@pytest.mark.parametrize("text", ["a b", "a/b", "", "-a", "{{x}}"])
def test_ids_are_words(text: str) -> None:
    with pytest.raises(scalars.UnclearError):
        scalars.ident(text)


def test_ids_may_have_danish_letters() -> None:
    assert scalars.ident("sammenhængskraft-1") == "sammenhængskraft-1"


@pytest.mark.parametrize("read", [scalars.kroner, scalars.tal, scalars.antal])
@pytest.mark.parametrize("text", ["1" * 27, "1" * 26 + " mio.", "1" * 5000, "１２", "٣", "1," + "1" * 40])
def test_a_number_beyond_all_budgets_or_in_other_figures_is_refused(read: Callable[[str], object], text: str) -> None:
    with pytest.raises(scalars.UnclearError):
        read(text)


@pytest.mark.parametrize(("text", "value"), [("22,12345678 mio.", "22123456.78"), ("22,500 mio.", "22500000")])
def test_millions_may_have_the_decimals_that_make_whole_oere(text: str, value: str) -> None:
    assert scalars.kroner(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "number"),
    [("12345678", "12345678"), (" 12345678 ", "12345678"), ("12 34 56 78", "12345678"), ("00000001", "00000001"), (" ", "")],
)
def test_a_cvr_number_is_eight_digits(text: str, number: str) -> None:
    assert scalars.cvr(text) == number


@pytest.mark.parametrize(
    "text", ["1234567", "123456789", "12  345678", "1234567a", "DK12345678", "12-34-56-78", "１２３４５６７８", "1.2345678"]
)
def test_what_is_not_eight_digits_is_no_cvr_number(text: str) -> None:
    with pytest.raises(scalars.UnclearError) as told:
        scalars.cvr(text)
    assert f"«{text}» er ikke et CVR-nummer" in told.value.message
    assert not told.value.ambiguous
